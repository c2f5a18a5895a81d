"""From an idea as it was typed to the two halves of "When …, I will …"."""

from __future__ import annotations

_OPENINGS = ("when ", "whenever ", "if ", "next time ", "as soon as ")
_TURNS = (", then i will ", ", then i'll ", ", then i’ll ", ", i will ", ", i'll ", ", i’ll ", ", then ", ", ")
_PROMISES = ("i will ", "i'll ", "i’ll ", "i can ", "i could ", "to ")


def as_plan(idea: str) -> tuple[str, str]:
    """An idea as (cue, action) for "When …, I will …"; the cue is empty when the idea names none.

    "When she asks, I'll say 'let me check'" becomes ("she asks", "say 'let me check'").
    """
    text = " ".join(idea.split()).rstrip(".")
    folded = text.lower()
    if len(folded) != len(text):  # a few letters change length when lowered; such an idea stays whole
        return "", text
    for opening in _OPENINGS:
        if folded.startswith(opening):
            for turn in _TURNS:
                place = folded.find(turn)
                if place > 0 and text[place + len(turn) :]:
                    return text[len(opening) : place], text[place + len(turn) :]
    for promise in _PROMISES:
        if folded.startswith(promise):
            return "", text[len(promise) :]
    return "", text
