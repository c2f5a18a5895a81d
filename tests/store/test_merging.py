"""Laws of merging, over any histories of a few records on two and three machines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.records.entry import Entry, Idea, InnerVoice
from recalibrate.domain.records.record import Record
from recalibrate.store.documents import to_document
from recalibrate.store.lines import Lines, document_of, line_of, table_of
from recalibrate.store.merge.merging import common_base, merge
from tests.builders import NOW, make_experiment

IDS = ("a", "b", "c")
WORDS = st.sampled_from(("one", "two", "three", "four", "five", "six", ""))


@st.composite
def entries(draw: st.DrawFn, id: str, rev: int = 1, minute: int = 0) -> Entry:
    """Some state of one entry."""
    voice = draw(st.one_of(st.none(), st.builds(InnerVoice, text=WORDS.filter(bool), reworded=WORDS)))
    ideas = draw(st.lists(WORDS.filter(bool), max_size=2, unique=True))
    chosen = draw(st.integers(-1, 1))
    return Entry(
        id=id,
        rev=rev,
        created_at=NOW,
        updated_at=NOW + timedelta(minutes=minute),
        what_happened=draw(WORDS.filter(bool)),
        happened_at=NOW,
        sting=draw(st.sampled_from((None, 10, 90))),
        observation=draw(WORDS),
        voice=voice,
        ideas=tuple(Idea(text=text, chosen=at == chosen) for at, text in enumerate(ideas)),
        tags=tuple(draw(st.lists(st.sampled_from(("work", "home")), max_size=2, unique=True))),
        deleted_at=draw(st.sampled_from((None, None, None, NOW))),
    )


@st.composite
def journals(draw: st.DrawFn) -> Lines:
    """Any journal of up to three entries, with graves, a table and a field of a later version, and a plain value."""
    rows: dict[int, bytes] = {}
    for number, id in enumerate(draw(st.lists(st.sampled_from(IDS), unique=True)), 1):
        entry = draw(entries(id, draw(st.integers(1, 3)), draw(st.integers(0, 3))))
        document = to_document(entry) | draw(st.sampled_from(({}, {"mood": "grey"}, {"mood": "bright"})))
        rows[number] = line_of(number, document)
    lines: Lines = {"entries": rows}
    if draw(st.booleans()):
        id = draw(st.sampled_from(IDS))
        alive = any(document_of(row)["id"] == id for row in rows.values())
        minute = -1 if alive else draw(st.integers(-1, 4))  # what is there again was edited after its purge
        grave = {"id": id, "purged_at": (NOW + timedelta(minutes=minute)).isoformat()}
        lines["tombstones"] = {1: line_of(1, grave)}
    if draw(st.booleans()):
        lines["weather"] = {1: line_of(1, {"sky": draw(WORDS)})}
    if draw(st.booleans()):
        lines["note"] = draw(st.sampled_from((b'"x"', b'"y"')))
    return lines


def together(*many: Lines, base: Lines | None = None) -> Lines:
    first, *others = many
    for other in others:
        first = merge(first, other, base).applied(first)
    return first


def content(lines: Lines) -> dict[str, Any]:
    """What a journal says: documents by id, whatever TinyDB's numbers."""
    return {
        name: sorted((document_of(line) for line in rows.values()), key=repr) if isinstance(rows, dict) else rows
        for name, rows in lines.items()
        if rows
    }


def texts(lines: Lines) -> set[tuple[str, str]]:
    """Each text of the user's with the id it belongs to, as a field or in the history."""

    def leaves(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, (dict, list)):
            for each in value.values() if isinstance(value, dict) else value:
                yield from leaves(each)

    return {
        (document.get("id", ""), leaf)
        for rows in lines.values()
        if isinstance(rows, dict)
        for document in map(document_of, rows.values())
        for leaf in leaves(document)
        if leaf in ("one", "two", "three", "four", "five", "six", "grey", "bright")
    }


def buried(*many: Lines) -> set[str]:
    return {document_of(line)["id"] for lines in many for line in table_of(lines, "tombstones").values()}


@settings(max_examples=80)
@given(journals(), journals())
def test_merging_is_the_same_from_either_side(one: Lines, other: Lines) -> None:
    assert content(together(one, other)) == content(together(other, one))


@settings(max_examples=80)
@given(journals(), journals())
def test_merging_again_changes_nothing(one: Lines, other: Lines) -> None:
    assert not merge(one, one).is_needed
    both = together(one, other)
    assert not merge(both, other).is_needed
    assert not merge(both, one).is_needed


@settings(max_examples=80)
@given(journals(), journals(), st.one_of(st.none(), journals()))
def test_no_text_is_lost_but_what_was_purged(one: Lines, other: Lines, base: Lines | None) -> None:
    gone = buried(one, other)
    kept = texts(together(one, other, base=base))
    assert {each for each in texts(one) | texts(other) if each[0] not in gone} <= kept


