"""Small pieces of the sentences the app says: numbers as words, whole dates, someone's line as a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
_MONTHS += ["August", "September", "October", "November", "December"]
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def number_word(count: int) -> str:
    """A count as a word up to ten ("three"), as digits beyond."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def so_many_of(count: int, whole: int, things: str) -> str:
    """The beginning of a sentence: "Three of the six ratings", "None of the six ratings"."""
    return f"{number_word(count).capitalize() if count else 'None'} of the {number_word(whole)} {things}"


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 decision", "2 decisions"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def long_day(day: date, today: date) -> str:
    """A date as words, "14 March", with its year when that is not the year of `today`."""
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def one_line(text: str) -> str:
    """A text on one line, with single spaces."""
    return " ".join(text.split())


def as_sentence(text: str) -> str:
    """A text on one line that ends like a sentence; nothing stays nothing."""
    line = one_line(text)
    return line if not line or line[-1] in ".!?…" or line[-2:] in ('."', '?"', '!"') else f"{line}."


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def beliefs_in_words(before: int | None, after: int | None, later: int | None = None) -> tuple[str, str]:
    """How true a sentence felt, as a label and its values: "felt", "70 → 40"; without a first rating "after", or
    "later" where it was only asked at the decision.

    Both are empty where nothing was rated.
    """
    rated = (("felt", before), ("after", after), ("later", later))
    given = [(label, str(value)) for label, value in rated if value is not None]
    return (given[0][0], " → ".join(value for _, value in given)) if given else ("", "")
