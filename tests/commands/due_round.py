"""A round whose date is over, and what is typed to decide it."""

from __future__ import annotations

from datetime import timedelta

from recalibrate.domain.records.experiment import Experiment
from tests.builders import make_experiment, make_reframed
from tests.commands.conftest import Shell

HAPPENED = ("It went well.", "p", "I can ask.")
PLAN = ("she looks up", "say it at once", "she nods", "h", "70", "a nod", "2w", "80")


def round_due(shell: Shell, **fields: object) -> None:
    shell.keep(make_reframed(id="entry-1"), make_experiment(id="round-1", entry_id="entry-1", **fields))
    shell.now += timedelta(days=15)


def round_now(shell: Shell, id: str = "round-1") -> Experiment:
    found = shell.open().get(Experiment, id)
    assert found
    return found
