"""What goes into the bin with an entry, and what comes out of it again together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recalibrate.domain.journaling.story import Story
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.record import Record
from recalibrate.domain.wording import counted, listed


def goes_with(story: Story) -> tuple[Record, ...]:
    """The entry and what is nothing without it: rounds, overhauls, ratings; moments with people stay."""
    entry = (story.entry,) if story.entry else ()
    return (*entry, *story.experiments, *story.overhauls, *story.ratings)


def came_with(entry: Entry, binned: Iterable[Record]) -> tuple[Record, ...]:
    """What went into the bin in the same moment as the entry and belongs to it, the entry first."""
    found = [each for each in binned if each.deleted_at == entry.deleted_at and each.id != entry.id]
    rounds = [each for each in found if isinstance(each, Experiment) and each.entry_id == entry.id]
    ids = {each.id for each in rounds}
    others = [
        each
        for each in found
        if isinstance(each, Overhaul | Rating) and (each.entry_id == entry.id or each.experiment_id in ids)
    ]
    return (entry, *rounds, *others)


def came_back(now: Sequence[Record], before: Sequence[Record | None]) -> tuple[Entry, ...]:
    """The entries among these records that were not there before, or lay in the bin."""
    return tuple(
        each
        for each, was in zip(now, before, strict=True)
        if isinstance(each, Entry) and each.deleted_at is None and (was is None or was.deleted_at is not None)
    )


def deleted_words(records: Iterable[Record]) -> str:
    """What was deleted, as a sentence."""
    kinds = [type(each) for each in records]
    parts = [counted(kinds.count(Experiment), "experiment")] if Experiment in kinds else []
    parts += [counted(kinds.count(Overhaul), "overhaul")] if Overhaul in kinds else []
    entries = kinds.count(Entry)
    what = "Deleted" if entries == 1 else f"Deleted {counted(entries, 'entry', 'entries')}"
    return f"{what}{', with ' + listed(parts) if parts else ''}."
