"""The main job in a real terminal: first run, a whole reframe, the date, a decision, the next round."""

from __future__ import annotations

import stat
from pathlib import Path

from tinydb import TinyDB

from recalibrate.domain.records.experiment import Choice
from tests.end_to_end.terminal import Terminal

SLIP = "Lost my place when she asked about the budget."
VOICE = "I'm hopeless at this, I always freeze"
OBSERVATION = "This time I skipped the second slide because I had not rehearsed."
IDEA = "say let me check and look"
FRIDAY = "2026-11-20T10:00+01:00"
AFTER_THE_DATE = "2026-12-05T09:00+01:00"


def welcome(terminal: Terminal) -> None:
    terminal.sees("Welcome", "Nothing leaves this machine")
    terminal.press("enter")


def up_to_the_observation(terminal: Terminal) -> None:
    terminal.sees("What happened?", "1 of 8")
    terminal.types(SLIP)
    terminal.press("ctrl+n")
    terminal.sees("What did the voice in your head say?", SLIP)
    terminal.types(VOICE)
    terminal.press("enter")
    terminal.press("7")
    terminal.sees("70")
    terminal.press("enter")
    terminal.sees("3 of 8", VOICE)
    terminal.press("w")
    terminal.sees("These words often reach beyond the moment")
    terminal.press("enter")
    terminal.sees("Does this habit have a name?", "Verdict on the self")
    terminal.press("space", "enter")
    terminal.sees("Say the same event as one moment.")
    terminal.types(OBSERVATION)


def test_a_slip_becomes_a_decision_and_a_second_round(tmp_path: Path) -> None:
    with Terminal(tmp_path, now=FRIDAY) as terminal:
        welcome(terminal)
        up_to_the_observation(terminal)
        terminal.press("enter")
        terminal.press("4")
        terminal.sees("70 → 40")
        terminal.press("enter")
        terminal.sees("What can I try differently next time?")
        terminal.types(IDEA)
        terminal.press("ctrl+n")
        terminal.sees("Small experiment, or something bigger?")
        terminal.press("ctrl+n")
        terminal.sees("What will you try, and by when?")
        terminal.types("she asks for a number")
        terminal.press("enter", "enter")
        terminal.types("she waits")
        terminal.press("enter", "right", "enter", "8", "enter")
        terminal.types("the meeting goes on")
        terminal.press("enter")
        terminal.types("in two weeks")
        terminal.sees("Fri 4 Dec, end of day — in 14 days")
        terminal.press("enter", "7", "ctrl+n")
        terminal.sees("As it stands now", "felt 70 → 40")
        terminal.press("enter")
        terminal.sees("Written down. You decide on 4 December.")
        terminal.press("enter")
        terminal.sees("Running", "1 of 3", IDEA)
        terminal.press("ctrl+q")
        assert terminal.leaves() == 0

    with Terminal(tmp_path, now=AFTER_THE_DATE) as terminal:
        terminal.sees("Waits for a decision", "! " + IDEA)
        terminal.press("d")
        terminal.sees("The date you chose is here.", "she waits")
        terminal.types("Twice. She waited both times.")
        terminal.press("enter", "y", "enter", "enter", "3", "enter")
        terminal.sees("What now?")
        terminal.press("down", "enter")
        terminal.sees("What do you change?")
        terminal.types("before the meeting")
        terminal.press("enter")
        terminal.sees("What will you try, and by when?")
        terminal.press("enter", *["backspace"] * len(IDEA))
        terminal.types("write the number down before")
        terminal.press("enter", "enter", "enter", "6", "enter", "enter", "enter", "ctrl+n")
        terminal.sees("As it stands now", "write the number down before")
        terminal.press("enter")
        terminal.sees("Written down. You decide on 19 December.")
        terminal.press("enter")
        terminal.sees("Running", "write the number down before", absent="! " + IDEA)
        terminal.press("ctrl+q")
        assert terminal.leaves() == 0

    journal = tmp_path / "journal.json"
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600
    assert stat.S_IMODE(tmp_path.stat().st_mode) & 0o077 == 0 or tmp_path.name != "recalibrate"
    tables = TinyDB(journal)
    entry = tables.table("entries").all()[0]
    assert next(iter(entry)) == "what_happened"
    assert entry["what_happened"] == SLIP
    assert entry["voice"]["text"] == VOICE
    assert entry["voice"]["scope"] == "global"
    assert (entry["voice"]["belief_before"], entry["voice"]["belief_after"], entry["voice"]["belief_later"]) == (
        70,
        40,
        30,
    )
    assert entry["observation"] == OBSERVATION
    first, second = sorted(tables.table("experiments").all(), key=lambda each: each["round"])
    assert first["decision"]["choice"] == Choice.CHANGE
    assert first["deadline"] == "2026-12-04"
    assert (second["round"], second["root_id"]) == (2, first["id"])
    assert second["started_at"]


def test_a_kill_in_the_middle_of_prompt_five_loses_nothing(tmp_path: Path) -> None:
    with Terminal(tmp_path, now=FRIDAY) as terminal:
        welcome(terminal)
        up_to_the_observation(terminal)
        drafts = tmp_path / "drafts"
        terminal.until(lambda: any(OBSERVATION in each.read_text() for each in drafts.glob("*.json")), "no draft")
        terminal.kill()

    with Terminal(tmp_path, now=FRIDAY, size=(120, 40)) as terminal:
        terminal.sees("Parked", SLIP, "stopped at")
        terminal.press("r")
        terminal.sees("Say the same event as one moment.", OBSERVATION, "I'm hopeless at")


def test_hostile_text_is_shown_as_typed_and_breaks_nothing(tmp_path: Path) -> None:
    hostile = "[/b] [@click=app.quit]x[/]"
    with Terminal(tmp_path, now=FRIDAY) as terminal:
        welcome(terminal)
        terminal.press("n")
        terminal.sees("What happened?")
        terminal.types(hostile)
        terminal.pastes(" \x9b31m" + "long " * 2000)
        terminal.press("ctrl+s")
        terminal.sees("Parked", hostile)
        terminal.press("j")
        terminal.sees(hostile)
        terminal.resize(60, 20)
        terminal.press("enter")
        terminal.sees(hostile)
        terminal.press("ctrl+q")
        assert terminal.leaves() == 0
    assert b"\x9b31m" not in terminal.sent
