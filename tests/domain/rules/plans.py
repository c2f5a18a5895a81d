"""Plans and rounds that the rules are asked about, and what a rule refuses with."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from recalibrate.domain import rules
from recalibrate.domain.records.experiment import Choice, Decision, Experiment
from tests.builders import NOW, make_experiment


def make_draft(**fields: Any) -> Experiment:
    return make_experiment(**{"started_at": None, **fields})


def refusal(step: Any, *given: Any, **named: Any) -> rules.Refused:
    with pytest.raises(rules.Refused) as caught:
        step(*given, **named)
    return caught.value


def make_rounds(count: int, **fields: Any) -> list[Experiment]:
    """Rounds of one root, all decided with *change*, each with an action of its own."""
    decision = Decision(choice=Choice.CHANGE, decided_at=NOW - timedelta(days=2))
    first = make_experiment(action="way 1", decision=decision, **fields)
    return [
        first,
        *(
            make_experiment(root_id=first.id, round=n, action=f"way {n}", decision=decision)
            for n in range(2, count + 1)
        ),
    ]
