"""Naming the habit line by line: suggestions first, the whole list on request, one's own added on the spot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recalibrate.commands.asking import Asking
from recalibrate.commands.known import known_of
from recalibrate.domain.own_habit import OwnHabit
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.naming import Naming, naming

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recalibrate.commands.call import Call
    from recalibrate.store.journal import Journal

WAYS = "Numbers or names with commas; l lists all, + NAME adds your own, Enter names none."


def named(draft: Draft, journal: Journal, ask: Asking, call: Call) -> Draft:
    """The draft with the habits that were named. Raises Back and Park."""
    shown_all = False
    while True:
        all_of_them = naming(draft, known_of(journal, call.settings))
        likely = [each for each in all_of_them if each.why]
        shown = list(all_of_them) if shown_all or not likely else likely
        for number, each in enumerate(shown, start=1):
            why = f" · {each.why}" if each.why else ""
            call.say_hanging(f"  {number}  ", f"{each.name}{why}: {each.definition}")
        known = {each.key: each.name for each in all_of_them}
        now = ", ".join(known[key] for key in draft.habits if key in known)
        answer = ask.line(WAYS, now).strip()
        if answer == now:
            return draft
        if answer.casefold() == "l":
            shown_all = True
            continue
        if answer.startswith("+"):
            draft = _added(answer[1:].strip(), draft, journal)
            continue
        keys, unknown = _read(answer, shown, all_of_them)
        if not unknown:
            return replace(draft, habits=keys)
        call.say_wrapped(f"There is no habit “{unknown}”; + {unknown} adds it as your own.")


def _added(name: str, draft: Draft, journal: Journal) -> Draft:
    """The draft with a habit of one's own, which is in the journal from now on."""
    if not name:
        return draft
    there = next((each for each in journal.all(OwnHabit) if each.name.casefold() == name.casefold()), None)
    habit = there or OwnHabit(name=name)
    if there is None:
        journal.put(habit)
    return draft if habit.id in draft.habits else draft.with_habit(habit.id)


def _read(answer: str, shown: Sequence[Naming], known: Sequence[Naming]) -> tuple[tuple[str, ...], str]:
    """The keys that the answer names, and the first part of it that names none."""
    keys = []
    for part in filter(None, (each.strip() for each in answer.split(","))):
        if part.isascii() and part.isdigit() and 0 < int(part) <= len(shown):
            keys.append(shown[int(part) - 1].key)
            continue
        fitting = [each.key for each in known if part.casefold() in (each.key, each.name.casefold())]
        fitting = fitting or [each.key for each in known if each.name.casefold().startswith(part.casefold())]
        if len(fitting) != 1:
            return (), part
        keys.append(fitting[0])
    return tuple(dict.fromkeys(keys)), ""
