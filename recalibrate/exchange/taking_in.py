"""Taking documents into a journal in one commit: what is there already stays as it is, nothing comes twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from recalibrate.exchange.export_json import TOMBSTONES
from recalibrate.store.journal import Journal
from recalibrate.store.lines import document_of
from recalibrate.store.overlay import Overlay
from recalibrate.store.storage import JournalStorage
from recalibrate.store.table import Table

NAMESPACE = UUID("5f0c9d0e-3c53-5c0e-9a5d-7f6f7265696e")
"""What the identities of records from elsewhere are made in, so that the same record is the same again."""

Documents = Mapping[str, Collection[dict[str, Any]]]
"""Documents by table, in the order in which they are kept; many may be made only as they are taken."""


@dataclass(slots=True)
class Taken:
    """What came in, by table; how many were there already, differ from what is there, or were purged here."""

    added: Counter[str] = field(default_factory=Counter)
    already: int = 0
    different: int = 0
    purged: int = 0


def take_in(journal: Journal, documents: Documents, *, ours: bool = False, dry_run: bool = False) -> Taken:
    """Add the documents whose ids the journal does not know, in one commit, with a snapshot of it before.

    `ours` says that they are our own, so that one that differs from what is there is worth a word. Raises the
    JournalError family. A dry run changes nothing and answers the same.
    """
    storage = journal.db.storage
    assert isinstance(storage, JournalStorage), "a journal's TinyDB works on a journal's storage"
    taken = Taken()

    def change(overlay: Overlay) -> None:
        nonlocal taken
        taken = Taken()  # the commit calls this again when the file was replaced meanwhile
        gone = {each.get("id") for each in _known(overlay.table(TOMBSTONES)).values()}
        for name, rows in documents.items():
            known = _known(overlay.table(name))
            for row in rows:
                there = known.get(row["id"])
                if there is not None:
                    differs = ours and there != row
                    taken.different += differs
                    taken.already += not differs
                elif row["id"] in gone:
                    taken.purged += 1
                else:
                    known[row["id"]] = row if ours else {}  # let go of what is in line already
                    overlay.put(name, None, row)
                    taken.added[name] += 1

    if dry_run:
        change(Overlay(storage.lines))
    else:
        storage.commit(change, "import")
    return taken


def _known(table: Table) -> dict[str, dict[str, Any]]:
    found = (document_of(line) for line in table.values())
    return {each["id"]: each for each in found if isinstance(each.get("id"), str)}
