import pytest

from recalibrate.domain.voice import Cue, OwnCue, Reading, as_json, judge

REACHING = {
    "I'm such an idiot": "labelling",
    "I always mess this up": "overgeneralising",
    "I should have known": "should",
    "They all think I'm a fraud": "mind_reading",
    "I'll never get this right": "fortune_telling",
    "It was all my fault": "personalising",
    "Everyone else finished on time": "comparing",
    "It only worked because I got lucky": "discounting",
    "This is a disaster": "catastrophising",
    "I feel like a burden": "labelling",
}
PLAIN = (
    "I'm a nurse",
    "The always-on server restarted",
    "I don't always do this",
    "“You always do this,” she said",
    "I was a failure analyst",
    "I must say it went fine",
    "I have to catch a train",
    "I'm a bit tired",
    "It took all day",
    "I misread this situation",
)


def reaching(text: str) -> list[str]:
    return [cue.text for cue in judge(text).cues if cue.points_to == "global"]


@pytest.mark.parametrize(("text", "habit"), REACHING.items())
def test_a_sentence_that_reaches_beyond_the_moment_is_heard_with_its_habit(text: str, habit: str) -> None:
    judgement = judge(text)
    assert reaching(text)
    assert judgement.scope is not Reading.LOCAL
    assert habit in {suggestion.key for suggestion in judgement.habits}


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_sentence_gets_no_reaching_cue_and_no_habit(text: str) -> None:
    judgement = judge(text)
    assert reaching(text) == []
    assert judgement.scope is not Reading.GLOBAL
    assert judgement.habits == ()


@pytest.mark.parametrize(
    "text",
    [
        "I misread this situation",
        "I skipped the second slide.",
        "Yesterday I left the keys in the door.",
        "When I was late for the call, I felt embarrassed.",
        "My colleague asked me twice and I forgot both times.",
    ],
)
def test_an_event_is_local(text: str) -> None:
    assert judge(text).scope is Reading.LOCAL


@pytest.mark.parametrize("text", ["I am incompetent", "I was a fool", "I spilled the tea again, I'm such a klutz."])
def test_a_verdict_on_the_person_is_global_even_in_the_past_or_after_an_event(text: str) -> None:
    assert judge(text).scope is Reading.GLOBAL


@pytest.mark.parametrize(
    ("habit", "texts"),
    [
        ("blaming", ["It's their fault, not mine", "If my boss planned properly, I wouldn't slip like this"]),
        ("emotional_reasoning", ["I feel afraid, so it has to be dangerous", "It feels wrong, so it is wrong"]),
    ],
)
def test_a_whole_cause_and_a_felt_proof_are_suggested_by_name(habit: str, texts: list[str]) -> None:
    assert all(habit in {each.key for each in judge(text).habits} for text in texts)


@pytest.mark.parametrize(
    "text", ["Thanks to her I found the file", "If he had time, we could try it again", "I feel better, so I went out"]
)
def test_a_cause_or_a_feeling_told_plainly_is_no_habit(text: str) -> None:
    assert judge(text).habits == ()


@pytest.mark.parametrize("text", ["", "   ", "…", "The kettle is blue", "123", "🙂"])
def test_without_any_cue_it_is_unclear_and_in_the_middle(text: str) -> None:
    judgement = judge(text)
    assert (judgement.scope, judgement.score, judgement.cues, judgement.habits) == (Reading.UNCLEAR, 0.5, (), ())


@pytest.mark.parametrize(
    "text", ["I don't always do this", "It isn't always so", "Not everyone left", "I'm not a loser"]
)
def test_a_negation_within_two_words_cancels_an_absolute(text: str) -> None:
    assert reaching(text) == []


def test_a_verdict_that_is_denied_is_no_verdict() -> None:
    assert reaching("A late reply doesn't mean I'm a bad friend") == []


def test_quoted_words_are_somebody_elses() -> None:
    for text in ('"You always do this," he said', "“I'm an idiot” was the title", "She wrote ‘you never listen’ on it"):
        assert reaching(text) == []


def test_a_voice_that_is_quoted_as_a_whole_is_still_heard() -> None:
    assert reaching("“I always forget”") == ["always"]


def test_both_apostrophes_and_none_are_read_alike() -> None:
    spellings = ("I'm a fool, I can't do anything", "I’m a fool, I can’t do anything", "Im a fool, I cant do anything")
    assert len({judge(text).score for text in spellings}) == 1


def test_capitals_are_read_alike() -> None:
    assert judge("I ALWAYS FORGET").score == judge("i always forget").score


def test_offsets_count_in_the_text_as_written_emoji_and_all() -> None:
    text = "🙈🙈 Ugh… “no” — I’m such an idiot 👩‍👩‍👧, I ALWAYS forget!"
    for cue in judge(text).cues:
        assert text[cue.start : cue.end] == cue.text
    assert "I’m such an idiot" in reaching(text)
    assert "ALWAYS" in reaching(text)


def test_a_cue_that_is_fine_for_me_is_gone_for_good() -> None:
    text = "I ALWAYS lose the cap"
    assert reaching(text) == ["ALWAYS"]
    judgement = judge(text, dismissed=frozenset({"always"}))
    assert "always" not in {cue.family for cue in judgement.cues}
    assert judgement.habits == ()
    assert judgement.score < judge(text).score


def test_a_cue_of_my_own_is_heard_in_its_family() -> None:
    own = (OwnCue("par for the course", "identity verdict"), OwnCue("hm", "a family that is gone"))
    judgement = judge("That was par for the course", own=own)
    assert [cue.text for cue in judgement.cues if cue.family == "identity verdict"] == ["par for the course"]
    assert judge("That was par for the course").scope is not Reading.GLOBAL


def test_a_users_odd_phrase_breaks_nothing() -> None:
    for phrase in ("", "?", "*", "{no such class}", "a|", "...", "___", "- -", "(*)"):
        judge("I always forget", own=(OwnCue(phrase, "always"),))


def test_at_most_two_habits_for_a_sentence() -> None:
    text = "I should have known, I'm such an idiot, they all think I'm a fraud and I'll never be good at this"
    assert len(judge(text).habits) == 2


def test_each_habit_points_at_words_that_are_among_the_cues() -> None:
    judgement = judge("I burned the toast. I'm a terrible cook and they all hate me.")
    assert judgement.habits
    for habit in judgement.habits:
        assert habit.cues
        assert set(habit.cues) <= set(judgement.cues)
        assert habit.certainty in ("plainly", "maybe")


def test_only_the_habits_people_agree_on_are_said_plainly() -> None:
    assert judge("She thinks I'm slow").habits[0].certainty == "plainly"
    assert judge("I'm such an idiot").habits[0].certainty == "maybe"


def test_a_judgement_as_json_keeps_the_order_of_its_keys() -> None:
    plain = as_json(judge("I always mess this up"))
    assert list(plain) == ["text", "scope", "score", "cues", "habits"]
    assert plain["scope"] == "global"
    cues, habits = plain["cues"], plain["habits"]
    assert isinstance(cues, list)
    assert isinstance(habits, list)
    assert list(cues[0]) == ["start", "end", "text", "family", "points_to"]
    assert list(habits[0]) == ["key", "certainty", "cues"]


def test_cues_come_in_the_order_of_their_families_words() -> None:
    assert all(isinstance(cue, Cue) for cue in judge("I always forget").cues)
