"""An encrypted journal that is made once, for every test to take a copy of."""

from __future__ import annotations

import pytest

from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.store.sealed.encrypting import encrypt
from recalibrate.store.sealed.vault import Vault
from tests.builders import FixedClock, make_entry
from tests.store.sealed.sealed_home import CANARY, PASSPHRASE, Made


@pytest.fixture(scope="session")
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
