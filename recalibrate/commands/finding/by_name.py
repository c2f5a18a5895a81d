"""Records found by the name that one knows them under, or by their id."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from recalibrate.commands.failures import CouldNot
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Task
from recalibrate.domain.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

N = TypeVar("N", Person, OwnHabit, Situation, Task)
MOST_NAMED = 5


def named(word: str, records: Iterable[N], kind: str) -> N:
    """The one record of that name, whatever its case; else the only one with a word or an id that begins so.

    Records that are archived or merged come last. Raises CouldNot, with a name that is near.
    """
    wanted = " ".join(word.casefold().split())
    known = sorted(records, key=_is_away)
    exact = [each for each in known if name_of(each).casefold() == wanted]
    if exact:
        return exact[0]
    begun = [each for each in known if wanted and _begins(each, wanted)]
    fitting = [each for each in begun if not _is_away(each)] or begun
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = listed([f"“{name_of(each)}”" for each in fitting[:MOST_NAMED]], last="or")
        raise CouldNot(f"“{word}” could be {names}; give more of the name.")
    from recalibrate.commands.parsing.global_options import did_you_mean

    hint = did_you_mean(word, [name_of(each) for each in known], "none has a name like it.", "“{}”")
    raise CouldNot(f"There is no “{word}” among the {kind}; {hint}")


def name_of(record: Person | OwnHabit | Situation | Task) -> str:
    """What it is called."""
    return record.alias if isinstance(record, Person) else record.name


def _begins(record: Person | OwnHabit | Situation | Task, wanted: str) -> bool:
    return f" {wanted}" in f" {name_of(record).casefold()}" or (len(wanted) > 3 and record.id.startswith(wanted))


def _is_away(record: Person | OwnHabit | Situation | Task) -> bool:
    return bool(record.archived_at or (isinstance(record, Situation) and record.merged_into))
