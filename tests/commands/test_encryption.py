"""The commands of an encrypted journal, with passphrases typed on a terminal and read from stdin."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

import pexpect
import pytest

from recalibrate.store.sealed.vault import Vault
from tests.builders import make_entry
from tests.commands.conftest import Shell
from tests.quick_wrapping import wrap_quickly

PASSPHRASE = "four quiet words here"
CANARY = "kolibriflaumfeder"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that are wrapped in a word instead of in a second of scrypt, which the terminal test goes through."""
    wrap_quickly(monkeypatch)


@pytest.fixture
def locked(shell: Shell, quick: None) -> Shell:
    """A shell with an encrypted journal."""
    shell.keep(make_entry(f"One {CANARY}."))
    done = shell("encrypt", "--passphrase-stdin", stdin=f"{PASSPHRASE}\n")
    assert done.code == 0
    return shell


def holding(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]


def test_encrypting_prints_the_recovery_key_alone_and_the_rest_on_stderr(shell: Shell, quick: None) -> None:
    shell.keep(make_entry(CANARY))
    done = shell("encrypt", "--passphrase-stdin", stdin=f"{PASSPHRASE}\n")
    assert done.out.startswith("AGE-SECRET-KEY-1")
    assert done.out.count("\n") == 1
    assert "backups of this disk" in done.err
    assert "settings.toml" in done.err
    assert PASSPHRASE not in done.out + done.err
    assert holding(shell.home) == []
    again = shell("encrypt", "--passphrase-stdin", stdin=f"{PASSPHRASE}\n")
    assert (again.code, again.sentence[:31]) == (1, "The journal is encrypted already"[:31])


def test_a_locked_journal_is_one_sentence_where_nobody_can_be_asked(locked: Shell) -> None:
    for words in (["list"], ["due"], ["due", "--short"], ["check"], ["export"], ["backup"]):
        done = locked(*words)
        assert done.code == 1
        assert "encrypted" in done.sentence


def test_the_passphrase_can_come_on_the_first_line_of_stdin(locked: Shell) -> None:
    done = locked("list", "--passphrase-stdin", stdin=f"{PASSPHRASE}\n")
    assert done.code == 0
    assert CANARY in done.out
    wrong = locked("--passphrase-stdin", "list", stdin="something else\n")
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong.sentence == "The passphrase does not open the journal. Nothing was changed."


def test_a_slip_needs_no_passphrase(locked: Shell) -> None:
    done = locked("slip", f"Two {CANARY}.", "--situation", "talks", "--sting", "40")
    assert done.code == 0
    assert len(done.out.strip()) == 36
    assert locked("slip", "--lines", stdin=f"Three {CANARY}.\nFour.\n").out.count("\n") == 2
    assert holding(locked.home) == []
    listed = locked("list", "--passphrase-stdin", stdin=f"{PASSPHRASE}\n")
    assert listed.out.count("\n") == 4
    assert done.out[:8] in listed.out
    assert "3 slips came in" in listed.err


def test_check_backup_and_restore_work_on_an_encrypted_journal(locked: Shell) -> None:
    secret = f"{PASSPHRASE}\n"
    assert "sound" in locked("check", "--passphrase-stdin", stdin=secret).out
    kept = locked("backup", "--passphrase-stdin", stdin=secret).out.strip()
    assert kept.endswith(".json.age")
    assert "whole" in locked("backup", "verify", "--passphrase-stdin", stdin=secret).out
    broken = locked.home / "broken"
    broken.write_bytes(b"age-encryption.org/v1\nbroken")
    broken.replace(locked.home / "journal.json.age")
    assert locked("list", "--passphrase-stdin", stdin=secret).code == 1
    assert locked("restore", "--passphrase-stdin", stdin=secret).code == 0
    assert CANARY in locked("list", "--passphrase-stdin", stdin=secret).out
    assert holding(locked.home) == []


def test_another_passphrase_and_plain_again(locked: Shell) -> None:
    changed = locked("passphrase", "--passphrase-stdin", stdin=f"{PASSPHRASE}\nquite another one\n")
    assert changed.code == 0
    assert locked("decrypt", "--passphrase-stdin", stdin=f"{PASSPHRASE}\n").code == 1
    assert locked("decrypt", "--passphrase-stdin", stdin="quite another one\n").code == 0
    assert CANARY in locked("list").out
    assert locked("decrypt").code == 1
    assert locked("passphrase").code == 1
    assert not Vault(locked.journal).places.identity.exists()


def test_a_sealed_journal_may_be_named_by_its_own_file(locked: Shell) -> None:
    name = str(locked.home / "journal.json.age")
    assert CANARY in locked("--journal", name, "list", "--passphrase-stdin", stdin=f"{PASSPHRASE}\n").out


def test_no_core_file_is_left_by_a_crash(shell: Shell) -> None:
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    shell("paths")
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0


def test_on_a_terminal_the_passphrase_is_asked_for_and_never_shown(tmp_path: Path) -> None:
    environ = {**os.environ, "RECALIBRATE_HOME": str(tmp_path / "home")}
    run = [sys.executable, "-m", "recalibrate"]
    first = pexpect.spawn(run[0], [*run[1:], "slip", CANARY], env=environ, encoding="utf-8", timeout=60)
    first.expect(pexpect.EOF)
    child = pexpect.spawn(run[0], [*run[1:], "encrypt"], env=environ, encoding="utf-8", timeout=60)
    for question in ("New passphrase", "The same again"):
        child.expect(question)
        child.waitnoecho()
        child.sendline(PASSPHRASE)
    child.expect("AGE-SECRET-KEY-1")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert holding(tmp_path) == []
    reader = pexpect.spawn(run[0], [*run[1:], "list"], env=environ, encoding="utf-8", timeout=60)
    reader.expect("Passphrase:")
    reader.waitnoecho()
    reader.sendline(PASSPHRASE)
    reader.expect(CANARY)
    assert PASSPHRASE not in str(reader.before)
    reader.expect(pexpect.EOF)


def test_the_passphrase_on_stdin_is_never_read_as_what_the_command_is_about(locked: Shell) -> None:
    typed = f"{PASSPHRASE}\nmy slip\nanother\n"
    locked("slip", "--passphrase-stdin", stdin=typed)
    locked("slip", "--lines", "--passphrase-stdin", stdin=typed)
    plain = str(locked.home / "plain.json")
    locked("--journal", plain, "slip", "--passphrase-stdin", stdin=typed)
    for journal in ((), ("--journal", plain)):
        shown = locked(*journal, "list", "--passphrase-stdin", stdin=f"{PASSPHRASE}\n").out
        assert "my slip" in shown
        assert "four quiet" not in shown
    assert locked("voice", "--json", "--passphrase-stdin", stdin=typed).out.count("\n") == 2
