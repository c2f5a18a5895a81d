"""Numbers on the command line: ratings in tens and counts."""

from __future__ import annotations

IN_TENS = frozenset(str(value) for value in range(0, 101, 10))
"""The ratings there are, as they are written; on a command line a single digit is no key of the screen."""


def in_tens_option(text: str) -> int:
    """A rating of 0 to 100 in tens."""
    if text.isascii() and text.isdigit() and len(text) <= 3 and int(text) in range(0, 101, 10):
        return int(text)
    from argparse import ArgumentTypeError  # only for the complaint

    raise ArgumentTypeError(f"“{text}” is not on the scale; use 0 to 100 in tens.")


def count_option(text: str) -> int:
    """How many: a whole number from 1 on."""
    if text.isascii() and text.isdigit() and len(text) <= 9 and int(text) > 0:
        return int(text)
    from argparse import ArgumentTypeError

    raise ArgumentTypeError(f"“{text}” is no count; use a whole number from 1 on.")
