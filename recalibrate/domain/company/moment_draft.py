"""What is typed on the card of a moment, and the records it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from recalibrate.domain.company.company_words import person_named
from recalibrate.domain.dates.deadlines import Refusal, short_day
from recalibrate.domain.records.company import Moment, MomentKind, Person
from recalibrate.domain.records.record import Record
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import one_line

NOON = time(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentDraft:
    """A moment as far as it is filled in; `who` is an alias, `when` a phrase for the past, empty for now."""

    kind: MomentKind | None = None
    what_happened: str = ""
    who: str = ""
    borrow: str = ""
    when: str = ""

    @classmethod
    def of(cls, moment: Moment, people: Sequence[Person]) -> MomentDraft:
        """The card of a moment that exists."""
        who = next((each.alias for each in people if each.id == moment.person_id), "")
        return cls(kind=moment.kind, what_happened=moment.what_happened, who=who, borrow=moment.borrow)

    def echo(self, before: Moment | None, now: datetime, week_start: int = 0) -> str:
        """What the phrase for the time means, or why it means nothing."""
        if not self.when.strip():
            day = (before.happened_at or before.created_at).date() if before else now.date()
            return f"{short_day(day, now.date())}, as it was noted" if before else "today"
        from recalibrate.domain.dates.past_dates import read_past  # only here: most moments were just now

        read = read_past(self.when, now.date(), week_start=week_start)
        return read.reason if isinstance(read, Refusal) else short_day(read.first, now.date())

    def records(
        self, before: Moment | None, people: Sequence[Person], now: datetime, week_start: int = 0
    ) -> tuple[Record, ...]:
        """The moment, new or changed, and the person when the alias is new.

        Refused without its kind, without a line of what happened or what to borrow, or with a time that is none.
        """
        if self.kind is None:
            raise Refused("Choose what kind of moment it was.", field="kind")
        what, borrow = clean_text(self.what_happened).strip(), clean_text(self.borrow).strip()
        if not what and not borrow:
            raise Refused("A line on what happened, so that it can be borrowed later.", field="what_happened")
        alias = one_line(clean_text(self.who))
        person = person_named(alias, people) or (Person(alias=alias) if alias else None)
        moment = replace(
            before or Moment(kind=self.kind),
            kind=self.kind,
            what_happened=what,
            borrow=borrow,
            person_id=person.id if person else None,
            happened_at=self.happened(before, now, week_start),
        )
        return (moment, person) if person and person not in people else (moment,)

    def happened(self, before: Moment | None, now: datetime, week_start: int = 0) -> datetime:
        """When it was; refused where the phrase for it means no past day."""
        if not self.when.strip():
            return (before.happened_at or before.created_at) if before else now
        from recalibrate.domain.dates.past_dates import read_past  # only here: most moments were just now

        read = read_past(self.when, now.date(), week_start=week_start)
        if isinstance(read, Refusal):
            raise Refused(read.reason, field="when")
        return min(datetime.combine(read.first, NOON, tzinfo=now.tzinfo), now)
