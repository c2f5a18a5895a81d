"""TinyDB over a journal: the same file, its tables and queries, each write one durable commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from recalibrate.store.lines import document_of, table_of
from recalibrate.store.overlay import Overlay
from recalibrate.store.storage import JournalStorage

Storage.register(JournalStorage)


class JournalTable(Table):
    """A table that saves only the records an update touched, with the numbers given out under the lock."""

    default_query_cache_capacity = 0  # the file may change outside, and a cache would not know

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document and answer its number."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Any) -> list[int]:
        """Insert documents in one commit and answer their numbers."""
        given = list(documents)
        numbers: list[int] = []

        def change(overlay: Overlay) -> None:
            numbers.clear()
            for document in given:
                if not isinstance(document, Mapping):
                    raise ValueError("Document is not a Mapping")
                number = document.doc_id if isinstance(document, self.document_class) else None
                if number in overlay.table(self.name):
                    raise ValueError(f"Document with ID {number} already exists")
                numbers.append(overlay.put(self.name, number, dict(document)))

        self._journal_storage.commit(change)
        self.clear_cache()
        return numbers

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        storage = self._journal_storage
        if storage.load():
            self.clear_cache()
        table = table_of(storage.lines, self.name)
        return {str(number): document_of(line) for number, line in table.items()}

    def _update_table(self, updater: Callable[[dict[int, Any]], None]) -> None:
        def change(overlay: Overlay) -> None:
            before = overlay.table(self.name)
            table = {number: document_of(line) for number, line in before.items()}
            updater(table)
            for number in before.keys() - table.keys():
                overlay.drop(self.name, number)
            for number, document in table.items():
                overlay.put(self.name, int(number), dict(document))

        self._journal_storage.commit(change)
        self.clear_cache()

    @property
    def _journal_storage(self) -> JournalStorage:
        assert isinstance(self._storage, JournalStorage)
        return self._storage


class JournalDB(TinyDB):
    """TinyDB whose tables are the journal's; takes a storage that is there already."""

    table_class = JournalTable

    def __init__(self, storage: JournalStorage) -> None:
        super().__init__(storage=lambda: storage)
