"""The idle lock: when the last key was pressed, and whether that is too long ago."""

from __future__ import annotations

from datetime import datetime, timedelta


class IdleLock:
    """Counts by the clock on the wall, so that the time a machine was asleep counts as well."""

    def __init__(self, now: datetime) -> None:
        self._last = now

    def touched(self, now: datetime) -> None:
        """Somebody is there."""
        self._last = now

    def is_due(self, now: datetime, minutes: int) -> bool:
        """Whether nobody was there for so many minutes; 0 is never. A clock that was set back counts from then on."""
        if now < self._last:
            self._last = now
        return minutes > 0 and now - self._last >= timedelta(minutes=minutes)
