"""Standard streams that are closed or take nothing more: told in one sentence, never as a crash."""

from __future__ import annotations

import os
import sys
from errno import EBADF

from recalibrate.commands.failures import CouldNot


def open_what_is_closed() -> None:
    """Open what the shell has closed of stdin, stdout and stderr on nothing, so that no file of ours gets its number.

    A journal opened as number 1 would take in all that is printed. There is no more on stdin then, stdout refuses
    what is written, as a full disk does, and nobody hears what goes to stderr.
    """
    for number, flags in ((0, os.O_RDONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)  # takes the lowest number that is free, which is this one
    if sys.stdin is None:
        sys.stdin = open(0, closefd=False)  # noqa: SIM115 - open for as long as we run
    if sys.stdout is None:
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115 - open for as long as we run
    if sys.stderr is None:
        sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115 - open for as long as we run


def printed(text: str, unless: str) -> None:
    """Print at once. Raises CouldNot with the sentence `unless` when nothing takes it, BrokenPipeError."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence_stdout()
        reason = "stdout is closed" if error.errno == EBADF else error.strerror or error
        raise CouldNot(f"{unless}: {reason}.") from error


def silence_stdout() -> None:
    """Let go what nobody takes, so that Python's own flush at exit does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
