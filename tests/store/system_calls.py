"""The calls a save makes to the operating system, counted, so that any of them can fail or be the last one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

WATCHED = ("open", "write", "fsync", "fchmod", "close", "replace", "link", "unlink", "mkdir", "pwrite", "ftruncate")


@contextmanager
def watched(at_call: Callable[[int, str, tuple[Any, ...]], Any]) -> Iterator[list[str]]:
    """Count the calls; `at_call(number, name, arguments)` may raise, kill, or answer other arguments."""
    real = {name: getattr(os, name) for name in WATCHED}
    made: list[str] = []

    def wrapped(name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            made.append(name)
            changed = at_call(len(made), name, arguments)
            return real[name](*(changed or arguments), **named)

        return call

    for name in WATCHED:
        setattr(os, name, wrapped(name))
    try:
        yield made
    finally:
        for name, function in real.items():
            setattr(os, name, function)
