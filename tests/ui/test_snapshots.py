"""The main screens as pictures, held against those in `__snapshots__`; the way to each is that of `tests.shots`.

`pytest tests/ui/test_snapshots.py -n 0` says where the report of a difference is, both pictures side by side.
Where the new one is right, `--snapshot-update` makes it the one to hold against.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from recalibrate.ui.screens import card
from recalibrate.ui.screens.experimenting import decide
from tests.shots import SHOTS
from tests.staging import until_still

NARROW, WIDE = (80, 24), (120, 40)

MAIN = (
    "today",
    "today-empty",
    "welcome",
    "reframe-voice",
    "reframe-scope",
    "reframe-question",
    "reframe-summary",
    "decide",
    "journal",
    "entry",
    "look-back-one-situation",
    "settings",
    "help",
)
WITH_ROOM = ("today", "journal", "look-back-one-situation")

PICTURES = [(name, NARROW) for name in MAIN] + [(name, WIDE) for name in WITH_ROOM]
BY_NAME = {shot.name: shot for shot in SHOTS}


@pytest.fixture(autouse=True)
def _soon_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    # what is typed is kept a moment later, and the save mark tells of it
    monkeypatch.setattr(card, "KEEP_EVERY", 0.01)
    monkeypatch.setattr(decide, "KEEP_EVERY", 0.01)


@pytest.mark.parametrize(("name", "size"), PICTURES, ids=lambda each: each if isinstance(each, str) else f"{each[0]}")
def test_the_screen_looks_as_it_did(snap_compare: Callable[..., bool], name: str, size: tuple[int, int]) -> None:
    shot = BY_NAME[name]

    async def reach(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await shot.reach(pilot)
        await until_still(pilot)

    assert snap_compare(shot.app(), terminal_size=size, run_before=reach)
