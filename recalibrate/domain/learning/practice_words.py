"""Practice in words: how we hear a sentence, which habits are in it and why."""

from __future__ import annotations

from recalibrate.domain.habits.catalogue import habit
from recalibrate.domain.learning.practice import Sentence
from recalibrate.domain.marks import scope_mark
from recalibrate.domain.records.entry import Scope
from recalibrate.domain.voice import Reading
from recalibrate.domain.wording import listed

QUESTION = "Is that about the whole person, or about one moment?"
WHICH_HABIT = "Which habit is that?"
END = "That was the last one. Next time the voice says something, you may hear which of the two it is."

WORDS = {Reading.GLOBAL: "about the whole person", Reading.LOCAL: "about one moment"}
_MARKS = {Reading.GLOBAL: scope_mark(Scope.GLOBAL), Reading.LOCAL: scope_mark(Scope.LOCAL)}


def verdict(sentence: Sentence, sorted_as: Reading) -> str:
    """How we hear the sentence, beside how it was sorted."""
    too = " it so too:" if sorted_as is sentence.scope else " it as"
    return f"{_MARKS[sentence.scope].sign} We hear{too} {WORDS[sentence.scope]}."


def reason(sentence: Sentence) -> str:
    """The habits that may be heard in it, if any, and why."""
    names = [found.name for found in map(habit, sentence.habits) if found]
    said = f"We hear {listed(names, last='or')}. " if names else ""
    return f"{said}{sentence.reason}"
