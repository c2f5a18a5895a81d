"""An overhaul: what in the set-up must change, and closing it as done or dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.dates.deadlines import Refusal, echo, read_deadline
from recalibrate.domain.marks import OVERHAUL
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Extension
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.domain.rules import Refused, close_overhaul, extend_overhaul, need_a_date_to_move, plan_overhaul
from recalibrate.domain.text import display_safe
from recalibrate.domain.today.due import LONG_WAIT_DAYS
from recalibrate.domain.wording import long_day, one_line
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.keys_line import KeysLine

LABEL, MARGIN, WIDEST = 18, 4, 76
"""Columns of a label, of what stands at both sides, and of the words at most."""


class OverhaulScreen(NotebookScreen[None]):
    """One overhaul in full, and its three ways on."""

    HELP_TITLE = "Overhaul"
    FOLLOWS_WIDTH = True

    DEFAULT_CSS = """
    OverhaulScreen { align: center top; }
    OverhaulScreen VerticalScroll { width: 80; max-width: 100%; height: 1fr; padding: 1 0 0 2; }
    OverhaulScreen VerticalScroll > * { max-width: 76; }
    OverhaulScreen .heading { text-style: bold; color: $accent; margin-bottom: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "close('done')", "done", tooltip="It has changed", id="overhaul.done"),
        Binding("p", "close('dropped')", "drop", tooltip="Drop it, with a line why", id="overhaul.drop"),
        Binding(
            "x", "extend", "extend", tooltip="Move its date once, with a reason; or give it one", id="overhaul.extend"
        ),
        Binding("escape", "back", "back", tooltip="Back", id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def __init__(self, session: Session, overhaul_id: str) -> None:
        super().__init__(session)
        self._id = overhaul_id

    @property
    def overhaul(self) -> Overhaul | None:
        """The overhaul as the journal has it now."""
        return self.session.journal.get(Overhaul, self._id)

    def compose(self) -> ComposeResult:
        """One column of words."""
        with VerticalScroll():
            yield Static(classes="heading")
            yield Static(id="words")
        yield KeysLine(in_column=True)

    def show(self) -> None:
        """Everything about it."""
        overhaul = self.overhaul
        if overhaul is None:
            return
        today = self.session.today
        entry = self.session.journal.get(Entry, overhaul.entry_id)
        self.query_one(".heading", Static).update(Content(_heading(overhaul, today)))
        self.query_one("#words", Static).update(Content("\n").join(_lines(overhaul, entry, today, self.size.width)))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Closing and moving its date while it is open; the rules refuse in a sentence."""
        overhaul = self.overhaul
        return not (action in ("close", "extend") and (overhaul is None or overhaul.ending))

    @work
    async def action_close(self, ending: str) -> None:
        """Close it, with a line why."""
        if overhaul := self.overhaul:
            closed = await self.app.push_screen_wait(CloseScreen(overhaul, Ending(ending), self.session))
            if closed and await self._is_still_open() and await self.save(closed, said=f"Closed as {ending}."):
                self.dismiss()

    @work
    async def action_extend(self) -> None:
        """Move its date, once; give one to an overhaul that has none."""
        overhaul, today = self.overhaul, self.session.today
        if overhaul is None:
            return
        try:
            has_date = overhaul.deadline and need_a_date_to_move(overhaul, today)
        except Refused as refused:
            self.say(str(refused), wrong=True)
            return
        question = MoveDateScreen if has_date else FirstDateScreen
        moved = await self.app.push_screen_wait(question(overhaul, self.session))
        if moved and moved.deadline and await self._is_still_open(moved.extension):
            said = "Moved to" if has_date else "It comes back on"
            await self.save(moved, said=f"{said} {long_day(moved.deadline, today)}.")

    async def _is_still_open(self, moved: Extension | None = None) -> bool:
        """Whether no other window closed it, or moved its date, while the question stood here; said if one did."""
        await self.session.refresh()
        overhaul = self.overhaul
        try:
            if overhaul is None:
                raise Refused("It was deleted meanwhile.")
            if moved:
                need_a_date_to_move(overhaul, self.session.today)
            close_overhaul(overhaul, Ending.DONE, "", self.session.now)
        except Refused as refused:
            self.say(str(refused), wrong=True)
            return False
        return True


class CloseScreen(AskScreen[Overhaul]):
    """Answers the closed overhaul."""

    def __init__(self, overhaul: Overhaul, ending: Ending, session: Session) -> None:
        super().__init__()
        self._overhaul, self._ending, self._session = overhaul, ending, session
        self.question = "It has changed" if ending is Ending.DONE else "Drop this overhaul"
        label = "What is different now? (may stay empty)" if ending is Ending.DONE else "Why, in a line"
        self.fields = (("why", label, ""),)

    def answer(self, typed: dict[str, str]) -> Overhaul:
        """The closed overhaul; dropping is refused without a line why."""
        return close_overhaul(self._overhaul, self._ending, typed["why"], self._session.now)


class MoveDateScreen(AskScreen[Overhaul]):
    """Answers the overhaul with its later date."""

    question = "Move its date once"
    fields: tuple[tuple[str, str, str], ...] = (
        ("reason", "What needs more time?", "in a line"),
        ("date", "By when?", "in 2 weeks"),
    )

    def __init__(self, overhaul: Overhaul, session: Session) -> None:
        super().__init__()
        self._overhaul, self._session = overhaul, session

    def echo(self, name: str, text: str) -> str:
        """What the date means."""
        if name != "date" or not text.strip():
            return ""
        read = read_deadline(text, self._session.today, week_start=self._session.settings.week_start, longest=None)
        return read.reason if isinstance(read, Refusal) else read.words

    def answer(self, typed: dict[str, str]) -> Overhaul:
        """The moved overhaul; refused without a reason, too far off, or a second time."""
        return extend_overhaul(self._overhaul, self.day(typed["date"]), typed["reason"], self._session.now)

    def day(self, phrase: str) -> date:
        """The date a phrase means; refused with the reason when it means none."""
        read = read_deadline(phrase, self._session.today, week_start=self._session.settings.week_start, longest=None)
        if isinstance(read, Refusal):
            raise ValueError(read.reason)
        return read.date


class FirstDateScreen(MoveDateScreen):
    """Answers the overhaul with the date it did not have."""

    question = "By when has it changed?"
    fields = (("date", "By when?", "in 4 weeks"),)

    def answer(self, typed: dict[str, str]) -> Overhaul:
        """The overhaul with its date, today to a year from now."""
        return plan_overhaul(replace(self._overhaul, deadline=self.day(typed["date"])), self._session.now)


def _heading(overhaul: Overhaul, today: date) -> str:
    if overhaul.ending:
        return f"Closed: {overhaul.ending}."
    if overhaul.deadline and (today - overhaul.deadline).days >= LONG_WAIT_DAYS:
        return f"Waiting for a decision since {long_day(overhaul.deadline, today)}."
    return "The date you chose is here." if overhaul.is_due(today) else "An overhaul is under way."


def _lines(overhaul: Overhaul, entry: Entry | None, today: date, width: int) -> list[Content]:
    room = max(min(width - MARGIN, WIDEST), 2 * LABEL)

    def hanging(first: str, style: str, words: str, more: str = "") -> list[Content]:
        """The words beside what stands first; where they need more lines, under each other."""
        parts = Content(display_safe(words)).wrap(room - len(first))
        starts = [first, *[" " * len(first)] * (len(parts) - 1)]
        return [Content.assemble((start, style), (part.plain, more)) for start, part in zip(starts, parts, strict=True)]

    def said(label: str, words: str) -> list[Content]:
        return hanging(label.ljust(LABEL), "$quiet", words) if words else []

    lines = [*hanging(f"{OVERHAUL.sign} ", "$accent", overhaul.what_must_change, "bold"), Content("")]
    lines += said("First step", overhaul.first_step) + said("Who must agree", overhaul.who_must_agree)
    if overhaul.deadline:
        lines += said("By", echo(overhaul.deadline, today))
    if overhaul.extension:
        lines += said("Moved once", overhaul.extension.reason)
    lines += said("Why", overhaul.why)
    if entry:
        lines += [Content(""), *said("It came from", one_line(entry.what_happened))]
    return lines
