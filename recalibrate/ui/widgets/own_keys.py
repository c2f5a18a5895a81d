"""Keys typed ahead keep their order: a widget takes its own keys where they arrive."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from unicodedata import category

from textual import events
from textual.widget import Widget

CONTROLS = frozenset({"Cc", "Cs"})
"""The categories of Unicode that no key types as text."""

PATIENCE = 1.0
"""Seconds to wait for a field that is busy; then one goes on with what it has."""


def is_text(event: events.Key) -> bool:
    """Whether a key types something, also what has no width of its own: the joiner inside 👩‍👧, a hard space."""
    typed = event.character or ""
    return event.is_printable or (len(typed) == 1 and category(typed) not in CONTROLS)


async def took_own_key(widget: Widget, event: events.Key) -> bool:
    """Run the widget's own binding for a key at once; left alone, it would run after later keys had passed it."""
    active = widget.screen.active_bindings.get(event.key)
    if active is None or active.node is not widget or not active.enabled:
        return False
    event.stop()
    event.prevent_default()
    await widget.run_action(active.binding.action)
    return True


async def keys_taken(widget: Widget) -> None:
    """Wait until the widget has taken the keys that were sent to it before now."""
    taken = asyncio.Event()
    if widget.call_later(taken.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(taken.wait(), PATIENCE)
