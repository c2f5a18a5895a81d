from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from recalibrate import __version__
from recalibrate.commands import COMMANDS
from recalibrate.commands.parsing.overview import overview
from recalibrate.domain.records.entry import Entry
from tests.builders import make_entry
from tests.commands.conftest import Shell

EVERY_COMMAND = sorted(COMMANDS)


def test_the_version_is_printed_alone(shell: Shell) -> None:
    assert shell("--version").out == f"recalibrate {__version__}\n"
    assert shell("list", "--version").out == f"recalibrate {__version__}\n"


def test_the_help_names_every_command(shell: Shell) -> None:
    done = shell("--help")
    assert done.code == 0
    for name in COMMANDS:
        assert f"\n  {name} " in done.out


@pytest.mark.parametrize("name", EVERY_COMMAND)
def test_each_command_explains_itself(name: str, shell: Shell) -> None:
    done = shell(name, "--help")
    assert done.code == 0
    assert done.out.startswith(f"usage: recalibrate {name}")
    assert not shell.home.exists()


def test_an_unknown_command_suggests_the_nearest(shell: Shell) -> None:
    done = shell("lsit")
    assert done.code == 2
    assert done.sentence == "There is no command “lsit”; did you mean `recalibrate list`?"


def test_an_unknown_option_suggests_the_nearest(shell: Shell) -> None:
    done = shell("slip", "--stign", "40", "text")
    assert done.code == 2
    assert "--sting" in done.sentence


@pytest.mark.parametrize("where", [0, 1])
def test_the_journal_option_stands_before_or_after_the_command(where: int, shell: Shell, tmp_path: Path) -> None:
    words = ["slip", "I was late"]
    other = tmp_path / "deep" / "er" / "other.json"
    words[where:where] = ["--journal", str(other)]
    assert shell(*words).code == 0
    assert other.exists()
    assert not shell.journal.exists()
    assert other.stat().st_mode & 0o777 == 0o600
    assert other.parent.stat().st_mode & 0o777 == 0o700


def test_the_journal_option_needs_a_file(shell: Shell) -> None:
    assert shell("list", "--journal").code == 2


@pytest.mark.parametrize("now", ["yesterday", "2026-03-14", "2026-03-14T09:30", ""])
def test_a_clock_that_cannot_be_read_is_wrong_usage(now: str, shell: Shell) -> None:
    done = shell("due", environ={"RECALIBRATE_NOW": now})
    if now:
        assert done.code == 2
        assert "RECALIBRATE_NOW" in done.sentence
    else:
        assert done.code == 0


def test_the_app_says_that_it_needs_a_terminal(shell: Shell) -> None:
    for words in ((), ("reframe",)):
        done = shell(*words)
        assert done.code == 1
        assert "terminal" in done.sentence
    assert not shell.home.exists()


def test_a_reader_that_goes_away_is_no_error(shell: Shell) -> None:
    shell.keep(*(make_entry(f"Slip {number} " + "x" * 200) for number in range(2000)))
    pipe = f"{sys.executable} -m recalibrate list --json | head -1"
    done = subprocess.run(
        ["bash", "-c", pipe], env={**os.environ, **shell.environ}, capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("[")
    assert done.stderr == ""


@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-", ">&- 2>&- <&-"])
def test_a_stream_that_the_shell_has_closed_is_no_crash(closed: str, shell: Shell) -> None:
    environ = {**os.environ, **shell.environ}
    words = ["sh", "-c", f'"$0" -m recalibrate slip late {closed}', sys.executable]
    done = subprocess.run(words, env=environ, capture_output=True, text=True, check=False, input="")
    (entry,) = shell.open().all(Entry)
    assert done.returncode == (1 if ">&-" in closed.split() else 0)
    said = f"recalibrate: The slip is saved as {entry.id}, but that could not be printed: stdout is closed.\n"
    assert done.stderr == (said if closed == ">&-" else "")


def test_escapes_in_a_journal_never_reach_the_terminal(shell: Shell) -> None:
    shell.keep(make_entry("\x1b]0;owned\x07 \x9b31m red \u202e back"))
    id = shell("list", "--json").json[0]["id"]
    for words in (("list",), ("show", id), ("list", "--json"), ("export", "--format", "json")):
        out = shell(*words).out
        assert "\x1b" not in out
        assert "\x07" not in out
    assert "\x9b" not in shell("list", "--json").out
    assert shell("list", "--json").json[0]["what_happened"] == "\x1b]0;owned\x07 \x9b31m red \u202e back"


def test_no_command_but_the_app_imports_textual(shell: Shell) -> None:
    shell("slip", "I was late")
    program = """
import sys, io
from recalibrate.cli import main
for words in (["slip", "x"], ["list"], ["due"], ["due", "--short"], ["when", "fri"], ["paths"], ["check"], ["backup"],
              ["export"], ["export", "--format", "ics"], ["habits"], ["settings"], ["completion", "bash"], ["safety"],
              ["privacy"], ["task"], ["review"], ["people"], ["situations"], ["voice"], ["reframe", "--plain"]):
    sys.stdin = io.StringIO("I always do this\\n")
    main(words)
loaded = {name.partition(".")[0] for name in sys.modules}
assert not loaded & {"textual", "rich"}, loaded
wires = {"socket", "ssl", "http", "asyncio", "_socket"} & loaded
assert not wires, wires
"""
    environ = {**os.environ, **shell.environ}
    done = subprocess.run([sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("words", "most"),
    [(["--version"], 12), (["due", "--short"], 40), (["when", "fri"], 140)],
)
def test_quick_commands_import_little(words: list[str], most: int, shell: Shell) -> None:
    program = f"""
import sys
before = set(sys.modules)
from recalibrate.cli import main
main({words!r})
print(len(set(sys.modules) - before), file=sys.stderr)
"""
    shell("slip", "I was late")
    shell("due")
    environ = {name: value for name, value in shell.environ.items() if name != "RECALIBRATE_NOW"}
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, **environ}, capture_output=True, text=True, check=False
    )
    assert int(done.stderr) <= most


