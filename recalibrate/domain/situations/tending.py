"""Situations as one tends them: renamed, merged, archived, counted, each with all that happened there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from recalibrate.domain.experimenting.triage import Offer, offer_triage
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.rating import Context, Measure, Rating
from recalibrate.domain.records.record import Version
from recalibrate.domain.records.situation import Situation, ends
from recalibrate.domain.records.task import Task
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationLine:
    """A situation in the list: its slips, the day of the last, and its ratings of dread, oldest first.

    The sting of a slip is kept beside them, but it is no dread of the situation and not among them.
    """

    situation: Situation
    slips: int = 0
    last_on: date | None = None
    dread: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationPage:
    """A situation with what belongs to it, also through those merged into it; newest slips first."""

    situation: Situation
    merged: tuple[Situation, ...] = ()
    entries: tuple[Entry, ...] = ()
    experiments: tuple[Experiment, ...] = ()
    overhauls: tuple[Overhaul, ...] = ()
    tasks: tuple[Task, ...] = ()
    ratings: tuple[Rating, ...] = ()


def end_ids(situations: Iterable[Situation]) -> dict[str, str]:
    """The id of the situation that each one stands for, merges followed to their end."""
    return {id: each.id for id, each in ends(situations).items()}


def followed(entries: Iterable[Entry], situations: Iterable[Situation]) -> list[Entry]:
    """The entries as if each had been noted where its situation was merged into; for counting, never kept."""
    end = end_ids(situations)
    if all(id == here for id, here in end.items()):
        return list(entries)

    def there(entry: Entry) -> Entry:
        id = end.get(entry.situation_id or "", entry.situation_id)
        return entry if id == entry.situation_id else replace(entry, situation_id=id)

    return [there(each) for each in entries]


def offer_of(page: SituationPage, today: date) -> Offer | None:
    """Triage offered on the page of a situation, what was merged into it counted in."""
    here = page.situation
    slips = [replace(each, situation_id=here.id) for each in page.entries]
    return offer_triage(here, slips, page.experiments, page.overhauls, today)


def situation_called(name: str, situations: Iterable[Situation]) -> Situation | None:
    """The situation of that name, whatever its case and wherever it was merged; a new one, or None for no name."""
    words = one_line(clean_text(name))
    if not words:
        return None
    there = {each.id: each for each in situations}
    end = ends(there.values())
    same = [each for each in there.values() if each.name.casefold() == words.casefold()]
    same.sort(key=lambda each: (each.merged_into is not None, each.archived_at is not None))
    return end[same[0].id] if same else Situation(name=words)


def renamed(situation: Situation, name: str, situations: Iterable[Situation], now: datetime) -> Situation:
    """The situation under another name, the one before in its history. Refused when another has that name."""
    words = one_line(clean_text(name))
    if not words:
        raise Refused("A situation needs a name, a few words.", field="name")
    for each in situations:
        if each.id != situation.id and each.merged_into is None and each.name.casefold() == words.casefold():
            raise Refused("There is one of that name. Merge the two instead.", field="name")
    if words == situation.name:
        return situation
    before = Version(field="name", text=situation.name, replaced_at=now)
    return replace(situation, name=words, history=(*situation.history, before))


def merged(source: Situation, target: Situation, situations: Iterable[Situation], now: datetime) -> Situation:
    """The source as merged into the target, logged; all that was noted there follows without being rewritten.

    Refused for one with itself, and where it would go round in a circle.
    """
    there = {each.id: each for each in situations} | {source.id: source, target.id: target}
    if ends(there.values())[target.id].id == source.id or source.id == target.id:
        raise Refused("These two are one already.")
    if target.merged_into or target.archived_at:
        raise Refused("That one was put away. Bring it back first, or choose another.")
    log = Version(field="merged_into", text=source.merged_into or "", replaced_at=now)
    return replace(source, merged_into=target.id, history=(*source.history, log))


def put_away(situation: Situation, now: datetime) -> Situation:
    """The situation archived: no longer offered, its slips untouched."""
    return replace(situation, archived_at=now)


def taken_out(situation: Situation) -> Situation:
    """An archived situation back in the list."""
    return replace(situation, archived_at=None)


def situation_lines(
    situations: Sequence[Situation], entries: Iterable[Entry], ratings: Iterable[Rating] = ()
) -> tuple[SituationLine, ...]:
    """All situations that stand for themselves, archived ones included: the most slips first, then by name."""
    end = end_ids(situations)
    slips: dict[str, int] = {}
    last: dict[str, date] = {}
    for entry in entries:
        here = end.get(entry.situation_id or "")
        if here:
            slips[here] = slips.get(here, 0) + 1
            last[here] = max(last.get(here, date.min), entry.happened_on)
    dread = dread_by_situation(ratings, end)
    lines = [
        SituationLine(
            situation=each,
            slips=slips.get(each.id, 0),
            last_on=last.get(each.id),
            dread=tuple(rating.value for rating in dread.get(each.id, ()) if rating.context is not Context.SLIP),
        )
        for each in situations
        if each.merged_into is None
    ]
    return tuple(sorted(lines, key=lambda line: (-line.slips, line.situation.name.casefold())))


def dread_by_situation(ratings: Iterable[Rating], end: dict[str, str]) -> dict[str, list[Rating]]:
    """The ratings of dread of each situation, oldest first; `end` is what `end_ids` answers."""
    found: dict[str, list[Rating]] = {}
    for each in sorted(ratings, key=lambda rating: rating.rated_at):
        if each.measure is Measure.DREAD and each.situation_id in end:
            found.setdefault(end[each.situation_id], []).append(each)
    return found


def situation_page(
    situation: Situation,
    situations: Sequence[Situation],
    entries: Iterable[Entry],
    experiments: Sequence[Experiment],
    overhauls: Iterable[Overhaul],
    tasks: Iterable[Task],
    ratings: Iterable[Rating],
) -> SituationPage:
    """Everything that belongs to the situation: its slips, what grew out of them or out of its tasks, its dread."""
    end = end_ids(situations)
    ids = {id for id, here in end.items() if here == situation.id} | {situation.id}
    slips = [each for each in entries if each.situation_id in ids]
    own_tasks = tuple(each for each in tasks if each.situation_id in ids)
    sources = {each.id for each in slips} | {each.id for each in own_tasks}
    roots = {each.root for each in experiments if sources & {each.entry_id, each.task_id}}
    tried = [each for each in experiments if each.root in roots]
    tried_ids = {each.id for each in tried}
    return SituationPage(
        situation=situation,
        merged=tuple(each for each in situations if each.id in ids and each.id != situation.id),
        entries=tuple(sorted(slips, key=lambda each: each.happened_at or each.created_at, reverse=True)),
        experiments=tuple(sorted(tried, key=lambda each: each.started_at or each.created_at, reverse=True)),
        overhauls=tuple(each for each in overhauls if each.entry_id in sources or each.experiment_id in tried_ids),
        tasks=own_tasks,
        ratings=tuple(dread_by_situation(ratings, end).get(situation.id, ())),
    )
