from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.journaling.entry_state import State, entry_state
from recalibrate.domain.records.entry import Entry, Idea, InnerVoice, Path, Scope, Triage
from recalibrate.domain.records.experiment import CheckBack, Choice, Decision, Experiment, Kind
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.search import (
    Context,
    Field,
    FieldName,
    Has,
    Index,
    Query,
    Searchable,
    Term,
    Words,
    fold,
    matcher,
    parse,
)
from recalibrate.domain.search.query import DATES
from tests.builders import NOW, TODAY, make_entry, make_experiment, make_overhaul, make_person, make_situation

SITUATIONS = {"s1": "Questions in meetings", "s2": "e-mail"}
HABITS = {"labelling": "Verdict on the self", "should": "Musts and shoulds"}
PEOPLE = {"p1": "Mara", "p2": "T."}


def index_of(*entries: Entry, context: Context | None = None) -> Index:
    index = Index()
    for entry in entries:
        index.add(entry, context or Context(SITUATIONS, HABITS, PEOPLE))
    return index


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
    context = Context.of(
        situations=[merged, kept], people=[person], experiments=[first, later], overhauls=[overhaul]
    )
    assert context.situations[merged.id] == "mail"
    assert context.people == {person.id: "Mara"}
    assert context.experiments == {"e1": [first, later]}
    assert context.overhauls == {"e1": [overhaul]}


def test_situations_merged_in_a_ring_still_have_names() -> None:
    one = make_situation("one", id="1", merged_into="2")
    two = make_situation("two", id="2", merged_into="1")
    assert set(Context.of(situations=[one, two]).situations) == {"1", "2"}


def naive(entry: Entry, context: Context, term: Term, today: date) -> bool:
    """One term asked of the plain records, without any of the index."""
    experiments = context.experiments.get(entry.id, ())
    overhauls = context.overhauls.get(entry.id, ())
    if isinstance(term, Words):
        texts = naive_texts(entry, context, experiments, overhauls)
        return any(fold(term.text) in fold(text) for text in texts) != term.negated
    return any(naive_value(entry, context, term.name, value, today) for value in term.values) != term.negated


def naive_texts(
    entry: Entry, context: Context, experiments: tuple[Experiment, ...], overhauls: tuple[Overhaul, ...]
) -> Iterator[str]:
    yield from (entry.what_happened, entry.observation, *(idea.text for idea in entry.ideas), *entry.tags)
    yield from (entry.voice.text, entry.voice.reworded) if entry.voice else ()
    yield context.situations.get(entry.situation_id or "", "")
    yield from (context.habits[key] for key in entry.habits)
    yield from (context.people[key] for key in entry.people)
    for each in experiments:
        yield from (each.cue, each.action, each.prediction, each.sign)
        yield from (each.decision.what_happened, each.decision.learned) if each.decision else ()
    for overhaul in overhauls:
        yield from (overhaul.what_must_change, overhaul.first_step)


def naive_value(entry: Entry, context: Context, name: FieldName, value: str, today: date) -> bool:
    experiments = context.experiments.get(entry.id, ())
    overhauls = context.overhauls.get(entry.id, ())
    if name in (FieldName.ON, FieldName.AFTER, FieldName.BEFORE):
        day = date.fromisoformat(value)
        happened = entry.happened_on
        return {"on": happened == day, "after": happened > day, "before": happened < day}[name]
    if name is FieldName.SCOPE:
        return (entry.scope.value if entry.scope else "unmarked") == value
    if name is FieldName.STATE:
        state = entry_state(entry, list(experiments), list(overhauls), today)
        return state.state == value or (value == "due" and state.waits)
    if name is FieldName.DECISION:
        return any(each.decision and each.decision.choice == value for each in experiments)
    if name is FieldName.KIND:
        return any(each.kind == value for each in experiments)
    if name is FieldName.HAS:
        return bool({"voice": entry.voice, "habit": entry.habits, "experiment": experiments}[value])
    names = {
        FieldName.SITUATION: [SITUATIONS[entry.situation_id]] if entry.situation_id else [],
        FieldName.HABIT: [word for key in entry.habits for word in (key, HABITS[key])],
        FieldName.PERSON: [PEOPLE[key] for key in entry.people],
        FieldName.TAG: list(entry.tags),
    }[name]
    return any(each.casefold().startswith(value) or f" {value}" in each.casefold() for each in names)


