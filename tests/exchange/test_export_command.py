from __future__ import annotations

from pathlib import Path

import pytest

from recalibrate.domain.records.entry import Entry, Idea
from tests.builders import make_entry, make_experiment, make_person, make_reframed
from tests.commands.conftest import Shell, shell

__all__ = ["shell"]


def test_an_export_and_an_import_make_the_same_export(shell: Shell, tmp_path: Path) -> None:
    shell.keep(make_reframed(id="entry-1"), make_experiment(entry_id="entry-1"), make_person())
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    other = ("--journal", str(tmp_path / "other.json"))
    assert shell("export", "-o", str(first)).code == 0
    assert shell("import", str(first), *other).code == 0
    assert shell("export", "-o", str(second), *other).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_mode & 0o777 == 0o600
    again = shell("import", str(first), *other)
    assert "Nothing new" in again.out


def test_a_file_that_is_there_is_never_written_over_unasked(shell: Shell, tmp_path: Path) -> None:
    shell.keep(make_entry())
    file = tmp_path / "mine.json"
    file.write_text("mine")
    done = shell("export", "-o", str(file))
    assert done.code == 1
    assert "--force" in done.sentence
    assert file.read_text() == "mine"
    assert shell("export", "-o", str(file), "--force").code == 0
    assert file.read_text() != "mine"
    assert shell("export", "-o", str(tmp_path)).code == 1
    assert shell("export", "-o", str(tmp_path / "no" / "where.json")).code == 1


def test_the_ending_tells_the_form(shell: Shell, tmp_path: Path) -> None:
    shell.keep(make_entry("Words"))
    for ending, beginning in ((".csv", "id,"), (".md", "# 2026"), (".ics", "BEGIN:VCALENDAR"), (".json", "{")):
        shell("export", "-o", str(tmp_path / f"out{ending}"))
        assert (tmp_path / f"out{ending}").read_text().startswith(beginning)


def test_each_entry_gets_a_file_that_comes_in_again(shell: Shell, tmp_path: Path) -> None:
    shell.keep(make_entry("one"), make_entry("two"))
    notes = tmp_path / "notes"
    assert shell("export", "--format", "md", "--each", "-o", str(notes)).code == 0
    files = sorted(notes.iterdir())
    assert len(files) == 2
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert notes.stat().st_mode & 0o777 == 0o700
    assert shell("export", "--each", "-o", str(notes)).code == 1
    other = tmp_path / "other.json"
    assert shell("import", str(notes), "--journal", str(other)).code == 0
    assert len(shell("list", "--json", "--journal", str(other)).json) == 2


def test_markdown_for_reading_is_not_taken_for_one_slip_and_what_it_cannot_hold_is_said(
    shell: Shell, tmp_path: Path
) -> None:
    shell.keep(make_reframed(id="entry-1"), make_entry("two"), make_experiment(entry_id="entry-1"))
    whole, notes = tmp_path / "all.md", tmp_path / "notes"
    shell("export", "-o", str(whole))
    shell("export", "--each", "-o", str(notes))
    other = ("--journal", str(tmp_path / "other.json"))
    done = shell(*other, "import", str(whole))
    assert (done.code, "for reading; import the JSON export" in done.sentence) == (1, True)
    done = shell(*other, "import", str(notes))
    assert done.code == 0
    assert "experiments, overhauls and decisions stay behind" in " ".join(done.out.split())


def test_a_table_says_what_of_it_does_not_come_in(shell: Shell, tmp_path: Path) -> None:
    shell.keep(make_reframed(id="entry-1"), make_entry("two"), make_experiment(entry_id="entry-1"))
    table = tmp_path / "all.csv"
    shell("export", "--format", "csv", "-o", str(table))
    done = shell("import", str(table), "--journal", str(tmp_path / "other.json"))
    assert done.code == 0
    assert "experiments, decisions and overhauls stay behind" in " ".join(done.out.split())


