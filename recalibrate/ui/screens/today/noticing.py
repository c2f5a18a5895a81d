"""After the first entry: one small plan for noticing the next slip."""

from __future__ import annotations

from recalibrate.domain.noticing import NoticingPlan
from recalibrate.domain.noticing_cue import as_plan, cue_of
from recalibrate.ui.screens.ask import AskScreen


class NoticingScreen(AskScreen[NoticingPlan]):
    """Answers the plan; `cue` is what the voice suggests, to be kept or changed."""

    question = "One small plan, so that you notice the next one"
    fields = (("cue", "When", "I hear “I always …”"),)

    def __init__(self, cue: str) -> None:
        super().__init__()
        self._cue = cue

    def initial(self, name: str) -> str:
        """The cue the voice suggests."""
        return self._cue

    def echo(self, name: str, text: str) -> str:
        """The whole plan, and where it will stand."""
        try:
            return f"{as_plan(cue_of(text))}  It stays on Today until you have tried it once."
        except ValueError:
            return ""

    def answer(self, typed: dict[str, str]) -> NoticingPlan:
        """The plan. Raises ValueError for an empty one."""
        return NoticingPlan(cue=cue_of(typed["cue"]))
