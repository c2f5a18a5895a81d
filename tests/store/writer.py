"""Adds entries to a journal and prints `ACK <id>` after each is durable: `writer.py PATH COUNT TAG [soft]`."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from recalibrate.domain.records.entry import Entry
from recalibrate.store.journal import Journal


def main(path: str, count: str, tag: str, *how: str) -> None:
    journal = Journal.open(Path(path), lambda: datetime(2026, 3, 5, 12, tzinfo=UTC), soft_lock="soft" in how)
    for number in range(int(count)):
        (saved,) = journal.put(Entry(what_happened=f"{tag} {number}")).records
        os.write(1, f"ACK {saved.id}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
