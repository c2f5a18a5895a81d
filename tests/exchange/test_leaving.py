from __future__ import annotations

import csv
import io
import shutil
import subprocess
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from recalibrate.domain.habits.catalogue import CATALOGUE
from recalibrate.domain.records.experiment import CheckBack, Choice, Decision, Extension
from recalibrate.exchange import choice as choices
from recalibrate.exchange.export_csv import export_csv, safe_cell
from recalibrate.exchange.export_ics import TITLE, export_ics
from recalibrate.exchange.export_markdown import export_markdown
from recalibrate.store.journal import Journal
from tests.builders import (
    NOW,
    TODAY,
    FixedClock,
    make_entry,
    make_experiment,
    make_overhaul,
    make_person,
    make_reframed,
    make_situation,
    make_voice,
)

HABITS = {each.key: each.name for each in CATALOGUE}


def _leaving(*records: object, **choice: object) -> choices.Leaving:
    journal = Journal.in_memory(FixedClock())
    journal.put(*records)  # type: ignore[arg-type] # builders answer records
    return choices.leaving(journal, choices.Choice(**choice), HABITS)  # type: ignore[arg-type] # as given by the test


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_table_has_a_row_for_each_entry() -> None:
    entry = make_reframed(situation_id="s1", people=("p1",), habits=("moralising",), tags=("work", "late"))
    around = (make_situation("talks", id="s1"), make_person("M.", id="p1"))
    leaving = _leaving(entry, *around, make_entry('Other,\n"one"'))
    first, second = sorted(_rows(export_csv(leaving)), key=lambda row: row["situation"], reverse=True)
    assert (first["situation"], first["people"], first["sting"]) == ("talks", "M.", "60")
    assert (first["habits"], first["tags"]) == ("moralising", "work; late")
    assert second["what_happened"] == 'Other,\n"one"'
    assert list(first)[-1] == "overhauls"
    assert all(name.replace("_", "").isalpha() for name in first)


FORMULAS = ["=1+1", "+1", "-1", "@SUM", "\t=1", "\r=1", '"=1', "'=1", " =1", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_is_defused(text: str) -> None:
    (row,) = _rows(export_csv(_leaving(make_entry(text))))
    assert row["what_happened"] == f"'{text}"


@pytest.mark.parametrize("text", ["I was late", "1-1", "", "a=b"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


def test_an_empty_table_still_has_its_header() -> None:
    assert export_csv(_leaving()).startswith("id,happened_at,")


def test_markdown_reads_like_a_notebook() -> None:
    entry = make_reframed(id="entry-1", what_happened="# not a heading\n--- nor a rule", voice=make_voice("I am slow."))
    text = export_markdown(_leaving(entry, make_experiment(entry_id="entry-1")))
    assert text.startswith("# 2026-03-05\n\n\\# not a heading\n\\--- nor a rule\n")
    assert "## The inner voice\n\nI am slow." in text
    assert "- I will: say the month before the figure" in text


def test_fields_and_people_stay_behind_in_every_form() -> None:
    entry = make_reframed(people=("p1",), voice=make_voice("CANARY"), observation="CANARY")
    leaving = _leaving(
        entry, make_person("CANARY", id="p1"), leave_out=frozenset({"voice", "observation"}), no_people=True
    )
    assert "CANARY" not in export_markdown(leaving) + export_csv(leaving)


def _calendar(data: bytes) -> list[dict[str, object]]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_each_open_thing_is_one_event_on_its_date() -> None:
    decided = Decision(choice=Choice.KEEP, decided_at=NOW)
    look = CheckBack(check_back_on=TODAY + timedelta(days=30))
    events = _calendar(
        export_ics(
            [
                make_experiment(id="open", action="CANARY", deadline=TODAY + timedelta(days=3)),
                make_experiment(id="kept", decision=decided, check_back=look),
                make_experiment(id="decided", decision=decided),
                make_experiment(id="draft", started_at=None),
            ],
            [make_overhaul(id="overhaul", deadline=TODAY + timedelta(days=9))],
        )
    )
    assert [(str(each["uid"]), each["dtstart"].dt) for each in events] == [  # type: ignore[attr-defined] # icalendar has no types
        ("open@recalibrate", TODAY + timedelta(days=3)),
        ("overhaul@recalibrate", TODAY + timedelta(days=9)),
        ("kept-check-back@recalibrate", TODAY + timedelta(days=30)),
    ]
    for each in events:
        assert str(each["summary"]) == TITLE
        assert each["dtend"].dt - each["dtstart"].dt == timedelta(days=1)  # type: ignore[attr-defined] # as above


def test_an_extension_raises_the_sequence_and_keeps_the_uid() -> None:
    first = make_experiment(id="one")
    moved = make_experiment(
        id="one",
        deadline=TODAY + timedelta(days=20),
        extension=Extension(extended_at=NOW, deadline_before=TODAY, reason="no meeting"),
    )
    before, after = _calendar(export_ics([first], []))[0], _calendar(export_ics([moved], []))[0]
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)


def test_titles_and_an_alarm_come_only_when_asked_for() -> None:
    one = make_experiment(action="Ask; first, then\nanswer")
    plain = export_ics([one], [])
    assert b"Ask" not in plain
    assert b"VALARM" not in plain
    (event,) = _calendar(export_ics([one], [], alarm=time(9, 30), titles=True))
    assert str(event["summary"]) == "recalibrate: Ask; first, then answer"
    (bell,) = event.walk("VALARM")  # type: ignore[attr-defined] # icalendar has no types
    assert bell["trigger"].dt == timedelta(hours=9, minutes=30)


def test_the_same_journal_makes_the_same_calendar() -> None:
    assert export_ics([make_experiment(id="one")], []) == export_ics([make_experiment(id="one")], [])


@pytest.mark.skipif(not shutil.which("calcurse"), reason="another reader of calendars is not here")
def test_another_program_reads_the_calendar(tmp_path: Path) -> None:
    file = tmp_path / "decide.ics"
    journal = Journal.in_memory(FixedClock())
    journal.put(make_experiment(deadline=date(2026, 3, 20)), make_overhaul(deadline=date(2026, 4, 1)))
    records = [journal.all(type(make_experiment())), journal.all(type(make_overhaul()))]
    file.write_bytes(export_ics(*records, alarm=time(9), titles=True))  # type: ignore[arg-type] # two lists of records
    folders = ["-D", str(tmp_path / "data"), "-C", str(tmp_path / "conf")]
    (tmp_path / "data").mkdir()
    (tmp_path / "conf").mkdir()
    done = subprocess.run(
        ["calcurse", *folders, "-i", str(file)], capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
    )
    assert "2 events" in done.stdout
    assert "0 skipped" in done.stdout
