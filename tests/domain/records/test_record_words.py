from __future__ import annotations

from recalibrate.domain.records.record_words import many_of, one_of
from recalibrate.store.documents import TABLES


def test_one_record_is_said_in_the_singular() -> None:
    assert (many_of("entries", 1), many_of("people", 1), many_of("noticing_plans", 1)) == (
        "1 entry",
        "1 person",
        "1 noticing plan",
    )
    assert many_of("noticing_plans", 2) == "2 noticing plans"
    assert many_of("tombstones", 2) == "2 marks of purged records"
    assert not any(one_of(table).endswith("s") for table in TABLES.values())
