"""`export`: writes entries as JSON, Markdown, CSV or calendar dates; never over a file that is there."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentTypeError
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot, WrongUsage
from recalibrate.commands.printing.streams import put, put_bytes

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.exchange.choice import Choice
    from recalibrate.store.journal import Journal

EXAMPLES = """
recalibrate export -o everything.json              complete; `import` takes it in again
recalibrate export --format md --after "3 months ago" --no-people
recalibrate export --format md --each -o notes/    one file for each entry
recalibrate export --format ics --alarm 09:00 -o decide.ics
recalibrate export --format csv --query "situation:meetings" --leave-out voice,observation

`import` takes all of a json in again, and of the folder of --each the entries, without their experiments and decisions.
What is exported is plain, wherever it is put. In csv a ' stands before text that a spreadsheet could take for a
formula; json and the files of --each hold it as it is, and md in one file shows what a terminal would obey.
"""

FORMATS = ("json", "md", "csv", "ics")
_ENDINGS = {".json": "json", ".md": "md", ".markdown": "md", ".csv": "csv", ".ics": "ics"}


def arguments(parser: ArgumentParser) -> None:
    """What leaves, in which form, and where to."""
    parser.add_argument("--format", choices=FORMATS, help="the form; told by the file's ending, else json")
    parser.add_argument("-o", "--output", metavar="FILE", default="", help="where to; without it the terminal")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.add_argument("--each", action="store_true", help="md: one file for each entry, in the folder of -o")
    parser.add_argument("--query", metavar="QUERY", default="", help="only the entries that a query finds")
    parser.add_argument("--after", metavar="DATE", default="", help="only entries after that day")
    parser.add_argument("--before", metavar="DATE", default="", help="only entries before that day")
    parser.add_argument("--leave-out", metavar="FIELD,…", default="", help="fields that stay behind, as voice,sting")
    parser.add_argument("--no-people", action="store_true", help="leave out who was there, and the company")
    parser.add_argument("--alarm", metavar="HH:MM", type=_time, help="ics: ring at that time of the day")
    parser.add_argument("--titles", action="store_true", help="ics: say what it is about, not only that it is due")


def run(arguments: Namespace, call: Call) -> int:
    """Write the export."""
    told = "md" if arguments.each else _ENDINGS.get(Path(arguments.output).suffix.lower(), "json")
    form = arguments.format or told
    if arguments.each and (form != "md" or not arguments.output):
        raise WrongUsage("--each writes Markdown into a folder: `--format md --each -o FOLDER`.")
    if (arguments.alarm or arguments.titles) and form != "ics":
        raise WrongUsage("--alarm and --titles belong to a calendar: `--format ics`.")
    target = Path(arguments.output).expanduser() if arguments.output else None
    if target is not None and not arguments.each:
        _need_a_free_place(target, arguments.force)
    journal = call.journal_to_read()
    choice = _choice(arguments, call, journal)
    if arguments.each:
        return _write_each(journal, choice, target or Path(), arguments.force, call)
    data = _exported(form, journal, choice, arguments)
    if target is None:
        _print(data, form, call)
    else:
        _write(target, data)
    return 0


def _choice(arguments: Namespace, call: Call, journal: Journal) -> Choice:
    from recalibrate.commands.finding.found import as_query, found
    from recalibrate.commands.parsing.global_options import nearest
    from recalibrate.exchange.choice import FIELDS, Choice

    left_out = frozenset(filter(None, (name.strip() for name in arguments.leave_out.split(","))))
    for name in sorted(left_out - FIELDS):
        better = nearest(name, FIELDS)
        raise WrongUsage(f"There is no field {name} to leave out" + (f"; did you mean {better}?" if better else "."))
    words = [arguments.query] if arguments.query else []
    words += [f"{name}:{value}" for name in ("after", "before") if (value := getattr(arguments, name))]
    query = as_query(words, call)
    rows = found(journal, query, call) if query.terms else None
    entries = None if rows is None else tuple(row.entry for row in rows)
    return Choice(entries=entries, leave_out=left_out, no_people=arguments.no_people)


def _exported(form: str, journal: Journal, choice: Choice, arguments: Namespace) -> bytes:
    if form == "json":
        from recalibrate.exchange.export_json import export_json

        return export_json(journal, choice)
    if form == "ics":
        return _calendar(journal, choice, arguments)
    from recalibrate.domain.habits.catalogue import habit_names
    from recalibrate.domain.records.own_habit import OwnHabit
    from recalibrate.exchange.choice import leaving

    chosen = leaving(journal, choice, habit_names(journal.all(OwnHabit)))
    if form == "csv":
        from recalibrate.exchange.export_csv import export_csv

        return export_csv(chosen).encode()
    from recalibrate.exchange.export_markdown import export_markdown

    return export_markdown(chosen).encode()


def _calendar(journal: Journal, choice: Choice, arguments: Namespace) -> bytes:
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.exchange.choice import ids_around
    from recalibrate.exchange.export_ics import export_ics

    ids = None if choice.entries is None else ids_around(journal, choice.entries)
    return export_ics(
        journal.all(Experiment), journal.all(Overhaul), alarm=arguments.alarm, titles=arguments.titles, ids=ids
    )


def _write_each(journal: Journal, choice: Choice, folder: Path, force: bool, call: Call) -> int:
    from recalibrate.domain.habits.catalogue import habit_names
    from recalibrate.domain.records.own_habit import OwnHabit
    from recalibrate.exchange.choice import leaving
    from recalibrate.exchange.export_markdown import each_markdown
    from recalibrate.store.files import make_folder

    files = list(each_markdown(leaving(journal, choice, habit_names(journal.all(OwnHabit)))))
    make_folder(folder)
    for name, _ in files:
        _need_a_free_place(folder / name, force)
    for name, text in files:
        _write(folder / name, text.encode())
    call.hint(f"{len(files)} files are in {folder}.")
    return 0


def _need_a_free_place(path: Path, force: bool) -> None:
    if path.is_dir():
        raise CouldNot(f"{path} is a folder; give the name of a file.")
    if not path.parent.is_dir():
        raise CouldNot(f"There is no folder {path.parent}; make it first, or write elsewhere.")
    if path.exists() and not force:
        raise CouldNot(f"{path} is there already; another name, or --force to write over it.")


def _write(path: Path, data: bytes) -> None:
    """Write for the owner alone; whole or not at all."""
    from recalibrate.store.files import swap_in

    try:
        swap_in(path, [data])
    except OSError as error:
        raise CouldNot(f"{path} cannot be written: {error.strerror or error}.") from error


def _print(data: bytes, form: str, call: Call) -> None:
    """To a terminal as it may be shown, to anything else byte for byte."""
    from recalibrate.domain.text import display_safe

    out = getattr(sys.stdout, "buffer", None)
    if call.is_terminal or out is None:
        text = data.decode()
        put(text if out is None else display_safe(text.replace("\r\n", os.linesep)))
    else:
        put_bytes(data)


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text if len(text) != 4 else f"0{text}")
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no time of day; write it as 09:00.") from None
