"""How many rounds a question takes, and how it ends: the tinkering gauge (M9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recalibrate.domain.records.experiment import Choice, Experiment
from recalibrate.domain.statistics import Interval, wilson


@dataclass(frozen=True, slots=True)
class Rounds:
    """`lengths` pairs a number of rounds with how many questions took so many; the rest says how they ended.

    `changed` are questions whose last word so far is *change*, `running` those not decided at all.
    """

    questions: int
    lengths: tuple[tuple[int, int], ...]
    keep: int
    stop: int
    overhaul: int
    changed: int
    running: int
    withdrawn: int
    interval: Interval

    @property
    def ended(self) -> int:
        """Questions that came to an end: kept, stopped or overhauled."""
        return self.keep + self.stop + self.overhaul


def rounds(experiments: Iterable[Experiment]) -> Rounds:
    """M9: the distribution of started rounds per root, and the share ended by keep, stop or overhaul (Wilson)."""
    roots: dict[str, list[Experiment]] = {}
    for each in experiments:
        if each.started_at is not None:
            roots.setdefault(each.root, []).append(each)
    lengths: dict[int, int] = {}
    endings: list[Choice | str] = []
    for started in roots.values():
        last = max(started, key=lambda each: each.round)
        lengths[len(started)] = lengths.get(len(started), 0) + 1
        endings.append(last.decision.choice if last.decision else "withdrawn" if last.withdrawal else "running")
    keep, stop, overhaul = (endings.count(choice) for choice in (Choice.KEEP, Choice.STOP, Choice.OVERHAUL))
    return Rounds(
        questions=len(roots),
        lengths=tuple(sorted(lengths.items())),
        keep=keep,
        stop=stop,
        overhaul=overhaul,
        changed=endings.count(Choice.CHANGE),
        running=endings.count("running"),
        withdrawn=endings.count("withdrawn"),
        interval=wilson(keep + stop + overhaul, len(roots)),
    )
