"""Where one is can be seen without colour: in each widget the characters themselves change with the focus."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widget import Widget

from recalibrate.ui.theme import NIGHT
from recalibrate.ui.widgets.choices import Choices, Option
from recalibrate.ui.widgets.one_of import OneOf
from recalibrate.ui.widgets.pick import Pick
from recalibrate.ui.widgets.rating import Rating
from recalibrate.ui.widgets.row import Row
from recalibrate.ui.widgets.rows import Rows


def some_rows() -> Rows:
    rows = Rows(id="it")
    rows._rows = [Row(Content("  one"), "one"), Row(Content("  two"), "two")]
    rows.set_reactive(Rows.cursor, 1)
    return rows


WIDGETS = {
    "rating": lambda: Rating("How true?", 40, id="it"),
    "rating in a column": lambda: Rating("How true?", 40, label_width=10, id="it"),
    "pick": lambda: Pick([("yes", "yes"), ("no", "no")], "yes", id="it"),
    "one of": lambda: OneOf([("yes", "y", "yes"), ("no", "n", "no")], id="it"),
    "choices": lambda: Choices([Option("a", "one"), Option("b", "two")], id="it"),
    "rows": some_rows,
}


class OneWidget(App[None]):
    """The widget, and something else that can have the focus."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.register_theme(NIGHT)
        self.theme = NIGHT.name
        self._widget = widget

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(NIGHT.variables)

    def compose(self) -> ComposeResult:
        yield self._widget
        yield Rating("Another", id="other")


def characters(widget: Widget) -> str:
    return "\n".join(widget.render_line(y).text for y in range(widget.size.height))


@pytest.mark.parametrize("name", WIDGETS)
async def test_focus_shows_in_the_characters(name: str) -> None:
    app = OneWidget(WIDGETS[name]())
    async with app.run_test(size=(80, 24)) as pilot:
        it = app.query_one("#it")
        it.focus()
        await pilot.pause()
        with_focus = characters(it)
        app.query_one("#other").focus()
        await pilot.pause()
        assert characters(it) != with_focus
