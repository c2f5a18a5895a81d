"""Naming the habit line by line: suggestions first, the whole list on request, one's own added on the spot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recalibrate.commands.finding.known import known_of
from recalibrate.commands.plain.asking import Asking
from recalibrate.domain.habits.catalogue import usual_names
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.naming import Naming, naming
from recalibrate.domain.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recalibrate.commands.call import Call
    from recalibrate.store.journal import Journal

WAYS = "Numbers or names with commas; l lists all, + NAME adds your own, Enter names none."
HELP = (
    "Type the number or the name of each that fits, with commas between them. Usual names, such as mind reading or "
    "labelling, will do as well. l lists all habits with what they are."
)


def named(draft: Draft, journal: Journal, ask: Asking, call: Call) -> Draft:
    """The draft with the habits that were named. Raises Back and Park."""
    every = naming(draft, known_of(journal, call.settings))
    shown = [each for each in every if each.why] or list(every)
    _list(shown, call)
    while True:
        names = {each.key: each.name for each in every}
        now = ", ".join(names[key] for key in draft.habits if key in names)
        answer = ask.line(WAYS, now, help=HELP).strip()
        if answer == now:
            return draft
        if answer.casefold() == "l":
            shown = list(every)
            _list(shown, call)
            continue
        if answer.startswith("+"):
            draft = _added(answer[1:].strip(), draft, journal)
            every = naming(draft, known_of(journal, call.settings))
            continue
        keys, unknown = _read(answer, shown, every)
        if not unknown:
            return replace(draft, habits=keys)
        call.say_wrapped(" ".join(unknown))


def _list(habits: Sequence[Naming], call: Call) -> None:
    for number, each in enumerate(habits, start=1):
        why = f" · {each.why}" if each.why else ""
        call.say_hanging(f"  {number}  ", f"{each.name}{why}: {each.definition}")


def _added(name: str, draft: Draft, journal: Journal) -> Draft:
    """The draft with a habit of one's own, which is in the journal from now on."""
    if not name:
        return draft
    there = next((each for each in journal.all(OwnHabit) if each.name.casefold() == name.casefold()), None)
    habit = there or OwnHabit(name=name)
    if there is None:
        journal.put(habit)
    return draft if habit.id in draft.habits else draft.with_habit(habit.id)


def _read(answer: str, shown: Sequence[Naming], known: Sequence[Naming]) -> tuple[tuple[str, ...], list[str]]:
    """The keys that the answer names, and a sentence about each part of it that names none."""
    keys, unknown = [], []
    for part in filter(None, (each.strip() for each in answer.split(","))):
        if part.isascii() and part.isdigit():
            if 0 < int(part[:4]) <= len(shown):
                keys.append(shown[int(part[:4]) - 1].key)
            else:
                unknown.append(f"There is no number {part} in the list; it goes to {len(shown)}.")
            continue
        fitting = _fitting(part, known)
        if len(fitting) == 1:
            keys.append(fitting[0].key)
        elif fitting:
            unknown.append(f"“{part}” may be {listed([each.name for each in fitting], 'or')}.")
        else:
            unknown.append(f"There is no habit “{part}”; + {part} adds it as your own.")
    return tuple(dict.fromkeys(keys)), unknown


def _fitting(part: str, known: Sequence[Naming]) -> list[Naming]:
    """The habits of that name, ours before the usual ones, whole names before beginnings."""
    wanted = part.casefold().replace("-", " ")
    ours = {each.key: (each.key.replace("_", " "), each.name.casefold().replace("-", " ")) for each in known}
    usual = {each.key: usual_names(each.key) for each in known}
    for names in (ours, usual):
        if found := [each for each in known if wanted in names[each.key]]:
            return found
    for names in (ours, usual):
        if found := [each for each in known if any(name.startswith(wanted) for name in names[each.key])]:
            return found
    return []
