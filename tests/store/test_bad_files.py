"""Files that cannot be read or must not be written: refused in one sentence, and left exactly as they are."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

import orjson
import pytest
from tinydb import TinyDB

from recalibrate.domain.records.entry import Entry
from recalibrate.store.errors import (
    JournalDamaged,
    JournalError,
    JournalLocked,
    JournalNewer,
    JournalReadOnly,
    NotSaved,
)
from recalibrate.store.journal import Journal
from recalibrate.store.lock import lock_file
from recalibrate.store.recovery import check
from tests.builders import FixedClock, make_entry

WHOLE = (
    b'{\n"_recalibrate": {\n"1":{"schema":1}\n},\n"entries": {\n'
    b'"1":{"what_happened":"a","id":"x"},\n"2":{"what_happened":"b","id":"y"}\n}\n}\n'
)

BROKEN = {
    "no json": b"dear diary",
    "truncated": WHOLE[:-20],
    "trailing bytes": WHOLE + b"}",
    "a tail of zeros": WHOLE + b"\0" * 20,
    "zeros inside": WHOLE.replace(b'"what_happened":"b"', b"\0" * 19),
    "a line lost its end": WHOLE.replace(b'"id":"x"}', b'"id":"x"'),
    "a comma is missing": WHOLE.replace(b'"x"},', b'"x"}'),
    "a comma too many": WHOLE.replace(b'"y"}\n', b'"y"},\n'),
    "a comma too many at the end": WHOLE.replace(b"}\n}\n}\n", b"}\n},\n}\n"),
    "a bit flipped": WHOLE.replace(b'"b"', b'"b!'),
    "a list": b"[1, 2]",
    "a word": b'"journal"',
    "a record that is a number": b'{"entries": {"1": 5}}',
    "a number that is a word": b'{"entries": {"abc": {"id": "x"}}}',
    "a number with zeros in front": b'{"entries": {"007": {"id": "x"}}}',
    "a number with zeros, in our lines": WHOLE.replace(b'"2":', b'"02":'),
    "a table twice": b'{"entries": {"1": {"id": "x"}}, "entries": {"1": {"id": "y"}}}',
    "a number twice": b'{"entries": {"1": {"id": "x"}, "1": {"id": "y"}}}',
    "beyond 64 bits": b'{"entries": {"1": {"id": "x", "sting": 36893488147419103232}}}',
    "latin-1": b'{"entries": {"1": {"what_happened": "caf\xe9"}}}',
    "a json bomb": b'{"entries": {"1": {"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}}}",
    "conflict marks of git": WHOLE.replace(b'"2":', b'<<<<<<< HEAD\n"2":'),
    "a strange schema": WHOLE.replace(b'"schema":1', b'"schema":"one"'),
    "utf-16": WHOLE.decode().encode("utf-16"),
}


SOMETHING_ELSE = {
    "an export": b'{"format": "recalibrate", "version": 1, "schema": 1, "entries": [{"id": "x"}], "people": []}',
    "an empty export": b'{\n  "format": "recalibrate",\n  "version": 1,\n  "entries": []\n}\n',
    "a list of entries": b'{"metadata": {}, "entries": [{"text": "a"}]}',
    "settings": b'{"editor": {}, "servers": {}}',
    "settings in lines like ours": b'{\n"name": "x",\n"size": 3\n}\n',
    "entries that are no table beside one": b'{"entries": [], "notes": {"1": {"a": 1}}}',
    "settings by name": b'{"dependencies": {"left-pad": {"version": 1}}}',
}


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(".lock")
    }


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_journal_is_refused_and_left_as_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(BROKEN[name])
    before = hashes(tmp_path)
    with pytest.raises(JournalDamaged) as refusal:
        Journal.open(path, FixedClock())
    assert str(path) in str(refusal.value)
    assert "recalibrate check" in str(refusal.value)
    assert hashes(tmp_path) == before


@pytest.mark.parametrize("name", BROKEN)
def test_a_journal_that_breaks_while_it_is_open_is_not_written_over(tmp_path: Path, name: str) -> None:
    path = tmp_path / "journal.json"
    journal = Journal.open(path, FixedClock())
    journal.put(make_entry())
    path.write_bytes(BROKEN[name])
    before = hashes(tmp_path)
    with pytest.raises(JournalDamaged):
        journal.put(make_entry())
    with pytest.raises(JournalDamaged):
        journal.refresh()
    assert hashes(tmp_path) == before
    assert len(journal.all(Entry)) == 1


@pytest.mark.parametrize("name", SOMETHING_ELSE)
def test_json_that_is_no_journal_is_refused_and_left_as_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(SOMETHING_ELSE[name])
    before = hashes(tmp_path)
    with pytest.raises(JournalDamaged, match="import" if "entries" in name or "export" in name else "journal"):
        Journal.open(path, FixedClock())
    assert not check(path, FixedClock()).is_whole
    assert hashes(tmp_path) == before


def test_a_pipe_in_the_place_of_the_journal_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    os.mkfifo(path)
    with pytest.raises(JournalDamaged, match="no regular file"):
        Journal.open(path, FixedClock())
    assert [each.name for each in tmp_path.iterdir()] == ["journal.json"]
    assert path.is_fifo()


READABLE = {
    "as stock TinyDB writes it": orjson.dumps(orjson.loads(WHOLE)),
    "pretty": json.dumps(orjson.loads(WHOLE), indent=4).encode(),
    "with a mark of its bytes": b"\xef\xbb\xbf" + WHOLE,
    "with NaN": WHOLE.replace(b'"id":"x"', b'"id":"x","reading":NaN'),
    "with a lone surrogate": WHOLE.replace(b'"a"', b'"a\\ud800"'),
    "with Windows line ends": WHOLE.replace(b"\n", b"\r\n"),
    "without a last line end": WHOLE.rstrip(),
}


@pytest.mark.parametrize("name", READABLE)
def test_what_other_hands_write_is_read_and_saved(tmp_path: Path, name: str) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(READABLE[name])
    journal = Journal.open(path, FixedClock())
    assert [entry.what_happened[0] for entry in journal.all(Entry)] == ["a", "b"]
    journal.put(make_entry("c"))
    plain = TinyDB(path).table("entries").all()
    assert [document["what_happened"][0] for document in plain] == ["a", "b", "c"]
    assert "\ud800" not in str(plain)
    assert len(path.read_bytes().splitlines()) == 10


def test_a_number_given_out_on_two_machines_keeps_both_records(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(WHOLE.replace(b'"2":', b'"1":'))
    journal = Journal.open(path, FixedClock())
    assert [entry.id for entry in journal.all(Entry)] == ["x", "y"]
    journal.put(make_entry(id="z"))
    assert [document["id"] for document in TinyDB(path).table("entries").all()] == ["x", "y", "z"]


def test_top_level_values_that_are_no_tables_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    entries = {"1": {"what_happened": "a", "id": "x"}}
    path.write_bytes(orjson.dumps({"note": "mine", "list": [1, {"a": None}], "entries": entries, "void": {}}))
    for text in ("b", "c"):
        Journal.open(path, FixedClock()).put(make_entry(text))
    found = orjson.loads(path.read_bytes())
    assert (found["note"], found["list"], found["void"]) == ("mine", [1, {"a": None}], {})
    assert len(found["entries"]) == 3


def test_an_unknown_table_keeps_its_very_bytes(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    line = b'"7":{"n": 1.50, "big":1e3,"s":"\\u00e9" }'
    path.write_bytes(WHOLE[:-3] + b',\n"later": {\n' + line + b"\n}\n}\n")
    Journal.open(path, FixedClock()).put(make_entry())
    assert line in path.read_bytes().splitlines()


def test_an_empty_file_is_a_new_journal_only_where_there_never_was_one(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh" / "journal.json"
    fresh.parent.mkdir()
    fresh.touch()
    Journal.open(fresh, FixedClock()).put(make_entry())
    for trace in ("backups/journal-x.json", "drafts/x.json", "journal.json.lock"):
        path = tmp_path / trace.replace("/", "-") / "journal.json"
        (path.parent / trace).parent.mkdir(parents=True)
        (path.parent / trace).write_text("a trace")  # an empty lock is none: reading makes it
        path.touch()
        with pytest.raises(JournalDamaged, match="is empty"):
            Journal.open(path, FixedClock())
        assert path.read_bytes() == b""


def test_an_emptied_journal_is_never_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    journal = Journal.open(path, FixedClock())
    journal.put(make_entry())
    path.write_bytes(b"")
    for attempt in (journal.refresh, lambda: journal.put(make_entry()), lambda: Journal.open(path, FixedClock())):
        with pytest.raises(JournalDamaged, match="is empty"):
            attempt()
    assert path.read_bytes() == b""
    assert len(journal.all(Entry)) == 1


def test_a_vanished_journal_is_never_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    journal = Journal.open(path, FixedClock())
    path.unlink()
    for attempt in (journal.refresh, lambda: journal.put(make_entry()), lambda: Journal.open(path, FixedClock())):
        with pytest.raises(JournalDamaged, match="is gone"):
            attempt()
    assert not path.exists()
    lock_file(path).unlink()
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "journal-20260305T120000Z-hourly-3.json").touch()
    with pytest.raises(JournalDamaged, match="is gone"):
        Journal.open(path, FixedClock())


def test_a_newer_journal_is_read_and_never_written(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(WHOLE.replace(b'"schema":1', b'"schema":99'))
    before = hashes(tmp_path)
    journal = Journal.open(path, FixedClock())
    assert "newer" in journal.read_only
    assert len(journal.all(Entry)) == 2
    with pytest.raises(JournalNewer, match="newer"):
        journal.put(make_entry())
    assert hashes(tmp_path) == before


@pytest.mark.parametrize("place", ["file", "folder"])
def test_what_is_read_only_stays_so_even_for_root(tmp_path: Path, place: str) -> None:
    path = tmp_path / "home" / "journal.json"
    Journal.open(path, FixedClock()).put(make_entry())
    before = hashes(path.parent)
    closed = path if place == "file" else path.parent
    closed.chmod(0o400 if place == "file" else 0o500)
    journal = Journal.open(path, FixedClock())
    assert f"The {place} {closed} is read-only" in journal.read_only
    with pytest.raises((JournalReadOnly, NotSaved)):
        journal.put(make_entry())
    assert hashes(path.parent) == before
    closed.chmod(0o700)
    journal.put(make_entry())
    assert journal.read_only == ""


def test_a_new_journal_in_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(JournalError, match=r"read-only|Permission"):
        Journal.open(tmp_path / "journal.json", FixedClock())
    tmp_path.chmod(0o700)


def test_a_folder_in_the_place_of_the_journal_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.mkdir()
    with pytest.raises(JournalDamaged, match="no regular file"):
        Journal.open(path, FixedClock())


def test_an_encrypted_journal_without_its_key_is_locked_not_new(tmp_path: Path) -> None:
    (tmp_path / "journal.json.age").write_bytes(b"age")
    with pytest.raises(JournalLocked, match="encrypted"):
        Journal.open(tmp_path / "journal.json", FixedClock())
    assert not (tmp_path / "journal.json").exists()


def test_a_link_to_a_journal_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "synced" / "notebook.json"
    Journal.open(real, FixedClock())
    link = tmp_path / "journal.json"
    link.symlink_to(real)
    Journal.open(link, FixedClock()).put(make_entry())
    assert link.is_symlink()
    assert len(TinyDB(real).table("entries")) == 1


def test_nobody_else_may_read_anything_whatever_the_umask(tmp_path: Path) -> None:
    clock = FixedClock()
    before = os.umask(0)
    try:
        path = tmp_path / "a" / "b" / "journal.json"
        journal = Journal.open(path, clock)
        journal.put(make_entry())
        journal.delete(*journal.all(Entry))
    finally:
        os.umask(before)
    found = list((tmp_path / "a").rglob("*"))
    assert any("backups" in path.parts for path in found)
    assert {path.stat().st_mode & 0o777 for path in found if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "a", *found) if path.is_dir()} == {0o700}


def test_damage_that_keeps_the_time_of_the_file_is_met_when_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    journal = Journal.open(path, FixedClock())
    journal.put(make_entry("a canary"))
    times = path.stat()
    path.write_bytes(path.read_bytes().replace(b'"a canary"', b'"a canary!'))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    opened = Journal.open(path, FixedClock())
    assert opened.all(Entry) == []
    assert list(opened.unreadable(Entry)) == [1]


@pytest.mark.parametrize("broken", [b"garbage", b"", None])
def test_without_a_backup_the_sentence_says_how_to_begin_anew_and_that_works(
    tmp_path: Path, broken: bytes | None
) -> None:
    path = tmp_path / "journal.json"
    Journal.open(path, FixedClock()).close()
    path.unlink() if broken is None else path.write_bytes(broken)
    with pytest.raises(JournalDamaged) as refusal:
        Journal.open(path, FixedClock())
    advice = str(refusal.value).partition("There is no backup; move ")[2].removesuffix(" away to begin a new one.")
    for name in advice.split(" and "):
        (tmp_path / name).rename(tmp_path / f"old-{name}")
    assert len(Journal.open(path, FixedClock()).all(Entry)) == 0


def test_where_there_are_backups_nothing_is_said_of_beginning_anew(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(b"garbage")
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "journal-20260305T120000Z-hourly-3.json").touch()
    with pytest.raises(JournalDamaged) as refusal:
        Journal.open(path, FixedClock())
    assert str(refusal.value).endswith("`recalibrate restore` brings it back.")
