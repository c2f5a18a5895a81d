"""After a power cut at any point, in any state the disk may be left in, nothing acknowledged is lost."""

from __future__ import annotations

from pathlib import Path

from tinydb import TinyDB

from recalibrate.domain.records.entry import Entry
from recalibrate.store.journal import Journal
from tests.builders import FixedClock, make_entry
from tests.store.disk_model import Inode, Trace, crash_states, traced


def test_no_state_after_a_crash_loses_what_was_acknowledged(tmp_path: Path) -> None:
    clock = FixedClock()
    folder = tmp_path / "home"
    path = folder / "journal.json"
    journal = Journal.open(path, clock)
    (first,) = journal.put(make_entry("before the trace")).records
    (folder / "backups").mkdir(exist_ok=True)
    start = {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    with traced(folder) as trace:
        for number in range(3):
            entry = make_entry(str(number))
            clock.advance(hours=2)
            journal.put(entry)
            trace.ack(entry.id)
        journal.delete(first)
        trace.ack("deleted")
    states = {(frozenset(acked), tuple(sorted(files.items()))) for acked, files in crash_states(trace, start)}
    assert len(states) > 60
    for at, (acked, files) in enumerate(sorted(states, key=repr)):
        place = tmp_path / str(at)
        (place / "backups").mkdir(parents=True)
        for name, data in files:
            (place / name).write_bytes(data)
        plain = {document["id"] for document in TinyDB(place / "journal.json").table("entries").all()}
        assert acked - {"deleted"} | {first.id} <= plain
        opened = Journal.open(place / "journal.json", clock)
        assert {entry.id for entry in (*opened.all(Entry), *opened.binned(Entry))} == plain
        assert "deleted" not in acked or opened.get(Entry, first.id) is None


def test_the_model_sees_what_an_unsynced_write_can_lose(tmp_path: Path) -> None:
    trace = Trace(tmp_path)
    trace.calls = [("create", "a"), ("write", ("a", b"xy")), ("ack", "a")]
    found = [files for acked, files in crash_states(trace, {}) if acked]
    assert {} in found
    assert {"a": b""} in found
    assert {"a": b"x"} in found
    assert Inode(b"", b"xy").after_a_crash()[2] == b"\0\0"
