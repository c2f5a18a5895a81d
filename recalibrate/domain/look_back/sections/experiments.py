"""The pages about experiments: what was expected against what came, and how experiments go on and end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
from recalibrate.domain.records.experiment import Feeling


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
class Followed:
    """How experiments are followed through, stick, and come to an end, and the time they take."""

    follow_through: FollowThrough
    stuck: Stuck
    time_to_decide: TimeToDecide
    rounds: Rounds


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions of each kind by month, and the rounds of each question."""

    months: tuple[MonthOfDecisions, ...]
    rounds: Rounds


def expectation_pages(notebook: Notebook, day: date, standings: Standings) -> tuple[Page, ...]:
    """What was feared and hoped against what came (M5)."""
    found = Expectations(*(expectation(notebook.experiments, each) for each in (Feeling.FEARED, Feeling.HOPED, None)))
    said = [experiments.of_expectation(each, standings) for each in found.all]
    statements = (*(first for first, *_ in said), *(other for _, *others in said for other in others))
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
    numbers = table(headers, rows)
    return (Page("Expectation and outcome", statements, found, numbers, behind, on_top=len(said)),)


def experiment_pages(notebook: Notebook, day: date, standings: Standings) -> tuple[Page, ...]:
    """Follow-through (M1), did it stick (M1b) and the time it takes; then rounds (M9) and decisions by month."""
    every = notebook.experiments
    through, stuck = follow_through(every, day), did_it_stick(every, day)
    wait, found = time_to_decide(every, day), rounds(every)
    of = entries_of_experiments(every)
    started = sorted((each for each in every if each.started_at), key=lambda each: str(each.started_at), reverse=True)
    behind = tuple(dict.fromkeys(of[each.id] for each in started if each.id in of))
    shares = (
        ("decided in time", f"{through.decided} of {through.reached}", span_or_dash(through.interval, through.reached)),
        ("still so", f"{stuck.yes} of {stuck.cases}", span_or_dash(stuck.interval, stuck.cases)),
        ("came to an end", f"{found.ended} of {found.questions}", span_or_dash(found.interval, found.questions)),
    )
    followed = Page(
        title="Experiments, followed through",
        statements=(
            *experiments.of_follow_through(through, standings),
            experiments.of_stuck(stuck, standings),
            experiments.of_time_to_decide(wait),
        ),
        facts=Followed(through, stuck, wait, found),
        table=table(("share", "counts", "range in 100"), shares),
        entry_ids=behind,
    )
    months = decisions_by_month(every, day)
    decided = Page(
        title="Experiments, decided and gone on",
        statements=(experiments.of_rounds(found, standings),),
        facts=Decided(months, found),
        table=table(
            ("month", "keep", "change", "stop", "overhaul", "all"),
            [(each.month, *each.counts, sum(each.counts)) for each in months],
        ),
        entry_ids=behind,
    )
    return (followed, decided)


def feeling_word(feeling: Feeling | None) -> str:
    """ "feared", "hoped", or "not marked"."""
    return feeling.value if feeling else "not marked"
