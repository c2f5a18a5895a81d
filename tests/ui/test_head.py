"""The first line of a screen: the title gives way, what stands at the right stays whole."""

import pytest
from textual.app import ComposeResult

from recalibrate.ui.calm_app import CalmApp
from recalibrate.ui.save_state import SaveState
from recalibrate.ui.widgets.head import Head

LONG = "A situation whose name goes on and on, longer than the room that most windows have for it on one line"


class OneHead(CalmApp[None]):
    def compose(self) -> ComposeResult:
        yield Head()


@pytest.mark.parametrize("width", [40, 80, 200])
async def test_only_the_title_is_cut(width: int) -> None:
    app = OneHead()
    async with app.run_test(size=(width, 24)):
        head = app.query_one(Head)
        head.title, head.note, head.state = LONG, "encrypted", SaveState(reason="The disk is full.")
        line = head.render().plain
        assert len(line) == min(width, 120) - 4  # as wide as the margins leave
        assert line.startswith("A sit")
        assert line.endswith("…   encrypted   not saved !")


async def test_what_one_typed_is_no_markup() -> None:
    app = OneHead()
    async with app.run_test():
        head = app.query_one(Head)
        head.title = "[b]Lunch[/b]"
        assert head.render().plain.startswith("[b]Lunch[/b] ")
