"""The decision card while it is being filled in, and what it turns into."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self

from recalibrate.domain.dates.deadlines import Refusal, read_deadline
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Choice, Decision, Experiment, Outcome
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.record import Record
from recalibrate.domain.rules import Limits, Refused, decide, default_check_back, default_overhaul_deadline

LINE_NEEDED = {
    Choice.KEEP: "Say in a line what you keep.",
    Choice.CHANGE: "Say in a line what you change.",
}
"""The choices that are not made without their line, with the sentence that asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDraft:
    """The answers of the card; `look_again` and `by` are date phrases, empty for the date offered.

    `line_of` is the choice that `next_line` was written for; where another is made, those words are not taken over.
    Beliefs are 0–100 in tens: `belief_later` of the old verdict, `sure_after` of a tested assumption.
    """

    what_happened: str = ""
    outcome: Outcome | None = None
    learned: str = ""
    belief_later: int | None = None
    sure_after: int | None = None
    choice: Choice | None = None
    next_line: str = ""
    line_of: Choice | None = None
    look_again: str = ""
    what_must_change: str = ""
    first_step: str = ""
    who_must_agree: str = ""
    by: str = ""

    @classmethod
    def again(cls, decision: Decision) -> Self:
        """The card of a decision that was taken back: its words stand again, choice and ratings are asked anew."""
        return cls(
            what_happened=decision.what_happened,
            outcome=decision.outcome,
            learned=decision.learned,
            next_line=decision.next_line,
            line_of=decision.choice,
        )

    def line_for(self, choice: Choice | None) -> str:
        """The line on this choice; empty when it was written for another."""
        return self.next_line if self.line_of in (None, choice) else ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been answered."""
        return self == DecisionDraft()

    def records(
        self,
        experiment: Experiment,
        experiments: Iterable[Experiment],
        limits: Limits,
        now: datetime,
        *,
        entry: Entry | None = None,
        assumption: Assumption | None = None,
        week_start: int = 0,
    ) -> tuple[Record, ...]:
        """What is saved together: the decided experiment, what it brings along, the entry's later belief.

        Raises Refused with the sentence that says what is missing or not possible.
        """
        if self.choice is None:
            raise Refused("Choose what now: keep, change, stop or overhaul.", field="choice")
        if self.choice in LINE_NEEDED and not self.line_for(self.choice).strip():
            raise Refused(LINE_NEEDED[self.choice], field="next_line")
        today = now.date()
        decision = Decision(
            choice=self.choice,
            decided_at=now,
            what_happened=self.what_happened,
            outcome=self.outcome,
            learned=self.learned,
            next_line=self.line_for(self.choice),
            belief_later=self.belief_later,
            sure_after=self.sure_after,
        )
        look_again = overhaul = None
        if self.choice is Choice.KEEP:
            look_again = _day(self.look_again, default_check_back(today), today, week_start, "look_again")
        elif self.choice is Choice.OVERHAUL:
            overhaul = Overhaul(
                what_must_change=self.what_must_change,
                first_step=self.first_step,
                who_must_agree=self.who_must_agree,
                deadline=_day(self.by, default_overhaul_deadline(today), today, week_start, "by"),
            )
        decided = decide(
            experiment,
            decision,
            experiments,
            limits,
            check_back_on=look_again,
            overhaul=overhaul,
            assumption=assumption,
        )
        if entry and entry.voice and self.belief_later is not None:
            voice = replace(entry.voice, belief_later=self.belief_later)
            return (*decided.records, replace(entry, voice=voice))
        return decided.records


def _day(phrase: str, offered: date, today: date, week_start: int, field: str) -> date:
    if not phrase.strip():
        return offered
    read = read_deadline(phrase, today, week_start=week_start, longest=None)
    if isinstance(read, Refusal):
        raise Refused(read.reason, field=field)
    return read.date
