"""Text packed as lz-string packs it into Base64, the way FreeCBT writes its backups; unpacking only."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase, digits

_SIX_BITS = {character: value for value, character in enumerate(f"{ascii_uppercase}{ascii_lowercase}{digits}+/=")}
_BYTE, _PAIR, _END = 0, 1, 2
"""Codes that stand for no words: a character of 8 bits or of 16 follows, and that is all."""


def unpacked(packed: str, most: int) -> str:
    """The text, at most `most` characters of it. Raises ValueError for what is not packed so, or unpacks to more.

    The format is that of lz-string: a growing list of words, each of them one known before with one character more,
    named by numbers of as many bits as the list needs; numbers begin with their lowest bit.
    """
    bits = _bits(packed)
    words: list[str] = ["", "", ""]
    said: list[str] = []
    before, length = "", 0
    width, room = 2, 1
    while True:
        code = _number(bits, width)
        if code == _END:
            return _as_text(said)
        if code in (_BYTE, _PAIR):
            words.append(chr(_number(bits, 8 if code == _BYTE else 16)))
            code = len(words) - 1
            if before:
                width, room = _wider(width, room)
        if code < len(words):
            word = words[code]
        elif before and code == len(words):
            word = before + before[0]
        else:
            raise ValueError("it is not packed as lz-string packs.")
        length += len(word)
        if length > most:
            raise ValueError(f"it unpacks to more than {most:,} characters.")
        said.append(word)
        if before:
            words.append(before + word[0])
            width, room = _wider(width, room)
        else:
            width, room = 3, 4
        before = word


def _wider(width: int, room: int) -> tuple[int, int]:
    """The bits of the next number, and how many words there is room for before it needs one more."""
    return (width, room - 1) if room > 1 else (width + 1, 1 << width)


def _bits(packed: str) -> Iterator[int]:
    for character in packed:
        value = _SIX_BITS.get(character)
        if value is None:
            raise ValueError("it is not Base64.")
        for place in (32, 16, 8, 4, 2, 1):
            yield 1 if value & place else 0


def _number(bits: Iterator[int], width: int) -> int:
    number = 0
    for place in range(width):
        bit = next(bits, None)
        if bit is None:
            raise ValueError("it ends in the middle.")
        number |= bit << place
    return number


def _as_text(said: list[str]) -> str:
    """The words in a row, with the halves of characters beyond 16 bits put together."""
    return "".join(said).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
