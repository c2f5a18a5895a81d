"""Which picture belongs to which numbers of the look-back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from recalibrate.domain.look_back.company import Company
from recalibrate.domain.look_back.doing import TaskDoing, Try
from recalibrate.domain.look_back.dread import Dread
from recalibrate.domain.look_back.first_voice import FirstVoice, Quarters, Voices
from recalibrate.domain.look_back.habits import Habits
from recalibrate.domain.look_back.periods import Month
from recalibrate.domain.look_back.reach import Reach
from recalibrate.domain.look_back.sections.experiments import Decided, Expectations, Followed, feeling_word
from recalibrate.domain.look_back.sections.situations import AllDread
from recalibrate.domain.look_back.sections.voices import Beliefs, YearAndReframing
from recalibrate.domain.look_back.speech import SHARE_FROM
from recalibrate.domain.records.task import Doing
from recalibrate.domain.statistics import Interval
from recalibrate.ui.charts import (
    BarRow,
    Day,
    Kind,
    LevelRow,
    Line,
    Lines,
    Point,
    Role,
    Series,
    ShareRow,
    Span,
    calendar,
    habit_bars,
    level_rows,
    pair_of_lines,
    rating_strip,
    share_rows,
    stacked_counts,
)
from recalibrate.ui.charts.lines import flow

SCOPES = (
    Kind("▲", "global", Role.ACCENT),
    Kind("●", "local", Role.MARK),
    Kind("◆", "both", Role.SECOND),
    Kind("○", "can't tell", Role.QUIET),
)
TURNS = (Kind("▾", "less true", Role.ACCENT), Kind("=", "the same", Role.QUIET), Kind("▴", "more true", Role.MARK))
REACHED = (Kind("●", "tried before", Role.MARK), Kind("◇", "for the first time", Role.ACCENT))
MET = (
    Kind("●", "saw calm", Role.ACCENT),
    Kind("◆", "met me", Role.MARK),
    Kind("◇", "I met", Role.SECOND),
    Kind("×", "used against", Role.QUIET),
)
AXIS_ROWS = 3
"""What an axis and a legend take under rows."""

LAST_TRIES = 5


def picture(facts: Any, width: int, height: int, *, week_start: int = 0) -> Lines:
    """The picture of a page's facts in `width` columns and about `height` rows; nothing where there is none."""
    if isinstance(facts, YearAndReframing):
        days = {each.day: Day(each.entries, each.decisions) for each in facts.year.days}
        return calendar(days, facts.year.until, width, week_start=week_start) if days else ()
    draw = _DRAWN.get(type(facts))
    return draw(facts, width, height) if draw else ()


def _first_voice(found: FirstVoice, width: int, height: int) -> Lines:
    months = _since_first(found.months, lambda each: each.marked)[-max(height - AXIS_ROWS, 3) :]
    return share_rows([_share(each.words, each.whole, each.marked, each.interval) for each in months], width)


def _quarters(found: Quarters, width: int, height: int) -> Lines:
    both = found.earlier, found.later
    rows = [_share(f"▲ global, {each.words}", each.whole, each.marked, each.interval) for each in both]
    rows += [_share(f"● local, {each.words}", each.moment, each.marked, each.interval_of_moment) for each in both]
    shares = share_rows(rows, width)
    months = _since_first(found.months, lambda each: each.marked)  # all, so that the sums in the legend hold
    stacks = [(each.words, (each.whole, each.moment, each.both, each.cant_tell)) for each in months]
    return (*shares, (), *stacked_counts(stacks, width, kinds=SCOPES))


def _habits(found: Habits, width: int, height: int) -> Lines:
    rows = found.rows[: max(height - AXIS_ROWS, 3)]
    early = found.cases < SHARE_FROM
    bars = [BarRow(each.name, each.named, each.cases, None if early else each.interval) for each in rows]
    return habit_bars(bars, width)


def _situations(found: AllDread, width: int, height: int) -> Lines:
    rows = [
        LevelRow(each.name, *((None, None) if each.too_early else (each.baseline, each.recent)))
        for each in found.situations[: max(height - AXIS_ROWS, 3)]
    ]
    return level_rows(rows, width)


def _dread(found: Dread, width: int, height: int) -> Lines:
    points = [Point(each.day, each.value, each.at_slip) for each in found.ratings]
    baseline, recent = (None, None) if found.too_early else (found.baseline, found.recent)
    return rating_strip(points, width, height=_grid(height), baseline=baseline, recent=recent)


