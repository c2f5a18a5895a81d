"""The page of one habit: what it is, an example, a question for it, and how it is called elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from recalibrate.domain.habits.catalogue import habit
from recalibrate.domain.records.own_habit import OwnHabit


def habit_page(key: str, own: Sequence[OwnHabit] = ()) -> tuple[str, ...]:
    """The paragraphs of the page, a heading starting with "# "."""
    mine = next((each for each in own if each.id == key), None)
    if mine:
        asked = ("# A question for it", mine.question) if mine.question else ()
        return (f"# {mine.name}", mine.definition or "A habit of your own.", *asked)
    found = habit(key)
    if found is None:
        return ("# No such habit", "It is not in the catalogue, nor among your own.")
    return (
        f"# {found.name}",
        found.definition,
        "# It sounds like",
        f"“{found.example}”",
        "# A question for it",
        found.question,
        *(("# Names elsewhere", found.names_elsewhere) if found.names_elsewhere else ()),
        "Naming is not a diagnosis. People who rate the same sentence often name different habits; yours is the one "
        "that helps you hear it next time.",
    )
