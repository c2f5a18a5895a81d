"""All experiments and overhauls in one list: what waits, what runs, what lies ready, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import ClassVar

from textual.binding import Binding, BindingType

from recalibrate.domain.dates.deadlines import days_away
from recalibrate.domain.marks import OVERHAUL, WAITS
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.record import NEVER
from recalibrate.domain.rules import open_experiments, places
from recalibrate.ui.screens.experimenting.experiment_rows import experiment_rows
from recalibrate.ui.screens.list_rows import line, section, teaching
from recalibrate.ui.screens.list_screen import ListScreen
from recalibrate.ui.widgets.row import Row


class ExperimentsScreen(ListScreen):
    """The list; each opens with its whole story."""

    HELP_TITLE = "Experiments"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", tooltip="Its rounds, its slip, and what can be done", id="experiments.open"),
        Binding("escape", "back", "back", tooltip="Back", id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def rows(self, width: int) -> Sequence[Row]:
        """Everything, in the order in which it asks for something."""
        journal, today = self.session.journal, self.session.today
        everything = journal.all(Experiment)
        overhauls = journal.all(Overhaul)
        tested = {each.id: each.text for each in journal.all(Assumption)}
        by_status = {status: [each for each in everything if each.status(today) is status] for status in Status}
        running = open_experiments(everything, today)
        rows: list[Row] = []
        if running:
            rows += section("Running", width, f"{len(running)} of {places(self.session.settings)}")
            rows += _listed(running, today, width, tested)
        if drafts := by_status[Status.DRAFT]:
            rows += section("Not started", width) + _listed(drafts, today, width, tested)
        if overhauls:
            rows += section("Overhauls", width)
            rows += [_overhaul(each, today, width) for each in _open_first(overhauls)]
        ended = by_status[Status.DECIDED] + by_status[Status.WITHDRAWN]
        if ended:
            rows += section("Ended", width)
            rows += _listed(sorted(ended, key=_ended_at, reverse=True), today, width, tested)
        return rows or teaching("No experiments yet. One begins with a slip: on Today, ", "today.notice", ".")

    def opened(self, kind: str, id: str) -> None:
        """Open its story, or the overhaul."""
        if kind == "overhaul":
            from recalibrate.ui.screens.experimenting.overhaul import OverhaulScreen

            self.app.push_screen(OverhaulScreen(self.session, id))
        elif kind == "experiment":
            from recalibrate.ui.screens.experimenting.experiment import ExperimentScreen

            self.app.push_screen(ExperimentScreen(self.session, id))


def _listed(experiments: Iterable[Experiment], today: date, width: int, tested: Mapping[str, str]) -> list[Row]:
    return [row for each in experiments for row in experiment_rows(each, today, width, tested)]


def _overhaul(each: Overhaul, today: date, width: int) -> Row:
    aside = each.ending or "no date"
    if each.ending is None and each.deadline:
        aside = WAITS.word if each.is_due(today) else days_away(each.deadline, today)
    return line(f"overhaul:{each.id}", each.what_must_change, width, aside, sign=OVERHAUL.sign)


def _open_first(overhauls: Sequence[Overhaul]) -> list[Overhaul]:
    going = [each for each in overhauls if each.ending is None]
    closed = [each for each in overhauls if each.ending is not None]
    going.sort(key=lambda each: (each.deadline or date.max, each.id))
    return going + sorted(closed, key=lambda each: each.closed_at or NEVER, reverse=True)


def _ended_at(each: Experiment) -> datetime:
    if each.decision:
        return each.decision.decided_at
    return each.withdrawal.withdrawn_at if each.withdrawal else NEVER
