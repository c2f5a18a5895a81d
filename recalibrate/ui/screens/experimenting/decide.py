"""Decide: the card of an experiment whose date has come, or that is decided early."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.experimenting.decision_draft import DecisionDraft
from recalibrate.domain.marks import OPEN
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.rules import Refused, choices_left, no_round_left
from recalibrate.domain.rules.standing import need_running
from recalibrate.store.decision_drafts import discard_card, keep_card, kept_card
from recalibrate.store.errors import JournalError
from recalibrate.ui.screens.experimenting.decide_words import choice_options, date_echo, heading, next_after, plan_lines
from recalibrate.ui.screens.experimenting.experiment_desk import ExperimentDesk
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Choices
from recalibrate.ui.widgets.decision_card import CardAsks, DecisionCard
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.own_keys import keys_taken
from recalibrate.ui.widgets.pick import ONLY_THESE, Pick

KEEP_EVERY = 0.6
"""Seconds after the first unsaved key until what was typed is in the draft's file."""


class DecideScreen(ExperimentDesk):
    """One experiment, its questions, one decision; what is typed is kept until it is decided."""

    HELP_TITLE = "Decide"
    IS_FORM = True
    AUTO_FOCUS = "#what_happened"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]  # noqa: RUF012 - typed by Textual

    DEFAULT_CSS = """
    DecideScreen { align: center top; }
    DecideScreen #head { width: 80; max-width: 100%; height: auto; padding: 1 2; }
    DecideScreen .heading { text-style: bold; color: $accent; margin-bottom: 1; }
    DecideScreen .plan { height: auto; }
    DecideScreen .sign { width: 2; color: $accent; }
    DecideScreen #plan { width: 1fr; }
    DecideScreen.-narrow DecisionCard .row { layout: vertical; }
    DecideScreen.-narrow DecisionCard .beside { width: 1fr; }
    DecideScreen.-narrow DecisionCard .row Line, DecideScreen.-narrow DecisionCard .row Writing { width: 100%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+n", "enter", "on", tooltip="On to the next question", priority=True, id="decide.enter"),
        Binding("ctrl+s", "decide", "decide", tooltip="Decide with what stands here", id="decide.decide"),
        Binding("x,f3", "extend", "extend", tooltip="Extend once, with a reason", id="decide.extend"),
        Binding("w,f4", "withdraw", "withdraw", tooltip="Withdraw it before its date", id="decide.withdraw"),
        Binding("escape", "back", "back", tooltip="Back; what you typed is kept", id="screen.back"),
        Binding("question_mark,f1", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
        Binding("f2", "app.safety", "safety", tooltip="The safety page", id="app.safety"),
    ]

    def __init__(self, session: Session, experiment_id: str) -> None:
        super().__init__(session)
        self._experiment_id = experiment_id
        self._keeping = False

    @property
    def experiment(self) -> Experiment | None:
        """The experiment as the journal has it now."""
        return self.session.journal.get(Experiment, self._experiment_id)

    def compose(self) -> ComposeResult:
        """The plan stays in view above the card."""
        with Vertical(id="head"):
            yield Static(id="heading", classes="heading")
            with Horizontal(classes="plan"):
                yield Static(Content(OPEN.sign), classes="sign")
                yield Static(id="plan")
        yield DecisionCard(self._kept(), self._asks(), self._echo)
        yield KeysLine(in_column=True)

    def show(self) -> None:
        """The head of the card and the choices that are left; typed text stays."""
        experiment = self.experiment
        if experiment is None:
            return
        today = self.session.today
        everything, settings = self.session.journal.all(Experiment), self.session.settings
        left = choices_left(experiment, everything, settings)
        self.query_one("#heading", Static).update(Content(heading(experiment, today)))
        self.query_one("#plan", Static).update(Content("\n").join(plan_lines(experiment, today)))
        self._card.offer(choice_options(experiment, left, settings), no_round_left(experiment, everything, settings))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Extending and withdrawing while it runs, refused by the rules in a sentence."""
        experiment = self.experiment
        if action in ("extend", "withdraw"):
            return self.offers(action)
        if action == "take_back":
            return bool(experiment and experiment.decision)
        return super().check_action(action, parameters)

    async def action_enter(self) -> None:
        """On to the next question; after the last one, decide."""
        field = self.focused
        if field is not None:
            await keys_taken(field)
        if isinstance(field, Choices):
            await self._card.choose()
        following = self._card.after(field)
        if following is None:
            self.action_decide()
        else:
            self.set_focus(following)

    @work
    async def action_decide(self) -> None:
        """Save the decision and what it brings along, or say what is missing."""
        if self.focused is not None:
            await keys_taken(self.focused)
        await self.session.refresh()  # another window may have decided it meanwhile
        experiment, session = self.experiment, self.session
        if experiment is None:
            return
        try:
            need_running(experiment, session.today)
            records = self._card.collected().records(
                experiment,
                session.journal.all(Experiment),
                session.settings,
                session.now,
                entry=self._entry(),
                assumption=session.journal.get(Assumption, experiment.assumption_id),
                week_start=session.settings.week_start,
            )
        except Refused as refused:
            self.say(str(refused), wrong=True)
            if refused.field and (asked := self.query(f"#{refused.field}")):
                self.set_focus(asked.first())
            return
        if await self.save(*records, said=next_after(records, session.today)) is None:
            return
        await session.run(discard_card, session.drafts, self._experiment_id)
        following = next((each for each in records[1:] if isinstance(each, Experiment)), None)
        if following is None:
            self.dismiss()
        else:
            from recalibrate.ui.screens.reframing.plan import PlanScreen

            self.app.switch_screen(PlanScreen(session, following.id))

    def moved_on(self) -> None:
        """There is nothing to decide here for now."""
        self.dismiss()

    def action_back(self) -> None:
        """Leave; what was typed is offered again."""
        self.leave_in_step()

    async def holds_back_quit(self) -> bool:
        """Stay while what was typed cannot reach the disk; asked a second time, one may leave without it."""
        trouble = await self._secured()
        return bool(trouble) and not await self.leaves_without_it(trouble)

    def on_decision_card_answered(self) -> None:
        """Let the disk have the answers soon."""
        if not self._keeping:
            self._keeping = True
            self.set_timer(KEEP_EVERY, self._keep)

    def on_pick_unheard(self, event: Pick.Unheard) -> None:
        """Say which letters answer."""
        self.say(ONLY_THESE, heard=event.heard)

    @property
    def _card(self) -> DecisionCard:
        return self.query_one(DecisionCard)

    async def _keep(self) -> None:
        self._keeping = False
        if trouble := await self._secured():
            self.say(trouble, wrong=True)

    async def _secured(self) -> str:
        """Bring what was typed to disk as it is now; the sentence why that failed, or nothing."""
        draft = self._card.collected()
        try:
            await self.session.run(keep_card, self.session.drafts, self._experiment_id, draft)
        except JournalError as error:
            return str(error)
        return ""

    def _kept(self) -> DecisionDraft:
        return kept_card(self.session.drafts, self.experiment, self._experiment_id)

    def _entry(self) -> Entry | None:
        return self.session.journal.get(Entry, self.experiment.entry_id if self.experiment else None)

    def _asks(self) -> CardAsks:
        entry, experiment = self._entry(), self.experiment
        voice = entry.voice if entry else None
        tested = self.session.journal.get(Assumption, experiment.assumption_id) if experiment else None
        return CardAsks(
            voice=voice.text if voice else "",
            belief_before=voice.belief_before if voice else None,
            assumption=tested.text if tested else "",
            sure_before=tested.sure_before if tested else None,
        )

    def _echo(self, name: str, phrase: str) -> str:
        return date_echo(name, phrase, self.session.today, self.session.settings.week_start)
