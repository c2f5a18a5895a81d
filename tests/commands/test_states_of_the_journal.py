from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import make_entry
from tests.commands.conftest import Shell

READING = (
    ["due"],
    ["due", "--json"],
    ["due", "--short"],
    ["today"],
    ["list"],
    ["list", "--json", "word"],
    ["experiments"],
    ["experiments", "--json"],
    ["tags"],
    ["bin"],
    ["situations"],
    ["people"],
    ["habits"],
    ["review"],
    ["task"],
    ["look-back"],
    ["look-back", "--json"],
    ["export"],
    ["export", "--format", "md"],
    ["export", "--format", "csv"],
    ["export", "--format", "ics"],
)
WRITING = (
    ["slip", "words"],
    ["slip", "--lines"],
    ["reframe", "--plain"],
    ["task", "new"],
    ["people", "add", "M."],
    ["habits", "add", "the courtroom"],
    ["today", "notice", "I hear always"],
)
CHECK = ["situations", "--check"]
NEEDING_A_RECORD = (
    ["show", "abcdef"],
    ["share", "abcdef"],
    ["decide", "abcdef"],
    ["decide", "abcdef", "--plain"],
    ["decide", "abcdef", "--undo"],
    ["reframe", "abcdef", "--plain"],
    ["edit", "abcdef"],
    ["edit", "abcdef", "voice", "words"],
    ["delete", "abcdef"],
    ["bin", "restore", "abcdef"],
    ["tags", "add", "work", "abcdef"],
    ["experiments", "note", "abcdef", "words"],
    ["situations", "rename", "talks", "speaking"],
    ["people", "archive", "M."],
    ["habits", "archive", "the courtroom"],
    ["task", "try"],
)
WITHOUT_IT = (
    ["when", "fri"],
    ["paths"],
    ["safety"],
    ["privacy"],
    ["voice"],
    ["settings"],
    ["settings", "get", "theme"],
    ["settings", "list", "--json"],
    ["searches"],
    ["learn"],
    ["learn", "ask"],
    ["practice"],
    ["completion", "bash"],
    ["completion", "zsh"],
    ["completion", "fish"],
    ["backup", "list"],
    ["--version"],
    ["--help"],
)
ANSWERS = "something\nsomething else\nand more\nand still more\n\n"


def _none(shell: Shell) -> None:
    """No journal at all."""


def _empty(shell: Shell) -> None:
    shell.home.mkdir(mode=0o700)
    shell.journal.touch(0o600)


def _whole(shell: Shell) -> None:
    shell.keep(make_entry())


def _broken(shell: Shell) -> None:
    shell.keep(make_entry())
    shell.journal.write_bytes(shell.journal.read_bytes()[:-40])


def _emptied(shell: Shell) -> None:
    shell.keep(make_entry())
    shell.journal.write_bytes(b"")


def _gone(shell: Shell) -> None:
    shell.keep(make_entry())
    shell.journal.unlink()


def _read_only(shell: Shell) -> None:
    shell.keep(make_entry())
    shell.journal.chmod(0o400)


def _newer(shell: Shell) -> None:
    shell.keep(make_entry())
    text = shell.journal.read_text()
    assert '"schema":1' in text
    shell.journal.write_text(text.replace('"schema":1', '"schema":99'))


def _locked(shell: Shell) -> None:
    shell.home.mkdir(mode=0o700)
    (shell.home / "journal.json.age").write_bytes(b"age-encryption.org/v1\n")


def _fingerprint(home: Path) -> dict[str, str]:
    """What lies in the home, without the copy of what is due and the lock beside the journal."""
    return {
        str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.rglob("*"))
        if path.is_file() and "cache" not in path.parts and path.suffix != ".lock"
    }


def _asserts_one_sentence(shell: Shell, words: list[str]) -> None:
    before = _fingerprint(shell.home)
    done = shell(*words, stdin=ANSWERS)
    assert done.code == 1
    assert done.sentence[-1] in ".?"
    assert "Traceback" not in done.err
    assert _fingerprint(shell.home) == before


@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.parametrize("state", [_none, _empty, _whole, _read_only])
def test_reading_works_without_writing(state: Callable[[Shell], None], words: list[str], shell: Shell) -> None:
    state(shell)
    before = _fingerprint(shell.home)
    done = shell(*words)
    assert (done.code, done.err) == (0, "")
    assert _fingerprint(shell.home) == before


@pytest.mark.parametrize("words", [*READING, *WRITING, *NEEDING_A_RECORD, CHECK, ["backup"]], ids=" ".join)
@pytest.mark.parametrize("state", [_broken, _emptied, _gone, _newer, _locked])
def test_what_cannot_be_read_is_one_sentence(state: Callable[[Shell], None], words: list[str], shell: Shell) -> None:
    state(shell)
    if words == ["backup"] and state is _newer:
        pytest.skip("a newer journal can still be backed up")
    if state is _locked and (words[0] == "slip" or words == ["due", "--short"]):
        pytest.skip("a slip into a locked journal is sealed, and a prompt stays quiet about it")
    _asserts_one_sentence(shell, words)


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
@pytest.mark.parametrize("state", [_none, _empty, _whole])
def test_writing_makes_what_is_missing(state: Callable[[Shell], None], words: list[str], shell: Shell) -> None:
    state(shell)
    done = shell(*words, stdin=ANSWERS)
    assert (done.code, done.err) == (0, "")
    assert shell.journal.stat().st_size > 20


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_journal_that_takes_no_writing_is_one_sentence(words: list[str], shell: Shell) -> None:
    _read_only(shell)
    _asserts_one_sentence(shell, words)


@pytest.mark.parametrize("words", NEEDING_A_RECORD, ids=" ".join)
@pytest.mark.parametrize("state", [_none, _empty, _whole])
def test_a_record_that_is_not_there_is_one_sentence(
    state: Callable[[Shell], None], words: list[str], shell: Shell
) -> None:
    state(shell)
    done = shell(*words)
    assert done.code == 1
    assert done.sentence


@pytest.mark.parametrize("words", WITHOUT_IT, ids=" ".join)
@pytest.mark.parametrize("state", [_none, _empty, _broken, _read_only, _newer, _locked])
def test_what_needs_no_journal_does_not_mind(state: Callable[[Shell], None], words: list[str], shell: Shell) -> None:
    state(shell)
    before = _fingerprint(shell.home)
    done = shell(*words)
    assert (done.code, done.err) == (0, "")
    assert _fingerprint(shell.home) == before


@pytest.mark.parametrize(
    ("state", "code"),
    [(_none, 0), (_empty, 0), (_whole, 0), (_read_only, 0), (_broken, 1), (_emptied, 1), (_gone, 1), (_newer, 1)],
)
def test_check_says_how_it_stands_and_changes_nothing(state: Callable[[Shell], None], code: int, shell: Shell) -> None:
    state(shell)
    before = _fingerprint(shell.home)
    done = shell("check")
    assert done.code == code
    assert bool(done.err) is bool(code)
    found = shell("check", "--json")
    assert found.code == code
    assert bool(found.json["problem"]) is bool(code)
    assert _fingerprint(shell.home) == before


@pytest.mark.parametrize("words", [["due"], CHECK, ["task", "try"]], ids=" ".join)
def test_an_empty_file_that_was_only_looked_into_is_still_a_fresh_one(words: list[str], shell: Shell) -> None:
    _empty(shell)
    shell(*words)
    done = shell("slip", "words")
    assert (done.code, done.err) == (0, "")
    assert shell("list").out
