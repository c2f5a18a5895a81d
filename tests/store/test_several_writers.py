"""Several processes write to one journal, are stopped and killed, and lose nothing of each other."""

from __future__ import annotations

import os
import select
import signal
import subprocess
from pathlib import Path

import pytest
from tinydb import TinyDB

from recalibrate.domain.records.entry import Entry
from recalibrate.store.journal import Journal
from tests.builders import FixedClock
from tests.store.test_kills import WRITER


def start(path: Path, count: int, tag: str, soft: bool) -> subprocess.Popen[str]:
    how = ["soft"] if soft else []
    return subprocess.Popen([*WRITER, str(path), str(count), tag, *how], stdout=subprocess.PIPE, text=True)


def acknowledged(writer: subprocess.Popen[str], most: int = 1000) -> set[str]:
    assert writer.stdout
    found: set[str] = set()
    while len(found) < most and (line := writer.stdout.readline()).endswith("\n"):
        found.add(line.split()[1])
    return found


@pytest.mark.parametrize("soft", [False, True], ids=["flock", "soft lock"])
def test_writers_that_are_stopped_and_killed_lose_nothing(tmp_path: Path, soft: bool) -> None:
    path = tmp_path / "home" / "journal.json"
    writers = [start(path, count, f"w{count}", soft) for count in (15, 25, 1000)]
    acked: set[str] = set()
    # one is stopped in the middle while another goes on, and one is killed
    for _ in range(4):
        acked |= acknowledged(writers[0], 2)
        os.kill(writers[0].pid, signal.SIGSTOP)
        select.select([writers[1].stdout], [], [], 0.03)
        os.kill(writers[0].pid, signal.SIGCONT)
    acked |= acknowledged(writers[2], 4)
    writers[2].kill()
    for writer in reversed(writers):
        acked |= acknowledged(writer)
        writer.wait()
    assert [writer.returncode for writer in writers] == [0, 0, -signal.SIGKILL]
    plain = [document["id"] for document in TinyDB(path).table("entries").all()]
    assert len(set(plain)) == len(plain)
    assert acked <= set(plain)
    assert len(plain) <= len(acked) + 1
    assert [entry.id for entry in Journal.open(path, FixedClock()).all(Entry)] == plain
