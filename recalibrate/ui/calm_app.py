"""What our apps share: themes of our own, weight for shades where a terminal has few colours, nothing kept too long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.filter import LineFilter
from textual.widget import Widget

from recalibrate.ui.theme import DAY, NIGHT, own_variables

Result = TypeVar("Result")


class CalmApp(App[Result]):
    """An app in the night theme, the day theme, or one of Textual's."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(NIGHT)
        self.register_theme(DAY)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, in terms that any theme has."""
        return own_variables(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Where shades cannot be trusted, ours alone: Textual's own answer to `NO_COLOR` is greys."""
        if not (self.no_color or self.native_ansi_color):
            return super().get_line_filters()
        from recalibrate.ui.few_colours import few_colours

        return few_colours(self)

    def pop_screen(self) -> AwaitComplete:
        """Leave the screen on top, and let go what it has drawn.

        Textual 8 remembers the last thousand widgets that are gone, each with its lines; a refresh empties those.
        """
        left = self.screen.walk_children(Widget)
        done = super().pop_screen()
        self.call_later(_let_go, left)
        return done

    def _fatal_error(self) -> None:
        """Leave with a traceback that shows no values: what one wrote must not end in a terminal's scrollback.

        Textual has no public switch for this; its own version differs only in showing the local variables.
        """
        from rich.segment import Segments
        from rich.traceback import Traceback

        traceback = Traceback(show_locals=False, width=None)
        self._exit_renderables.append(Segments(self.console.render(traceback, self.console.options)))
        self._close_messages_no_wait()


def _let_go(widgets: Iterable[Widget]) -> None:
    for widget in widgets:
        widget.refresh()
