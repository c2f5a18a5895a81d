"""Encrypted means encrypted: what lies on disk once it is, whatever fails or is killed, and all of it back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from recalibrate.domain.records.entry import Entry
from recalibrate.store.errors import JournalError
from recalibrate.store.journal import Journal
from recalibrate.store.sealed.encrypting import decrypt, encrypt
from recalibrate.store.sealed.vault import Vault
from tests.builders import FixedClock, make_entry
from tests.quick_wrapping import wrap_quickly
from tests.store.sealed.sealed_home import CANARY, PASSPHRASE, Made, hashes, holding


def test_no_file_holds_a_word_of_it(made: Made) -> None:
    assert holding(made.folder) == []
    assert any("backups" in name for name in made.names_before)
    names = {str(each.relative_to(made.folder)) for each in made.folder.rglob("*") if each.is_file()}
    for name in made.names_before - {"journal.json.lock", "drafts/.a-draft.json.0123456789ab.new"}:
        assert f"{name}.age" in names
        assert name not in names
    for path in made.folder.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0 or path.name == "conflicts"


def test_what_cannot_be_removed_is_told(made: Made) -> None:
    assert "backups of this disk" in made.left[0]


def test_a_folder_kept_in_git_is_pointed_out(tmp_path: Path, made: Made) -> None:
    from recalibrate.store.sealed.encrypting import _beyond_reach

    (tmp_path / ".git").mkdir()
    assert any("git" in sentence for sentence in _beyond_reach(tmp_path / "journal.json"))


def test_decrypting_brings_every_file_back(tmp_path: Path, made: Made) -> None:
    path = made.copy(tmp_path / "home")
    assert decrypt(made.open_vault(path), FixedClock()) == ()
    assert path.read_bytes() == made.text_before
    names = {str(each.relative_to(path.parent)) for each in path.parent.rglob("*") if each.is_file()}
    expected = made.names_before - {"drafts/.a-draft.json.0123456789ab.new"}
    assert {name for name in names if not name.endswith(".lock")} == expected - {"journal.json.lock"}
    assert len(Vault(path).open_journal(FixedClock()).all(Entry)) == 2


def test_a_full_disk_while_encrypting_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.json"
    clock = FixedClock()
    journal = Journal.open(path, clock)
    journal.put(make_entry("one"))
    clock.advance(hours=2)
    journal.put(make_entry("two"))
    wrap_quickly(monkeypatch)
    vault = Vault(path)
    before = hashes(tmp_path)
    real = os.fsync
    for stop in range(8):
        left = [stop]

        def fsync(descriptor: int, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise OSError(28, "No space left on device")
            real(descriptor)

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fsync)
            with pytest.raises(JournalError, match="o space left"):
                encrypt(vault, PASSPHRASE, clock)
        now = hashes(tmp_path)
        assert {name: now[name] for name in now if not name.endswith(".lock")} == {
            name: before[name] for name in before if not name.endswith(".lock")
        }
        assert not vault.is_encrypted


KILLED = """
import os, sys, pathlib
from recalibrate.store.drafts import Drafts
from recalibrate.store.sealed.vault import Vault
from tests.builders import FixedClock, make_entry
path, canary = pathlib.Path(sys.argv[1]), sys.argv[2]
vault = Vault(path)
vault.unlock_with_recovery_key(sys.stdin.readline())
clock = FixedClock()
journal = vault.open_journal(clock)
drafts = Drafts(vault.places.drafts, vault.codec)
print("ready", flush=True)
for number in range(100_000):
    clock.advance(hours=2)
    drafts.save(f"draft-{number % 3}", {"text": canary})
    journal.put(make_entry(f"{canary} {number}"))
"""


def test_a_kill_in_the_middle_leaves_no_word_on_disk(tmp_path: Path, made: Made) -> None:
    path = made.copy(tmp_path / "home")
    environ = {**os.environ, "TMPDIR": str(tmp_path / "tmp"), "HOME": str(tmp_path), "PYTHONPATH": os.getcwd()}  # noqa: PTH109 - the folder the tests run in
    (tmp_path / "tmp").mkdir()
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(path), CANARY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environ,
            cwd=tmp_path,
        )
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{made.recovery_key}\n".encode())
        process.stdin.flush()
        assert process.stdout.readline() == b"ready\n"
        deadline = time.monotonic() + 0.15
        while time.monotonic() < deadline:
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdin.close()
        process.stdout.close()
        assert holding(tmp_path) == []
    assert len(made.open_vault(path).open_journal(FixedClock()).all(Entry)) > 3
