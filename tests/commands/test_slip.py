from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta

import pytest

from recalibrate.domain.records.entry import Entry, Precision
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.situation import Situation
from tests.builders import make_situation
from tests.commands.conftest import Shell


def test_a_slip_prints_its_id_alone_and_is_on_disk(shell: Shell) -> None:
    done = shell("slip", "I", "was", "late")
    (entry,) = shell.open().all(Entry)
    assert done.out == f"{entry.id}\n"
    assert entry.what_happened == "I was late"
    assert entry.happened_at == shell.now
    assert shell.journal.stat().st_mode & 0o777 == 0o600


def test_without_text_all_of_stdin_is_one_slip(shell: Shell) -> None:
    shell("slip", stdin="first line\nsecond line\n")
    (entry,) = shell.open().all(Entry)
    assert entry.what_happened == "first line\nsecond line"


def test_each_line_of_stdin_is_a_slip_of_its_own(shell: Shell) -> None:
    done = shell("slip", "--lines", stdin="one\n\n  \ntwo\r\nthree")
    entries = shell.open().all(Entry)
    assert [entry.what_happened for entry in entries] == ["one", "two", "three"]
    assert done.out.split() == [entry.id for entry in entries]


def test_an_id_is_printed_before_the_next_line_is_read(shell: Shell) -> None:
    environ = {**os.environ, **shell.environ}
    process = subprocess.Popen(
        [sys.executable, "-m", "recalibrate", "slip", "--lines"],
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    for text in ("one", "two"):
        process.stdin.write(f"{text}\n")
        process.stdin.flush()
        id = process.stdout.readline().strip()
        assert shell.open().get(Entry, id) is not None
    process.stdin.close()
    assert process.wait() == 0
    process.stdout.close()


def test_when_situation_and_sting_are_kept(shell: Shell) -> None:
    shell.keep(make_situation("Talks"))
    assert shell("slip", "Lost my place", "--when", "yesterday", "--situation", "talks", "--sting", "40").code == 0
    journal = shell.open()
    (entry,), (situation,), (rating,) = journal.all(Entry), journal.all(Situation), journal.all(Rating)
    assert entry.happened_on == shell.now.date() - timedelta(days=1)
    assert entry.precision is Precision.DAY
    assert entry.situation_id == situation.id
    assert (entry.sting, rating.value) == (40, 40)


@pytest.mark.parametrize("sting", ["45", "110", "-10", "much", "٤٠", "1e1"])
def test_a_sting_off_the_scale_is_wrong_usage(sting: str, shell: Shell) -> None:
    done = shell("slip", "text", "--sting", sting)
    assert done.code == 2
    assert done.sentence
    assert not shell.journal.exists()


@pytest.mark.parametrize("phrase", ["tomorrow", "3/4/2026", "soonish"])
def test_a_time_that_cannot_have_been_is_wrong_usage(phrase: str, shell: Shell) -> None:
    done = shell("slip", "text", "--when", phrase)
    assert done.code == 2
    assert done.sentence.startswith("--when: ")
    assert not shell.journal.exists()


@pytest.mark.parametrize("stdin", ["", "\n \n"])
def test_nothing_to_park_is_wrong_usage(stdin: str, shell: Shell) -> None:
    assert shell("slip", stdin=stdin).code == 2
    assert not shell.journal.exists()


def test_words_after_two_dashes_are_text(shell: Shell) -> None:
    shell("slip", "--", "--journal", "was", "-x", "wrong")
    assert shell.open().all(Entry)[0].what_happened == "--journal was -x wrong"


def test_hostile_text_is_kept_as_it_was_given(shell: Shell) -> None:
    shell("slip", stdin="[/b] [@click=app.quit]x[/] \x1b[31m caf\u0065\u0301 \x00 \udcff")
    assert shell.open().all(Entry)[0].what_happened == "[/b] [@click=app.quit]x[/] \x1b[31m caf\u00e9  \ufffd"


def test_a_megabyte_is_accepted_whole(shell: Shell) -> None:
    shell("slip", stdin="x" * 1_000_000)
    assert len(shell.open().all(Entry)[0].what_happened) == 1_000_000
