"""The one-line questions of editing: situation, when, people, tags."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from recalibrate.domain.dates.deadlines import Refusal
from recalibrate.domain.dates.past_times import PastTime, read_past_time
from recalibrate.domain.journaling.tags import read_tags
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry, Precision
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.reframing.entry_of import people_named, situation_named
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.text import clean_text
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.session import Session


class SituationScreen(AskScreen[Situation | str]):
    """Answers the situation, known or new; "" for none."""

    question = "What kind of moment was it?"
    fields = (("situation", "Situation", "questions in meetings"),)

    def __init__(self, situations: Sequence[Situation], name: str = "") -> None:
        super().__init__()
        self._situations, self._situation = situations, name

    def initial(self, name: str) -> str:
        """Where it stands now."""
        return self._situation

    def suggestions(self, name: str) -> Sequence[str]:
        """The situations there are."""
        return [each.name for each in self._situations if each.archived_at is None]

    def echo(self, name: str, text: str) -> str:
        """Whether this is a new one."""
        if not text.strip():
            return "Empty: no situation."
        names = {each.name.casefold() for each in self._situations}
        return "" if " ".join(text.split()).casefold() in names else "A new situation."

    def answer(self, typed: dict[str, str]) -> Situation | str:
        """The situation of that name."""
        return situation_named(clean_text(typed["situation"]), Known(situations=self._situations)) or ""


class PeopleScreen(AskScreen[tuple[Person, ...]]):
    """Answers the people, known or new."""

    question = "Who was there?"
    fields = (("people", "Initials or aliases, with commas between", "M., T."),)

    def __init__(self, people: Sequence[Person], now: str) -> None:
        super().__init__()
        self._people, self._now = people, now

    def initial(self, name: str) -> str:
        """Who is noted now."""
        return self._now

    def answer(self, typed: dict[str, str]) -> tuple[Person, ...]:
        """The people of these aliases."""
        return people_named(clean_text(typed["people"]), Known(people=self._people))


class TagsScreen(AskScreen[str]):
    """Answers tags with commas between them."""

    fields = (("tags", "With commas between", "work, mail"),)

    def __init__(self, question: str, tags: Sequence[str] = ()) -> None:
        super().__init__()
        self.question, self._tags = question, tags

    def initial(self, name: str) -> str:
        """The tags there are, and room for the next one."""
        return "".join(f"{tag}, " for tag in self._tags)

    def echo(self, name: str, text: str) -> str:
        """The tags as they will be kept."""
        return "   ".join(f"#{tag}" for tag in read_tags(text))

    def answer(self, typed: dict[str, str]) -> str:
        """The tags, tidied."""
        return ",".join(read_tags(clean_text(typed["tags"])))


class WhenScreen(AskScreen[str]):
    """Answers when it was, as a version keeps it (see editing.said)."""

    question = "When was it? About is fine."
    fields = (("day", "The day", "yesterday, 3 weeks ago, 14 march"), ("time", "The time, if you know it", "14:30"))

    def __init__(self, session: Session, entry: Entry) -> None:
        super().__init__()
        self._session, self._entry = session, entry

    def initial(self, name: str) -> str:
        """The day and time noted now."""
        when = self._entry.happened_at or self._entry.created_at
        if name == "day":
            return when.date().isoformat()
        return f"{when:%H:%M}" if self._entry.precision is Precision.MINUTE else ""

    def echo(self, name: str, text: str) -> str:
        """What the day means."""
        if name != "day" or not text.strip():
            return ""
        read = self._read(text)
        return read.reason if isinstance(read, Refusal) else read.echo(self._now)

    def answer(self, typed: dict[str, str]) -> str:
        """The day, with its time when one is given, there or behind the day; refused when it is still to come."""
        read = self._read(typed["day"])
        if isinstance(read, Refusal):
            raise ValueError(read.reason)
        if read.clock is None and typed["time"].strip():
            timed = self._read(f"{typed['day']} {typed['time'].strip()}")
            if isinstance(timed, Refusal) or timed.clock is None:
                raise ValueError("Write the time like 14:30, or leave it empty.")
            read = timed
        if read.is_to_come(self._now):
            raise ValueError("That is still to come.")
        moment, precision = read.moment(self._now)
        return moment.isoformat() + (f" {Precision.DAY}" if precision is Precision.DAY else "")

    @property
    def _now(self) -> datetime:
        """Now, on the clock of the place where it happened."""
        there = self._entry.happened_at or self._session.now
        return self._session.now.astimezone(there.tzinfo)

    def _read(self, phrase: str) -> PastTime | Refusal:
        return read_past_time(phrase, self._session.today, week_start=self._session.settings.week_start)
