"""The sentence in the corner: one at a time, never markup, with the keys as they are now."""

from __future__ import annotations

from typing import Any

from textual.notifications import SeverityLevel
from textual.screen import Screen

from recalibrate.domain.text import display_safe
from recalibrate.ui.key_words import in_keys

SAID_FOR, WRONG_FOR = 4.0, 8.0
"""Seconds that a sentence stays; longer where something went wrong."""


def say(screen: Screen[Any], sentence: str, *, wrong: bool = False) -> None:
    """Say it in place of the one before."""
    screen.app.clear_notifications()
    severity: SeverityLevel = "error" if wrong else "information"
    timeout = WRONG_FOR if wrong else SAID_FOR
    screen.notify(display_safe(in_keys(sentence)), severity=severity, timeout=timeout, markup=False)
