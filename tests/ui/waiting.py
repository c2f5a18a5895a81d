"""Waiting for something to come true in a running app, however slow the machine."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

PATIENCE = 20.0
"""Seconds until what does not come is a failure."""


async def until(holds: Callable[[], object]) -> None:
    """Wait until it holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        await asyncio.sleep(0.01)


async def settled(app: App[Any], pilot: Pilot[Any]) -> None:
    """Wait until the workers are done, and those that they begin."""
    for _ in range(3):
        with suppress(WorkerCancelled):  # a later reading takes the place of an earlier one
            await app.workers.wait_for_complete()
        await pilot.pause()
