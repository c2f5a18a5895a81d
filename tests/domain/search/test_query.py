from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.search import VALUES, Field, FieldName, Query, QueryError, Words, parse, print_query
from recalibrate.domain.search.query import DATES

TODAY = date(2026, 11, 22)


def read(text: str) -> Query:
    query = parse(text, TODAY)
    assert isinstance(query, Query), query
    return query


def wrong(text: str) -> QueryError:
    error = parse(text, TODAY)
    assert isinstance(error, QueryError), error
    return error


def test_words_phrases_and_fields_are_read_in_order() -> None:
    assert read('froze "in front of" -mail situation:meetings') == Query(
        (
            Words("froze"),
            Words("in front of"),
            Words("mail", negated=True),
            Field(FieldName.SITUATION, ("meetings",)),
        )
    )


def test_nothing_typed_asks_for_everything() -> None:
    assert read("   ") == Query()


def test_a_lone_dash_is_not_yet_a_question() -> None:
    assert read("froze -") == Query((Words("froze"),))


def test_a_phrase_and_a_field_can_be_left_out() -> None:
    assert read('-"in front of" -scope:local') == Query(
        (Words("in front of", negated=True), Field(FieldName.SCOPE, ("local",), negated=True))
    )


def test_a_list_asks_for_any_of_its_values() -> None:
    assert read('scope:global,mixed tag:"a, b",c').terms == (
        Field(FieldName.SCOPE, ("global", "mixed")),
        Field(FieldName.TAG, ("a, b", "c")),
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Scope:GLOBAL", "scope:global"),
        ('scope:"can\'t tell"', "scope:cant_tell"),
        ("scope:can’t-tell", "scope:cant_tell"),
        ("scope:both", "scope:mixed"),
        ("state:Not-Mine", "state:not_mine"),
        ("state:waiting", "state:due"),
        ("habits:moralising", "habit:moralising"),
        ("people:M", "person:M"),
        ("“she asked”", '"she asked"'),
        ("„she asked”", '"she asked"'),
        ('"she   asked"', '"she asked"'),
        ('"asked"', "asked"),
        ('"state:due"', '"state:due"'),
        ('--x "-y"', '-"-x" "-y"'),
        (r'"a \"b\" c\\d"', r'"a \"b\" c\\d"'),
        ("14:30 :)", "14:30 :)"),
        ('after:"3 weeks ago"', 'after:"3 weeks ago"'),
    ],
)
def test_a_query_is_written_back_in_one_way(typed: str, kept: str) -> None:
    assert print_query(read(typed)) == kept


@pytest.mark.parametrize(
    ("typed", "marked", "says"),
    [
        ("froze sitaution:mail", "sitaution", "write situation:"),
        ("since:march", "since", "write after:"),
        ("see http://x.y", "http", '"http://x.y"'),
        ("scope:globl", "globl", "scope:global"),
        ("kind:walk", "walk", "slip, assumption, task"),
        ("state:", ":", "state:parked"),
        ("state: due", ":", "without a space"),
        ("scope:global,", ",", "right after the comma"),
        ('tag:""', ':""', "right after the colon"),
        ('froze "in front', '"in front', 'another "'),
        ('""', '""', "between the quotes"),
        ('tag:"a"b', "b", "after the closing quote"),
    ],
)
def test_a_wrong_query_says_where_and_what_would_be_right(typed: str, marked: str, says: str) -> None:
    error = wrong(typed)
    assert typed[error.position : error.position + error.length] == marked
    assert says in error.message
    assert error.message.endswith(".")


def test_a_date_that_cannot_be_read_gives_the_reason_of_the_dates() -> None:
    error = wrong("froze on:soonish")
    assert (error.position, error.length) == (9, 7)
    assert error.message


@pytest.mark.parametrize("typed", ["state:", "state:d", "scope:global,", '"in front', "scope:global,mi"])
def test_what_more_typing_may_mend_is_unfinished(typed: str) -> None:
    assert wrong(typed).unfinished
    assert not wrong("scope:globl ").unfinished


def test_a_mistake_with_more_after_it_is_finished() -> None:
    assert not wrong("state:d froze").unfinished


texts = st.text(
    st.one_of(st.sampled_from('ab-:,"\\“”„ \t\né_#'), st.characters(codec="utf-8")), min_size=1, max_size=12
).filter(lambda text: bool(" ".join(text.split())))
plain = texts.map(lambda text: " ".join(text.split()))


@st.composite
def fields(draw: st.DrawFn) -> Field:
    name = draw(st.sampled_from(sorted(FieldName)))
    if name in DATES:
        one = st.sampled_from(["yesterday", "3 weeks ago", "2026-03-14"])
    else:
        one = st.sampled_from(VALUES[name]) if name in VALUES else plain
    return Field(FieldName(name), tuple(draw(st.lists(one, min_size=1, max_size=3))), draw(st.booleans()))


queries = st.lists(st.one_of(st.builds(Words, plain, st.booleans()), fields()), max_size=5).map(
    lambda terms: Query(tuple(terms))
)


@settings(max_examples=150, deadline=None)
@given(queries)
def test_a_query_survives_being_written_and_read(query: Query) -> None:
    assert parse(print_query(query), TODAY) == query


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=30),
        st.lists(
            st.sampled_from(["scope:", "state:due", "tag:", '"', "-", ",", " ", "a", "\\", "“", ":", "global", "é"]),
            max_size=12,
        ).map("".join),
    )
)
def test_whatever_is_typed_is_read_or_refused_and_stays_stable(typed: str) -> None:
    query = parse(typed, TODAY)
    if isinstance(query, QueryError):
        assert query.length > 0
        assert 0 <= query.position < query.position + query.length <= len(typed)
    else:
        assert parse(print_query(query), TODAY) == query
