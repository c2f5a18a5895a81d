"""Text into sentences, and sentences into plain words that remember where they stood."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|(?<!\w)‘[^‘]{2,400}?’(?!\w)|(?<!\w)'[^'\n]{2,200}?'(?!\w)")
_SENTENCE = re.compile(r"[^.!?\n\r…]+[.!?…]*[\"”»’')\]]*[ \t]*|[.!?\n\r…]+[ \t]*")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*(?:-[^\W_]+(?:['’][^\W_]+)?)*|[,;:()?!—–\x00]|(?<=\s)-+(?=\s)|\.\.+|…")
_LONGEST = 1200  # characters; a run without any full stop is cut here, so that no sentence is endless

_SPELT = {
    "im": "i am",
    "ive": "i have",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "cant": "can not",
    "cannot": "can not",
    "wont": "will not",
    "isnt": "is not",
    "wasnt": "was not",
    "arent": "are not",
    "couldnt": "could not",
    "wouldnt": "would not",
    "shouldnt": "should not",
    "havent": "have not",
    "hasnt": "has not",
    "shouldve": "should have",
    "thats": "that is",
    "theyre": "they are",
    "youre": "you are",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "have to",
    "can't": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
    "should've": "should have",
    "shouldn't've": "should not have",
    "noone": "no-one",
    "allright": "alright",
    "screwup": "screw-up",
}
_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_IS_AFTER = frozenset(
    """
    he she it that this there here what who where how everyone everybody nobody somebody something everything
    nothing no-one one which
    """.split()  # noqa: SIM905 -- a list of words reads better unquoted
)


@dataclass(frozen=True, slots=True)
class Words:
    """The plain words of one sentence with the start and end of the written word each came from."""

    plain: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def without_quotes(text: str) -> str:
    """The text with quoted stretches blanked at the same length; a text quoted as a whole is kept."""
    if not any(mark in text for mark in "\"“«‘'"):
        return text

    def blank(found: re.Match[str]) -> str:
        return "\x00" * (found.end() - found.start())

    blanked = _QUOTED.sub(blank, text)
    return blanked if any(char.isalnum() for char in blanked) else text


def sentences(text: str) -> list[tuple[int, str]]:
    """Each sentence of the text with the place where it starts."""
    cut = []
    for found in _SENTENCE.finditer(text):
        start, end = found.span()
        while end - start > _LONGEST:
            at = text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
            cut.append((start, text[start:at]))
            start = at
        cut.append((start, text[start:end]))
    return cut


def words_of(sentence: str) -> Words:
    """The sentence as lower-case words with contractions opened up; punctuation stays as a barrier."""
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _WORD.finditer(sentence):
        for word in _open(found.group().lower().replace("’", "'").replace("ʼ", "'")):
            plain.append(word)
            starts.append(found.start())
            ends.append(found.end())
    return Words(tuple(plain), tuple(starts), tuple(ends))


def _open(word: str) -> tuple[str, ...]:
    if not word[0].isalnum():
        return ("?",) if word == "?" else (",",)
    spelt = _SPELT.get(word)
    if spelt is not None:
        return tuple(spelt.split())
    if "'" not in word:
        return (word,)
    if word.endswith("n't"):
        return word[:-3], "not"
    stem, _, ending = word.rpartition("'")
    if ending == "s":
        return (stem, "is") if stem in _IS_AFTER else (stem,)
    opened = _ENDINGS.get("'" + ending)
    return (stem, opened) if opened else (word,)
