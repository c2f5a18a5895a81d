from __future__ import annotations

import os

from tests.builders import make_entry
from tests.commands.conftest import Shell


def test_a_folder_that_takes_nothing_is_one_sentence(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "file").touch()
    done = shell("--journal", str(shell.home / "file" / "journal.json"), "slip", "words")
    assert done.code == 1
    assert done.sentence


def test_an_export_is_neither_a_journal_nor_merged_and_the_way_in_is_named(shell: Shell) -> None:
    shell.keep(make_entry("Late."))
    export = shell.home / "everything.json"
    assert shell("export", "-o", str(export)).code == 0
    before, ours = export.read_bytes(), shell.journal.read_bytes()
    for words in (["list"], ["check"], ["slip", "x"], ["restore"], ["encrypt", "--passphrase-stdin"]):
        done = shell("--journal", str(export), *words, stdin="some long passphrase\n")
        assert done.code == 1
        assert "is an export" in done.sentence
    done = shell("merge", str(export))
    assert (done.code, "`recalibrate import`" in done.sentence) == (1, True)
    empty = shell.home / "empty.json"
    empty.touch()
    done = shell("merge", str(empty))
    assert (done.code, "is empty" in done.sentence) == (1, True)
    assert (export.read_bytes(), shell.journal.read_bytes()) == (before, ours)


def test_a_pipe_in_the_place_of_a_journal_is_refused_by_every_command(shell: Shell) -> None:
    shell.home.mkdir()
    pipe = shell.home / "pipe"
    os.mkfifo(pipe)
    for words in (["list"], ["slip", "x"], ["check"], ["restore"], ["backup"], ["due"], ["encrypt"]):
        done = shell("--journal", str(pipe), *words)
        assert (done.code, "no regular file" in done.sentence) == (1, True)
    assert pipe.is_fifo()
