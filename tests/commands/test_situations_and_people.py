"""Situations and people tended from a shell, and what is said where that cannot be."""

from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.records.company import Meeting, Moment, MomentKind, Person
from recalibrate.domain.records.situation import Situation
from tests.builders import TODAY, make_entry, make_experiment, make_moment, make_person, make_rating, make_situation
from tests.commands.conftest import Lines, Shell, fine


def test_a_situation_is_renamed_merged_taken_apart_and_archived(shell: Shell) -> None:
    shell.keep(make_situation("talks", id="talk"), make_situation("questions in meetings", id="meet"))
    shell.keep(make_entry(id="e1", situation_id="talk"))
    fine(shell, "situations", "rename", "talks", "speaking")
    fine(shell, "situations", "merge", "speaking", "meetings")
    assert fine(shell, "situations").out == "    1  questions in meetings\n"
    assert "with speaking, merged into it" in fine(shell, "situations", "show", "meetings").out
    fine(shell, "situations", "unmerge", "speaking")
    assert shell.open().get(Situation, "talk").merged_into is None  # type: ignore[union-attr]  # it was kept above
    fine(shell, "situations", "archive", "speaking")
    assert "speaking" not in fine(shell, "situations").out
    fine(shell, "situations", "back", "speaking")
    assert "speaking" in fine(shell, "situations").out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["rename", "talks"], 2, "`recalibrate situations rename` takes NAME NEW."),
        (
            ["rename", "talks", "a", "b"],
            2,
            "`recalibrate situations rename` takes NAME NEW; put quotes around words that belong together.",
        ),
        (["rename", "talk", "Meetings"], 1, "There is a “Meetings” already; `recalibrate situations merge` makes the "
         "two one."),
        (["rename", "tlaks", "x"], 1, "There is no “tlaks” among the situations; did you mean “talks”?"),
        (["merge", "talks", "talks"], 1, "These two are one already."),
        (["unmerge", "talks"], 1, "There is no “talks” among the merged situations; none has a name like it."),
        (["archive", ""], 1, "There is no “” among the situations; none has a name like it."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_with_a_situation_is_one_sentence(
    words: list[str], code: int, sentence: str, shell: Shell
) -> None:
    shell.keep(make_situation("talks"), make_situation("meetings"))
    done = shell("situations", *words)
    assert (done.code, done.sentence) == (code, sentence)


def test_a_person_is_added_changed_and_put_away(shell: Shell) -> None:
    id = fine(shell, "people", "add", "M. K.", "curious").out.strip()
    fine(shell, "people", "meets", "m.", "not-sure")
    fine(shell, "people", "rename", "M. K.", "Em")
    fine(shell, "people", "archive", "Em")
    assert fine(shell, "people").out == ""
    fine(shell, "people", "back", "Em")
    person = shell.open().get(Person, id)
    assert person
    assert (person.alias, person.meets, person.archived_at) == ("Em", Meeting.NOT_SURE, None)
    assert shell("people", "add", "em").sentence == "Someone has that alias already. Add a letter."
    assert shell("people", "meets", "Em", "kindly").code == 2


def test_a_moment_is_noted_line_by_line_and_told_again_with_its_words_offered(shell: Shell, lines: Lines) -> None:
    answers = lines("2", "She laughed and handed me a cloth.", "L.", "A cloth before a comment.", "yesterday")
    id = fine(shell, "people", "note", stdin=answers).out.splitlines()[-1]
    journal = shell.open()
    moment = journal.get(Moment, id)
    assert moment
    assert (moment.kind, moment.borrow) == (MomentKind.MET_ME, "A cloth before a comment.")
    assert moment.happened_at
    assert moment.happened_at.date() == TODAY - timedelta(days=1)
    assert [each.alias for each in journal.all(Person)] == ["L."]
    fine(shell, "people", "note", id[:8], stdin=lines("", "", "-", "", ""))
    again = shell.open().get(Moment, id)
    assert again
    assert (again.kind, again.person_id, again.what_happened) == (moment.kind, None, moment.what_happened)
    assert "nobody in particular" in fine(shell, "people").out
    assert shell("people", "note", stdin="1\n").sentence == "Nothing was written, so nothing is kept."


def test_a_day_that_cannot_be_read_is_asked_for_alone_and_what_was_typed_waits(shell: Shell, lines: Lines) -> None:
    left = shell("people", "note", stdin=lines("1", "She named it.", "M.", "Go on.", "tomorrow"))
    assert left.code == 1
    assert "is kept" in left.sentence
    assert left.out.count("still to come") == 1
    assert left.out.count("What kind of moment") == 1
    id = fine(shell, "people", "note", stdin=lines("", "", "", "", "yesterday")).out.splitlines()[-1]
    moment = shell.open().get(Moment, id)
    assert moment
    assert (moment.what_happened, moment.borrow) == ("She named it.", "Go on.")
    assert shell("people", "note").sentence == "Nothing was written, so nothing is kept."


def test_the_page_of_a_situation_has_its_dread_its_slips_and_what_was_tried(shell: Shell) -> None:
    shell.keep(
        make_situation("talks", id="s"),
        make_entry("Lost my place.", id="eeee1", situation_id="s"),
        make_experiment(id="xxxx1", entry_id="eeee1", action="wait"),
        make_rating(70, situation_id="s"),
        make_moment(),
        make_person("M."),
    )
    out = fine(shell, "situations", "show", "talks").out
    assert out.startswith("talks\n  1 slip\n")
    assert "dread  70" in out
    assert "eeee1  " in out
    assert " · wait" in out
