"""Two changes of one document: both stay where they can, and a losing text is handed back."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.store.merge.three_way import laid_over, merged

FIELDS = st.fixed_dictionaries(
    {
        "text": st.sampled_from(["a", "b", "c"]),
        "number": st.integers(0, 2),
        "tags": st.lists(st.sampled_from("xyz"), unique=True, max_size=3),
        "voice": st.none() | st.fixed_dictionaries({"text": st.sampled_from("pq"), "scope": st.sampled_from("gl")}),
        "deleted_at": st.none(),
    }
)


@settings(max_examples=150, deadline=None)
@given(FIELDS, FIELDS, FIELDS)
def test_what_only_one_side_changed_is_that_sides(
    base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]
) -> None:
    result, losing = merged(base, ours, theirs)
    for key in ("text", "number"):
        if ours[key] == base[key]:
            assert result[key] == theirs[key]
        else:
            assert result[key] == ours[key]
    for tag in "xyz":
        added = (tag in ours["tags"] or tag in theirs["tags"]) and tag not in base["tags"]
        removed = tag in base["tags"] and not (tag in ours["tags"] and tag in theirs["tags"])
        assert (tag in result["tags"]) is (added or (tag in base["tags"] and not removed))
    assert ("text" in losing) is (base["text"] != theirs["text"] != ours["text"] != base["text"])


@given(FIELDS, FIELDS)
def test_without_a_change_on_one_side_the_other_side_stands(base: dict[str, Any], other: dict[str, Any]) -> None:
    assert merged(base, base, other) == (other, {})
    assert merged(base, other, base) == (other, {})


def test_without_a_base_nothing_of_either_is_dropped_unnoticed() -> None:
    result, losing = merged(None, {"text": "ours", "tags": ["a"]}, {"text": "theirs", "tags": ["b"], "more": 1})
    assert (result["text"], result["more"], sorted(result["tags"])) == ("ours", 1, ["a", "b"])
    assert losing == {"text": "theirs"}


def test_a_text_inside_a_voice_that_loses_is_named_with_its_place() -> None:
    base = {"voice": {"text": "v", "reworded": ""}}
    ours, theirs = {"voice": {"text": "v", "reworded": "o"}}, {"voice": {"text": "v", "reworded": "t"}}
    result, losing = merged(base, ours, theirs)
    assert result["voice"]["reworded"] == "o"
    assert losing == {"voice.reworded": "t"}


def test_a_deletion_keeps_the_edit_inside_and_an_edit_undoes_the_deletion() -> None:
    base = {"text": "a", "deleted_at": None}
    edited, deleted = {"text": "b", "deleted_at": None}, {"text": "a", "deleted_at": "now"}
    assert merged(base, deleted, edited)[0] == {"text": "b", "deleted_at": "now"}
    assert merged(base, edited, deleted)[0] == {"text": "b", "deleted_at": None}


def test_unknown_keys_stay_under_what_is_written_over_them() -> None:
    stored = {"a": 1, "x": 2, "in": {"b": 1, "y": 3}, "items": [{"t": "p", "z": 4}, {"t": "q"}], "gone": [1]}
    known = {"a": 5, "in": {"b": 6}, "items": [{"t": "q"}, {"t": "p"}, {"t": "new"}], "gone": []}
    assert laid_over(stored, known) == {
        "a": 5,
        "in": {"b": 6, "y": 3},
        "items": [{"t": "q"}, {"t": "p", "z": 4}, {"t": "new"}],
        "gone": [],
        "x": 2,
    }
