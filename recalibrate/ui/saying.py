"""The sentence in the corner: one at a time, never markup, with the keys as they are now; gone when it was read."""

from __future__ import annotations

from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from textual.app import App
from textual.notifications import SeverityLevel
from textual.screen import Screen

from recalibrate.domain.text import display_safe
from recalibrate.ui.key_words import in_keys

SAID_FOR, WRONG_FOR = 4.0, 8.0
"""Seconds that a sentence stays; longer where something went wrong."""

READ_IN, WRONG_READ_IN = 1.2, 3.0
"""Seconds in which it is read: a key pressed later than that takes it away."""

_read_at: WeakKeyDictionary[App[Any], float] = WeakKeyDictionary()


def say(screen: Screen[Any], sentence: str, /, *, wrong: bool = False, **words: str) -> None:
    """Say it in place of the one before; `words` are what somebody typed, by the names the sentence has for them.

    What went `wrong` names no keys and may quote what was typed, so it is said as it is.
    """
    screen.app.clear_notifications()
    severity: SeverityLevel = "error" if wrong else "information"
    timeout = WRONG_FOR if wrong else SAID_FOR
    said = sentence if wrong else in_keys(sentence, **words)
    screen.notify(display_safe(said), severity=severity, timeout=timeout, markup=False)
    _read_at[screen.app] = monotonic() + (WRONG_READ_IN if wrong else READ_IN)


def hush(app: App[Any]) -> None:
    """Take away, at a key, the sentence that has stood long enough to be read."""
    read_at = _read_at.get(app)
    if read_at is not None and monotonic() >= read_at:
        del _read_at[app]
        app.clear_notifications()
