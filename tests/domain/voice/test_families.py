import pytest

from recalibrate.domain.voice import FAMILIES, judge


def heard_families(text: str) -> set[str]:
    return {cue.family for cue in judge(text).cues}


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("identity verdict", "I am a loser"),
        ("failing role", "I'm a terrible host"),
        ("the worst", "I'm the worst driver ever"),
        ("bad at it", "I'm just bad at maps"),
        ("not enough", "I'm not good enough for this choir"),
        ("verdict on others", "He is lazy"),
        ("my fault", "The delay is my fault"),
        ("feeling as fact", "I feel like nothing I say counts"),
        ("moral verdict", "A decent person would have called"),
        ("always", "I constantly drop things"),
        ("never at all", "I never remember the code"),
        ("cannot", "I can't even boil an egg"),
        ("everyone", "Everybody saw it"),
        ("all or nothing", "I might as well not bother"),
        ("in full", "It was completely off"),
        ("should", "I ought to know the way"),
        ("hindsight", "I should have seen it coming"),
        ("everyone else", "Everyone else is quicker"),
        ("venting", "Ugh, parking"),
        ("will never", "I will never learn to whistle"),
        ("never any good", "I'll never be good at cards"),
        ("forecast", "I'll probably fail the test"),
        ("what will come", "They are going to notice"),
        ("worst case", "I'll end up alone"),
        ("dark word", "The car might crash"),
        ("ruin", "Everything is a disaster"),
        ("spoiled", "The evening was ruined"),
        ("they think", "She thinks I'm slow"),
        ("guessed reasons", "They obviously planned it without me"),
        ("just luck", "Anyone could have done it"),
        ("but", "The soup was great but the bread was dry"),
        ("their fault", "It is his fault"),
        ("all theirs", "They set me up to fail"),
        ("felt, so it is", "It feels hopeless, so it is"),
        ("replaying", "I can't stop thinking about the toast"),
        ("plain event", "I dropped the tray"),
        ("a set time", "It rained yesterday"),
        ("a past feeling", "I felt embarrassed"),
        ("this time", "Not this time"),
        ("maybe", "Perhaps it was the noise"),
        ("counter-evidence", "No one is perfect"),
        ("next step", "Next time I bring a list"),
        ("able", "I can ask for the notes"),
        ("turning", "At least the train was on time"),
        ("warmth", "I am grateful for the help"),
    ],
)
def test_each_family_hears_its_own_kind_of_wording(family: str, text: str) -> None:
    assert family in heard_families(text)
    cue = next(cue for cue in judge(text).cues if cue.family == family)
    assert cue.points_to == FAMILIES[family].points_to


@pytest.mark.parametrize(
    ("family", "before", "text"),
    [
        ("role after an event", "I burned the toast.", "I'm a terrible cook."),
        ("role after another's event", "My plant died.", "I'm a terrible gardener."),
        ("for all time", "I missed the last step.", "I will never dance."),
        ("but", "It was a great evening.", "But the wine was warm."),
    ],
)
def test_some_families_speak_only_after_another(family: str, before: str, text: str) -> None:
    assert family in heard_families(f"{before} {text}")
    assert family not in heard_families(text)


def test_every_family_has_one_quiet_line_and_a_mark_beside_its_style() -> None:
    for name, family in FAMILIES.items():
        assert name == family.name
        assert family.reason.endswith(".")
        assert "!" not in family.reason
        assert family.points_to in ("global", "local")
        assert family.style in ("underline", "double", "dotted", "plain")
        assert len(family.mark) == 1
