"""A query as a value: terms that must all be true, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

QUOTES = frozenset('"“”„‟')
"""What opens a phrase; a keyboard or a phone makes any of these."""


class FieldName(StrEnum):
    """What can be asked for by name."""

    SITUATION = "situation"
    HABIT = "habit"
    PERSON = "person"
    TAG = "tag"
    SCOPE = "scope"
    STATE = "state"
    DECISION = "decision"
    KIND = "kind"
    HAS = "has"
    AFTER = "after"
    BEFORE = "before"
    ON = "on"


DATES = frozenset({FieldName.AFTER, FieldName.BEFORE, FieldName.ON})


@dataclass(frozen=True, slots=True)
class Words:
    """A word, or a phrase with spaces, that stands somewhere in the text (or, negated, nowhere)."""

    text: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field and the values of which one must fit; a date stays the phrase it was."""

    name: FieldName
    values: tuple[str, ...]
    negated: bool = False


Term = Words | Field


@dataclass(frozen=True, slots=True)
class Query:
    """All terms must be true; without terms everything is found."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryError:
    """Where a query is wrong (offset and length, in characters) and one sentence on what would be right.

    `unfinished` is true where more typing may mend it, so that a screen can wait before it says so.
    """

    position: int
    length: int
    message: str
    unfinished: bool = False


def print_query(query: Query) -> str:
    """The query as one would type it; parsed again it is the same query."""
    return " ".join(_print_term(term) for term in query.terms)


def field_length(token: str) -> int:
    """How many characters of `token` are a field's name: letters right before a colon; 0 when none are."""
    length = 0
    while length < len(token) and (token[length] == "_" or (token[length].isascii() and token[length].isalpha())):
        length += 1
    return length if length < len(token) and token[length] == ":" else 0


def quoted(text: str) -> str:
    """The text between quotes, with the quotes inside it escaped."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _print_term(term: Term) -> str:
    sign = "-" if term.negated else ""
    if isinstance(term, Words):
        return sign + _print_words(term.text)
    return f"{sign}{term.name}:{','.join(_print_value(value) for value in term.values)}"


def _print_words(text: str) -> str:
    plain = text and not _has_space(text) and text[0] not in QUOTES and text[0] != "-" and not field_length(text)
    return text if plain else quoted(text)


def _print_value(value: str) -> str:
    plain = value and not _has_space(value) and value[0] not in QUOTES and "," not in value
    return value if plain else quoted(value)


def _has_space(text: str) -> bool:
    return any(character.isspace() for character in text)
