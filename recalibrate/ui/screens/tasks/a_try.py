"""The card of a try: the ratings before it, what was done, what was worth repeating."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from recalibrate.domain.records.record import Record
from recalibrate.domain.records.task import Attempt, Doing, Improvement, Task
from recalibrate.domain.tasks.tries import tries_of
from recalibrate.domain.tasks.try_draft import TryDraft
from recalibrate.domain.text import display_safe
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.screens.card import CardScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Choices, Option
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.one_of import OneOf
from recalibrate.ui.widgets.rating import Rating
from recalibrate.ui.widgets.writing import Writing

SCALE_AT = 28

DONE = (
    (str(Doing.YES), "y", "yes"),
    (str(Doing.PARTLY), "p", "partly"),
    (str(Doing.NO), "n", "no"),
    (str(Doing.NO_CHANCE), "c", "no chance to try"),
)


class TryScreen(CardScreen[TryDraft]):
    """One try: logged in one go, opened `before` the event, or (with `attempt_id`) closed after it or edited."""

    HELP_TITLE = "A try"
    KIND = "try"

    def __init__(
        self,
        session: Session,
        task_id: str,
        *,
        level: int | None = None,
        attempt_id: str | None = None,
        before: bool = False,
    ) -> None:
        super().__init__(session, f"try-{attempt_id or task_id}{'-before' if before else ''}", TryDraft())
        self._task_id, self._attempt_id, self._before, self._level = task_id, attempt_id, before, level

    @property
    def said(self) -> str:
        """What is said when it is on disk."""
        return "Opened. {task.close} closes it after." if self._before else super().said

    @property
    def last_field(self) -> str:
        """Before the event the second rating, else the last line."""
        return "dread" if self._before else "improvement"

    @property
    def of_task(self) -> Task | None:
        """The task it is a try at, as the journal has it now."""
        return self.session.journal.get(Task, self._task_id)

    @property
    def attempt(self) -> Attempt | None:
        """The try that is closed or edited; None for a new one."""
        return self.session.journal.get(Attempt, self._attempt_id)

    def compose(self) -> ComposeResult:
        """The card from top to bottom."""
        attempt, task = self.attempt, self.of_task
        self.draft = self.kept() or self.unchanged()
        if self._level is not None:
            self.draft = replace(self.draft, level=self._level)
        yield Static(classes="heading")
        with VerticalScroll(id="card", can_focus=False):
            yield Static(Content("Which level?"))
            yield self._levels(task)
            if attempt is None:
                yield from self._ratings()
            if not self._before:
                yield from self._doing(attempt)
        yield KeysLine(in_column=True)

    def _levels(self, task: Task | None) -> Choices:
        levels = task.levels if task else ()
        options = [Option(str(place), words, letter=str(place + 1)) for place, words in enumerate(levels)]
        chosen = [] if self.draft.level is None else [str(self.draft.level)]
        choices = Choices(options, chosen=chosen, enter_chooses=True, id="level")
        last = tries_of(self._task_id, self.session.journal.all(Attempt))[-1:]
        if not chosen and last and last[0].level < len(options):
            choices.set_reactive(Choices.cursor, last[0].level)
        return choices

    def _ratings(self) -> Iterator[Widget]:
        yield Static(Content("How sure are you that you can do this, as it is today?"), classes="label")
        yield Rating("0 not at all, 100 certain", self.draft.can_do, label_width=SCALE_AT, id="can_do")
        yield Static(Content("How much do you dread it right now?"), classes="label")
        yield Rating("0 not at all, 100 most", self.draft.dread, label_width=SCALE_AT, id="dread")

    def _doing(self, attempt: Attempt | None) -> Iterator[Widget]:
        yield Static(Content("Was it done?"), classes="label")
        yield OneOf(DONE, str(self.draft.done or ""), id="done")
        yield Static(Content("How hard was it?"), classes="label")
        difficulty = Rating("0 not at all, 100 most", self.draft.difficulty, label_width=SCALE_AT, id="difficulty")
        if attempt and attempt.dread_before is not None:
            difficulty.said = f"dread before: {attempt.dread_before}" if self.draft.difficulty is not None else ""
        yield difficulty
        yield Static(Content("A note, if you like"), classes="label")
        yield Writing(self.draft.note, id="note")
        if known := self._improvements():
            yield Static(Content(in_keys("Used again this time?  ({choices.choose})")), classes="label")
            options = [Option(each.id, each.text) for each in known]
            yield Choices(options, chosen=self.draft.used, many=True, id="used")
        yield Static(Content("What made it a bit easier? Would you use that again?"), classes="label")
        yield Line(self.draft.improvement, placeholder="in a line; may stay empty", id="improvement")

    def on_mount(self) -> None:
        """Stand where the first answer is missing."""
        closing = self.attempt is not None and self.attempt.done is None
        self.query_one("#done" if closing else "#level").focus()

    def show(self) -> None:
        """The name of the task; what was given stays."""
        name = self.of_task.name if self.of_task else ""
        said = "Before a try" if self._before else "A try"
        heading = Content(display_safe(f"{said}: {name}")).truncate(70, ellipsis=True)
        self.query_one(".heading", Static).update(heading)

    @on(Choices.Chosen, "#level")
    def _level_chosen(self, event: Choices.Chosen) -> None:
        self.take("level", int(event.key) if event.chosen else None)

    @on(Choices.Chosen, "#used")
    def _used(self, event: Choices.Chosen) -> None:
        self.take("used", tuple(each.key for each in event.choices.options if each.key in event.chosen))

    @on(Rating.Rated)
    def _rated(self, event: Rating.Rated) -> None:
        name = event.rating.id or ""
        self.take(name, event.value)
        attempt = self.attempt
        if name == "difficulty" and attempt and attempt.dread_before is not None:
            event.rating.said = "" if event.value is None else f"dread before: {attempt.dread_before}"

    @on(OneOf.Chosen)
    def _done(self, event: OneOf.Chosen) -> None:
        self.take("done", Doing(event.value) if event.value else None)

    @on(Writing.Written)
    def _note(self, event: Writing.Written) -> None:
        self.take("note", event.text)

    @on(Line.Changed)
    def _improvement(self, event: Line.Changed) -> None:
        event.stop()
        self.take("improvement", event.value)

    @on(Rating.Finished, "#dread")
    @on(Line.Submitted, "#improvement")
    def _last(self, event: Rating.Finished | Line.Submitted) -> None:
        event.stop()
        self.action_keep()

    def unchanged(self) -> TryDraft:
        """The try as the journal has it, or a new one."""
        return TryDraft.of(self.attempt) if self.attempt else TryDraft(level=self._level)

    def records(self) -> tuple[Record, ...]:
        """The try with its ratings, and what is worth repeating."""
        task, attempt, now = self.of_task, self.attempt, self.session.now
        if task is None:
            return ()
        if attempt:
            return self.draft.closed(attempt, task, now)
        return self.draft.opened(task, now) if self._before else self.draft.logged(task, now)

    def _improvements(self) -> list[Improvement]:
        return [
            each
            for each in self.session.journal.all(Improvement)
            if each.task_id == self._task_id
            and (each.attempt_id is None or each.attempt_id != self._attempt_id)
            and (each.archived_at is None or each.id in self.draft.used)
        ]
