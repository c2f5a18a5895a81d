"""Killed at any system call, a writer loses nothing acknowledged and leaves nothing broken."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from recalibrate.domain.records.entry import Entry
from recalibrate.store.journal import Journal
from tests.builders import FixedClock, make_entry
from tests.store.system_calls import watched

WRITER = [sys.executable, "-m", "tests.store.writer"]
CALLS = "write,pwrite64,fsync,rename,renameat,renameat2,unlink,unlinkat,link,linkat,fchmod,ftruncate,flock,openat"


def save_in_a_child(path: Path, clock: FixedClock, last_call: int, soft: bool) -> tuple[bool, list[str]]:
    """Save two entries in a process that is killed at that call; whether it was, and what it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        report = os.write

        def at_call(count: int, name: str, arguments: tuple[Any, ...]) -> None:
            if count == last_call:
                os.kill(os.getpid(), signal.SIGKILL)

        with watched(at_call):
            journal = Journal.open(path, clock, soft_lock=soft)
            for number in range(2):
                clock.advance(hours=number)  # the second save takes a snapshot, too
                (saved,) = journal.put(make_entry(str(number))).records
                report(writer, f"{saved.id}\n".encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as acknowledged:
        ids = acknowledged.read().split()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status), ids


@pytest.mark.parametrize(
    ("soft", "is_new"), [(False, True), (False, False), (True, False)], ids=["new", "grown", "soft lock"]
)
def test_a_kill_at_any_call_loses_nothing_acknowledged(tmp_path: Path, soft: bool, is_new: bool) -> None:
    killed, call = True, 0
    while killed:
        call += 1
        path = tmp_path / str(call) / "journal.json"
        known: set[str] = set()
        if not is_new:
            known = {record.id for record in Journal.open(path, FixedClock()).put(make_entry("old")).records}
        killed, acknowledged = save_in_a_child(path, FixedClock(), call, soft)
        if path.exists():
            plain = [document["id"] for document in TinyDB(path).table("entries").all()]
            assert len(set(plain)) == len(plain) <= len(known) + len(acknowledged) + 1
            assert known | set(acknowledged) <= set(plain)
        else:
            assert is_new
            assert not acknowledged
        journal = Journal.open(path, FixedClock(), soft_lock=soft)
        journal.put(make_entry("after the kill"))
        assert known | set(acknowledged) < {entry.id for entry in journal.all(Entry)}
        assert not list(path.parent.glob(".*.new"))
    assert call > 25


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_kill_by_the_tracer_loses_nothing_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    path = folder / "journal.json"
    Journal.open(path, FixedClock())
    trace = tmp_path / "trace"
    strace = ["strace", "-f", "-qq", "-o", str(trace), "-e", f"trace={CALLS}"]
    writer = [*WRITER, str(path), "1", "w"]
    # compiled files written by the first run would make the calls of the next ones fewer
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    tried = subprocess.run([*strace, *writer], capture_output=True, text=True, check=False, env=environ)
    if tried.returncode:
        pytest.skip("strace may not trace here")
    rows = trace.read_text().splitlines()
    first = next(at for at, row in enumerate(rows) if "journal.json.lock" in row)
    counts: dict[str, int] = {}
    points = []
    for at, row in enumerate(rows):
        name = row.split("(")[0].split()[-1]
        if name in CALLS.split(","):
            counts[name] = counts.get(name, 0) + 1
            if at >= first and name != "openat":
                points.append((name, counts[name]))
    acked = {tried.stdout.split()[1]}
    for name, count in points[2:12:2]:
        inject = ["-e", f"inject={name}:signal=KILL:when={count}"]
        killed = subprocess.run([*strace, *inject, *writer], capture_output=True, text=True, check=False, env=environ)
        acked |= {row.split()[1] for row in killed.stdout.splitlines()}
        assert killed.returncode != 0
        plain = [document["id"] for document in TinyDB(path).table("entries").all()]
        assert acked <= set(plain)
        acked |= set(plain)
    assert len(points) >= 6
