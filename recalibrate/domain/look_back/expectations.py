"""What was expected against what came, for feared and hoped things apart (M5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recalibrate.domain.look_back.notebook import entries_of_experiments
from recalibrate.domain.records.experiment import Experiment, Feeling, Outcome
from recalibrate.domain.rules.starting import first_probability
from recalibrate.domain.statistics import Calibration, Interval, calibration, wilson

WIDE_BANDS = ((0, 30), (40, 60), (70, 100))
FINER_BANDS = ((0, 10), (20, 30), (40, 60), (70, 80), (90, 100))
FINER_FROM = 50


@dataclass(frozen=True, slots=True)
class Band:
    """Cases whose stated probability lay from `low` to `high`: expected on average (0–1), happened, of how many."""

    low: int
    high: int
    cases: int
    happened: int
    expected: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Expectation:
    """One feeling's forecasts; `score` is None without a case. What cannot be scored is counted, not dropped."""

    feeling: Feeling | None
    score: Calibration | None
    bands: tuple[Band, ...]
    partly: int
    could_not_tell: int
    unanswered: int
    entry_ids: tuple[str, ...]

    @property
    def cases(self) -> int:
        """The outcomes that were a plain yes or no."""
        return self.score.cases if self.score else 0

    @property
    def left_out(self) -> int:
        """Decided ones that the score cannot use."""
        return self.partly + self.could_not_tell + self.unanswered


def expectation(experiments: Iterable[Experiment], feeling: Feeling | None) -> Expectation:
    """M5 for one feeling: mean p, k/n with Wilson, bias z, Brier and skill (see `statistics.calibration`).

    Only the probability stated first counts. *Partly* and *could not tell* are left out of the score and printed;
    nothing is folded (a 20 stays a 20). Three wide bands until there are 50 cases.
    """
    rounds = tuple(experiments)
    of = entries_of_experiments(rounds)
    forecasts: list[tuple[int, bool]] = []
    others = dict.fromkeys((Outcome.PARTLY, Outcome.COULD_NOT_TELL, None), 0)
    behind: dict[str, None] = {}
    for each in rounds:
        if each.decision is None or each.feeling is not feeling:
            continue
        stated, outcome = first_probability(each), each.decision.outcome
        if each.id in of:
            behind[of[each.id]] = None
        if outcome in (Outcome.YES, Outcome.NO) and stated is not None:
            forecasts.append((stated, outcome is Outcome.YES))
        else:
            others[outcome if outcome in others else None] += 1
    return Expectation(
        feeling=feeling,
        score=calibration((stated / 100, came) for stated, came in forecasts) if forecasts else None,
        bands=_bands(forecasts),
        partly=others[Outcome.PARTLY],
        could_not_tell=others[Outcome.COULD_NOT_TELL],
        unanswered=others[None],
        entry_ids=tuple(behind),
    )


def _bands(forecasts: list[tuple[int, bool]]) -> tuple[Band, ...]:
    found = []
    for low, high in FINER_BANDS if len(forecasts) >= FINER_FROM else WIDE_BANDS:
        inside = [(stated, came) for stated, came in forecasts if low <= stated <= high]
        if inside:
            happened = sum(came for _, came in inside)
            expected = sum(stated for stated, _ in inside) / len(inside) / 100
            found.append(Band(low, high, len(inside), happened, expected, wilson(happened, len(inside))))
    return tuple(found)
