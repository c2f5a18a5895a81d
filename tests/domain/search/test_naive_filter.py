"""A search finds what a filter finds that looks at each entry by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.journaling.entry_state import State, entry_state
from recalibrate.domain.records.entry import Entry, InnerVoice, Path, Scope, Triage
from recalibrate.domain.records.experiment import Choice, Decision, Experiment, Kind
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.search import (
    Context,
    Field,
    FieldName,
    Has,
    Query,
    Searchable,
    Term,
    Words,
    fold,
    matcher,
    parse,
)
from recalibrate.domain.search.query import DATES
from tests.builders import NOW, TODAY, make_entry, make_experiment, make_overhaul
from tests.domain.search.indexed import HABITS, PEOPLE, SITUATIONS, index_of


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
