from __future__ import annotations

from pathlib import Path

import pytest

from recalibrate.exchange.incoming import NotReadable
from tests.exchange.files_from_elsewhere import came_in, written, zipped


def test_a_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "slips.csv", "Date,Text\n")
    for columns in ({"what_happened": "Words"}, {"mood": "Text"}, {"happened_at": "Date"}, {}):
        with pytest.raises(NotReadable, match=r"Text|field"):
            came_in(path, columns=columns)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", "{"),
        ("a.json", "[" * 5000 + "]" * 5000),
        ("a.json", "3"),
        ("a.json", "[]"),
        ("a.json", "{}"),
        ("a.json", '{"entries": {"1": {"what_happened": "x"}}}'),
        ("a.json", '{"n": 1e999}'),
        ("a.csv", ""),
        ("a.zip", "PK"),
    ],
)
def test_what_is_no_notebook_is_one_sentence(name: str, content: str, tmp_path: Path) -> None:
    with pytest.raises(NotReadable) as caught:
        came_in(written(tmp_path, name, content))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00\xd8", "is no text"),
        (b"  ", "is empty"),
        (b"[2026-02-03 09:30] I was late.\nThe bus left.\n", "jrnl --export json"),
        (b'{"entries": [', "is not whole JSON (line 1"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_plain_words(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "from-elsewhere"
    path.write_bytes(content)
    with pytest.raises(NotReadable) as caught:
        came_in(path)
    assert said in str(caught.value)
    assert not any(word in str(caught.value) for word in ("surrogate", "document", "expected", "codec"))


def test_a_zip_that_no_notebook_wrote_is_refused(tmp_path: Path) -> None:
    for name, members in {
        "out.zip": {"UP__UP__out_json": "[]"},
        "bomb.zip": {"a_json": " " * 5_000_000},
        "none.zip": {"a.txt": "x"},
        "broken.zip": {"a_json": "{"},
    }.items():
        with pytest.raises(NotReadable):
            came_in(zipped(tmp_path / name, **members))


def test_a_missing_or_strange_place_is_one_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "nosuch.json", tmp_path):
        with pytest.raises(NotReadable):
            came_in(path)


@pytest.mark.parametrize("kind", ["json", "jrnl", "dayone", "quirk"])
def test_a_file_of_another_kind_is_refused(kind: str, tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="does not look like"):
        came_in(written(tmp_path, "a.json", {"entries": 3}), kind)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(200_000_001)
    with pytest.raises(NotReadable, match="200,000,001"):
        came_in(path)
