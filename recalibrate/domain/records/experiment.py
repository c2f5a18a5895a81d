"""An experiment: one thing to try, an expectation one can check, and a date on which something is decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from recalibrate.domain.records.record import Record


class Kind(StrEnum):
    """What an experiment grew out of."""

    SLIP = "slip"
    ASSUMPTION = "assumption"
    TASK = "task"


class Status(StrEnum):
    """Where an experiment stands; DUE is derived from the local date, never stored."""

    DRAFT = "draft"
    OPEN = "open"
    DUE = "due"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class Feeling(StrEnum):
    """Whether the expected thing is hoped for or feared."""

    HOPED = "hoped"
    FEARED = "feared"


class Choice(StrEnum):
    """What is decided at the date."""

    KEEP = "keep"
    CHANGE = "change"
    STOP = "stop"
    OVERHAUL = "overhaul"


class Outcome(StrEnum):
    """Whether the expected thing happened."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    COULD_NOT_TELL = "could_not_tell"


class StillSo(StrEnum):
    """The answer to a check-back: is it still so?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What happened and what follows; beliefs are 0–100 in tens.

    `sure_after` is how sure one is now of the assumption that was tested, if there was one.
    """

    choice: Choice
    decided_at: datetime
    what_happened: str = ""
    outcome: Outcome | None = None
    learned: str = ""
    next_line: str = ""
    belief_later: int | None = None
    sure_after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """The one time a deadline was moved, from where and why."""

    extended_at: datetime
    deadline_before: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """An experiment taken back before its deadline, and why."""

    withdrawn_at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckBack:
    """After *keep*: the day to look again, and what was seen then."""

    check_back_on: date
    answer: StillSo | None = None
    answered_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A typo mended in a frozen field within ten minutes of the start; the first value stays here."""

    field: str
    before: str
    corrected_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line written to an experiment later, when nothing else about it can change."""

    text: str
    noted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment(Record):
    """One round of a question: when `cue`, I will `action`; probabilities and can-do are 0–100 in tens.

    `root_id` is the id of the first round (empty for round one); `deadline` is a local date, due at its end;
    `leave_out` is what one usually does to stay safe and will leave out this time; `undone_decisions` are
    the decisions taken back within a day, so that no words are lost.
    """

    entry_id: str | None = None
    root_id: str = ""
    round: int = 1
    kind: Kind = Kind.SLIP
    cue: str = ""
    action: str = ""
    prediction: str = ""
    feeling: Feeling | None = None
    probability: int | None = None
    sign: str = ""
    deadline: date | None = None
    can_do: int | None = None
    obstacle: str = ""
    obstacle_plan: str = ""
    leave_out: str = ""
    assumption_id: str | None = None
    task_id: str | None = None
    started_at: datetime | None = None
    extension: Extension | None = None
    withdrawal: Withdrawal | None = None
    decision: Decision | None = None
    check_back: CheckBack | None = None
    corrections: tuple[Correction, ...] = ()
    notes: tuple[Note, ...] = ()
    undone_decisions: tuple[Decision, ...] = ()

    @property
    def root(self) -> str:
        """The id that all rounds of one question share."""
        return self.root_id or self.id

    def status(self, today: date) -> Status:
        """Where it stands on the local date `today`; the deadline is due at its end, so the day after it."""
        if self.withdrawal:
            return Status.WITHDRAWN
        if self.decision:
            return Status.DECIDED
        if self.started_at is None or self.deadline is None:
            return Status.DRAFT
        return Status.DUE if today > self.deadline else Status.OPEN
