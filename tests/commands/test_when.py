from __future__ import annotations

import pytest

from tests.commands.conftest import Shell


def test_a_phrase_is_said_back(shell: Shell) -> None:
    done = shell("when", "in", "10", "days")
    assert done.code == 0
    assert done.out == "Sun 15 Mar, end of day — in 10 days\n"


def test_as_json_the_date_is_named(shell: Shell) -> None:
    done = shell("when", "--json", "in 10 days")
    assert done.json == {"phrase": "in 10 days", "date": "2026-03-15", "words": "Sun 15 Mar, end of day — in 10 days"}
    assert shell("when", "in 10 days", "--json").json == done.json


@pytest.mark.parametrize(
    "words", [["14/3"], ["soon"], ["-5d"], ["--json"], ["--", "-h"], ["--jsn"], [""], ["\x1b[31m"], ["x" * 5000], ["-"]]
)
def test_a_refusal_gives_its_reason_whatever_the_phrase(words: list[str], shell: Shell) -> None:
    given = ["--", "--json"] if words == ["--json"] else words
    done = shell("when", *given)
    assert done.code == 1
    assert done.sentence
    assert done.out == ""
    told = shell("when", "--json", *given)
    assert told.code == 1
    assert told.json["date"] is None
    assert told.json["reason"] == done.sentence


def test_no_phrase_at_all_is_wrong_usage(shell: Shell) -> None:
    assert shell("when").code == 2
    assert not shell.home.exists()


def test_the_week_starts_where_the_settings_say(shell: Shell) -> None:
    shell("settings", "set", "week_start", "6")
    assert shell("when", "--json", "eow").json["date"] == "2026-03-07"


def test_a_word_with_letters_of_another_language_is_named_whole(shell: Shell) -> None:
    assert "“nächsten”" in shell("when", "nächsten Freitag").sentence
