"""The index: what it finds, and what it forgets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from recalibrate.domain.records.entry import Idea, InnerVoice, Scope
from recalibrate.domain.records.experiment import CheckBack, Choice, Decision
from recalibrate.domain.search import Context, Field, FieldName, Index, Query, parse
from tests.builders import NOW, TODAY, make_entry, make_experiment, make_overhaul, make_person, make_situation
from tests.domain.search.indexed import HABITS, PEOPLE, SITUATIONS, index_of


def find(index: Index, typed: str, today: date = TODAY) -> list[str]:
    query = parse(typed, today)
    assert isinstance(query, Query), query
    return index.find(query, today)


def test_the_newest_comes_first_whatever_the_order_of_adding() -> None:
    times = [NOW, NOW - timedelta(days=2), NOW + timedelta(days=1)]
    entries = [make_entry(id=str(number), happened_at=time) for number, time in enumerate(times)]
    assert find(index_of(*entries), "") == ["2", "0", "1"]


def test_days_stay_together_across_time_zones() -> None:
    here = make_entry(id="here", happened_at=datetime.fromisoformat("2026-03-05T01:00:00+13:00"))
    there = make_entry(id="there", happened_at=datetime.fromisoformat("2026-03-04T23:00:00-10:00"))
    assert find(index_of(there, here), "") == ["here", "there"]


@pytest.mark.parametrize(
    "typed",
    [
        "froze", "FROZÉ", '"in front of the board"', "hopeless", "unfair", "skipped", "rehearse", "meetings",
        "musts", "mara", "numbers", "breathe", "waits", "wave", "calmer", "louder", "agenda", "chair",
        "situation:meet", 'situation:"questions in"', "habit:should", "habit:musts", "habit:labelling,should",
        "person:mara", "tag:work", "scope:global", "-scope:local", "state:decided", "decision:keep", "kind:slip",
        "has:note", "has:overhaul,tag", "on:2026-03-05", "after:2026-03-04",
    ],
)  # fmt: skip
def test_every_text_and_field_of_an_entry_can_be_asked_for(typed: str) -> None:
    entry = make_entry(
        "Froze in front of\nthe board",
        voice=InnerVoice(text="I am hopeless", reworded="That was unfair", scope=Scope.GLOBAL),
        observation="I skipped one slide",
        ideas=(Idea(text="Rehearse once"),),
        situation_id="s1",
        habits=("should",),
        people=("p1",),
        tags=("work-numbers",),
    )
    experiment = make_experiment(
        entry_id=entry.id,
        cue="she asks",
        action="breathe out",
        prediction="she waits",
        sign="a wave",
        decision=Decision(choice=Choice.KEEP, decided_at=NOW, what_happened="calmer", learned="louder"),
        check_back=CheckBack(check_back_on=TODAY, note="still so"),
    )
    overhaul = make_overhaul("The agenda", entry_id=entry.id, first_step="ask the chair", deadline=None)
    closed = replace(overhaul, ending="dropped", closed_at=NOW - timedelta(days=1))
    context = Context(SITUATIONS, HABITS, PEOPLE, {entry.id: [experiment]}, {entry.id: [closed]})
    assert find(index_of(entry, context=context), typed) == [entry.id]
    assert find(index_of(entry, context=context), f"{typed} -froze") == []


@pytest.mark.parametrize("typed", ["situation:eetings", "person:ara", "tag:umbers", "habit:elling"])
def test_a_name_fits_only_from_where_a_word_begins(typed: str) -> None:
    entry = make_entry(situation_id="s1", people=("p1",), tags=("numbers",), habits=("labelling",))
    assert find(index_of(entry), typed) == []


def test_a_phrase_never_spans_two_texts() -> None:
    entry = make_entry("I froze", observation="then left")
    assert find(index_of(entry), '"froze then"') == []
    assert find(index_of(entry), "froze then") == [entry.id]


def test_dates_leave_out_their_own_span_on_both_sides() -> None:
    days = {day: make_entry(id=day, happened_at=datetime.fromisoformat(f"{day}T12:00:00+01:00")) for day in
            ("2026-03-03", "2026-03-04", "2026-03-05")}  # fmt: skip
    index = index_of(*days.values())
    assert find(index, "after:2026-03-04") == ["2026-03-05"]
    assert find(index, "on:2026-03-04") == ["2026-03-04"]
    assert find(index, "before:2026-03-04") == ["2026-03-03"]
    assert find(index, "on:yesterday,today") == ["2026-03-05", "2026-03-04"]


def test_a_date_phrase_moves_with_the_day() -> None:
    entry = make_entry()
    index = index_of(entry)
    query = parse("on:yesterday", TODAY)
    assert isinstance(query, Query)
    assert index.find(query, TODAY) == []
    assert index.find(query, TODAY + timedelta(days=1)) == [entry.id]


@pytest.mark.parametrize("name", [FieldName.AFTER, FieldName.BEFORE, FieldName.ON])
def test_a_date_that_can_no_longer_be_read_finds_nothing(name: FieldName) -> None:
    index = index_of(make_entry())
    assert index.find(Query((Field(name, ("2026-03-05",)),)), date(2026, 3, 1)) == []


def test_leaving_less_out_finds_more_than_the_key_before() -> None:
    index = index_of(make_entry("ab", id="short"), make_entry("abba", id="long"))
    assert find(index, "-ab") == []
    assert find(index, "-abba") == ["short"]


def test_words_left_out_do_not_lean_on_an_answer_that_held_them() -> None:
    index = index_of(make_entry("ab", id="with"), make_entry("moo", id="without"))
    assert find(index, "ab") == ["with"]
    assert set(find(index, "-abba")) == {"with", "without"}
    assert find(index, "-ab") == ["without"]
    assert find(index, "ab") == ["with"]
    index.remove("with")
    assert find(index, "-mo") == []
    assert find(index, "moo") == ["without"]


def test_an_experiment_turns_due_in_the_index_when_the_day_changes() -> None:
    entry = make_entry()
    context = Context(experiments={entry.id: [make_experiment(deadline=TODAY)]})
    index = index_of(entry, context=context)
    assert find(index, "state:open") == [entry.id]
    assert find(index, "state:due", TODAY + timedelta(days=1)) == [entry.id]
    assert find(index, "state:due") == []


def test_an_entry_added_again_is_replaced_and_one_removed_is_gone() -> None:
    entry = make_entry("I froze")
    index = index_of(entry, make_entry("I left"))
    assert find(index, "froze") == [entry.id]
    index.add(replace(entry, what_happened="I stumbled", happened_at=NOW - timedelta(days=9)), Context())
    assert find(index, "froze") == []
    assert find(index, "stumbled") == [entry.id]
    assert len(index) == 2
    index.remove(entry.id)
    index.remove(entry.id)
    assert find(index, "stumbled") == []
    assert entry.id not in index


def test_filling_goes_bit_by_bit() -> None:
    index = Index()
    steps = index.fill([make_entry() for _ in range(5)], Context(), bite=2)
    assert next(steps) == 2
    assert len(find(index, "meeting")) == 2
    assert list(steps) == [4, 5]


def test_a_context_follows_merges_rounds_and_what_grew_out_of_an_experiment() -> None:
    kept = make_situation("mail")
    merged = make_situation("e-mails", merged_into=kept.id)
    first = make_experiment(entry_id="e1")
    later = make_experiment(root_id=first.id, round=2)
    overhaul = make_overhaul(experiment_id=later.id)
    person = make_person("Mara")
    context = Context.of(situations=[merged, kept], people=[person], experiments=[first, later], overhauls=[overhaul])
    assert context.situations[merged.id] == "mail"
    assert context.people == {person.id: "Mara"}
    assert context.experiments == {"e1": [first, later]}
    assert context.overhauls == {"e1": [overhaul]}


def test_situations_merged_in_a_ring_still_have_names() -> None:
    one = make_situation("one", id="1", merged_into="2")
    two = make_situation("two", id="2", merged_into="1")
    assert set(Context.of(situations=[one, two]).situations) == {"1", "2"}
