"""Drafts: kept one by one, newest first, for their owner alone."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from recalibrate.store.drafts import Drafts
from tests.builders import make_voice


@pytest.fixture(params=["disk", "memory"])
def drafts(request: pytest.FixtureRequest, tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "home" / "drafts" if request.param == "disk" else None)


def test_a_draft_comes_back_as_it_was_saved(drafts: Drafts) -> None:
    drafts.save("one", {"text": "a\nb", "at": 3, "voice": make_voice()})
    ((id, draft),) = drafts.all()
    assert (id, draft["text"], draft["at"], draft["voice"]["scope"]) == ("one", "a\nb", 3, "global")


def test_the_newest_comes_first_and_saving_again_makes_it_new(drafts: Drafts) -> None:
    for id in ("one", "two", "one"):
        drafts.save(id, {"n": id})
    assert [id for id, _ in drafts.all()] == ["one", "two"]


def test_a_discarded_draft_is_gone_and_a_missing_one_is_no_error(drafts: Drafts) -> None:
    drafts.save("one", {})
    drafts.discard("one")
    drafts.discard("one")
    assert drafts.all() == []


def test_drafts_are_the_owners_alone_and_leave_nothing_beside(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    before = os.umask(0)
    try:
        Drafts(folder).save("one", {"text": "x"})
    finally:
        os.umask(before)
    (file,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)


def test_what_a_killed_save_left_goes_with_the_draft(tmp_path: Path) -> None:
    (tmp_path / ".one.json.00ff.new").write_text("half")
    drafts = Drafts(tmp_path)
    drafts.save("one", {})
    drafts.discard("one")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_draft_is_passed_over_and_stays(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save("good", {"a": 1})
    (tmp_path / "bad.json").write_text("{")
    (tmp_path / "list.json").write_text("[]")
    assert drafts.all() == [("good", {"a": 1})]
    assert (tmp_path / "bad.json").exists()


@pytest.mark.parametrize("id", ["../out", "a/b", "", "."])
def test_an_id_that_is_no_name_of_a_file_is_refused(drafts: Drafts, id: str) -> None:
    with pytest.raises(ValueError, match="name"):
        drafts.save(id, {})


class Reversed:
    """Stands in for a cipher."""

    def encode(self, text: bytes) -> bytes:
        return b"!" + text[::-1]

    def encode_pieces(self, pieces: Iterable[bytes]) -> Iterable[bytes]:
        return [self.encode(b"".join(pieces))]

    def decode(self, data: bytes) -> bytes:
        if not data.startswith(b"!"):
            raise ValueError("not ours")
        return data[:0:-1]


def test_a_codec_hides_the_words_of_a_draft(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, Reversed())
    drafts.save("one", {"text": "canary"})
    assert drafts.all() == [("one", {"text": "canary"})]
    assert b"canary" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert Drafts(tmp_path).all() == []
