"""Leaving a screen, or the app, never loses words in silence."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class HoldsBackQuit(Protocol):
    """A screen or a small question on which something may have been typed that is not on disk."""

    async def holds_back_quit(self) -> bool:
        """Whether leaving the app now would lose words, and the user would rather stay."""
        ...
