"""The one-line questions of editing: situation, when, people, tags."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from recalibrate.domain.company import Person
from recalibrate.domain.deadlines import Refusal, days_away, short_day
from recalibrate.domain.entry import Entry, Precision
from recalibrate.domain.past_dates import read_past
from recalibrate.domain.reframing.entry_of import people_named, situation_named
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.situation import Situation
from recalibrate.domain.tags import read_tags
from recalibrate.domain.text import clean_text
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.session import Session

NOON = time(12)


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
        """The tags there are."""
        return ", ".join(self._tags)

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
        if isinstance(read, Refusal):
            return read.reason
        return f"{short_day(read.date(), self._session.today)}, {days_away(read.date(), self._session.today)}"

    def answer(self, typed: dict[str, str]) -> str:
        """The day, with its time when one is given; refused when it is still to come."""
        read = self._read(typed["day"])
        if isinstance(read, Refusal):
            raise ValueError(read.reason)
        clock = typed["time"].strip().replace(".", ":")
        if not clock:
            return f"{min(read, self._session.now).isoformat()} {Precision.DAY}"
        try:
            at = datetime.strptime(clock, "%H:%M")
        except ValueError:
            raise ValueError("Write the time like 14:30, or leave it empty.") from None
        when = read.replace(hour=at.hour, minute=at.minute)
        if when > self._session.now:
            raise ValueError("That is still to come.")
        return when.isoformat()

    def _read(self, phrase: str) -> datetime | Refusal:
        read = read_past(phrase, self._session.today, week_start=self._session.settings.week_start)
        if isinstance(read, Refusal):
            return read
        day = read.first + (read.last - read.first) // 2
        now = self._entry.happened_at or self._session.now
        return datetime.combine(day, NOON, tzinfo=now.tzinfo)
