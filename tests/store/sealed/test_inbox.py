"""What comes to an encrypted journal from outside: slips while it is locked, plain files, copies of other machines."""

from __future__ import annotations

from pathlib import Path

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.situation import Situation
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.store.sealed.inbox import Inbox
from recalibrate.store.sealed.vault import Vault
from tests.builders import FixedClock, make_entry, make_situation
from tests.store.sealed.sealed_home import CANARY, Made, hashes, holding


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
