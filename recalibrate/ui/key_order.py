"""Keys typed ahead reach the screen they were meant for: each waits until the one before it has had its effect."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker

from recalibrate.ui.widgets.own_keys import is_text

PATIENCE = 1.0
"""Seconds to wait for the effect of a key at most; then the next one goes where the focus is."""

LOOK_EVERY = 0.004
"""Seconds between two looks at a screen that is being built, or at work that a key has begun."""

PASSES = 2
"""A key goes up to the app, and what the app makes of it may come back as a message."""

BEHIND = frozenset({"draft", "keep", "noticing"})
"""Groups of workers that write something down behind one's back: no key waits for them."""

Typed = events.Key | events.Paste


class KeyOrder:
    """Hands keys on one by one. Textual itself would send all that lie ready to the widget in focus now, and
    those behind a key that opens a screen would be lost; a key that comes alone is never held up.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[Typed] = deque()
        self._turn: Typed | None = None
        self._is_busy = False

    async def take(self, event: Typed, hand_on: Callable[[events.Event], Awaitable[None]]) -> None:
        """Hand a key on, or keep it until its turn comes."""
        if self._is_busy and event is not self._turn:
            self._waiting.append(event)
            return
        self._is_busy, self._turn = True, None
        screen, target = self._app.screen, self._app.focused or self._app.screen
        before = set(self._app.workers)
        await hand_on(event)
        if _is_text(event, target) and not self._waiting:
            self._is_busy = False  # the field takes its letters in their order
        else:
            self._follow = asyncio.create_task(self._follow_up(screen, target, before))

    async def settle(self) -> None:
        """Until what was typed before now has had its effect where the focus is."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._had_effect(self._app.focused or self._app.screen)

    async def _had_effect(self, target: Widget) -> None:
        for _ in range(PASSES):
            await _went_through(target)

    async def _follow_up(self, screen: Screen[Any], target: Widget, before: set[Worker[Any]]) -> None:
        """Wait for what the key does, then let the next one go."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._had_effect(target)
                await self._begun_work(screen, before)
                if self._app.screen is not screen:
                    await _stands(self._app.screen)
        if self._waiting:
            self._turn = self._waiting.popleft()
            self._app.post_message(self._turn)
        else:
            self._is_busy = False

    async def _begun_work(self, screen: Screen[Any], before: set[Worker[Any]]) -> None:
        """Until the work that the key began is done, or has brought another screen."""
        begun = [each for each in self._app.workers if each not in before and each.group not in BEHIND]
        while self._app.screen is screen and any(not each.is_finished for each in begun):
            await asyncio.sleep(LOOK_EVERY)


def _is_text(event: Typed, target: Widget) -> bool:
    """Whether it is typed into a field, told without loading the fields: they take any letter."""
    return target.check_consume_key("a", "a") and (isinstance(event, events.Paste) or is_text(event))


async def _went_through(target: Widget) -> None:
    """Until everything that lay before the widget and its parents has been taken, the app's turn last."""
    node: MessagePump | None = target
    while node is not None:
        await _took_all(node)
        node = node._parent


async def _took_all(node: MessagePump) -> None:
    """Until a node has taken what was sent to it before now; one that is going away takes nothing more."""
    taken = asyncio.Event()
    if node.call_later(taken.set):
        await taken.wait()


async def _stands(screen: Screen[Any]) -> None:
    """Until a screen is built and has its focus."""
    while not screen.is_mounted:
        await asyncio.sleep(LOOK_EVERY)
    await _took_all(screen)
