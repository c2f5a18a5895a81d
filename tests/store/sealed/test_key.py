"""The key: read as it was written, used where it should be, and enough for age without us."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pexpect
import pytest

from recalibrate.store.errors import JournalDamaged
from recalibrate.store.sealed.key import Key
from recalibrate.store.sealed.vault import Vault
from tests.builders import FixedClock, make_entry
from tests.store.sealed.sealed_home import PASSPHRASE, Made

needs_age = pytest.mark.skipif(not shutil.which("age"), reason="Debian's age is not installed here")


@needs_age
def test_age_opens_the_journal_without_us(tmp_path: Path, made: Made) -> None:
    path = made.copy(tmp_path / "home")
    child = pexpect.spawn(
        "/bin/sh",
        ["-c", "age -d -i identity.age journal.json.age > plain.json"],
        cwd=str(path.parent),
        timeout=60,
        encoding="utf-8",
    )
    child.expect("passphrase")
    child.sendline(PASSPHRASE)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert (path.parent / "plain.json").read_bytes() == made.text_before
    assert json.loads(made.text_before)["entries"]["2"]["what_happened"] == "Second."


@needs_age
def test_age_opens_it_with_the_printed_key_too(tmp_path: Path, made: Made) -> None:
    key = tmp_path / "printed.txt"
    key.write_text(f"{made.recovery_key}\n")
    done = subprocess.run(
        ["age", "-d", "-i", str(key), str(made.folder / "journal.json.age")], capture_output=True, check=True
    )
    assert done.stdout == made.text_before


def test_the_recipients_come_from_the_key_not_from_a_file_anyone_may_write(tmp_path: Path, made: Made) -> None:
    from pyrage import x25519

    path = made.copy(tmp_path / "home")
    stranger = x25519.Identity.generate()
    (path.parent / "recipients.txt").write_text(f"{stranger.to_public()}\n")
    vault = Vault(path)
    _ = vault.codec  # a locked one reads the file
    vault.unlock_with_recovery_key(made.recovery_key)
    vault.open_journal(FixedClock()).put(make_entry("Only for me."))
    import pyrage

    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(vault.file.read_bytes(), [stranger])


def test_a_key_is_read_as_it_was_written() -> None:
    from pyrage import x25519

    own, printed = x25519.Identity.generate(), x25519.Identity.generate()
    key = Key(str(own), str(own.to_public()), str(printed.to_public()))
    assert Key.read(key.text) == key
    with pytest.raises(JournalDamaged):
        Key.read(b"no key at all")
