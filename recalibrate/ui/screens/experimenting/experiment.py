"""One experiment on a screen of its own: its rounds as a chain, the slip it came from, and what can be done now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.rules import Refused, add_note, correct, need_fresh_words, next_round, rounds_of
from recalibrate.domain.text import clean_text
from recalibrate.store.errors import JournalError
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.reading.experiment_words import write_experiment
from recalibrate.ui.reading.page import Page
from recalibrate.ui.reading.round_words import FIELDS
from recalibrate.ui.screens.experimenting.experiment_desk import ExperimentDesk
from recalibrate.ui.screens.experimenting.experiment_reading import experiment_reading
from recalibrate.ui.screens.journaling.edit_small import PickScreen, RateScreen, TextScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Option
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.story_view import StoryView

RUNNING = (Status.OPEN, Status.DUE)
ENDED = (Status.DECIDED, Status.WITHDRAWN)
PLACES = {
    "decide": (*RUNNING, Status.DRAFT),
    "correct": RUNNING,
    "take_back": (Status.DECIDED,),
    "next_round": ENDED,
    "delete": (Status.DRAFT,),
    "look_again": (Status.DECIDED,),
}
"""Where an experiment must stand for each action; the rules say the rest."""


class ExperimentScreen(ExperimentDesk):
    """The whole story of one experiment."""

    HELP_TITLE = "An experiment"

    DEFAULT_CSS = """
    ExperimentScreen { align: center top; }
    ExperimentScreen StoryView { width: 100%; max-width: 96; padding: 1 2 0 2; }
    ExperimentScreen KeysLine { width: 100%; max-width: 96; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "d,enter",
            "decide",
            "decide",
            tooltip="Decide, also before the date; start what has not begun",
            id="experiment.decide",
        ),
        Binding("i", "look_again", "still so?", tooltip="Answer whether it is still so", id="experiment.look_again"),
        Binding(
            "U", "take_back", "take back", tooltip="Take the decision back, within a day", id="experiment.take_back"
        ),
        Binding(
            "n",
            "next_round",
            "new round",
            tooltip="Write the next round, with a change you can name",
            id="experiment.next_round",
        ),
        Binding("x", "extend", "extend", tooltip="Extend once, with a reason", id="experiment.extend"),
        Binding("w", "withdraw", "withdraw", tooltip="Withdraw it before its date", id="experiment.withdraw"),
        Binding(
            "c", "correct", "correct", tooltip="Mend a typo, within ten minutes of the start", id="experiment.correct"
        ),
        Binding(
            "delete", "delete", "delete", tooltip="Put the draft into the bin; it can be undone", id="experiment.delete"
        ),
        Binding("o", "note", "note", tooltip="Write a note to it", id="experiment.note"),
        Binding("s", "share", "share", tooltip="Share it as a card you see in full first", id="experiment.share"),
        Binding("e", "entry", "entry", tooltip="Open the slip it came from", id="experiment.entry"),
        Binding("escape,q", "back", "back", tooltip="Back", id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def __init__(self, session: Session, experiment_id: str) -> None:
        super().__init__(session)
        self._experiment_id = experiment_id

    @property
    def experiment(self) -> Experiment | None:
        """The experiment as the journal has it now."""
        return self.session.journal.get(Experiment, self._experiment_id)

    def compose(self) -> ComposeResult:
        """The story, the keys."""
        yield StoryView()
        yield KeysLine(in_column=True)

    def show(self) -> None:
        """The story as it is now, at the place one had read to."""
        self.query_one(StoryView).show(self._lines, self._experiment_id)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What the state of the experiment allows; refusals that can be explained are left to the rules."""
        experiment = self.experiment
        if action == "look_again":
            look = experiment.check_back if experiment else None
            return bool(look and look.answer is None)
        if action == "entry":
            return bool(experiment and experiment.entry_id)
        if action in ("extend", "withdraw"):
            return self.offers(action)
        if action in PLACES:
            return bool(experiment and experiment.status(self.session.today) in PLACES[action])
        return True

    def action_decide(self) -> None:
        """Open the card, or the plan of what has not started."""
        experiment = self.experiment
        if experiment is None:
            return
        if experiment.status(self.session.today) is Status.DRAFT:
            from recalibrate.ui.screens.reframing.plan import PlanScreen

            self.app.push_screen(PlanScreen(self.session, experiment.id))
        else:
            from recalibrate.ui.screens.experimenting.decide import DecideScreen

            self.app.push_screen(DecideScreen(self.session, experiment.id))

    def action_look_again(self) -> None:
        """Ask whether what was kept is still so."""
        from recalibrate.ui.screens.experimenting.check_back import CheckBackScreen

        self.app.push_screen(CheckBackScreen(self.session, self._experiment_id))

    def action_entry(self) -> None:
        """Open the slip it came from."""
        from recalibrate.ui.screens.journaling.entry import EntryScreen

        if (experiment := self.experiment) and experiment.entry_id:
            self.app.push_screen(EntryScreen(self.session, experiment.entry_id))

    @work
    async def action_next_round(self) -> None:
        """Make the next round, or take up the one that lies ready, and fill it in."""
        from recalibrate.ui.screens.reframing.plan import PlanScreen

        experiment, journal = self.experiment, self.session.journal
        if experiment is None:
            return
        everything = journal.all(Experiment)
        last = rounds_of(experiment, everything)[-1]
        try:
            ready = last.round > experiment.round and last.started_at is None
            following = last if ready else next_round(experiment, everything, self.session.settings)
        except Refused as refused:
            self.say(str(refused), wrong=True)
            return
        if ready or await self.save(following):
            self.app.push_screen(PlanScreen(self.session, following.id))

    @work
    async def action_correct(self) -> None:
        """Ask which words have a typo, then for them anew; what stood before is logged."""
        experiment = self.experiment
        if experiment is None:
            return
        try:
            need_fresh_words(experiment, self.session.now)
            field = await self._ask_field(experiment)
            value = await self._ask_anew(experiment, field) if field else None
            if field is None or value is None:
                return
            now = self.experiment or experiment
            mended = correct(now, field, value, self.session.journal.all(Experiment), self.session.now)
        except Refused as refused:
            self.say(str(refused), wrong=True)
            return
        if mended != now:
            await self.save(mended, said="Mended. What stood before stays in its story.")

    async def _ask_field(self, experiment: Experiment) -> str | None:
        said = {"probability": f"{experiment.probability} in 100"}
        fields = ("cue", "action", "prediction", "probability", "sign")
        options = [
            Option(each, FIELDS.get(each, "how likely"), note=said.get(each) or getattr(experiment, each))
            for each in fields
        ]
        picked = await self.app.push_screen_wait(PickScreen("Which words have a typo?", options))
        return picked[0] if picked else None

    async def _ask_anew(self, experiment: Experiment, field: str) -> str | int | None:
        if field == "probability":
            rated = await self.app.push_screen_wait(RateScreen("How likely?", str(experiment.probability)))
            return int(rated) if rated else None
        text = await self.app.push_screen_wait(TextScreen(FIELDS[field], getattr(experiment, field)))
        return None if text is None else clean_text(text).strip()

    def action_share(self) -> None:
        """See it as a card, less what should stay at home."""
        from recalibrate.ui.screens.company.share import ShareScreen

        self.app.push_screen(ShareScreen(self.session, self._experiment_id))

    @work
    async def action_note(self) -> None:
        """Write a note; nothing else about it changes."""
        experiment = self.experiment
        if experiment is None:
            return
        text = await self.app.push_screen_wait(TextScreen("A note", "", experiment.action))
        if not text:
            return
        try:
            noted = add_note(self.experiment or experiment, clean_text(text), self.session.now)
        except Refused as refused:
            self.say(str(refused), wrong=True)
            return
        await self.save(noted, said="Noted. {screen.undo} undoes it.")

    @work
    async def action_delete(self) -> None:
        """Put a draft into the bin."""
        if experiment := self.experiment:
            try:
                await self.session.delete(experiment)
            except JournalError as error:
                self.say(str(error), wrong=True)
                return
            self.say("Deleted. {screen.undo} undoes it.")
            self.dismiss()

    def _lines(self, width: int) -> Sequence[Content]:
        experiment = self.experiment
        if experiment is None:
            return [Content(in_keys("This experiment is in the bin. {screen.undo} undoes it."))]
        page = Page(width)
        write_experiment(experiment, experiment_reading(self.session, experiment), self.session.now, page)
        return page.lines