def test_markdown_for_reading_shows_what_a_terminal_would_obey(shell: Shell, tmp_path: Path) -> None:
    entry = make_entry("late \x1b[2J \u202eagain", ideas=(Idea(text="\u202eask", chosen=True),))
    shell.keep(entry)
    whole, notes = tmp_path / "all.md", tmp_path / "notes"
    shell("export", "-o", str(whole))
    shell("export", "--each", "-o", str(notes))
    assert "\u2068late ␛[2J \u202eagain\u202c\u2069\n" in whole.read_text()
    assert "- **→** \u2068\u202eask\u202c\u2069\n" in whole.read_text()
    (file,) = notes.iterdir()
    assert entry.what_happened in file.read_text()


def test_neither_an_export_nor_the_made_up_year_makes_folders(shell: Shell, tmp_path: Path) -> None:
    shell.keep(make_entry("one"))
    for command in ("export", "demo"):
        done = shell(command, "-o", str(tmp_path / "new" / "x.json"))
        assert (done.code, "make it first" in done.sentence) == (1, True)
    assert not (tmp_path / "new").exists()


def test_no_id_leads_out_of_the_folder(shell: Shell, tmp_path: Path) -> None:
    shell.keep(make_entry(id="../../out"), make_entry(id="/etc/out"))
    notes = tmp_path / "notes"
    shell("export", "--each", "-o", str(notes))
    assert len(list(notes.iterdir())) == 2
    assert {path.name for path in tmp_path.iterdir()} == {"home", "notes"}


def test_a_query_and_a_span_choose_the_entries(shell: Shell) -> None:
    from tests.builders import NOW

    shell.keep(make_entry("late bus"), make_entry("late train", happened_at=NOW.replace(month=1)))
    assert len(shell("export", "--query", "late").json["entries"]) == 2
    assert len(shell("export", "--query", "late", "--after", "2 weeks ago").json["entries"]) == 1
    assert len(shell("export", "--before", "february").json["entries"]) == 1
    assert shell("export", "--after", "whenever").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["--leave-out", "voise"],
        ["--leave-out", "id"],
        ["--format", "pdf"],
        ["--each"],
        ["--each", "--format", "csv", "-o", "x"],
        ["--alarm", "09:00"],
        ["--titles", "--format", "md"],
        ["--format", "ics", "--alarm", "9 o'clock"],
        ["--query", "situatoin:x"],
    ],
)
def test_wrong_words_are_wrong_usage(words: list[str], shell: Shell) -> None:
    done = shell("export", *words)
    assert done.code == 2
    assert done.sentence


def test_a_dry_run_reports_and_changes_nothing(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "jrnl.json"
    file.write_text('{"entries": [{"title": "I was late.", "date": "2026-02-03", "time": "09:30"}, 3]}')
    done = shell("import", "--dry-run", str(file))
    assert done.code == 0
    assert "would come in" in done.out
    assert "entry 2" in done.err
    assert not shell.home.exists()
    assert shell("import", str(file)).code == 0
    assert len(shell.open().all(Entry)) == 1


def test_a_table_needs_its_columns(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "slips.csv"
    file.write_text("Text,Date\nI was late,2026-02-03\n")
    assert "--columns" in shell("import", str(file)).sentence
    assert shell("import", str(file), "--columns", "what_happened").code == 2
    assert shell("import", str(file), "--columns", "what_happened=Text,happened_at=Date").code == 0
    assert shell.open().all(Entry)[0].happened_on.isoformat() == "2026-02-03"


def test_a_field_comes_from_one_column(shell: Shell, tmp_path: Path) -> None:
    table = tmp_path / "slips.csv"
    table.write_text("Text,Other\nlate,early\n")
    done = shell("import", str(table), "--columns", "what_happened=Text,what_happened=Other")
    assert (done.code, "names what_happened twice" in done.sentence) == (2, True)


def test_a_file_that_holds_nothing_readable_is_exit_one(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "jrnl.json"
    file.write_text('{"entries": [1, 2]}')
    assert shell("import", str(file)).code == 1
    done = shell("import", str(tmp_path / "nosuch"))
    assert done.code == 1
    assert done.sentence
