"""Encrypted means encrypted: what lies on disk, who opens it, what is refused, and what never happens."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pexpect
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.situation import Situation
from recalibrate.store import recovery
from recalibrate.store.drafts import Drafts
from recalibrate.store.errors import JournalDamaged, JournalError, JournalLocked, WrongPassphrase
from recalibrate.store.journal import Journal
from recalibrate.store.sealed.encrypting import decrypt, encrypt
from recalibrate.store.sealed.inbox import Inbox
from recalibrate.store.sealed.key import Key
from recalibrate.store.sealed.vault import Vault
from tests.builders import FixedClock, make_entry, make_situation
from tests.quick_wrapping import wrap_quickly

PASSPHRASE = "four quiet words here"
CANARY = "kolibriflaumfeder"
needs_age = pytest.mark.skipif(not shutil.which("age"), reason="Debian's age is not installed here")


@dataclass(frozen=True)
class Made:
    """A folder with an encrypted journal of two entries, made from a plain one with all that may lie beside it."""

    folder: Path
    recovery_key: str
    left: tuple[str, ...]
    text_before: bytes
    names_before: frozenset[str]

    def copy(self, to: Path) -> Path:
        """The journal of a copy of the folder."""
        shutil.copytree(self.folder, to)
        return to / "journal.json"

    def open_vault(self, journal: Path) -> Vault:
        """A vault that is open, without a passphrase having to be tried."""
        vault = Vault(journal)
        vault.unlock_with_recovery_key(self.recovery_key)
        return vault


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("vault")
    path = folder / "journal.json"
    clock = FixedClock()
    journal = Journal.open(path, clock)
    journal.put(make_entry(f"First, with a {CANARY}."))
    clock.advance(hours=2)
    journal.put(make_entry("Second."))
    Drafts(folder / "drafts").save("a-draft", {"text": CANARY})
    copy = folder / "journal.sync-conflict-20260305-143000-ABCDEFG.json"
    copy.write_text(f"{{ half a file with a {CANARY}")
    (folder / "conflicts").mkdir()
    (folder / "conflicts" / "journal.sync-conflict-old.json").write_text(CANARY)
    (folder / "drafts" / ".a-draft.json.0123456789ab.new").write_text(CANARY)
    before = path.read_bytes()
    names = frozenset(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())
    done = encrypt(Vault(path), PASSPHRASE, clock)
    return Made(folder, done.recovery_key, done.left, before, names)


def holding(folder: Path, word: str = CANARY) -> list[str]:
    """The files that hold the word, as it is or in another spelling of its letters."""
    spelt = [word.encode(), word.encode("utf-16-le"), word[::-1].encode()]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(each in path.read_bytes() for each in spelt) or word in path.name]


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


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


def test_the_passphrase_opens_it_and_the_records_are_there(tmp_path: Path, made: Made) -> None:
    vault = Vault(made.copy(tmp_path / "home"), apart=True)
    with pytest.raises(JournalLocked):
        vault.open_journal(FixedClock())
    vault.unlock(PASSPHRASE)
    journal = vault.open_journal(FixedClock())
    assert [entry.what_happened for entry in journal.all(Entry)] == [f"First, with a {CANARY}.", "Second."]
    assert Drafts(vault.places.drafts, vault.codec).all() == [("a-draft", {"text": CANARY})]


def test_a_plain_opening_of_an_encrypted_journal_is_refused(tmp_path: Path, made: Made) -> None:
    path = made.copy(tmp_path / "home")
    before = hashes(path.parent)
    with pytest.raises(JournalLocked):
        Journal.open(path, FixedClock())
    assert hashes(path.parent) == before


def test_a_wrong_passphrase_changes_nothing_and_says_so(tmp_path: Path, made: Made) -> None:
    path = made.copy(tmp_path / "home")
    before = hashes(path.parent)
    vault = Vault(path)
    with pytest.raises(WrongPassphrase, match="Nothing was changed"):
        vault.unlock(f"{PASSPHRASE} ")
    with pytest.raises(WrongPassphrase, match="Nothing was changed"):
        vault.reset_passphrase("AGE-SECRET-KEY-1NONSENSE", "a new one")
    assert not vault.is_open
    assert hashes(path.parent) == before


def test_the_passphrase_can_be_changed_and_set_anew_with_the_printed_key(
    tmp_path: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrap_quickly(monkeypatch)
    path = made.copy(tmp_path / "home")
    sealed = (path.parent / "journal.json.age").read_bytes()
    Vault(path).reset_passphrase(made.recovery_key.lower(), "a second one")
    Vault(path).change_passphrase("a second one", "and a third")
    for old in (PASSPHRASE, "a second one"):
        with pytest.raises(WrongPassphrase):
            Vault(path).unlock(old)
    vault = Vault(path)
    vault.unlock("and a third")
    assert len(vault.open_journal(FixedClock()).all(Entry)) == 2
    assert (path.parent / "journal.json.age").read_bytes() == sealed


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_flipped_bit_anywhere_is_refused_and_never_written_over(
    tmp_path_factory: pytest.TempPathFactory, made: Made, data: st.DataObject
) -> None:
    sealed = bytearray((made.folder / "journal.json.age").read_bytes())
    at = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[at // 8] ^= 1 << at % 8
    path = tmp_path_factory.mktemp("flip") / "journal.json"
    for name in ("identity.recovery.age", "recipients.txt"):
        shutil.copy(made.folder / name, path.parent)
    (path.parent / "journal.json.age").write_bytes(sealed)
    vault = made.open_vault(path)
    with pytest.raises(JournalDamaged):
        vault.open_journal(FixedClock())
    assert (path.parent / "journal.json.age").read_bytes() == sealed


@pytest.mark.parametrize("cut", [0, 1, 100, -1, -16, -17])
def test_a_cut_file_is_refused(tmp_path: Path, made: Made, cut: int) -> None:
    path = made.copy(tmp_path / "home")
    sealed = path.parent / "journal.json.age"
    data = sealed.read_bytes()[:cut]
    sealed.write_bytes(data)
    with pytest.raises(JournalDamaged):
        made.open_vault(path).open_journal(FixedClock())
    assert sealed.read_bytes() == data


def test_a_damaged_encrypted_journal_comes_back_from_its_backup(tmp_path: Path, made: Made) -> None:
    path = made.copy(tmp_path / "home")
    vault = made.open_vault(path)
    vault.file.write_bytes(b"age-encryption.org/v1\nnonsense")
    report = recovery.check(vault.file, FixedClock(), vault.codec)
    assert report.state is recovery.State.DAMAGED
    assert report.backup is not None
    recovery.recover(vault.file, FixedClock(), vault.codec)
    assert len(vault.open_journal(FixedClock()).all(Entry)) == 1
    assert holding(path.parent) == []


def test_commits_and_snapshots_stay_encrypted(tmp_path: Path, made: Made) -> None:
    path = made.copy(tmp_path / "home")
    clock = FixedClock()
    clock.advance(days=1)
    journal = made.open_vault(path).open_journal(clock)
    for number in range(3):
        clock.advance(hours=2)
        (saved,) = journal.put(make_entry(f"{CANARY} {number}")).records
    journal.delete(saved)
    assert holding(path.parent) == []
    again = made.open_vault(path).open_journal(clock)
    assert len(again.all(Entry)) == 4
    assert len(again.binned(Entry)) == 1


def test_a_locked_vault_still_encrypts_what_is_typed(tmp_path: Path, made: Made) -> None:
    path = made.copy(tmp_path / "home")
    vault = made.open_vault(path)
    journal = vault.open_journal(FixedClock())
    vault.lock()
    assert not vault.is_open
    Drafts(vault.places.drafts, vault.codec).save("b", {"text": CANARY})
    journal.put(make_entry(CANARY))  # a save that was under way when the lock came
    assert holding(path.parent) == []
    with pytest.raises(JournalLocked):
        vault.codec.decode(vault.file.read_bytes())


def test_slips_into_a_locked_journal_are_taken_in_at_the_next_unlock(tmp_path: Path, made: Made) -> None:
    path = made.copy(tmp_path / "home")
    clock = FixedClock()
    known = make_situation("Talks")
    made.open_vault(path).open_journal(clock).put(known)
    before = hashes(path.parent)
    locked = Vault(path)
    inbox = Inbox(locked.places.inbox, locked.codec, clock)
    again = make_situation("talks")
    sealed_at = clock()
    inbox.put(make_entry(f"{CANARY} one", situation_id=again.id), again)
    clock.advance(minutes=3)
    inbox.put(make_entry(f"{CANARY} two"))
    assert holding(path.parent) == []
    assert before.items() <= hashes(path.parent).items()

    clock.advance(days=2)
    journal = made.open_vault(path).open_journal(clock)
    one, two = journal.all(Entry)[2:]
    assert (one.what_happened, two.what_happened) == (f"{CANARY} one", f"{CANARY} two")
    assert one.created_at == sealed_at
    assert one.situation_id == known.id
    assert len(journal.all(Situation)) == 1
    assert list(locked.places.inbox.iterdir()) == []
    assert journal.take_notices()[-1] == "2 slips came in while the journal was locked."


def test_what_cannot_be_read_in_the_inbox_stays_and_is_told(tmp_path: Path, made: Made) -> None:
    path = made.copy(tmp_path / "home")
    inbox = path.parent / "inbox"
    inbox.mkdir()
    (inbox / "x.json.age").write_bytes(b"nothing of ours")
    journal = made.open_vault(path).open_journal(FixedClock())
    assert "x.json.age" in journal.take_notices()[-1]
    assert (inbox / "x.json.age").exists()


def test_a_plain_journal_that_turns_up_is_merged_and_encrypted(tmp_path: Path, made: Made) -> None:
    path = made.copy(tmp_path / "home")
    other = tmp_path / "other.json"
    Journal.open(other, FixedClock()).put(make_entry(f"From elsewhere: {CANARY}"))
    other.rename(path)
    (path.parent / "drafts" / "late.json").write_text(f'{{"text":"{CANARY}"}}')
    vault = made.open_vault(path)
    journal = vault.open_journal(FixedClock())
    assert len(journal.all(Entry)) == 3
    assert holding(path.parent) == []
    assert not path.exists()
    assert len(Drafts(vault.places.drafts, vault.codec).all()) == 2
    assert "plain journal" in journal.take_notices()[-1]


def test_an_encrypted_conflict_copy_is_merged_and_a_plain_one_does_not_stay_plain(tmp_path: Path, made: Made) -> None:
    path = made.copy(tmp_path / "home")
    other = made.copy(tmp_path / "other")
    made.open_vault(other).open_journal(FixedClock()).put(make_entry(f"{CANARY} sealed"))
    name = "journal.json.sync-conflict-20260305-143000-ABCDEFG.age"
    (other.parent / "journal.json.age").rename(path.parent / name)
    plain = tmp_path / "plain.json"
    Journal.open(plain, FixedClock()).put(make_entry(f"{CANARY} plain"))
    plain.rename(path.parent / "journal (conflicted copy 2026-03-05).json")
    journal = made.open_vault(path).open_journal(FixedClock())
    assert {entry.what_happened for entry in journal.all(Entry)} >= {f"{CANARY} sealed", f"{CANARY} plain"}
    assert holding(path.parent) == []


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
