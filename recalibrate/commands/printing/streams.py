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


_refused: list[OSError] = []
"""Why stdout took nothing more; the command goes on meanwhile, so that nothing is left half done."""


def put(text: str) -> None:
    """Print; what stdout does not take is told at the end. Raises BrokenPipeError."""
    try:
        sys.stdout.write(text)
    except OSError as error:
        refused(error)


def put_bytes(data: bytes) -> None:
    """Print byte for byte, after what was printed before. Raises BrokenPipeError."""
    flush()
    try:
        sys.stdout.buffer.write(data)
    except OSError as error:
        refused(error)


def flush() -> None:
    """Send what was printed now. Raises BrokenPipeError."""
    try:
        sys.stdout.flush()
    except OSError as error:
        refused(error)


def refused(error: OSError) -> None:
    """Go on without stdout, which takes nothing more. Raises BrokenPipeError, for which there is nobody to tell."""
    if isinstance(error, BrokenPipeError):
        raise error
    _refused.append(error)
    silence_stdout()


def need_printed(unless: str) -> None:
    """Raises CouldNot with the sentence `unless`, why, and what to do, if not all that was printed was taken."""
    flush()
    if _refused:
        error = _refused[0]
        _refused.clear()
        if error.errno == EBADF:
            raise CouldNot(f"{unless}: stdout is closed.") from error
        raise CouldNot(f"{unless}: {error.strerror or error}; make room there, or send it elsewhere.") from error


def silence_stdout() -> None:
    """Let go what nobody takes, so that Python's own flush at exit does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
