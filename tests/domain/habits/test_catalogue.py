from recalibrate.domain.habits.catalogue import CATALOGUE, FROM_QUIRK, HabitKind, habit
from recalibrate.domain.voice import FAMILIES


def test_the_catalogue_has_fourteen_thinking_and_two_process_habits_and_tinkering() -> None:
    kinds = [each.kind for each in CATALOGUE]
    assert kinds.count(HabitKind.THINKING) == 14
    assert kinds.count(HabitKind.PROCESS) == 2
    assert [each.key for each in CATALOGUE if each.kind is HabitKind.EXPERIMENT] == ["tinkering"]


def test_the_two_that_matter_most_come_first() -> None:
    assert [each.key for each in CATALOGUE[:2]] == ["labelling", "moralising"]


def test_every_habit_can_be_read_about() -> None:
    for each in CATALOGUE:
        assert each.name
        assert each.definition.endswith(".")
        assert each.example
        assert each.question.endswith(("?", "."))
        assert "!" not in each.definition + each.example + each.question


def test_a_key_finds_its_habit_and_an_unknown_key_none() -> None:
    assert all(habit(each.key) is each for each in CATALOGUE)
    assert habit("0b7e") is None


def test_keys_are_used_once() -> None:
    assert len({each.key for each in CATALOGUE}) == len(CATALOGUE)


def test_what_other_apps_call_it_leads_to_a_habit_of_ours() -> None:
    assert len(FROM_QUIRK) == 12
    assert all(habit(key) for key in FROM_QUIRK.values())


def test_every_habit_a_family_hints_at_is_in_the_catalogue() -> None:
    assert all(habit(family.habit) for family in FAMILIES.values() if family.habit)
