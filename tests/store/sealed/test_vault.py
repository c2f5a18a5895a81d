"""The vault: who opens it, what is refused, and that nothing leaves it in plain words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recalibrate.domain.records.entry import Entry
from recalibrate.store import recovery
from recalibrate.store.drafts import Drafts
from recalibrate.store.errors import JournalDamaged, JournalLocked, WrongPassphrase
from recalibrate.store.journal import Journal
from recalibrate.store.sealed.vault import Vault
from tests.builders import FixedClock, make_entry
from tests.quick_wrapping import wrap_quickly
from tests.store.sealed.sealed_home import CANARY, PASSPHRASE, Made, hashes, holding


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