@pytest.mark.parametrize("width", [40, 58, 80])
def test_the_page_of_all_commands_fits_the_terminal(width: int) -> None:
    page = overview({name: about for name, (_, about) in COMMANDS.items()}, width)
    assert max(map(len, page.splitlines())) <= width
    assert all(f"\n  {name} " in page for name in COMMANDS)


@pytest.mark.parametrize("name", EVERY_COMMAND)
def test_the_help_of_a_command_fits_the_terminal(name: str, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recalibrate.commands.parsing.parser.width_of_help", lambda: 78)
    assert max(map(len, shell(name, "--help").out.splitlines())) <= 78


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["task", "tri"], "There is no “tri” here; did you mean try?"),
        (["export", "--format", "pdf"], "There is no “pdf” here; choose from json, md, csv, ics."),
        (["completion", "tcsh"], "There is no “tcsh” here; choose from bash, zsh, fish."),
        (["situations", "zzzz"], "There is no “zzzz” here; choose from show, rename, merge, unmerge, archive, back."),
    ],
)
def test_a_word_that_is_none_of_a_few_is_answered_with_those(words: list[str], sentence: str, shell: Shell) -> None:
    done = shell(*words)
    assert (done.code, done.sentence) == (2, sentence)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("list", "All was done, but not all of it could be printed"),
        ("--version", "All was done, but not all of it could be printed"),
        ("slip --help", "All was done, but not all of it could be printed"),
        ("export --format csv", "All was done, but not all of it could be printed"),
        ("slip --lines", "All slips are saved; their ids could not be printed"),
    ],
)
def test_a_full_disk_behind_stdout_is_told_and_stops_nothing(
    words: str, said: str, unbuffered: str, shell: Shell
) -> None:
    shell.keep(*(make_entry(f"Slip {number} " + "x" * 200) for number in range(50)))
    environ = {**os.environ, **shell.environ, "PYTHONUNBUFFERED": unbuffered}
    command = [sys.executable, "-m", "recalibrate", *words.split()]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, env=environ, stdout=full, stderr=subprocess.PIPE, text=True, check=False, input="one\ntwo\n"
        )
    why = "No space left on device; make room there, or send it elsewhere."
    assert (done.returncode, done.stderr) == (1, f"recalibrate: {said}: {why}\n")
    assert len(shell.open().all(Entry)) == 50 + 2 * words.endswith("--lines")


def test_the_usage_fits_a_narrow_terminal_whole(monkeypatch: pytest.MonkeyPatch, shell: Shell) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((40, 24)))
    usage = shell("export", "--help").out.partition("\n\n")[0]
    assert max(map(len, usage.splitlines())) <= 40
    assert "[--leave-out FIELD,…]" in usage
    monkeypatch.undo()
    assert " ".join(usage.split()) == " ".join(shell("export", "--help").out.partition("\n\n")[0].split())
