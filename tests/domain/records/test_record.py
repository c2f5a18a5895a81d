from __future__ import annotations

from uuid import RFC_4122, UUID

from recalibrate.domain.records.record import new_id


def test_an_identity_is_a_random_uuid_of_version_four() -> None:
    ids = {new_id() for _ in range(500)}
    assert len(ids) == 500
    for id in ids:
        assert str(UUID(id)) == id
        assert (UUID(id).version, UUID(id).variant) == (4, RFC_4122)
