"""The pages about experiments: what was expected against what came, and how experiments go on and end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recalibrate.domain.experiment import Feeling
from recalibrate.domain.look_back.expectations import Expectation, expectation
from recalibrate.domain.look_back.follow_through import (
    FollowThrough,
    MonthOfDecisions,
    Stuck,
    TimeToDecide,
    decisions_by_month,
    did_it_stick,
    follow_through,
    time_to_decide,
)
from recalibrate.domain.look_back.notebook import Notebook, entries_of_experiments
from recalibrate.domain.look_back.rounds import Rounds, rounds
from recalibrate.domain.look_back.sections.page import Page, table
from recalibrate.domain.look_back.sections.voices import span_or_dash
from recalibrate.domain.look_back.speech import Standings, experiments, in_100


@dataclass(frozen=True, slots=True)
class Expectations:
    """Feared and hoped things apart, and those without a mark."""

    feared: Expectation
    hoped: Expectation
    unmarked: Expectation

    @property
    def all(self) -> tuple[Expectation, ...]:
        """Feared and hoped; the unmarked only where there are any."""
        return (self.feared, self.hoped, *((self.unmarked,) if self.unmarked.cases or self.unmarked.left_out else ()))


@dataclass(frozen=True, slots=True)
class ExperimentFacts:
    """How experiments are followed through, stick, go round and are decided."""

    follow_through: FollowThrough
    stuck: Stuck
    rounds: Rounds
    time_to_decide: TimeToDecide
    months: tuple[MonthOfDecisions, ...]


def expectation_pages(notebook: Notebook, day: date, standings: Standings) -> tuple[Page, ...]:
    """What was feared and hoped against what came (M5)."""
    found = Expectations(*(expectation(notebook.experiments, each) for each in (Feeling.FEARED, Feeling.HOPED, None)))
    statements = tuple(said for each in found.all for said in experiments.of_expectation(each, standings))
    rows: list[tuple[object, ...]] = []
    for each in found.all:
        name = feeling_word(each.feeling)
        if each.score:
            score = each.score
            counts = f"{score.happened} of {score.cases}"
            rows.append((name, in_100(score.expected), counts, span_or_dash(score.interval, score.cases)))
        for band in each.bands:
            counts = f"{band.happened} of {band.cases}"
            mean = in_100(band.expected)
            rows.append((f"{name} {band.low}–{band.high}", mean, counts, span_or_dash(band.interval, band.cases)))
    headers = ("said beforehand", "expected in 100", "happened", "range in 100")
    behind = tuple(dict.fromkeys(id for each in found.all for id in reversed(each.entry_ids)))
    return (Page("Expectation and outcome", statements, found, table(headers, rows), behind),)


def experiment_pages(notebook: Notebook, day: date, standings: Standings) -> tuple[Page, ...]:
    """Follow-through (M1), did it stick (M1b), rounds (M9), decisions by kind and the time they take."""
    every = notebook.experiments
    found = ExperimentFacts(
        follow_through=follow_through(every, day),
        stuck=did_it_stick(every, day),
        rounds=rounds(every),
        time_to_decide=time_to_decide(every, day),
        months=decisions_by_month(every, day),
    )
    statements = (
        *experiments.of_follow_through(found.follow_through, standings),
        experiments.of_stuck(found.stuck, standings),
        experiments.of_rounds(found.rounds, standings),
        experiments.of_time_to_decide(found.time_to_decide),
    )
    rows = [(each.month, *each.counts, sum(each.counts)) for each in found.months]
    headers = ("month", "keep", "change", "stop", "overhaul", "all")
    of = entries_of_experiments(every)
    started = sorted((each for each in every if each.started_at), key=lambda each: str(each.started_at), reverse=True)
    behind = tuple(dict.fromkeys(of[each.id] for each in started if each.id in of))
    return (Page("Experiments", statements, found, table(headers, rows), behind),)


def feeling_word(feeling: Feeling | None) -> str:
    """ "feared", "hoped", or "not marked"."""
    return feeling.value if feeling else "not marked"
