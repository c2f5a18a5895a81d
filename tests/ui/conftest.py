"""The app over a journal in memory, quick enough to be driven by keys."""

from __future__ import annotations

import pytest
import textual._wait

from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.session import Session
from tests.builders import FixedClock


@pytest.fixture(autouse=True)
def _quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    # Pilot waits 20 ms after each key by design; a private name, which is why Textual is pinned
    monkeypatch.setattr(textual._wait, "SLEEP_GRANULARITY", 0.002)


@pytest.fixture
def clock() -> FixedClock:
    """A Thursday afternoon that goes on when told."""
    return FixedClock()


@pytest.fixture
def journal(clock: FixedClock) -> Journal:
    """An empty journal in memory."""
    return Journal.in_memory(clock)


@pytest.fixture
def app(journal: Journal, clock: FixedClock) -> RecalibrateApp:
    """The app on that journal, past the welcome page."""
    return RecalibrateApp(Session(journal, Drafts(None), Settings(seen_welcome=True), clock))
