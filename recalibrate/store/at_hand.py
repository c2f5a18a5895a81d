"""What the first screen needs of a long journal, found by the text of its lines: a few records are decoded, not all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.store.journal import Journal

LONG = 2_000_000
"""Bytes, some two thousand entries: reading more than this would be felt at the start."""


def is_long(path: Path) -> bool:
    """Whether the journal's file is worth reading behind the first screen."""
    try:
        return path.stat().st_size > LONG
    except OSError:
        return False


def take_to_hand(journal: Journal) -> None:
    """Look the lines through once, in a thread that can wait, so that the screen finds what it needs at once."""
    parked_entries(journal)
    unsettled_experiments(journal)


def parked_entries(journal: Journal) -> Sequence[Entry]:
    """At least all parked entries, in the order of their creation."""
    return journal.some(Entry, _may_be_parked)


def unsettled_experiments(journal: Journal) -> Sequence[Experiment]:
    """At least all experiments that run, wait for anything or were never started, in the order of their creation."""
    return journal.some(Experiment, may_be_unsettled)


def _may_be_parked(line: bytes) -> bool:
    return b'"triage":{' not in line and b'"ideas":[{' not in line


def may_be_unsettled(line: bytes) -> bool:
    """Whether the line may be of an experiment that runs, waits for anything or was never started."""
    if b'"withdrawal":{' in line:
        return False
    return b'"decision":{' not in line or b'"check_back":{' in line