def _expectations(found: Expectations, width: int, height: int) -> Lines:
    rows: list[ShareRow] = []
    for each in found.all:
        name, score = feeling_word(each.feeling), each.score
        if score:
            rows.append(_share(f"{name}, all", score.happened, score.cases, score.interval, score.expected))
        for band in each.bands:
            label = f"{name}, said {band.low}–{band.high}"
            rows.append(_share(label, band.happened, band.cases, band.interval, band.expected))
    return share_rows(rows, width)


def _followed(found: Followed, width: int, height: int) -> Lines:
    through, stuck, ended = found.follow_through, found.stuck, found.rounds
    if not ended.questions:
        return ()
    rows = (
        _share("decided in time", through.decided, through.reached, through.interval),
        _share("still so", stuck.yes, stuck.cases, stuck.interval),
        _share("came to an end", ended.ended, ended.questions, ended.interval),
    )
    return share_rows(rows, width)


def _decided(found: Decided, width: int, height: int) -> Lines:
    return stacked_counts([(Month.read(each.month).short, each.counts) for each in found.months], width)


def _beliefs(found: Beliefs, width: int, height: int) -> Lines:
    changes = [then - before for before, then in found.later.pairs]
    rows = []
    for change in sorted(set(changes)):
        count = changes.count(change)
        label = f"{abs(change)} less" if change < 0 else f"{change} more" if change else "the same"
        rows.append((label, (count if change < 0 else 0, count if not change else 0, count if change > 0 else 0)))
    return stacked_counts(rows, width, kinds=TURNS)


def _task(found: TaskDoing, width: int, height: int) -> Lines:
    rated = [Point(each.day, each.can_do) for each in found.tries if each.can_do is not None]
    made = [each for each in found.tries if each.done in (Doing.YES, Doing.PARTLY, Doing.NO)]
    shares = [Point(each.day, _share_done(made, at)) for at, each in enumerate(made) if at + 1 >= LAST_TRIES]
    first, second = Series("can-do before", rated), Series(f"done, of the last {LAST_TRIES} tries", shares)
    return pair_of_lines(first, second, width, height=_grid(height))


def _reach(found: Reach, width: int, height: int) -> Lines:
    rows = [
        (each.words, (len(each.situations) - len(each.first_time), len(each.first_time)))
        for each in found.quarters[-max(height - AXIS_ROWS, 3) :]
    ]
    # a situation comes again in each quarter, so that sums of the marks would count it twice
    legend: list[Line] = [(Span(kind.mark, kind.role), Span(f" {kind.word}", Role.QUIET)) for kind in REACHED]
    return (*stacked_counts(rows, width, kinds=REACHED)[: len(rows)], (), *flow(legend, width))


def _company(found: Company, width: int, height: int) -> Lines:
    return stacked_counts([(Month.read(each.month).short, each.counts) for each in found.months], width, kinds=MET)


def _share_done(made: Sequence[Try], at: int) -> float:
    """The share done of the tries up to `at`, in 100."""
    last = made[at + 1 - LAST_TRIES : at + 1]
    return 100 * sum(each.done is Doing.YES for each in last) / len(last)


def _share(label: str, happened: int, cases: int, interval: Interval, expected: float | None = None) -> ShareRow:
    enough = cases >= SHARE_FROM
    return ShareRow(label, happened, cases, interval if enough else None, expected if enough else None)


def _since_first(months: Sequence[Voices], counts: Callable[[Voices], int]) -> list[Voices]:
    """The months from the first one that has any."""
    kept = list(months)
    while kept and not counts(kept[0]):
        kept.pop(0)
    return kept


def _grid(height: int) -> int:
    """Rows of a grid that leave room for its axis and legend; odd, so that 50 has a row."""
    rows = min(max(height - AXIS_ROWS, 5), 17)
    return rows if rows % 2 else rows - 1


_DRAWN: dict[type, Callable[[Any, int, int], Lines]] = {
    FirstVoice: _first_voice,
    Quarters: _quarters,
    Habits: _habits,
    AllDread: _situations,
    Dread: _dread,
    Expectations: _expectations,
    Followed: _followed,
    Decided: _decided,
    Beliefs: _beliefs,
    TaskDoing: _task,
    Reach: _reach,
    Company: _company,
}
