"""The three levels of speech, decided here and nowhere else: counts, then an interval, then a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from recalibrate.domain.look_back.dread import RATINGS_NEEDED
from recalibrate.domain.statistics import Interval

CAVEAT = (
    "These are your own ratings of the slips you chose to write down. "
    "They can show a pattern worth testing. They cannot show what caused it."
)
"""Stands under everything that the look-back says."""

SHARE_FROM = 5
"""Fewer cases are said as "3 of 4" and drawn without an interval: never a share of 100."""

UNLIKELY = 0.05
"""A p below this may become a claim."""


class Metric(StrEnum):
    """What is measured, by the short name that reviews keep."""

    YEAR = "year"
    FOLLOW_THROUGH = "M1"
    STUCK = "M1b"
    FIRST_VOICE = "M2a"
    SAME_SITTING = "M2b"
    BELIEF_LATER = "M2c"
    DREAD = "M3"
    DREAD_FACT = "M3b"
    TIME_TO_REFRAME = "M4"
    EXPECTATION = "M5"
    HABITS = "M6"
    DOING = "M7"
    REPEATED = "M7b"
    RECURRENCE = "M8"
    ROUNDS = "M9"
    COMPANY = "M10"
    REACH = "M11"


class Level(StrEnum):
    """How much is said."""

    COUNTS = "counts"
    INTERVAL = "interval"
    CLAIM = "claim"


class Standing(StrEnum):
    """How firm the ground is: a month that still runs, one that closed, or a second one that says the same."""

    RUNNING = "running"
    CLOSED = "closed"
    AGREED = "agreed"


class Direction(StrEnum):
    """Which way a claim points; both ways are said in the same words."""

    LOWER = "lower"
    HIGHER = "higher"


Standings = Callable[[Metric, str, Direction], Standing]
"""The standing of a claim of this metric, about this thing, in this direction."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """From how many cases an interval is said, and a claim; None = never."""

    interval: int | None
    claim: int | None


THRESHOLDS: Mapping[Metric, Threshold] = MappingProxyType(
    {
        Metric.YEAR: Threshold(None, None),
        Metric.FOLLOW_THROUGH: Threshold(5, 10),
        Metric.STUCK: Threshold(5, None),
        Metric.FIRST_VOICE: Threshold(10, 10),
        Metric.SAME_SITTING: Threshold(6, None),
        Metric.BELIEF_LATER: Threshold(8, 8),
        Metric.DREAD: Threshold(RATINGS_NEEDED, RATINGS_NEEDED),
        Metric.DREAD_FACT: Threshold(None, None),
        Metric.TIME_TO_REFRAME: Threshold(8, None),
        Metric.EXPECTATION: Threshold(10, 10),
        Metric.HABITS: Threshold(10, 10),
        Metric.DOING: Threshold(5, None),
        Metric.REPEATED: Threshold(None, None),
        Metric.RECURRENCE: Threshold(5, 5),
        Metric.ROUNDS: Threshold(5, None),
        Metric.COMPANY: Threshold(None, None),
        Metric.REACH: Threshold(None, None),
    }
)

RECURRENCE_DAYS = 30
SKILL_FROM = 20


def level(metric: Metric, cases: int, standing: Standing, *, excludes_no_change: bool = False) -> Level:
    """How much may be said from so many cases; a month that still runs never claims.

    `excludes_no_change` says that the interval (or the test) leaves "no change" out.
    """
    threshold = THRESHOLDS[metric]
    if threshold.interval is None or cases < threshold.interval:
        return Level.COUNTS
    if threshold.claim is None or cases < threshold.claim or not excludes_no_change or standing is Standing.RUNNING:
        return Level.INTERVAL
    return Level.CLAIM


def while_running(metric: Metric, about: str, direction: Direction) -> Standing:
    """The standing of everything in a month that is not closed."""
    return Standing.RUNNING


def without_waiting(text: str) -> str:
    """A sentence without its last one about the month that has not closed, for where a closed one stands beside it."""
    return text.removesuffix(WHEN_CLOSED).removesuffix(WOBBLE_WHEN_CLOSED).rstrip()


def said_together(texts: Iterable[str]) -> tuple[str, ...]:
    """Sentences that stand under each other: that there is nothing to say yet is said once, behind them all."""
    given = tuple(texts)
    shorter = tuple(text.removesuffix(NOTHING_YET).rstrip() for text in given)
    return shorter if shorter == given else (*shorter, NOTHING_YET_IN_ALL)


def so_far(word: str, standing: Standing) -> str:
    """The word of a claim, with "so far" behind it until two closed months agree."""
    return word if standing is Standing.AGREED else f"{word} so far"


def in_100(share: float) -> int:
    """A share from 0 to 1 as a whole number of 100, halves upwards."""
    return int(share * 100 + 0.5)


def span(interval: Interval) -> str:
    """ "39–78 in 100"."""
    return f"{in_100(interval.low)}–{in_100(interval.high)} in 100"


def somewhere(interval: Interval) -> str:
    """ "somewhere between 39 and 78 in 100"."""
    return f"somewhere between {in_100(interval.low)} and {in_100(interval.high)} in 100"


def chance(p: float) -> str:
    """ "p = 0.001", never "p = 0.000"."""
    return "p < 0.001" if p < 0.0005 else f"p = {p:.3f}" if p < 0.1 else f"p = {p:.2f}"


NOTHING_YET = "Nothing to say yet, and that is fine."
NOTHING_YET_IN_ALL = "Where there is too little to go by, nothing is said yet, and that is fine."
"""What stands once under several statements instead of `NOTHING_YET` behind each."""
TOO_FEW_FOR_TIME = "Too few to say how long it usually takes."
NOT_SHOWN = "What changed it is not shown here."
STILL_CHANCE = "The difference could still be chance."
WHEN_CLOSED = "Whether that is more than chance is said when the month closes."
WOBBLE_WHEN_CLOSED = "Whether that is more than wobble is said when the month closes."
