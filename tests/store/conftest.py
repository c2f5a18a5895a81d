"""A journal on disk and one in memory, and a clock that goes on when told."""

from __future__ import annotations

from pathlib import Path

import pytest

from recalibrate.store.journal import Journal
from tests.builders import FixedClock


@pytest.fixture(params=["disk", "memory"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Journal:
    clock = FixedClock()
    return Journal.open(tmp_path / "journal.json", clock) if request.param == "disk" else Journal.in_memory(clock)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "journal.json"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()
