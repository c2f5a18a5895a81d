from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.records.company import Moment
from recalibrate.domain.records.entry import Entry
from recalibrate.store.documents import to_document
from tests.builders import (
    NOW,
    make_assumption,
    make_entry,
    make_experiment,
    make_moment,
    make_overhaul,
    make_person,
    make_rating,
    make_reframed,
    make_review,
    make_situation,
    make_task,
    make_voice,
)
from tests.commands.conftest import Shell


def _keep_some(shell: Shell) -> None:
    meetings = make_situation("questions in meetings", id="situation-1")
    shell.keep(meetings)
    for number in range(5):
        at = NOW - timedelta(days=number)
        shell.keep(make_entry(f"Slip number {number}", id=f"slip-{number}-abcdef", happened_at=at))
    shell.keep(make_reframed(id="reframed-abcdef", situation_id="situation-1", happened_at=NOW - timedelta(days=9)))


def test_an_id_stays_whole_before_a_text_that_turns_the_direction(shell: Shell) -> None:
    shell.keep(make_entry("late \u202eagain", id="aaaa1111-0000"))
    for done in (shell("list"), shell("today")):
        line = next(line for line in done.out.splitlines() if "late" in line)
        assert line.lstrip().startswith("aaaa1111  ")
        assert line.endswith("late \u202eagain\u202c\u2069")


def test_entries_are_listed_newest_first(shell: Shell) -> None:
    _keep_some(shell)
    ids = [each["id"] for each in shell("list", "--json").json]
    assert ids[:2] == ["slip-0-abcdef", "slip-1-abcdef"]
    assert ids[-1] == "reframed-abcdef"
    assert shell("list").out.splitlines()[0].split()[0] == "slip-0-a"


def test_the_limit_counts_from_the_newest(shell: Shell) -> None:
    _keep_some(shell)
    assert len(shell("list", "--limit", "2").out.splitlines()) == 2
    assert len(shell("list", "--json", "--limit=2").json) == 2


@pytest.mark.parametrize("limit", ["0", "-1", "x", "1.5", ""])
def test_a_limit_that_is_no_count_is_wrong_usage(limit: str, shell: Shell) -> None:
    done = shell("list", "--limit", limit)
    assert done.code == 2
    assert "whole number" in done.sentence


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (["number", "3"], 1),
        (["situation:meetings"], 1),
        (["-situation:meetings"], 5),
        (["scope:global", "-habit:moralising"], 1),
        (["after:3 days ago"], 3),
        (['after:"3 days ago"'], 3),
        (["-number"], 1),
        (["nowhere"], 0),
    ],
)
def test_a_query_finds_its_entries(query: list[str], found: int, shell: Shell) -> None:
    _keep_some(shell)
    assert len(shell("list", "--json", *query).json) == found


def test_a_wrong_query_says_what_would_be_right(shell: Shell) -> None:
    done = shell("list", "situatoin:meetings")
    assert done.code == 2
    assert "situation:" in done.sentence


def test_an_entry_is_shown_with_all_that_came_of_it(shell: Shell) -> None:
    entry = make_reframed(id="entry-1", voice=make_voice("I am hopeless."))
    first = make_experiment(id="round-1", entry_id=entry.id)
    second = make_experiment(id="round-2", root_id="round-1", round=2, entry_id=entry.id, action="ask first")
    shell.keep(entry, first, second, make_overhaul(id="overhaul-1", entry_id=entry.id), make_rating(entry_id=entry.id))
    document = shell("show", "entry-1", "--json").json
    assert document["what_happened"] == entry.what_happened
    assert [each["id"] for each in document["experiments"]] == ["round-1", "round-2"]
    assert [each["id"] for each in document["overhauls"]] == ["overhaul-1"]
    assert len(document["ratings"]) == 1
    kept = shell.open().get(Entry, "entry-1")
    assert kept is not None
    assert {name: document[name] for name in to_document(kept)} == to_document(kept)
    out = shell("show", "entry-1").out
    for words in (entry.what_happened, "I am hopeless.", "round 2", "changed action", "overhaul"):
        assert words.casefold() in out.casefold()


@pytest.mark.parametrize("id", ["round-1", "overhaul-1"])
def test_the_id_of_an_experiment_or_overhaul_shows_its_entry(id: str, shell: Shell) -> None:
    shell.keep(
        make_entry(id="entry-1"),
        make_experiment(id="round-1", entry_id="entry-1"),
        make_overhaul(id="overhaul-1", experiment_id="round-1"),
    )
    assert shell("show", id, "--json").json["id"] == "entry-1"


