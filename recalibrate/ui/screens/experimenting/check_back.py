"""After keep, on its day: is it still so?"""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.marks import CHOICES, OPEN
from recalibrate.domain.records.experiment import Experiment, StillSo
from recalibrate.domain.rules import Refused, answer_check_back
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import long_day, one_line
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.confirm import leaves_words
from recalibrate.ui.screens.experimenting.decide_words import plan_lines
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.own_keys import keys_taken
from recalibrate.ui.widgets.pick import ONLY_THESE, Pick

ANSWERS = ((StillSo.YES, "yes"), (StillSo.PARTLY, "partly"), (StillSo.NO, "no"))


class CheckBackScreen(NotebookScreen[None]):
    """One question, one answer, a line beside it."""

    HELP_TITLE = "Is it still so?"
    IS_FORM = True

    DEFAULT_CSS = """
    CheckBackScreen { align: center top; }
    CheckBackScreen VerticalScroll { width: 80; max-width: 100%; height: 1fr; padding: 1 0 0 2; }
    CheckBackScreen VerticalScroll > * { max-width: 76; }
    CheckBackScreen .heading { text-style: bold; color: $accent; margin-bottom: 1; }
    CheckBackScreen .row { height: auto; }
    CheckBackScreen .asked { margin-top: 1; }
    CheckBackScreen .sign { width: 2; color: $accent; }
    CheckBackScreen #plan { width: 1fr; }
    CheckBackScreen .beside { width: 26; padding-right: 1; color: $quiet; }
    CheckBackScreen Line { width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "enter", "on", tooltip="On to the line, then keep the answer", priority=True, id="check_back.enter"
        ),
        Binding("ctrl+s", "answer", "answer", tooltip="Keep the answer", id="check_back.answer"),
        Binding("escape", "back", "back", tooltip="Back; nothing is answered", id="screen.back"),
        Binding("question_mark,f1", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
        Binding("f2", "app.safety", "safety", tooltip="The safety page", id="app.safety"),
    ]

    def __init__(self, session: Session, experiment_id: str) -> None:
        super().__init__(session)
        self._id = experiment_id

    def compose(self) -> ComposeResult:
        """What was kept, the question, a line."""
        with VerticalScroll(can_focus=False):
            yield Static(Content("The day to look again is here."), classes="heading", id="heading")
            with Horizontal(classes="row"):
                yield Static(Content(OPEN.sign), classes="sign")
                yield Static(id="plan")
            with Horizontal(classes="row asked"):
                yield Static(Content("Is it still so?"), classes="beside")
                yield Pick(ANSWERS, id="still_so")
            with Horizontal(classes="row"):
                yield Static(Content("A line, if you like"), classes="beside")
                yield Line(id="note")
        yield KeysLine(in_column=True)

    def show(self) -> None:
        """The plan that was kept, and since when."""
        experiment = self.session.journal.get(Experiment, self._id)
        if experiment is None or experiment.decision is None:
            return
        decision, today = experiment.decision, self.session.today
        kept = f"{CHOICES[decision.choice].sign} kept on {long_day(decision.decided_at.date(), today)}"
        if decision.next_line:
            kept += f": {display_safe(one_line(decision.next_line))}"
        lines = [*plan_lines(experiment, today)[:2], Content.assemble((kept, "$quiet"))]
        self.query_one("#plan", Static).update(Content("\n").join(lines))

    async def action_enter(self) -> None:
        """From the answer to the line, and from the line to the end, in step with keys typed ahead."""
        field = self.focused
        if field is not None:
            await keys_taken(field)
        if isinstance(field, Pick):
            self.set_focus(self.query_one("#note"))
        else:
            self.action_answer()

    def on_pick_unheard(self, event: Pick.Unheard) -> None:
        """Say which letters answer."""
        self.say(ONLY_THESE, heard=event.heard)

    def action_back(self) -> None:
        """Leave; asks first when something was answered."""
        self.leave_in_step()

    async def holds_back_quit(self) -> bool:
        """Whether something was answered that the user, when asked, would rather go on with."""
        answered = self.query_one(Pick).picked or self.query_one("#note", Line).value
        return bool(answered) and not await self.app.push_screen_wait(leaves_words())

    @work
    async def action_answer(self) -> None:
        """Keep the answer, or say what is missing."""
        if self.focused is not None:
            await keys_taken(self.focused)
        await self.session.refresh()  # another window may have answered it meanwhile
        experiment = self.session.journal.get(Experiment, self._id)
        picked = self.query_one(Pick).picked
        if experiment is None:
            return
        if not picked:
            self.say("Answer yes, partly or no first.", wrong=True)
            self.query_one(Pick).focus()
            return
        try:
            answered = answer_check_back(
                experiment, StillSo(picked), self.query_one("#note", Line).value, self.session.now
            )
        except Refused as refused:
            self.say(str(refused), wrong=True)
            return
        if await self.save(answered, said="Written down."):
            self.dismiss()