words = st.sampled_from(["a", "ab", "ba", "abba", "é", "Straße", "b a", "moo", "ss", ""])
some_text = st.lists(words, min_size=1, max_size=4).map(" ".join)


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Entry], Context]:
    entries, experiments, overhauls = [], [], []
    for number in range(draw(st.integers(0, 6))):
        scope = draw(st.one_of(st.none(), st.sampled_from(Scope)))
        entry = make_entry(
            draw(some_text) or "a",
            id=f"e{number}",
            happened_at=NOW - timedelta(days=draw(st.integers(0, 3)), hours=draw(st.integers(0, 9))),
            voice=draw(st.one_of(st.none(), st.builds(InnerVoice, text=some_text, scope=st.just(scope)))),
            observation=draw(st.one_of(st.just(""), some_text)),
            situation_id=draw(st.sampled_from([None, *SITUATIONS])),
            habits=tuple(draw(st.sets(st.sampled_from(sorted(HABITS)), max_size=2))),
            people=tuple(draw(st.sets(st.sampled_from(sorted(PEOPLE)), max_size=1))),
            tags=tuple(draw(st.sets(st.sampled_from(["abba", "moo"]), max_size=2))),
            triage=draw(st.one_of(st.none(), st.builds(Triage, choice=st.sampled_from(Path)))),
        )
        entries.append(entry)
        for _ in range(draw(st.integers(0, 2))):
            choice = draw(st.one_of(st.none(), st.sampled_from(Choice)))
            experiments.append(
                make_experiment(
                    entry_id=entry.id,
                    kind=draw(st.sampled_from(Kind)),
                    action=draw(some_text),
                    deadline=TODAY + timedelta(days=draw(st.integers(-2, 2))),
                    decision=Decision(choice=choice, decided_at=NOW) if choice else None,
                )
            )
        if draw(st.booleans()):
            deadline = TODAY + timedelta(days=draw(st.integers(-2, 2)))
            overhauls.append(make_overhaul(draw(some_text), entry_id=entry.id, deadline=deadline))
    context = Context(
        SITUATIONS,
        HABITS,
        PEOPLE,
        {entry.id: tuple(each for each in experiments if each.entry_id == entry.id) for entry in entries},
        {entry.id: tuple(each for each in overhauls if each.entry_id == entry.id) for entry in entries},
    )
    return entries, context


VALUES_OF = {
    FieldName.SITUATION: ["questions", "mee", "e"],
    FieldName.HABIT: ["should", "verdict"],
    FieldName.PERSON: ["mara", "t"],
    FieldName.TAG: ["abb", "moo"],
    FieldName.SCOPE: [*(scope.value for scope in Scope), "unmarked"],
    FieldName.STATE: [state.value for state in State],
    FieldName.DECISION: [choice.value for choice in Choice],
    FieldName.KIND: [kind.value for kind in Kind],
    FieldName.HAS: [Has.VOICE.value, Has.HABIT.value, Has.EXPERIMENT.value],
    **{name: ["2026-03-03", "2026-03-04", "2026-03-05"] for name in sorted(DATES)},
}
field_terms = st.sampled_from(sorted(VALUES_OF)).flatmap(
    lambda name: st.builds(
        Field,
        st.just(FieldName(name)),
        st.lists(st.sampled_from(VALUES_OF[FieldName(name)]), min_size=1, max_size=2).map(tuple),
        st.booleans(),
    )
)
terms = st.one_of(st.builds(Words, words.filter(bool), st.booleans()), field_terms)
questions = st.lists(st.lists(terms, max_size=3).map(lambda each: Query(tuple(each))), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(stories(), questions, st.integers(0, 3))
def test_a_search_finds_what_a_naive_filter_finds(
    story: tuple[list[Entry], Context], asked: list[Query], days: int
) -> None:
    entries, context = story
    today = TODAY + timedelta(days=days)
    index = index_of(*entries, context=context)
    for query in asked:
        fitting = [entry for entry in entries if all(naive(entry, context, term, today) for term in query.terms)]
        found = index.find(query, today)
        assert sorted(found) == sorted(entry.id for entry in fitting)
        assert index.count(query, today) == len(fitting)
        test = matcher(query, today)
        assert [entry for entry in entries if test(Searchable(entry, context))] == fitting


@settings(max_examples=30, deadline=None)
@given(stories(), st.text("ab é-moo", max_size=12))
def test_narrowing_with_each_key_finds_what_a_fresh_search_finds(
    story: tuple[list[Entry], Context], typed: str
) -> None:
    entries, context = story
    index = index_of(*entries, context=context)
    lengths = [*range(len(typed) + 1), *range(len(typed), -1, -1)]
    for length in lengths:
        query = parse(typed[:length], TODAY)
        assert isinstance(query, Query)
        assert index.find(query, TODAY) == index_of(*entries, context=context).find(query, TODAY)