def test_an_experiment_without_an_entry_shows_its_assumption(shell: Shell) -> None:
    shell.keep(make_assumption(id="assumed"), make_experiment(id="round-1", assumption_id="assumed"))
    assert shell("show", "round-1", "--json").json["assumption"]["id"] == "assumed"
    assert "fairly" in shell("show", "round-1").out or "mistake of mine" in shell("show", "round-1").out


@pytest.mark.parametrize("id", ["abc", "nothing-such", "", " "])
def test_an_id_that_nothing_answers_to_is_said_so(id: str, shell: Shell) -> None:
    shell.keep(make_entry(id="abcdefgh"), make_entry(id="abcdijkl"))
    done = shell("show", id)
    assert done.code == 1
    assert done.sentence


def test_an_id_that_two_answer_to_needs_more_of_it(shell: Shell) -> None:
    shell.keep(make_entry(id="abcdefgh"), make_entry(id="abcdijkl"))
    assert "2 of the entries" in shell("show", "abcd").sentence


def test_lists_of_names_count_and_come_as_json(shell: Shell) -> None:
    shell.keep(
        make_situation("talks", id="s1"),
        make_situation("old", id="s2", archived_at=NOW),
        make_entry(situation_id="s1", habits=("moralising",)),
        make_person("M.", id="p1"),
        make_moment(person_id="p1"),
        make_review(),
    )
    assert [(each["name"], each["entries"]) for each in shell("situations", "--json").json] == [("talks", 1)]
    assert len(shell("situations", "--json", "--all").json) == 2
    (person,) = shell("people", "--json").json
    assert person["alias"] == "M."
    assert person["moments"][0]["what_happened"] == shell.open().all(Moment)[0].what_happened
    named = {each["id"]: each["named"] for each in shell("habits", "--json").json}
    assert named["moralising"] == 1
    assert named["labelling"] == 0
    assert shell("review", "2026-02", "--json").json[0]["month"] == "2026-02"
    assert shell("review", "2026-01").code == 1
    assert shell("review", "January").code == 2
    for words in (("situations",), ("people",), ("habits",), ("review",)):
        assert shell(*words).code == 0


def test_the_voice_is_read_line_by_line(shell: Shell) -> None:
    import json

    done = shell("voice", "--json", stdin="I always ruin everything\n\nI skipped the second slide\n")
    first, blank, second = [json.loads(line) for line in done.out.splitlines()]
    assert (first["scope"], second["scope"], blank["text"]) == ("global", "local", "")
    cue = first["cues"][0]
    assert first["text"][cue["start"] : cue["end"]] == cue["text"]
    assert shell("voice", stdin="I always ruin everything\n\n").out.startswith("global")


def test_settings_are_read_and_set(shell: Shell) -> None:
    assert shell("settings", "get", "rounds_per_root").out == "3\n"
    assert shell("settings", "set", "rounds_per_root", "4").code == 0
    assert shell("settings", "--json").json["rounds_per_root"] == 4
    assert shell("settings", "set", "safety_contacts", "Anna 555", "Ben, next door").code == 0
    assert "Anna 555" in shell("safety").out
    assert shell("settings", "set", "safety_contacts").code == 0
    assert shell("settings", "get", "safety_contacts", "--json").json == {"safety_contacts": []}


@pytest.mark.parametrize(
    "words",
    [
        ["set", "rounds_per_root", "9"],
        ["set", "monthly_check", "maybe"],
        ["set", "theme"],
        ["set", "nosuch", "1"],
        ["set", "keymap", "x"],
        ["get"],
        ["get", "theme", "x"],
        ["list", "theme"],
        ["change"],
    ],
)
def test_a_setting_that_cannot_be_is_wrong_usage(words: list[str], shell: Shell) -> None:
    done = shell("settings", *words)
    assert done.code == 2
    assert done.sentence
    assert not shell.home.exists()


def test_paths_name_the_places_and_make_none(shell: Shell) -> None:
    assert shell("paths", "--json").json["journal"] == str(shell.journal)
    assert str(shell.journal) in shell("paths").out
    assert not shell.home.exists()


def test_a_record_of_any_kind_can_be_shown(shell: Shell) -> None:
    person, task = make_person("M.", id="person-abcdef"), make_task("speak up", id="task-abcdef")
    shell.keep(person, task)
    assert "alias: M." in shell("show", "person-a").out
    assert "name: speak up" in shell("show", "task-a").out
    assert shell("show", "task-a", "--json").json["name"] == "speak up"
    assert shell("show", "nothing").code == 1
