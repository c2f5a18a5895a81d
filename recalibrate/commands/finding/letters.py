"""Finding letters in text that is not folded yet: whether it may hold a run of them once it is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from recalibrate.commands.finding.line import Test, quoted
from recalibrate.domain.search.folding import fold

_ASCII = bytes(range(128))
_ODD = b"\1"
"""Stands for a letter that is not one when folded; no text of JSON holds it."""


def plain_run(text: str) -> str:
    """The longest run of plain letters and digits in the words, as it must stand in a folded line; or nothing."""
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in fold(text))
    return max(kept.split(), key=len, default="")


def word_test(run: str, ids: Iterable[str] = ()) -> Test:
    """Whether a text may hold the run of letters once it is folded, or one of the ids."""
    needle = run.encode()
    named = [quoted(id) for id in ids]
    plain = _Plain(run)

    def may_hold(text: bytes) -> bool:
        if (b"\\" in text and b"\\u" in text) or any(id in text for id in named):
            return True
        return needle in (text.lower() if text.isascii() else _western(text) or plain.of(text).lower())

    return may_hold


def _western(text: bytes) -> bytes:
    """The text folded byte by byte, where it has only letters of the West that fold to one; nothing where not."""
    try:
        folded = text.decode().encode("latin-1").translate(_western_letters())
    except UnicodeError:
        return b""
    return b"" if _ODD in folded else folded


@cache
def _western_letters() -> bytes:
    table = bytearray(map(ord, map(str.lower, map(chr, range(128)))))
    for code in range(128, 256):
        folded = fold(chr(code))
        table.append(ord(_ODD) if len(folded) != 1 else ord(folded) if folded.isascii() else 0)
    return bytes(table)


class _Plain:
    """Makes a text plain where it matters to a run of letters; folding all of it costs ten times as much."""

    def __init__(self, run: str) -> None:
        self._run = run
        self._known: dict[str, str | None] = {}

    def of(self, text: bytes) -> bytes:
        """The text with what each character that matters folds to."""
        for character in set(text.translate(None, _ASCII).decode("utf-8", "replace")):
            if character not in self._known:
                folded = fold(character)
                self._known[character] = None if folded and set(folded).isdisjoint(self._run) else folded
            plain = self._known[character]
            if plain is not None:
                text = text.replace(character.encode(), plain.encode())
        return text