@settings(max_examples=60)
@given(journals(), journals(), journals())
def test_three_machines_end_with_the_same_records_and_words_in_any_order(a: Lines, b: Lines, c: Lines) -> None:
    one_way, other_way = together(together(a, b), c), together(a, together(b, c))
    assert ids(one_way) == ids(other_way)
    gone = buried(a, b, c)
    assert [each for each in texts(one_way) ^ texts(other_way) if each[0] not in gone] == []
    assert buried(one_way) == buried(other_way)


def ids(lines: Lines) -> list[str]:
    return sorted(document_of(line)["id"] for line in table_of(lines, "entries").values())


@settings(max_examples=60)
@given(entries("a"), st.data())
def test_with_a_common_base_each_field_takes_the_change_that_was_made(base: Entry, data: st.DataObject) -> None:
    mine = replace(base, sting=50, deleted_at=None, rev=2, updated_at=NOW + timedelta(minutes=2))
    theirs = replace(base, observation="seen anew", deleted_at=None, rev=3, updated_at=NOW + timedelta(minutes=1))
    pair = [mine, theirs] if data.draw(st.booleans()) else [theirs, mine]
    both = together(*map(lines_with, pair), base=lines_with(replace(base, deleted_at=None)))
    (document,) = documents(both)
    assert (document["sting"], document["observation"]) == (50, "seen anew")
    assert document["rev"] > 3


def lines_with(*records: Record, **more: Any) -> Lines:
    table = "entries" if isinstance(records[0], Entry) else "experiments"
    return {table: {number: line_of(number, to_document(each) | more) for number, each in enumerate(records, 1)}}


def documents(lines: Lines, table: str = "entries") -> list[dict[str, Any]]:
    return [document_of(line) for line in table_of(lines, table).values()]


def states(*changes: dict[str, Any]) -> list[Lines]:
    """One entry as it started, and each change of it a minute after the one before."""
    start = Entry(id="a", what_happened="I fell.", observation="I slipped.", created_at=NOW, updated_at=NOW, rev=1)
    later = (
        replace(start, rev=2, updated_at=NOW + timedelta(minutes=at), **change) for at, change in enumerate(changes, 1)
    )
    return [lines_with(start), *map(lines_with, later)]


def test_the_later_wording_wins_and_the_other_becomes_a_version() -> None:
    base, one, other = states({"observation": "It was wet."}, {"observation": "I ran."})
    (document,) = documents(together(one, other, base=base))
    assert document["observation"] == "I ran."
    assert {(version["field"], version["text"]) for version in document["history"]} == {("observation", "It was wet.")}


def test_an_edit_beats_a_deletion_even_a_later_one() -> None:
    base, edited, deleted = states({"observation": "It was wet."}, {"deleted_at": NOW})
    for pair in ((edited, deleted), (deleted, edited)):
        (document,) = documents(together(*pair, base=base))
        assert (document["deleted_at"], document["observation"]) == (None, "It was wet.")
        (document,) = documents(together(*pair))
        assert document["deleted_at"] is None
        assert "It was wet." in {version["text"] for version in document["history"]}


def test_a_deletion_stands_where_the_other_side_changed_nothing() -> None:
    base, deleted = states({"deleted_at": NOW})
    for start in (base, None):
        (document,) = documents(together(base, deleted, base=start))
        assert document["deleted_at"] == NOW.isoformat()


def test_what_was_purged_stays_away_unless_it_was_edited_later() -> None:
    old, new = states({"observation": "It was wet."})
    grave: Lines = {"tombstones": {1: line_of(1, {"id": "a", "purged_at": (NOW + timedelta(seconds=30)).isoformat()})}}
    assert not documents(together(old, grave))
    assert not documents(together(grave, old))
    assert documents(together(new, grave))
    assert buried(together(new, grave)) == {"a"}


def test_two_decisions_are_never_mixed() -> None:
    started = make_experiment(id="x", created_at=NOW)
    keep = {"choice": "keep", "decided_at": NOW.isoformat(), "what_happened": "It went well.", "learned": ""}
    stop = {"choice": "stop", "decided_at": NOW.isoformat(), "what_happened": "", "learned": "Not for me."}
    later = (NOW + timedelta(1)).isoformat()
    one = lines_with(started, decision=keep, updated_at=NOW.isoformat(), rev=2)
    other = lines_with(started, decision=stop, updated_at=later, rev=2)
    (document,) = documents(together(one, other), "experiments")
    assert document["decision"] == stop
    assert ("x", "It went well.") in {("x", version["text"]) for version in document["history"]}


def test_a_common_base_is_one_that_both_sides_come_from() -> None:
    base, one, other = states({"observation": "It was wet."}, {"sting": 40})
    stranger = lines_with(Entry(id="z", what_happened="Elsewhere.", rev=1))
    assert common_base(one, other, [stranger, base]) is base
    assert common_base(one, other, [stranger, one]) is None
    assert common_base(one, stranger, [base]) is None
