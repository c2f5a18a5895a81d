"""The pages about the year, the first voice, habits and beliefs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from recalibrate.domain.look_back.belief import Shift, belief_later, belief_same_sitting
from recalibrate.domain.look_back.first_voice import FirstVoice, Quarters, Voices, first_voice
from recalibrate.domain.look_back.habits import Habits, habits_named
from recalibrate.domain.look_back.notebook import Notebook
from recalibrate.domain.look_back.periods import Month
from recalibrate.domain.look_back.reframing import TimeToReframe, time_to_reframe
from recalibrate.domain.look_back.sections.page import Page, Table, table
from recalibrate.domain.look_back.speech import SHARE_FROM, Standings, in_100, others, voices
from recalibrate.domain.look_back.year import Year, year
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.statistics import Interval


@dataclass(frozen=True, slots=True)
class YearAndReframing:
    """The year, and how long its slips waited."""

    year: Year
    time_to_reframe: TimeToReframe


@dataclass(frozen=True, slots=True)
class Beliefs:
    """Beliefs asked again at the decision, and in the same sitting."""

    later: Shift
    same_sitting: Shift


def year_pages(notebook: Notebook, day: date, standings: Standings) -> tuple[Page, ...]:
    """The year as a calendar, and the time to a reframe (M4)."""
    found, waits = year(notebook, day), time_to_reframe(notebook.entries, day)
    months: dict[str, list[int]] = {}
    for each in found.days:
        counts = months.setdefault(Month.of(each.day).short, [0, 0])
        counts[0] += each.entries
        counts[1] += each.decisions
    rows = [(month, *counts) for month, counts in months.items()]
    statements = (others.of_year(found), voices.of_time_to_reframe(waits, standings))
    facts = YearAndReframing(found, waits)
    return (Page("The year", statements, facts, table(("month", "slips", "decisions"), rows), found.entry_ids),)


def first_voice_pages(notebook: Notebook, day: date, standings: Standings) -> tuple[Page, ...]:
    """Global first voices, month by month (M2a)."""
    found: FirstVoice = first_voice(notebook.entries, day)
    headers = ("when", "global", "local", "both", "can't tell", "marked", "range in 100", "unmarked")
    begun = next((at for at, each in enumerate(found.months) if each.marked or each.unmarked), len(found.months))
    rows = [_voices_row(each) for each in (*found.months[begun:], found.earlier, found.later)]
    marked = _newest(each for each in notebook.entries if each.scope is not None)
    said, numbers = voices.of_first_voice(found, standings), table(headers, rows)
    quarters = Quarters(found.months, found.earlier, found.later)
    return (
        Page("First voice, global by month", said, found, numbers, marked),
        Page("First voice, global and local", said, quarters, numbers, marked),
    )


def habit_pages(notebook: Notebook, day: date, standings: Standings) -> tuple[Page, ...]:
    """Habits named (M6)."""
    found: Habits = habits_named(notebook.entries, notebook.habit_names, day)
    headers = ("habit", "named", "range in 100", found.earlier_words, found.later_words)
    rows = [
        (
            each.name,
            f"{each.named} of {each.cases}",
            span_or_dash(each.interval, each.cases),
            f"{each.earlier[0]} of {each.earlier[1]}",
            f"{each.later[0]} of {each.later[1]}",
        )
        for each in found.rows
    ]
    named = _newest(each for each in notebook.entries if each.named)
    return (Page("Habits", voices.of_habits(found, standings), found, table(headers, rows), named),)


def belief_pages(notebook: Notebook, day: date, standings: Standings) -> tuple[Page, ...]:
    """Belief days later (M2c), and in the same sitting beside it (M2b)."""
    later = belief_later(notebook.entries, notebook.experiments)
    same = belief_same_sitting(notebook.entries)
    statements = (voices.of_belief_later(later, standings), voices.of_same_sitting(same, standings))
    rows = [(before, then, then - before) for before, then in later.pairs]
    behind = tuple(reversed(later.entry_ids))
    return (Page("Belief later", statements, Beliefs(later, same), _beliefs(rows), behind),)


def span_or_dash(interval: Interval, cases: int) -> str:
    """ "39–78", or a dash below five cases."""
    return f"{in_100(interval.low)}–{in_100(interval.high)}" if cases >= SHARE_FROM else "–"


def _voices_row(each: Voices) -> tuple[object, ...]:
    counts = (each.whole, each.moment, each.both, each.cant_tell, each.marked)
    return (each.words, *counts, span_or_dash(each.interval, each.marked), each.unmarked)


def _beliefs(rows: list[tuple[int, int, int]]) -> Table:
    return table(("before", "days later", "change"), rows)


def _newest(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(each.id for each in sorted(entries, key=lambda each: each.happened_on, reverse=True))
