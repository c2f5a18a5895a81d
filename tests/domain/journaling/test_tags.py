from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.journaling.bulk import in_situation, with_tag, without_tag
from recalibrate.domain.journaling.tags import TagCount, clean_tag, read_tags, tag_counts
from tests.builders import make_entry


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Foo Bar ", "foo-bar"),
        ("#Work", "work"),
        ("cafe\u0301", "café"),
        ("a, b", "a-b"),
        ('"quoted"', "quoted"),
        ("--", ""),
        ("🌱 small", "🌱-small"),
    ],
)
def test_a_tag_is_tidied(typed: str, kept: str) -> None:
    assert clean_tag(typed) == kept


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20))
def test_a_tidy_tag_stays_as_it_is(text: str) -> None:
    assert clean_tag(clean_tag(text)) == clean_tag(text)


def test_a_line_of_tags_is_taken_apart() -> None:
    assert read_tags("Work, slow  mail,, work") == ("work", "slow-mail")
    assert read_tags("#work #mail") == ("work", "mail")


def test_tags_are_counted_most_used_first() -> None:
    entries = [make_entry(tags=("b", "a")), make_entry(tags=("b",)), make_entry(tags=("a",)), make_entry(tags=("c",))]
    assert tag_counts(entries) == (TagCount("a", 2), TagCount("b", 2), TagCount("c", 1))


def test_only_entries_without_the_tag_get_it() -> None:
    bare, tagged = make_entry(), make_entry(tags=("work",))
    changed = with_tag([bare, tagged], " Work")
    assert [(entry.id, entry.tags) for entry in changed] == [(bare.id, ("work",))]


def test_a_tag_without_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="letter"):
        with_tag([make_entry()], " - ")


def test_a_tag_is_taken_from_those_that_carry_it() -> None:
    bare, tagged = make_entry(), make_entry(tags=("work", "mail"))
    assert [entry.tags for entry in without_tag([bare, tagged], "Work")] == [("mail",)]


def test_only_entries_elsewhere_move_to_a_situation() -> None:
    here, there = make_entry(situation_id="s1"), make_entry(situation_id="s2")
    assert [(entry.id, entry.situation_id) for entry in in_situation([here, there], "s1")] == [(there.id, "s1")]
    assert [entry.situation_id for entry in in_situation([here], None)] == [None]
