"""The examples of every command's help run, on a copy of the made-up year; and what is printed fits a terminal."""

from __future__ import annotations

import io
import shlex
import shutil
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TypeVar

import pytest

from recalibrate.cli import main
from recalibrate.commands import COMMANDS
from recalibrate.commands.parsing.help_pages import commands_in, examples
from recalibrate.commands.printing.lines import cells
from recalibrate.domain.demo import demo_year
from recalibrate.domain.records.company import Moment, Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.task import Attempt, Improvement
from recalibrate.store.journal import Journal
from tests.builders import NOW
from tests.commands.conftest import Shell

T = TypeVar("T")

SOME_ID = "3f2a91c0"
LEFT_OUT = {
    "demo": "it opens the app",
    "encrypt": "it asks for a passphrase",
    "decrypt": "it asks for a passphrase",
    "passphrase": "it asks for a passphrase",
    "import": "it needs files from elsewhere",
    "merge": "it needs other journals",
    "restore": "it needs a backup of that name",
}
REFUSED = {
    "recalibrate reframe": "the screen needs a terminal",
    f"recalibrate decide {SOME_ID}": "the screen needs a terminal",
    f"recalibrate decide {SOME_ID} --plain": "the input ends before a decision",
    f"recalibrate decide {SOME_ID} --undo": "nothing was decided within a day",
    f'recalibrate experiments correct {SOME_ID} action "say: let me check"': "its ten minutes are over",
    'recalibrate due --exit-code || notify-send "recalibrate: decide"': "something waits",
}
TYPED = {
    "recalibrate task try": "1\n5\n6\ny\n3\n\n\n\n",
    "recalibrate people note": "1\nShe named it and went on.\nM.\n\n\n",
    "recalibrate voice": "I always do this.\n",
}
BEFOREHAND = {
    "recalibrate situations merge": ("slip", "I was late.", "--situation", "team meetings"),
    f"recalibrate edit {SOME_ID} --bring-back": ("edit", SOME_ID, "observation", "This time I skipped a slide."),
    "recalibrate bin restore": ("delete", SOME_ID),
    "echo y | recalibrate bin empty": ("delete", SOME_ID),
    "recalibrate searches find": ("searches", "save", "talks", "situation:meetings"),
    "recalibrate tags remove job": ("tags", "add", "job", SOME_ID),
}


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("year") / "journal.json"
    Journal.open(path, lambda: NOW).put(*demo_year(NOW))
    return path


@pytest.fixture
def demo(year: Path, shell: Shell) -> Shell:
    shell.home.mkdir(mode=0o700)
    shutil.copy(year, shell.journal)
    return shell


def _examples() -> Iterator[str]:
    for name, (file, _) in COMMANDS.items():
        if name not in LEFT_OUT:
            lines = commands_in(import_module(f"recalibrate.commands.{file}").EXAMPLES)
            yield from (line for line in lines if not line.startswith("PS1=") and "demo.json" not in line)


def _beginning(line: str, known: Mapping[str, T]) -> T | None:
    """What is known for an example that begins so, the longest beginning first."""
    return next((known[each] for each in sorted(known, key=len, reverse=True) if line.startswith(each)), None)


def _record_for(line: str, journal: Journal) -> Record:
    """A record that an example's id may stand for."""
    if line.startswith(("recalibrate decide", "recalibrate experiments extend", "recalibrate experiments correct")):
        return next(each for each in journal.all(Experiment) if each.status(NOW.date()) is Status.DUE)
    if line.startswith("recalibrate experiments"):
        return next(each for each in journal.all(Experiment) if each.decision)
    entries = journal.all(Entry)
    return next(each for each in entries if each.is_parked) if line.startswith("recalibrate reframe") else entries[0]


