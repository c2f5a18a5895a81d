"""A small model of a disk: from a recorded trace, every state a crash may leave behind."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAMES = ("open", "write", "fsync", "close", "replace", "link", "unlink", "pwrite", "ftruncate")


@dataclass
class Trace:
    """The calls on files below `root`, as (name, arguments), with an `ack` between them."""

    root: Path
    calls: list[tuple[str, Any]] = field(default_factory=list)

    def ack(self, what: str) -> None:
        self.calls.append(("ack", what))


@contextmanager
def traced(root: Path) -> Iterator[Trace]:
    trace = Trace(root)
    real = {name: getattr(os, name) for name in NAMES}
    names: dict[int, str] = {}

    def key(path: Any) -> str:
        return str(Path(path).relative_to(root))

    def opened(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        is_new = not Path(path).exists()
        descriptor: int = real["open"](path, flags, *rest, **named)
        if str(path).startswith(str(root)):
            names[descriptor] = key(path)
            if flags & os.O_CREAT and is_new:
                trace.calls.append(("create", key(path)))
        return descriptor

    def closed(descriptor: int) -> None:
        names.pop(descriptor, None)
        real["close"](descriptor)

    def on_file(name: str) -> Any:
        def call(descriptor: int, *rest: Any) -> Any:
            answer = real[name](descriptor, *rest)
            if descriptor in names:
                data = bytes(rest[0]) if rest and name in ("write", "pwrite") else rest
                trace.calls.append((name, (names[descriptor], data)))
            return answer

        return call

    def on_names(name: str) -> Any:
        def call(*paths: Any, **named: Any) -> None:
            real[name](*paths, **named)
            trace.calls.append((name, tuple(key(path) for path in paths)))

        return call

    os.open, os.close = opened, closed  # type: ignore[assignment]  # the real ones take more
    for name in ("write", "fsync", "pwrite", "ftruncate"):
        setattr(os, name, on_file(name))
    for name in ("replace", "link", "unlink"):
        setattr(os, name, on_names(name))
    try:
        yield trace
    finally:
        for name, function in real.items():
            setattr(os, name, function)


@dataclass
class Inode:
    durable: bytes = b""
    now: bytes = b""

    def after_a_crash(self) -> list[bytes]:
        """What may be found: what was synced, and any part of what was written since, or zeros of its length."""
        if self.now == self.durable:
            return [self.now]
        half = self.now[: len(self.durable) + (len(self.now) - len(self.durable)) // 2]
        return [self.durable, half, b"\0" * len(self.now), self.now]


def crash_states(trace: Trace, start: dict[str, bytes]) -> Iterator[tuple[set[str], dict[str, bytes]]]:
    """After every call: what was acknowledged, and each set of files that a crash at this point may leave."""
    inodes = [Inode(data, data) for data in start.values()]
    durable: dict[str, Inode] = dict(zip(start, inodes, strict=True))
    now = dict(durable)
    pending: list[dict[str, Inode]] = []  # the names after each change that no folder sync has made durable
    acked: set[str] = set()
    for name, arguments in trace.calls:
        if name == "ack":
            acked.add(arguments)
        elif name == "create":
            now = {**now, arguments: Inode()}
            pending.append(now)
        elif name == "fsync" and arguments[0] not in now:  # a folder
            durable, pending = now, []
        elif name in ("write", "pwrite", "ftruncate", "fsync"):
            inode = now[arguments[0]]
            if name == "write":
                inode.now += arguments[1]
            elif name == "fsync":
                inode.durable = inode.now
            elif name == "pwrite":
                inode.now = arguments[1] + inode.now[len(arguments[1]) :]
            else:
                inode.now = inode.now[: arguments[1][0]]
        else:
            if name == "replace":
                now = {path: inode for path, inode in now.items() if path != arguments[0]} | {
                    arguments[1]: now[arguments[0]]
                }
            elif name == "link":
                now = {**now, arguments[1]: now[arguments[0]]}
            else:
                now = {path: inode for path, inode in now.items() if path != arguments[0]}
            pending.append(now)
        for names in (durable, *pending):
            contents = [inode.after_a_crash() for inode in names.values()]
            for choice in itertools.product(*contents):
                yield set(acked), dict(zip(names, choice, strict=True))
