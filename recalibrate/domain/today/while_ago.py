"""A while ago: one old entry and how it ended, another each day, for those who asked for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

from recalibrate.domain.records.entry import Entry, Path
from recalibrate.domain.records.experiment import Choice, Experiment
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.domain.wording import one_line

OLD_AFTER_DAYS = 60

_DECIDED = {
    Choice.KEEP: "kept",
    Choice.CHANGE: "changed for another round",
    Choice.STOP: "stopped",
    Choice.OVERHAUL: "became an overhaul",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WhileAgo:
    """An old entry, and how it ended in a few words."""

    entry: Entry
    ended: str


def while_ago(
    entries: Iterable[Entry], experiments: Sequence[Experiment], overhauls: Sequence[Overhaul], today: date
) -> WhileAgo | None:
    """The entry of the day: two months old or more, with an ending; the same all day long.

    A slip that was marked *not mine* never comes back this way.
    """
    day = crc32(today.isoformat().encode())
    latest = today - timedelta(days=OLD_AFTER_DAYS)
    for each in sorted(entries, key=lambda each: crc32(each.id.encode(), day)):
        if each.happened_on > latest or each.is_parked or (each.triage and each.triage.choice is Path.NOT_MINE):
            continue
        if ended := how_it_ended(each, experiments, overhauls):
            return WhileAgo(entry=each, ended=ended)
    return None


def how_it_ended(entry: Entry, experiments: Iterable[Experiment], overhauls: Iterable[Overhaul]) -> str:
    """How a slip ended, in a few words; empty while something of it still runs."""
    first_rounds = [each for each in experiments if each.entry_id == entry.id]
    roots = {each.root for each in first_rounds}
    rounds = [each for each in experiments if each.root in roots]
    hanging = [each for each in overhauls if each.entry_id == entry.id or each.experiment_id in {r.id for r in rounds}]
    if any(each.started_at and not each.decision and not each.withdrawal for each in rounds):
        return ""
    if any(each.ending is None for each in hanging):
        return ""
    if done := next((each for each in hanging if each.ending is Ending.DONE), None):
        return f"the set-up changed: {one_line(done.what_must_change)}"
    decided = [(each.round, each.decision.decided_at, each.action, each.decision) for each in rounds if each.decision]
    if decided:
        _, _, action, last = max(decided, key=lambda one: one[:2])
        words = one_line(last.next_line or last.learned or action)
        return f"{_DECIDED[last.choice]}: {words}" if words else _DECIDED[last.choice]
    if entry.triage and entry.triage.choice is Path.LET_GO:
        return "let go"
    return f"as one moment: {one_line(entry.observation)}" if entry.observation.strip() else ""
