from __future__ import annotations

import pytest

from recalibrate.domain.habits.catalogue import CATALOGUE, HabitKind
from recalibrate.domain.habits.own_cues import FAMILY_OF_HABIT, own_cue, own_cues
from recalibrate.domain.reframing.hearing import heard, reaching, still_absolute
from recalibrate.domain.settings import Settings
from recalibrate.domain.voice import FAMILIES, OwnCue, Reading

MINE = Settings(own_cues=("butter fingers: labelling", "clockwork again"))


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("typical me", OwnCue("typical me", "own word")),
        ("typical me: labelling", OwnCue("typical me", "identity verdict")),
        ("typical me : Verdict on the self", OwnCue("typical me", "identity verdict")),
        ("here we go: again", OwnCue("here we go: again", "own word")),
        ("as usual: always", OwnCue("as usual", "always")),
    ],
)
def test_a_line_is_a_phrase_and_perhaps_a_habit(line: str, cue: OwnCue) -> None:
    assert own_cue(line) == cue


def test_a_line_without_a_phrase_is_left_out() -> None:
    assert own_cues((": labelling", "typical me")) == (OwnCue("typical me", "own word"),)


def test_every_habit_of_thinking_has_a_family_that_exists() -> None:
    for each in CATALOGUE:
        if each.kind is not HabitKind.EXPERIMENT:
            assert FAMILIES[FAMILY_OF_HABIT[each.key]].habit == each.key


def test_words_of_ones_own_are_heard_where_the_plain_ear_hears_nothing() -> None:
    assert heard("Butter fingers.", Settings()).scope is Reading.UNCLEAR
    judgement = heard("Butter fingers.", MINE)
    assert judgement.scope is Reading.GLOBAL
    assert [habit.key for habit in judgement.habits] == ["labelling"]
    assert [cue.text for cue in reaching("Clockwork again!", MINE)] == ["Clockwork again"]
    assert [cue.text for cue in still_absolute("It was clockwork again.", MINE)] == ["clockwork again"]


def test_a_word_of_ones_own_can_be_fine_again() -> None:
    settings = Settings(own_cues=("butter fingers",), dismissed_cues=("Butter fingers",))
    assert reaching("Butter fingers.", settings) == ()
