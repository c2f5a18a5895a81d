"""Where an experiment stands, and what can be done when it is not running."""

from __future__ import annotations

from datetime import date

from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.rules.refused import Refused

_INSTEAD = {
    Status.DRAFT: "It has not started. Start it, or delete the draft.",
    Status.DECIDED: "It is decided already. Undo that within a day, or write a new round or a note.",
    Status.WITHDRAWN: "It was withdrawn. Write a new round or a note.",
}


def need_running(experiment: Experiment, today: date) -> None:
    """Refuse what is neither open nor due."""
    status = experiment.status(today)
    if status in _INSTEAD:
        raise Refused(_INSTEAD[status])
