"""Folding: case, accents, ligatures and typographic marks taken out of the way of a search."""

from __future__ import annotations

from string import ascii_uppercase
from unicodedata import combining, normalize

_PLAIN_LETTERS = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ĸ": "k",
    "æ": "ae",
    "œ": "oe",
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‛": "'",
    "´": "'",
    "ʼ": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "‟": '"',
    "«": '"',
    "»": '"',
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "−": "-",
}
"""What no normalisation takes apart, though people type it the plain way."""

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Soft hyphens, joiners and direction marks: on the screen they are nothing."""

_KEPT_MARKS = frozenset({7, 8, 9})
"""Combining classes that make another letter and not an accent: nukta, kana voicing, virama."""


class _Folding(dict[int, str]):
    """A translation table that works out each character once."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


def _fold_character(character: str) -> str:
    if character in _UNSEEN or "\ufe00" <= character <= "\ufe0f":
        return ""
    if character in _PLAIN_LETTERS:
        return _PLAIN_LETTERS[character]
    apart = normalize("NFKD", normalize("NFKD", character.casefold()).casefold())
    kept = (part for part in apart if not (mark := combining(part)) or mark in _KEPT_MARKS)
    return "".join(_PLAIN_LETTERS.get(part, part) for part in kept)


_FOLDING = _Folding()
_FEW = 40
_SETTLED = frozenset(map(chr, range(128))) - frozenset(ascii_uppercase)


def fold(text: str) -> str:
    """The text as a search sees it: folded character by character, each run of white space one space."""
    return " ".join(_fold_letters(text).split())


def _fold_letters(text: str) -> str:
    """As `text.translate(_FOLDING)`, only quicker for the usual text with a few letters beyond ASCII.

    One replacement does not disturb another, because what a character folds to folds to itself.
    """
    if text.isascii():
        return text.lower()
    changing = [character for character in set(text) - _SETTLED if _FOLDING[ord(character)] != character]
    if len(changing) > _FEW:
        return text.translate(_FOLDING)
    for character in changing:
        text = text.replace(character, _FOLDING[ord(character)])
    return text


def fold_with_origins(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the index in `text` that it came from.

    As `fold`, but white space at either end stays as one space.
    """
    folded: list[str] = []
    origins: list[int] = []
    for index, character in enumerate(text):
        for part in _FOLDING[ord(character)]:
            if part.isspace():
                if folded and folded[-1] == " ":
                    continue
                part = " "
            folded.append(part)
            origins.append(index)
    return "".join(folded), origins


def is_unseen(character: str) -> bool:
    """Whether a character folds to nothing, so that it belongs to the one before it."""
    return not _FOLDING[ord(character)]
