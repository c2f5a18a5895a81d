"""How our apps look: themes of our own, and weight for shades where a terminal has few colours or wants none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual.app import App
from textual.filter import LineFilter

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
