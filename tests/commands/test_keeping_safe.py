from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pexpect
import pytest

from recalibrate.commands import COMMANDS
from recalibrate.domain.records.entry import Entry
from tests.builders import make_entry
from tests.commands.conftest import Shell


def test_a_backup_brings_a_deleted_entry_back(shell: Shell) -> None:
    entry = make_entry("To be kept.")
    shell.keep(entry)
    backup = shell("backup").out.strip()
    journal = shell.open()
    journal.purge(journal.all(Entry)[0])
    dry = shell("restore", backup.rpartition("/")[2], "--dry-run")
    assert "0 → 1" in dry.out
    assert shell.open().all(Entry) == []
    done = shell("restore", backup.rpartition("/")[2])
    assert done.code == 0
    assert "kept as" in done.out
    assert [each.id for each in shell.open().all(Entry)] == [entry.id]


def test_a_restore_says_which_records_go_back_to_what_they_were(shell: Shell) -> None:
    shell.keep(make_entry("one", id="entry-one"), make_entry("two"))
    backup = shell("backup").out.strip().rpartition("/")[2]
    assert shell("delete", "entry-one").code == 0
    assert "2 → 2, 1 as it was then" in shell("restore", backup, "--dry-run").out


def test_backups_are_listed_and_verified(shell: Shell) -> None:
    shell.keep(make_entry())
    path = shell("backup").out.strip()
    assert "by hand" in shell("backup", "list").out
    assert shell("backup", "verify").out.strip().endswith("  whole")
    shell.keep(make_entry())
    with open(path, "r+b") as file:  # noqa: PTH123 - opened for writing in the middle
        file.truncate(20)
    done = shell("backup", "verify")
    assert done.code == 1
    assert "not whole" in done.out


def test_a_damaged_journal_is_brought_back_with_all_that_is_whole(shell: Shell) -> None:
    shell.keep(*(make_entry(f"Slip {number}") for number in range(5)))
    shell("backup")
    shell.keep(make_entry("after the backup"))
    lines = shell.journal.read_bytes().splitlines(keepends=True)
    damaged = b"".join(line[:-30] + b"\n" if b"Slip 2" in line else line for line in lines)
    shell.journal.write_bytes(damaged)
    assert shell("check").code == 1
    assert "?" in shell("restore", "--dry-run").out
    assert shell.journal.read_bytes() == damaged
    assert shell("restore").code == 0
    words = {each.what_happened for each in shell.open().all(Entry)}
    assert words == {*(f"Slip {number}" for number in range(5)), "after the backup"}


def test_a_sound_journal_is_not_given_up_for_a_backup_nobody_named(shell: Shell) -> None:
    shell.keep(make_entry("kept"))
    backup = shell("backup").out.strip().rpartition("/")[2]
    shell.keep(make_entry("after the backup"))
    done = shell("restore")
    assert (done.code, len(shell.open().all(Entry))) == (1, 2)
    assert "The journal is sound; name a backup to go back to: " in done.sentence
    assert backup in done.sentence
    assert shell("restore", "--dry-run").code == 0
    run = [sys.executable, "-m", "recalibrate", "restore"]
    for answer, left in (("", 2), ("y", 1)):
        child = pexpect.spawn(run[0], run[1:], env={**os.environ, **shell.environ}, encoding="utf-8", timeout=60)
        child.expect("2 → 1")
        child.sendline(answer)
        child.expect(pexpect.EOF)
        assert len(shell.open().all(Entry)) == left


def test_a_backup_that_is_not_there_is_said_so(shell: Shell) -> None:
    shell.keep(make_entry())
    for words in (["restore", "nosuch.json"], ["restore"]):
        done = shell(*words)
        assert done.code == 1
        assert "no" in done.sentence


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_a_completion_names_every_command_and_parses(name: str, shell: Shell) -> None:
    script = shell("completion", name).out
    for command in COMMANDS:
        assert command in script
    assert "leave-out" in script
    program = shutil.which(name)
    if program:
        subprocess.run([program, "-n", "-c", script], check=True)


def test_bash_completes_commands_and_options(shell: Shell) -> None:
    script = shell("completion", "bash").out
    asked = script + '\nCOMP_WORDS=(recalibrate export --no); COMP_CWORD=2; _recalibrate; echo "${COMPREPLY[@]}"'
    asked += '\nCOMP_WORDS=(recalibrate sli); COMP_CWORD=1; _recalibrate; echo "${COMPREPLY[@]}"'
    asked += '\nCOMP_WORDS=(recalibrate settings get mon); COMP_CWORD=3; _recalibrate; echo "${COMPREPLY[@]}"'
    asked += '\nCOMP_WORDS=(recalibrate learn lab); COMP_CWORD=2; _recalibrate; echo "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["--no-people", "slip", "monthly_check", "labelling"]
