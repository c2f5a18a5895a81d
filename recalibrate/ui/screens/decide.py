"""Decide: the card of an experiment whose date has come, or that is decided early."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from recalibrate.domain.assumption import Assumption
from recalibrate.domain.decision_draft import DecisionDraft
from recalibrate.domain.entry import Entry
from recalibrate.domain.experiment import Choice, Experiment, Outcome, Status
from recalibrate.domain.rules import Refused, choices_left, may_extend
from recalibrate.store.documents import decode
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.decide_words import (
    OUTCOMES,
    belief_before,
    choice_options,
    dated_words,
    heading,
    next_after,
    plan_lines,
)
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Choices
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.pick import Pick
from recalibrate.ui.widgets.rating import Rating
from recalibrate.ui.widgets.writing import Writing

KEEP_EVERY = 0.6
"""Seconds after the last key until what was typed is in the draft's file."""

FOLLOWING: dict[Choice, tuple[str, ...]] = {
    Choice.KEEP: ("next_line", "look_again"),
    Choice.CHANGE: ("next_line",),
    Choice.STOP: ("next_line",),
    Choice.OVERHAUL: ("what_must_change", "first_step", "who_must_agree", "by"),
}
"""The lines that follow each choice."""


class DecideScreen(NotebookScreen[None]):
    """One experiment, six questions, one decision; what is typed is kept until it is decided."""

    HELP_TITLE = "Decide"

    CSS = """
    DecideScreen { align: center top; }
    DecideScreen #head { width: 72; max-width: 100%; height: auto; padding: 1 2; }
    DecideScreen #card { width: 72; max-width: 100%; height: 1fr; padding: 0 2; }
    DecideScreen .heading { text-style: bold; color: $accent; margin-bottom: 1; }
    DecideScreen .label { color: $foreground; margin-top: 1; }
    DecideScreen .echo { color: $quiet; padding-left: 2; }
    DecideScreen Vertical { height: auto; }
    DecideScreen #following { padding-bottom: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "decide", "decide", tooltip="Decide with what stands here", id="decide.decide"),
        Binding("x", "extend", "extend", tooltip="Extend once, with a reason", id="decide.extend"),
        Binding("w", "withdraw", "withdraw", tooltip="Take it back before its date", show=False, id="decide.withdraw"),
        Binding("escape", "back", "back", tooltip="Back; what you typed is kept", id="screen.back"),
        Binding("f2", "app.safety", "safety", show=True, id="app.safety"),
    ]

    def __init__(self, session: Session, experiment_id: str) -> None:
        super().__init__(session)
        self._id = experiment_id
        self._draft_id = f"decide-{experiment_id}"
        self.draft = DecisionDraft()

    @property
    def experiment(self) -> Experiment | None:
        """The experiment as the journal has it now."""
        return self.session.journal.get(Experiment, self._id)

    def compose(self) -> ComposeResult:
        """The card from top to bottom."""
        self.draft = self._kept()
        draft = self.draft
        with Vertical(id="head"):
            yield Static(id="heading", classes="heading")
            yield Static(id="plan")
        with VerticalScroll(id="card", can_focus=False):
            yield Static(Content("What happened?"), classes="label")
            yield Writing(draft.what_happened, id="what_happened")
            yield Static(Content("Did the thing you expected happen?"), classes="label")
            yield Pick(OUTCOMES, draft.outcome or "", id="outcome")
            yield Static(Content("What did it teach?"), classes="label")
            yield Writing(draft.learned, id="learned")
            yield Vertical(id="beliefs")
            yield Static(Content("What now?"), classes="label")
            yield Choices(id="choice", enter_chooses=True)
            yield Vertical(id="following")
        yield KeysLine()

    async def on_mount(self) -> None:
        """Ask what only this experiment asks, and stand in the first field."""
        await self.query_one("#beliefs").mount(*self._belief_fields())
        await self._follow(self.draft.choice)
        self.query_one("#what_happened").focus()

    def show(self) -> None:
        """The head of the card and the choices that are left; typed text stays."""
        experiment = self.experiment
        if experiment is None:
            return
        today = self.session.today
        rounds = self.session.journal.all(Experiment)
        left = choices_left(experiment, rounds, self.session.settings)
        self.query_one("#heading", Static).update(Content(heading(experiment, today)))
        self.query_one("#plan", Static).update(Content("\n").join(plan_lines(experiment, today)))
        choices = self.query_one("#choice", Choices)
        choices.options = choice_options(experiment, left, self.session.settings)
        if self.draft.choice:
            choices.chosen = frozenset({self.draft.choice})
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Extending and withdrawing only while they would do something."""
        experiment = self.experiment
        if action == "extend":
            return bool(experiment and may_extend(experiment, self.session.today))
        if action == "withdraw":
            return bool(experiment and experiment.status(self.session.today) is Status.OPEN)
        return True

    @on(Writing.Written)
    def _written(self, event: Writing.Written) -> None:
        self._take(event.control.id or "", event.text)

    @on(Line.Changed)
    def _line(self, event: Line.Changed) -> None:
        event.stop()
        name = event.input.id or ""
        self._take(name, event.value)
        if name in ("look_again", "by"):
            self._echo(name, event.value)

    @on(Pick.Picked)
    def _picked(self, event: Pick.Picked) -> None:
        self._take("outcome", Outcome(event.key) if event.key else None)

    @on(Rating.Rated)
    def _rated(self, event: Rating.Rated) -> None:
        name = event.rating.id or ""
        self._take(name, event.value)
        if name == "belief_later" and event.value is not None and (entry := self._entry()):
            event.rating.said = belief_before(entry)

    @on(Choices.Chosen)
    async def _chosen(self, event: Choices.Chosen) -> None:
        choice = Choice(event.key) if event.chosen else None
        self._take("choice", choice)
        await self._follow(choice)

    @on(Writing.Finished)
    @on(Pick.Finished)
    @on(Rating.Finished)
    def _next_field(self) -> None:
        self.focus_next()

    @on(Choices.Finished)
    def _first_following(self) -> None:
        self.focus_next()
        card = self.query_one("#card", VerticalScroll)
        self.call_after_refresh(card.scroll_end, animate=False)  # the lines of the choice are laid out only then

    @on(Line.Submitted)
    def _next_line(self, event: Line.Submitted) -> None:
        event.stop()
        last = list(self.query_one("#following").query(Line))[-1:]
        if last and event.input is last[0]:
            self.action_decide()
        else:
            self.focus_next()

    @work
    async def action_decide(self) -> None:
        """Save the decision and what it brings along, or say what is missing."""
        experiment = self.experiment
        if experiment is None:
            return
        journal, session = self.session.journal, self.session
        try:
            records = self.draft.records(
                experiment,
                journal.all(Experiment),
                session.settings,
                session.now,
                entry=self._entry(),
                assumption=journal.get(Assumption, experiment.assumption_id),
                week_start=session.settings.week_start,
            )
        except Refused as refused:
            self.say(str(refused), wrong=True)
            field = self.query(f"#{refused.field}") if refused.field else None
            if field:
                field.first().focus()
            return
        if await self.save(*records, said=next_after(records, session.today)) is None:
            return
        await session.run(session.drafts.discard, self._draft_id)
        self.draft = DecisionDraft()
        following = [each for each in records if isinstance(each, Experiment) and each.id != experiment.id]
        if following:
            from recalibrate.ui.screens.plan import PlanScreen

            self.app.switch_screen(PlanScreen(session, following[0].id))
        else:
            self.dismiss()

    @work
    async def action_extend(self) -> None:
        """Ask for a later date and the reason."""
        from recalibrate.ui.screens.extend import ExtendScreen

        if experiment := self.experiment:
            extended = await self.app.push_screen_wait(ExtendScreen(experiment, self.session))
            if extended and await self.save(extended, said=dated_words(extended, self.session.today)):
                self.dismiss()

    @work
    async def action_withdraw(self) -> None:
        """Ask why it is taken back."""
        from recalibrate.ui.screens.withdraw import WithdrawScreen

        if experiment := self.experiment:
            withdrawn = await self.app.push_screen_wait(WithdrawScreen(experiment, self.session.now))
            if withdrawn and await self.save(withdrawn, said="Withdrawn. The entry stays."):
                self.dismiss()

    def action_back(self) -> None:
        """Leave; what was typed is offered again."""
        self._keep()
        self.dismiss()

    def _take(self, name: str, value: object) -> None:
        if name in DecisionDraft.__dataclass_fields__ and getattr(self.draft, name) != value:
            self.draft = replace(self.draft, **{name: value})  # type: ignore[arg-type] # a field's own type comes with its widget
            self.set_timer(KEEP_EVERY, self._keep)

    def _keep(self) -> None:
        if self.draft.is_empty or not self.is_attached:
            return
        document = {"kind": "decision", "answers": self.draft}
        kept = self.session.run(self.session.drafts.save, self._draft_id, document)
        self.run_worker(kept, exclusive=True, group="keep")

    def _kept(self) -> DecisionDraft:
        for id, document in self.session.drafts.all():
            if id == self._draft_id:
                return decode(DecisionDraft, document.get("answers", {}))
        return DecisionDraft()

    def _entry(self) -> Entry | None:
        return self.session.journal.get(Entry, self.experiment.entry_id if self.experiment else None)

    def _belief_fields(self) -> list[Widget]:
        fields: list[Widget] = []
        entry = self._entry()
        if entry and entry.voice:
            fields += [
                Static(Content(f"The voice said: “{entry.voice.text}”").truncate(66, ellipsis=True), classes="label"),
                Rating("How true is it now?", self.draft.belief_later, id="belief_later"),
            ]
        if self.experiment and self.experiment.assumption_id:
            fields.append(Rating("How sure are you of it now?", self.draft.sure_after, id="sure_after"))
        return fields

    async def _follow(self, choice: Choice | None) -> None:
        place = self.query_one("#following")
        await place.remove_children()
        if choice is None:
            return
        from recalibrate.ui.screens.decide_words import FIELD_WORDS, STOP_WORDS

        fields: list[Widget] = [Static(Content(STOP_WORDS), classes="echo")] if choice is Choice.STOP else []
        for name in FOLLOWING[choice]:
            label, placeholder = FIELD_WORDS[choice, name]
            fields.append(Static(Content(label), classes="label"))
            fields.append(Line(getattr(self.draft, name), placeholder=placeholder, id=name))
            if name in ("look_again", "by"):
                fields.append(Static(id=f"{name}-echo", classes="echo"))
        await place.mount(*fields)
        for name in ("look_again", "by"):
            self._echo(name, getattr(self.draft, name))

    def _echo(self, name: str, phrase: str) -> None:
        from recalibrate.ui.screens.decide_words import date_echo

        words = date_echo(name, phrase, self.session.today, self.session.settings.week_start)
        for echo in self.query(f"#{name}-echo").results(Static):
            echo.update(Content(words))
