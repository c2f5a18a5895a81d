"""Whatever call to the system fails, memory equals the disk and the same save can be made again."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from recalibrate.domain.records.entry import Entry
from recalibrate.store.drafts import Drafts
from recalibrate.store.errors import JournalError
from recalibrate.store.journal import Journal
from tests.builders import FixedClock, make_entry
from tests.store.system_calls import watched

FAILURES = [errno.ENOSPC, errno.EIO, errno.EACCES]


def ids_on_disk(path: Path) -> list[str]:
    database = TinyDB(path, access_mode="r")
    try:
        return [document["id"] for document in database.table("entries").all()]
    finally:
        database.close()


def fail_at(number: int, code: int) -> Any:
    def at_call(count: int, name: str, arguments: tuple[Any, ...]) -> None:
        if count == number and name != "close":
            raise OSError(code, os.strerror(code))

    return at_call


def calls_of_a_save(path: Path, clock: FixedClock) -> int:
    journal = Journal.open(path, clock)
    clock.advance(hours=2)  # so that the hourly snapshot is part of it
    with watched(lambda *_: None) as made:
        journal.put(make_entry())
    return len(made)


@pytest.mark.parametrize("code", FAILURES, ids=errno.errorcode.get)
def test_any_failing_call_leaves_memory_as_the_disk_and_may_be_retried(tmp_path: Path, code: int) -> None:
    clock = FixedClock()
    path = tmp_path / "journal.json"
    Journal.open(path, clock).put(make_entry("the first"))
    failed = 0
    for number in range(1, calls_of_a_save(path, clock) + 1):
        clock.advance(hours=2)
        journal = Journal.open(path, clock)
        known = journal.all(Entry)[0]
        added, changed = make_entry("new"), replace(known, observation=f"at {number}")
        try:
            with watched(fail_at(number, code)):
                journal.put(added, changed)
        except JournalError:
            failed += 1
            assert [entry.id for entry in journal.all(Entry)] == ids_on_disk(path)
            journal.put(added, changed)
        ids = ids_on_disk(path)
        assert ids == [entry.id for entry in journal.all(Entry)]
        assert ids.count(added.id) == 1
        assert journal.get(Entry, known.id).observation == f"at {number}"  # type: ignore[union-attr]  # it is there
        assert not list(tmp_path.glob(".*.new"))
    assert failed >= 5


def test_short_writes_are_carried_on(tmp_path: Path) -> None:
    def short(count: int, name: str, arguments: tuple[Any, ...]) -> tuple[Any, ...] | None:
        return (arguments[0], arguments[1][:7]) if name == "write" else None

    journal = Journal.open(tmp_path / "journal.json", FixedClock())
    with watched(short):
        journal.put(make_entry("x" * 500))
    assert ids_on_disk(tmp_path / "journal.json") == [entry.id for entry in journal.all(Entry)]


def test_a_disk_that_fills_in_the_middle_of_a_write_changes_nothing(tmp_path: Path) -> None:
    written = 0

    def fills(count: int, name: str, arguments: tuple[Any, ...]) -> tuple[Any, ...] | None:
        nonlocal written
        if name != "write":
            return None
        written += 1
        if written > 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return (arguments[0], arguments[1][:100])

    path = tmp_path / "journal.json"
    journal = Journal.open(path, FixedClock())
    journal.put(make_entry("kept"))
    before = path.read_bytes()
    with watched(fills), pytest.raises(JournalError, match="No space left"):
        journal.put(make_entry("x" * 5000))
    assert path.read_bytes() == before
    journal.put(make_entry("x" * 5000))
    assert len(ids_on_disk(path)) == 2


def test_the_first_opening_can_fail_anywhere_and_be_made_again(tmp_path: Path) -> None:
    with watched(lambda *_: None) as made:
        Journal.open(tmp_path / "counted" / "journal.json", FixedClock())
    for number in range(1, len(made) + 1):
        path = tmp_path / str(number) / "journal.json"
        try:
            with watched(fail_at(number, errno.EIO)):
                Journal.open(path, FixedClock())
        except JournalError:
            pass
        Journal.open(path, FixedClock()).put(make_entry())
        assert len(ids_on_disk(path)) == 1


def test_a_draft_that_cannot_be_saved_leaves_the_one_before(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.save("a", {"text": "0"})
    with watched(lambda *_: None) as made:
        drafts.save("a", {"text": "1"})
    for number in range(1, len(made) + 1):
        try:
            with watched(fail_at(number, errno.ENOSPC)):
                drafts.save("a", {"text": "half"})
        except JournalError:
            assert drafts.all()[0][1]["text"] in ("1", "half")
        drafts.save("a", {"text": "1"})
        assert drafts.all() == [("a", {"text": "1"})]


def test_a_sync_tool_that_takes_no_lock_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    journal = Journal.open(path, FixedClock())
    journal.put(make_entry("ours"))
    theirs = path.read_bytes().replace(b'"what_happened":"ours"', b'"what_happened":"synced"')
    done = []

    def replace_the_file(count: int, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "fsync" and not done:
            done.append(True)
            path.with_name("synced").write_bytes(theirs)
            path.with_name("synced").rename(path)

    with watched(replace_the_file):
        journal.put(make_entry("new"))
    assert [document["what_happened"] for document in TinyDB(path).table("entries").all()] == ["synced", "new"]


def test_a_sync_tool_that_never_rests_ends_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    journal = Journal.open(path, FixedClock())
    journal.put(make_entry("ours"))

    def touch(count: int, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "fsync":
            os.utime(path, ns=(count, count))

    with watched(touch), pytest.raises(JournalError, match="keeps writing"):
        journal.put(make_entry("new"))
    journal.put(make_entry("new"))
    assert len(ids_on_disk(path)) == 2
