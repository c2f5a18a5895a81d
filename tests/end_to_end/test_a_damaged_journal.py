"""A journal that cannot be read opens the recovery screen; nothing is written over, and a key brings it back."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.end_to_end.terminal import PROGRAM, Terminal

NOW = "2026-11-20T10:00+01:00"


def slip(home: Path, words: str) -> None:
    environ = {"RECALIBRATE_HOME": str(home), "RECALIBRATE_NOW": NOW}
    subprocess.run([PROGRAM, "slip", words], env=environ, check=True, capture_output=True)


def test_what_is_whole_comes_back_and_the_damaged_file_is_kept(tmp_path: Path) -> None:
    slip(tmp_path, "The first slip.")
    slip(tmp_path, "The second slip.")
    journal = tmp_path / "journal.json"
    damaged = journal.read_bytes().replace(b"The second", b"The sec\x00\xff")
    journal.write_bytes(damaged)
    with Terminal(tmp_path, now=NOW) as terminal:
        terminal.sees("The journal cannot be opened", "bring it back")
        assert journal.read_bytes() == damaged
        terminal.press("r")
        terminal.sees("Brought back", "enter opens it")
        terminal.press("enter")
        terminal.sees("Welcome")
        terminal.press("enter")
        terminal.sees("The first slip.")
        terminal.press("ctrl+q")
        assert terminal.leaves() == 0
    assert any(each.read_bytes() == damaged for each in tmp_path.rglob("*") if each.is_file())


def test_where_nothing_is_left_one_can_begin_anew_or_leave(tmp_path: Path) -> None:
    journal = tmp_path / "journal.json"
    journal.write_bytes(b"no journal at all")
    with Terminal(tmp_path, now=NOW) as terminal:
        terminal.sees("The journal cannot be opened", "begin anew", "no good backup")
        terminal.press("q")
        assert terminal.leaves() == 1
    assert journal.read_bytes() == b"no journal at all"
    with Terminal(tmp_path, now=NOW) as terminal:
        terminal.sees("The journal cannot be opened")
        terminal.press("n")
        terminal.sees("A new journal is begun.")
        terminal.press("enter")
        terminal.sees("Welcome")
    assert any(each.read_bytes() == b"no journal at all" for each in tmp_path.rglob("*") if each.is_file())


def test_a_journal_of_a_newer_version_is_opened_to_be_read_and_left_as_it_is(tmp_path: Path) -> None:
    slip(tmp_path, "The first slip.")
    journal = tmp_path / "journal.json"
    newer = re.sub(rb'"schema": ?\d+', b'"schema":999', journal.read_bytes())
    assert newer != journal.read_bytes()
    journal.write_bytes(newer)
    with Terminal(tmp_path, now=NOW) as terminal:
        terminal.sees("The journal can only be read", "newer", "1 entry")
        terminal.press("enter")
        terminal.sees("Welcome")
        terminal.press("enter")
        terminal.sees("The first slip.", "read-only !")
        terminal.press("ctrl+q")
        assert terminal.leaves() == 0
    assert journal.read_bytes() == newer
