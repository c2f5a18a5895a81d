"""A task over six days, a monthly check and a merge, in a real terminal over a real file."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.rating import Context, Measure, Rating
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Attempt, Doing, Improvement, Task
from recalibrate.domain.settings import Settings
from recalibrate.paths import Paths
from recalibrate.store.journal import Journal
from recalibrate.store.settings import save_settings
from tests.builders import FixedClock, make_entry, make_rating, make_situation
from tests.end_to_end.terminal import PROGRAM, Terminal

FIRST_DAY = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def paths(home: Path) -> Paths:
    return Paths.of({"RECALIBRATE_HOME": str(home)})


def prepared(home: Path, *records: Record, **settings: bool) -> None:
    """A notebook past its welcome, with these records in it."""
    journal = Journal.open(paths(home).journal, FixedClock(FIRST_DAY))
    if records:
        journal.put(*records)
    save_settings(paths(home).settings, Settings(seen_welcome=True, **settings))


def read(home: Path) -> Journal:
    return Journal.open(paths(home).journal, FixedClock(FIRST_DAY))


def said(home: Path, *arguments: str) -> str:
    """What the program prints."""
    environ = {**os.environ, "RECALIBRATE_HOME": str(home), "RECALIBRATE_NOW": at(6)}
    run = subprocess.run([PROGRAM, *arguments], env=environ, capture_output=True, text=True, check=True)
    return run.stdout


def at(day: int) -> str:
    return (FIRST_DAY + timedelta(days=day)).isoformat()


def test_six_tries_over_six_days_and_an_improvement_used_again_in_two_of_five(tmp_path: Path) -> None:
    prepared(tmp_path)
    with Terminal(tmp_path, now=at(0)) as terminal:
        terminal.sees("notice a slip")
        terminal.press("t")
        terminal.sees("No task yet.")
        terminal.press("a")
        terminal.sees("Levels, easier to harder")
        for words in ("Speaking up", "one sentence", "a question", "my own item", "disagreeing"):
            terminal.types(words)
            terminal.press("enter")
        terminal.press("enter")
        terminal.sees("Where it belongs")
        terminal.press("enter")
        terminal.sees("No try yet.", "disagreeing")
        terminal.press("n")
        terminal.sees("Which level?")
        terminal.press("1", "enter", "4", "enter", "7", "enter", "y", "enter", "5", "enter", "enter")
        terminal.types("first words on paper")
        terminal.press("enter")
        terminal.sees("no later try yet")
    for day, (level, can_do, ticked) in enumerate(
        [(1, 5, False), (1, 6, True), (2, 5, False), (2, 6, True), (3, 7, False)], start=1
    ):
        with Terminal(tmp_path, now=at(day)) as terminal:
            terminal.sees("Speaking up")
            terminal.press("t")
            terminal.sees("Worth repeating")
            terminal.press("n")
            terminal.sees("Which level?")
            # the level under the cursor is chosen already; another digit chooses another
            terminal.press(*([str(level)] if level > 1 else []), "enter", str(can_do), "enter", "5", "enter")
            terminal.press("y", "enter", "4", "enter", "enter")
            terminal.sees("Used again this time?")
            terminal.press(*(["space"] if ticked else []), "ctrl+s")
            terminal.sees("Written down.", f"used again {[0, 0, 1, 1, 2, 2][day]} of {day}")
    with Terminal(tmp_path, now=at(6), size=(120, 40)) as terminal:
        terminal.sees("can-do 40 50 60 50 60 70")
        terminal.press("t")
        terminal.sees("used again 2 of 5", "can do, before", "done, of the last five", "2 of 2")
    exported = json.loads(said(tmp_path, "export", "--format", "json"))
    assert [len(exported[table]) for table in ("tasks", "attempts", "improvements", "ratings")] == [1, 6, 1, 12]
    shown = json.loads(said(tmp_path, "task", "--json"))
    assert (shown["name"], len(shown["attempts"])) == ("Speaking up", 6)
    journal = read(tmp_path)
    attempts = journal.all(Attempt)
    assert [each.level for each in attempts] == [0, 0, 0, 1, 1, 2]
    assert [each.can_do_before for each in attempts] == [40, 50, 60, 50, 60, 70]
    assert {each.done for each in attempts} == {Doing.YES}
    assert len({each.opened_at for each in attempts}) == 6
    improvement = journal.all(Improvement)[0].id
    assert [improvement in each.improvements_used for each in attempts] == [False, False, True, False, True, False]
    dread = [each for each in journal.all(Rating) if each.measure is Measure.DREAD]
    assert {each.context for each in dread} == {Context.BEFORE_TRY}
    assert len(dread) == 6
    assert journal.all(Task)[0].levels == ("one sentence", "a question", "my own item", "disagreeing")


def test_a_monthly_check_shows_no_earlier_value_before_the_answer(tmp_path: Path) -> None:
    situations = [make_situation(name) for name in ("questions in meetings", "mail to many", "the phone")]
    long_ago = FIRST_DAY - timedelta(days=60)
    ratings = [make_rating(90, situation_id=each.id, rated_at=long_ago, context=Context.MONTHLY) for each in situations]
    prepared(tmp_path, *situations, *ratings, monthly_check=True)
    with Terminal(tmp_path, now=at(0)) as terminal:
        terminal.sees("Monthly check", "3 situations")
        terminal.press("enter")
        for place, value in enumerate("246", start=1):
            terminal.sees(f"{place} of 3", "How much do you dread it right now?", absent="before:")
            assert "90" not in terminal.text
            terminal.press(value)
            terminal.sees("before: 90")
            terminal.press("enter")
        terminal.sees("3 situations rated.", "notice a slip", absent="Monthly check")
    given = [each for each in read(tmp_path).all(Rating) if each.rated_at > long_ago]
    assert sorted(each.value for each in given) == [20, 40, 60]
    assert {each.situation_id for each in given} == {each.id for each in situations}


def test_merging_two_situations_loses_no_entry_and_undo_brings_both_back(tmp_path: Path) -> None:
    calls, phone = make_situation("calls"), make_situation("phone")
    entries = [make_entry(f"slip {place}", situation_id=each.id) for place, each in enumerate((calls, calls, phone))]
    prepared(tmp_path, calls, phone, *entries)
    with Terminal(tmp_path, now=at(0)) as terminal:
        terminal.sees("slip 0")
        terminal.press("i")
        terminal.sees("calls", "phone")
        terminal.press("m")
        terminal.sees("“calls” is really")
        terminal.press("enter")
        terminal.sees("Merged into phone", absent="“calls”")
        merged = read(tmp_path)
        assert [each.merged_into for each in merged.all(Situation)] == [phone.id, None]
        assert [each.situation_id for each in merged.all(Entry)] == [calls.id, calls.id, phone.id]
        assert "3  phone" in said(tmp_path, "situations")
        assert len(json.loads(said(tmp_path, "list", "--json", "situation:phone"))) == 3
        terminal.press("enter")
        terminal.sees("3 slips", "slip 0", "slip 1", "slip 2", "merged into it")
        terminal.press("u")
        terminal.sees("Undone")
        terminal.press("esc")
        terminal.sees("A kind of moment", "calls")
    assert "2  calls" in said(tmp_path, "situations")
    after = read(tmp_path)
    assert [(each.name, each.merged_into) for each in after.all(Situation)] == [("calls", None), ("phone", None)]
    assert [each.situation_id for each in after.all(Entry)] == [each.situation_id for each in entries]
