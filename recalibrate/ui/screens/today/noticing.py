"""After the first entry: one small plan for noticing the next slip."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from recalibrate.domain.learning.noticing_cue import as_plan, cue_of
from recalibrate.domain.records.noticing import NoticingPlan
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.widgets.line import Line


class NoticingScreen(AskScreen[NoticingPlan]):
    """Answers the plan; `cue` is what the voice suggests, to be kept or changed.

    It comes unasked, so keys typed ahead must not land in its line: that waits until one goes into it. The key that
    notices a slip does so from here too, by `notice`, and the plan is then put off.
    """

    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,tab", "change", "change it", tooltip="Change the plan", id="noticing.change"),
        Binding(
            "n",
            "notice",
            "notice a slip",
            tooltip="Notice a slip at once; the plan is offered after it",
            id="noticing.notice",
        ),
    ]

    question = "One small plan, so that you notice the next one"
    fields = (("cue", "When", "I hear “I always …”"),)
    keys = "{ask.on} keep it   {noticing.change} change it   {noticing.notice} notice a slip   {ask.leave} leave it"

    def __init__(self, cue: str, notice: Callable[[], object]) -> None:
        super().__init__()
        self._cue, self._notice = cue, notice
        self.is_put_off = False

    def initial(self, name: str) -> str:
        """The cue the voice suggests."""
        return self._cue

    def echo(self, name: str, text: str) -> str:
        """The whole plan, and where it will stand."""
        try:
            return f"{as_plan(cue_of(text))} It stays on Today until you have tried it once."
        except ValueError:
            return ""

    def answer(self, typed: dict[str, str]) -> NoticingPlan:
        """The plan. Raises ValueError for an empty one."""
        return NoticingPlan(cue=cue_of(typed["cue"]))

    def action_next_field(self) -> None:
        """Keep the plan, also as it was suggested."""
        if self.focused is None:
            self.action_finish()
        else:
            super().action_next_field()

    def action_change(self) -> None:
        """Go into the line."""
        self.query_one("#cue", Line).focus()

    def action_notice(self) -> None:
        """Put the plan off for a slip."""
        self.is_put_off = True
        self.dismiss(None)
        self._notice()