@pytest.mark.parametrize("line", sorted(set(_examples())))
def test_an_example_runs_as_it_stands(line: str, demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(demo.home)
    journal = demo.open()
    ids = {SOME_ID: _record_for(line, journal).id, "88c1d2e0": journal.all(Entry)[1].id}

    def with_ids(words: Sequence[str]) -> list[str]:
        return [ids.get(word, word) for word in words]

    if beforehand := _beginning(line, BEFOREHAND):
        assert demo(*with_ids(beforehand)).code == 0
    typed = line[line.index("recalibrate ") :]
    for end in (" < ", " > ", " || "):
        typed = typed.partition(end)[0]
    stdin = "y\n" if line.startswith("echo y |") else _beginning(line, TYPED) or "I was late.\n"
    done = demo(*with_ids(shlex.split(typed)[1:]), stdin=stdin)
    if line not in REFUSED:
        assert (done.code, done.err) == (0, "")
    elif "--exit-code" in line:
        assert (done.code, done.err) == (1, "")
    else:
        assert done.code == 1
        assert done.sentence


def test_bring_back_needs_something_to_bring(demo: Shell) -> None:
    entry = demo.open().all(Entry)[0]
    done = demo("edit", entry.id, "--bring-back", "1")
    assert (done.code, done.sentence) == (1, "There is no earlier wording 1; nothing was changed yet.")


def test_examples_stand_beside_what_they_do_and_break_under_it() -> None:
    text = "recalibrate a     one thing that is told in a few words more\nrecalibrate b\n\nProse over\ntwo lines."
    assert list(examples(text, 50)) == [
        "  recalibrate a     one thing that is told in a",
        "                    few words more",
        "  recalibrate b",
        "",
        "  Prose over two lines.",
    ]


def test_what_goes_on_in_the_source_below_is_one_text_and_three_lines_of_it_stand_under_the_command() -> None:
    text = "recalibrate a     one thing that is told\n                  in a few words more"
    assert list(examples(text, 50))[1] == "                    few words more"
    assert list(examples(f"{text} and then in some others", 50)) == [
        "  recalibrate a",
        "      one thing that is told in a few words more",
        "      and then in some others",
    ]
    assert commands_in(text) == ("recalibrate a",)


class Terminal(io.StringIO):
    """What a person reads."""

    def isatty(self) -> bool:
        return True


PRINTED = (
    "today", "due", "list --limit 5", "task", "look-back", "habits", "situations", "people", "experiments", "tags",
    "situations show meetings", "learn", "learn ask", "settings", "safety", "privacy", "check", "backup list",
    "when fri", "list nosuchword", "--help",
)  # fmt: skip


@pytest.mark.parametrize("width", [40, 80, 200])
def test_what_is_printed_fits_the_terminal_and_is_plain(
    width: int, demo: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for line in PRINTED:
        terminal = Terminal()
        monkeypatch.setattr("sys.stdout", terminal)
        assert main(line.split(), demo.environ) == 0
        lines = terminal.getvalue().split("\n")
        assert [each for each in lines if cells(each) > max(width, 78 if line == "--help" else 0)] == []
        assert not any(ord(each) < 32 or 0x2500 <= ord(each) < 0x2580 for each in "".join(lines))
        assert "".join(lines), f"{line} prints something"


def test_every_kind_of_record_of_the_year_can_be_shown(demo: Shell) -> None:
    journal = demo.open()
    for kind in (Entry, Experiment, Attempt, Improvement, Person, Moment, Rating):
        done = demo("show", journal.all(kind)[0].id)
        assert (done.code, done.err) == (0, "")
        assert done.out


def test_a_command_that_is_too_long_is_broken_so_that_it_can_be_copied() -> None:
    text = 'recalibrate export --format csv --query "situation:team meetings" --leave-out voice'
    broken = "\n".join(examples(text, 44))
    assert all(len(line) <= 44 for line in broken.split("\n"))
    assert shlex.split(broken.replace("\\\n", "")) == shlex.split(text)
    assert not any(line.endswith(("--format \\", "--query \\", "--leave-out \\")) for line in broken.split("\n"))
    for name, (file, _) in COMMANDS.items():
        known = import_module(f"recalibrate.commands.{file}").EXAMPLES
        printed = "\n".join(examples(known, 78)).replace("\\\n", " ") if known else ""
        whole = " ".join(printed.split())
        assert all(" ".join(each.split()) in whole for each in commands_in(known)), name
