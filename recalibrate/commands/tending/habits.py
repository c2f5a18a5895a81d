"""What can be done with a habit of one's own: named, told in other words, archived."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from recalibrate.commands.failures import CouldNot
from recalibrate.domain.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.own_habit import OwnHabit
    from recalibrate.store.journal import Journal


def add(words: Sequence[str], call: Call) -> int:
    """A new one; prints its id."""
    from recalibrate.domain.records.own_habit import OwnHabit

    journal = call.journal_to_write()
    name, definition, question = (one_line(each) for each in (*words, "", "")[:3])
    habit = OwnHabit(name=_free_name(name, journal), definition=definition, question=question)
    journal.put(habit)
    call.say(habit.id)
    return 0


def rename(words: Sequence[str], call: Call) -> int:
    """Another name."""
    journal = call.journal_to_write()
    habit = _own(words[0], journal)
    changed = replace(habit, name=_free_name(one_line(words[1]), journal, but=habit))
    journal.put(changed)
    call.say(f"“{habit.name}” is called “{changed.name}” now.")
    return 0


def define(words: Sequence[str], call: Call) -> int:
    """Other words for what it does."""
    return _kept(words[0], call, "is kept.", definition=one_line(words[1]))


def question(words: Sequence[str], call: Call) -> int:
    """Another question for it."""
    return _kept(words[0], call, "is kept.", question=one_line(words[1]))


def archive(words: Sequence[str], call: Call) -> int:
    """No longer offered."""
    return _kept(words[0], call, "is archived; what it named stays.", archived_at=call.now)


def bring_back(words: Sequence[str], call: Call) -> int:
    """Offered again."""
    return _kept(words[0], call, "is back in the list.", archived_at=None)


def _kept(name: str, call: Call, said: str, **fields: Any) -> int:
    """Keep the habit of that name with other values in these fields, and say so."""
    journal = call.journal_to_write()
    habit = _own(name, journal)
    journal.put(replace(habit, **fields))
    call.say(f"“{habit.name}” {said}")
    return 0


def _own(word: str, journal: Journal) -> OwnHabit:
    from recalibrate.commands.finding.by_name import named
    from recalibrate.domain.records.own_habit import OwnHabit

    return named(word, journal.all(OwnHabit), "habits of your own")


def _free_name(name: str, journal: Journal, but: OwnHabit | None = None) -> str:
    """The name, when no other habit has it. Raises CouldNot."""
    from recalibrate.domain.habits.catalogue import CATALOGUE
    from recalibrate.domain.records.own_habit import OwnHabit

    if not name:
        raise CouldNot("A habit needs a name, a few words.")
    names = {each.name.casefold() for each in CATALOGUE}
    names |= {each.name.casefold() for each in journal.all(OwnHabit) if but is None or each.id != but.id}
    if name.casefold() in names:
        raise CouldNot(f"There is a habit called “{name}” already.")
    return name
