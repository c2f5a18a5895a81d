"""In a real terminal: no second extension, no fourth round, no fourth open one; then an overhaul that comes due."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from recalibrate.domain import rules
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Choice, Decision, Experiment
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.domain.settings import Settings
from recalibrate.paths import Paths
from recalibrate.store.journal import Journal
from recalibrate.store.settings import save_settings
from tests.builders import NOW, FixedClock, make_experiment, make_reframed
from tests.end_to_end.terminal import PROGRAM, Terminal

LIMITS = Settings(seen_welcome=True)
SECOND = "write the number down"
THIRD = "ask for the sheet"
FOURTH_OPEN = "a fourth thing at once"
SET_UP = "The sheet comes an hour before."


def at(day: int) -> str:
    return (NOW + timedelta(days=day)).isoformat()


def on(day: int) -> date:
    return (NOW + timedelta(days=day)).date()


def running(action: str, days: int, kept: list[Experiment]) -> Experiment:
    plan = make_experiment(action=action, deadline=on(days), started_at=None)
    return rules.start(plan, kept, NOW, LIMITS)


def prepared(home: Path) -> None:
    """Round two of a question due on day 10, two others that run to day 60, a plan without a place, one kept."""
    clock = FixedClock()
    entry = make_reframed(voice=None)
    first = make_experiment(entry_id=entry.id, started_at=NOW - timedelta(days=14), deadline=on(-1))
    changed = rules.decide(first, Decision(choice=Choice.CHANGE, decided_at=NOW), [first], LIMITS)
    assert changed.next_round is not None
    draft = replace(changed.next_round, action=SECOND, probability=60, deadline=on(10))
    second = rules.start(draft, [changed.experiment], NOW, LIMITS)
    others = [running("speak slower", 60, []), running("stand up first", 59, [])]
    fourth = make_experiment(entry_id=entry.id, action=FOURTH_OPEN, deadline=None, started_at=None)
    once = make_experiment(action="count to three", started_at=NOW - timedelta(days=14), deadline=on(-1))
    keep = Decision(choice=Choice.KEEP, decided_at=NOW)
    kept = rules.decide(once, keep, [], LIMITS, check_back_on=on(28)).experiment
    places = Paths.of({"RECALIBRATE_HOME": str(home)})
    journal = Journal.open(places.journal, clock)
    journal.put(entry, changed.experiment, second, *others, fourth, kept)
    save_settings(places.settings, LIMITS)


def read(home: Path) -> Journal:
    return Journal.open(Paths.of({"RECALIBRATE_HOME": str(home)}).journal, FixedClock())


def due(home: Path, day: int) -> list[dict[str, Any]]:
    environ = {**os.environ, "RECALIBRATE_HOME": str(home), "RECALIBRATE_NOW": at(day)}
    done = subprocess.run([PROGRAM, "due", "--json"], env=environ, capture_output=True, check=True, timeout=30)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def more_time(home: Path) -> None:
    """A day after its date it gets more time, once; a fourth experiment beside it finds no place."""
    with Terminal(home, now=at(11)) as terminal:
        terminal.sees("Waits for a decision", "! " + SECOND, "3 of 3", FOURTH_OPEN)
        terminal.press("d")
        terminal.sees("The date you chose is here.", "round 2")
        terminal.press("enter", "x")
        terminal.sees("Extend once, by 10 days at most")
        terminal.types("The meeting was moved.")
        terminal.press("enter")
        terminal.types("in 5 days")
        terminal.press("enter")
        terminal.sees("Extended. You decide on 21 March.", "→ " + SECOND)
        terminal.press("down", "down", "down", "enter")
        terminal.sees("What will you try, and by when?", FOURTH_OPEN)
        terminal.press(*["enter"] * 4, "5", "ctrl+n")
        terminal.sees("Three are open. Decide one first:", "speak slower")
        terminal.press("enter")
        terminal.sees("The plan is kept as a draft.")
        terminal.press("enter")
        terminal.sees("Running", "3 of 3", "Not started")
        terminal.press("ctrl+q")
        assert terminal.leaves() == 0


def no_more_time_but_a_third_round(home: Path) -> None:
    """The second extension is refused; *change* makes the third round, with a change that has a name."""
    with Terminal(home, now=at(17)) as terminal:
        terminal.sees("! " + SECOND)
        terminal.press("d")
        terminal.sees("The date you chose is here.")
        terminal.press("enter", "x")
        terminal.sees("It has been extended once.", "change, stop or overhaul.")
        terminal.press("enter", "enter", "down", "enter")
        terminal.sees("What do you change?")
        terminal.types("who has the number")
        terminal.press("enter")
        terminal.sees("What will you try, and by when?", SECOND)
        terminal.press("enter", *["backspace"] * len(SECOND))
        terminal.types(THIRD)
        terminal.press("enter", "enter", "enter", "6", "ctrl+n")
        terminal.sees("As it stands now", THIRD)
        terminal.press("enter")
        terminal.sees("Written down. You decide on 5 April.")
        terminal.press("enter")
        terminal.sees("→ " + THIRD)
        terminal.press("ctrl+q")
        assert terminal.leaves() == 0


def no_fourth_round_but_an_overhaul(home: Path) -> None:
    """After three rounds *change* is not there to be chosen, and the card says why."""
    with Terminal(home, now=at(32)) as terminal:
        terminal.sees("! " + THIRD, "! count to three", "is it still so?")
        terminal.press("d")
        terminal.sees("The day to look again is here.", "Is it still so?")
        terminal.press("y", "enter", "enter")
        terminal.sees("Written down.", absent="count to three")
        terminal.press("d")
        terminal.sees("The date you chose is here.", "round 3")
        terminal.types("The number was not there.")
        terminal.press("enter", "n", "enter", "enter")
        terminal.sees("Three rounds are done. Keep, stop or overhaul.", absent="Change one thing")
        terminal.press("down", "down", "enter")
        terminal.sees("What must change?")
        terminal.types(SET_UP)
        terminal.press("enter")
        terminal.types("ask the team")
        terminal.press("enter", "enter")
        terminal.types("in 2 weeks")
        terminal.sees("Mon 20 Apr, end of day")
        terminal.press("enter")
        terminal.sees("Written down. The overhaul", "20 April.", "⌂ " + SET_UP)
        terminal.press("ctrl+q")
        assert terminal.leaves() == 0


def the_overhaul_comes_due(home: Path) -> None:
    """It stands on Today like an experiment, and is closed with a line."""
    with Terminal(home, now=at(47)) as terminal:
        terminal.sees("Waits for a decision", "⌂ " + SET_UP)
        terminal.press("enter")
        terminal.sees("The date you chose is here.", "ask the team")
        terminal.press("d")
        terminal.sees("What is different now?")
        terminal.types("It is in the calendar.")
        terminal.press("enter")
        terminal.sees("Closed as done.")
        terminal.press("ctrl+q")
        assert terminal.leaves() == 0


def test_what_can_not_be_tinkered_with_for_ever_ends_in_an_overhaul_that_comes_due(tmp_path: Path) -> None:
    prepared(tmp_path)
    assert due(tmp_path, 10) == []
    assert [each["action"] for each in due(tmp_path, 11)] == [SECOND]
    more_time(tmp_path)
    assert due(tmp_path, 16) == []
    no_more_time_but_a_third_round(tmp_path)
    assert [each["waiting"] for each in due(tmp_path, 32)] == ["check_back", "experiment"]
    no_fourth_round_but_an_overhaul(tmp_path)
    waits = [(each["waiting"], each.get("action") or each["what_must_change"]) for each in due(tmp_path, 61)]
    assert waits == [
        ("overhaul", SET_UP),
        ("experiment", "stand up first"),
        ("experiment", "speak slower"),
    ]
    the_overhaul_comes_due(tmp_path)
    assert "overhaul" not in [each["waiting"] for each in due(tmp_path, 61)]
    journal = read(tmp_path)
    rounds = [each for each in journal.all(Experiment) if each.entry_id and each.action != FOURTH_OPEN]
    assert [(each.round, each.decision.choice if each.decision else None) for each in rounds] == [
        (1, Choice.CHANGE),
        (2, Choice.CHANGE),
        (3, Choice.OVERHAUL),
    ]
    assert [each.started_at for each in journal.all(Experiment) if each.action == FOURTH_OPEN] == [None]
    overhaul = journal.all(Overhaul)[0]
    assert (overhaul.ending, overhaul.why) == (Ending.DONE, "It is in the calendar.")
    assert overhaul.experiment_id == rounds[2].id
    assert isinstance(journal.get(Entry, overhaul.entry_id), Entry)
