"""How true the voice felt, in the same sitting and days later (M2b, M2c)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from recalibrate.domain.look_back.notebook import entries_of_experiments
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.statistics import median, sign_test


@dataclass(frozen=True, slots=True)
class Shift:
    """Pairs of (before, then): the middle of before − then, how many went down, stayed, went up, and the sign test.

    `entry_ids` belong to `pairs`, in the same order. `p` is two-sided, 1 when nothing changed.
    """

    pairs: tuple[tuple[int, int], ...]
    entry_ids: tuple[str, ...]
    down: int
    same: int
    up: int
    middle: float | None
    p: float

    @property
    def changed(self) -> int:
        """Pairs that are not the same."""
        return self.down + self.up


def belief_same_sitting(entries: Iterable[Entry]) -> Shift:
    """M2b: median(before − after), both rated in one sitting. Never a claim.

    People rate lower right after writing partly because they were asked.
    """
    pairs: dict[str, tuple[int, int]] = {}
    for each in entries:
        voice = each.voice
        if voice and voice.belief_before is not None and voice.belief_after is not None:
            pairs[each.id] = (voice.belief_before, voice.belief_after)
    return _shift(pairs)


def belief_later(entries: Iterable[Entry], experiments: Iterable[Experiment]) -> Shift:
    """M2c: median(before − later), the later one asked at the decision with the earlier number hidden.

    One pair a slip, from its last decision that has the answer. Two-sided sign test: Conover, Practical
    Nonparametric Statistics, section 3.4.
    """
    rounds = tuple(experiments)
    of = entries_of_experiments(rounds)
    latest: dict[str, tuple[datetime, int]] = {}
    for each in rounds:
        entry_id, decision = of.get(each.id), each.decision
        if entry_id is None or decision is None or decision.belief_later is None:
            continue
        if entry_id not in latest or decision.decided_at >= latest[entry_id][0]:
            latest[entry_id] = (decision.decided_at, decision.belief_later)
    before = {each.id: each.voice.belief_before for each in entries if each.id in latest and each.voice}
    found = {id: value for id, value in before.items() if value is not None}
    ordered = sorted(found, key=lambda id: latest[id][0])
    return _shift({id: (found[id], latest[id][1]) for id in ordered})


def _shift(pairs: Mapping[str, tuple[int, int]]) -> Shift:
    down = sum(then < before for before, then in pairs.values())
    up = sum(then > before for before, then in pairs.values())
    return Shift(
        pairs=tuple(pairs.values()),
        entry_ids=tuple(pairs),
        down=down,
        same=len(pairs) - down - up,
        up=up,
        middle=median(before - then for before, then in pairs.values()) if pairs else None,
        p=sign_test(down, up),
    )
