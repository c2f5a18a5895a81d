"""The two ways a command ends short: wrong usage (exit 2) and could not (exit 1)."""

from __future__ import annotations


class WrongUsage(Exception):
    """The words of the command line cannot be right; the message says what would be."""


class CouldNot(Exception):
    """The command was understood and could not be done; the message says why and what to do."""
