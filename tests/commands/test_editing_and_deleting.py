"""Entries edited, tagged and put into the bin from a shell."""

from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.records.entry import Entry, Precision, Scope
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.situation import Situation
from tests.builders import NOW, make_entry, make_experiment, make_person, make_reframed, make_situation, make_task
from tests.commands.conftest import Shell, fine


def test_tags_are_added_renamed_and_taken_away(shell: Shell) -> None:
    shell.keep(make_entry(id="aaaa1"), make_entry(id="bbbb1", tags=("late",)))
    fine(shell, "tags", "add", "Work", "aaaa1", "bbbb1")
    fine(shell, "tags", "rename", "work", "job")
    fine(shell, "tags", "remove", "job", "bbbb1")
    assert {each.id: each.tags for each in shell.open().all(Entry)} == {"aaaa1": ("job",), "bbbb1": ("late",)}
    assert fine(shell, "tags").out.split() == ["1", "job", "1", "late"]
    assert shell("tags", "remove", "jbo").sentence == "No entry has the tag “jbo”; did you mean job?"


def test_what_is_deleted_lies_in_the_bin_comes_back_or_goes_for_good(shell: Shell) -> None:
    shell.keep(make_reframed(id="aaaa1"), make_experiment(id="xxxx1", entry_id="aaaa1"), make_person("M.", id="pppp1"))
    assert "with 1 record that hung on it" in fine(shell, "delete", "aaaa1").out
    fine(shell, "delete", "pppp1")
    assert [line.split()[0] for line in fine(shell, "bin").out.splitlines()] == ["aaaa1", "pppp1"]
    assert "with 1 more" in fine(shell, "bin", "restore", "aaaa1").out
    assert shell.open().get(Experiment, "xxxx1")
    assert shell("bin", "purge", "pppp1", stdin="\n").sentence == "Nothing was taken out."
    fine(shell, "bin", "purge", "pppp1", stdin="y\n")
    fine(shell, "delete", "aaaa1")
    assert shell("bin", "empty").sentence == "Nothing was taken out."
    fine(shell, "bin", "empty", stdin="y\n")
    assert fine(shell, "bin", "--json").json == []
    assert fine(shell, "bin", "empty").out == "The bin is empty.\n"


def test_what_has_started_or_stands_in_focus_is_not_deleted(shell: Shell) -> None:
    shell.keep(make_experiment(id="xxxx1"), make_task(id="tttt1", in_focus=True))
    assert shell("delete", "xxxx1").sentence.startswith("It has started")
    assert shell("delete", "tttt1").sentence.startswith("The task in focus")
    assert shell("delete").code == 2


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("what_happened", "I was late.", "I was late."),
        ("observation", "-5 degrees, and the bus stood.", "-5 degrees, and the bus stood."),
        ("tags", "Work, late night", ("work", "late-night")),
        ("sting", "80", 80),
        ("habits", "Reading palms, should", None),
        ("habits", "Mind reading, should", ("mind_reading", "should")),
        ("habits", "moralising,Reading minds", ("moralising", "mind_reading")),
        ("habits", "", ()),
        ("situation", "", None),
    ],
)
def test_a_field_of_an_entry_takes_what_is_typed(field: str, text: str, value: object, shell: Shell) -> None:
    shell.keep(make_reframed(id="aaaa1", situation_id="s"), make_situation(id="s"))
    done = shell("edit", "aaaa1", field, text)
    entry = shell.open().all(Entry)[0]
    if value is None and field == "habits":
        assert (done.code, done.sentence.startswith("There is no habit “Reading palms”")) == (1, True)
        return
    assert (done.code, done.err) == (0, "")
    assert getattr(entry, "situation_id" if field == "situation" else field) == value


def test_an_edit_says_when_it_was_what_the_voice_is_about_and_can_be_taken_back(shell: Shell) -> None:
    shell.keep(make_reframed(id="aaaa1"))
    fine(shell, "edit", "aaaa1", "when", "yesterday 09:15")
    fine(shell, "edit", "aaaa1", "scope", "local")
    fine(shell, "edit", "aaaa1", "situation", "talks")
    journal = shell.open()
    entry = journal.all(Entry)[0]
    assert entry.happened_at == (NOW - timedelta(days=1)).replace(hour=9, minute=15)
    assert entry.voice
    assert entry.voice.scope is Scope.LOCAL
    assert [each.name for each in journal.all(Situation)] == ["talks"]
    fine(shell, "edit", "aaaa1", "when", "2 march")
    assert shell.open().all(Entry)[0].precision is Precision.DAY
    history = fine(shell, "edit", "aaaa1", "--history").out.splitlines()
    assert len(history) == 4
    fine(shell, "edit", "aaaa1", "--bring-back", "1")
    assert shell.open().all(Entry)[0].happened_at == entry.happened_at
    assert "situation      talks" in fine(shell, "edit", "aaaa1").out
    assert shell("edit", "aaaa1", "--bring-back", "99").code == 1
    assert shell("edit", "aaaa1", "observatoin", "x").sentence.endswith("did you mean observation?")


def test_stdin_is_the_text_where_none_is_given(shell: Shell) -> None:
    shell.keep(make_reframed(id="aaaa1"))
    fine(shell, "edit", "aaaa1", "ideas", stdin="Print it large\n> Say the month\n")
    ideas = shell.open().all(Entry)[0].ideas
    assert [(each.text, each.chosen) for each in ideas] == [("Print it large", False), ("Say the month", True)]
    assert shell("edit", "aaaa1", "voice").code == 2
