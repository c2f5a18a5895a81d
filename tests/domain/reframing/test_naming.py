"""The order in which habits are offered, and what the app hears for this user."""

from __future__ import annotations

from itertools import pairwise

from recalibrate.domain.habits.catalogue import CATALOGUE, HabitKind
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.hearing import heard, reaching, still_absolute
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.reframing.naming import naming
from recalibrate.domain.settings import Settings
from tests.builders import NOW, make_entry

PLAIN = Settings()


def draft(voice: str) -> Draft:
    return Draft.for_a_slip(NOW, what_happened="x", voice=voice)


def test_suggested_habits_come_first_with_the_words_that_suggest_them():
    first = naming(draft("I should have known"), Known())[0]
    assert first.key == "should"
    assert first.why == "suggested by “should”"


def test_at_most_three_are_suggested():
    voice = "I'm such an idiot, I always ruin it, they think I'm a fraud, I should have known, it was all my fault"
    suggested = [each for each in naming(draft(voice), Known()) if "“" in each.why]
    assert 1 <= len(suggested) <= 3


def test_ones_own_most_named_come_next_with_their_count():
    entries = tuple(make_entry(habits=("comparing",)) for _ in range(7))
    offered = naming(draft("I should be quicker"), Known(entries=entries))
    assert [(each.key, each.why) for each in offered[:2]] == [
        ("should", "suggested by “should”"),
        ("comparing", "named 7 times"),
    ]


def test_each_habit_is_offered_once_and_tinkering_only_inside_experiments():
    keys = [each.key for each in naming(draft("I always do"), Known())]
    assert len(keys) == len(set(keys))
    assert set(keys) == {each.key for each in CATALOGUE if each.kind is not HabitKind.EXPERIMENT}


def test_own_habits_are_offered_until_they_are_archived():
    mine = OwnHabit(name="The tally", question="Who counts?")
    gone = OwnHabit(name="Old one", archived_at=NOW)
    offered = naming(draft(""), Known(habits=(mine, gone)))
    assert mine.id in [each.key for each in offered]
    assert gone.id not in [each.key for each in offered]


def test_a_search_looks_through_names_meanings_and_questions():
    offered = naming(draft(""), Known())
    assert [each.key for each in offered if "whose rule" in each.searched] == ["should"]


def test_marked_words_never_lie_inside_one_another():
    cues = reaching("I'm hopeless at this, I always freeze", PLAIN)
    assert all(one.end <= two.start for one, two in pairwise(cues))
    assert {cue.points_to for cue in cues} == {"global"}


def test_a_dismissed_word_is_not_heard_whatever_its_case():
    settings = Settings(dismissed_cues=("ALWAYS",))
    assert reaching("I always freeze", PLAIN)
    assert not reaching("I always freeze", settings)
    assert not still_absolute("I always freeze", settings)
    assert heard("I always freeze", settings).cues == ()
