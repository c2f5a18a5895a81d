"""The one clock, passed in: a callable that answers the local time with its offset."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
