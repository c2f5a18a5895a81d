"""Keys typed before the app is there, at a real terminal."""

from __future__ import annotations

import os
import pty
import termios
from collections.abc import Iterator

import pytest

from recalibrate.commands.early_keys import keys_kept
from recalibrate.ui.editor import pass_lines_on


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Both ends: where a person types, and where a program reads."""
    person, program = pty.openpty()
    yield person, program
    os.close(person)
    os.close(program)


def test_keys_arrive_as_they_were_typed_and_are_not_shown(terminal: tuple[int, int]) -> None:
    person, program = terminal
    with keys_kept(program):
        os.write(person, b"n\rsaid too much")
        assert os.read(program, 100) == b"n\rsaid too much"
        os.write(program, b"!")
        assert os.read(person, 100) == b"!"


def test_the_terminal_is_afterwards_what_it_was(terminal: tuple[int, int]) -> None:
    _, program = terminal
    before = termios.tcgetattr(program)
    with pytest.raises(ZeroDivisionError), keys_kept(program):
        raise ZeroDivisionError
    assert termios.tcgetattr(program) == before


def test_an_editor_gets_a_terminal_that_reads_lines(terminal: tuple[int, int]) -> None:
    _, program = terminal
    before = termios.tcgetattr(program)
    with keys_kept(program):
        pass_lines_on(program)
        assert termios.tcgetattr(program) == before
