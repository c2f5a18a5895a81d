"""Reading a query: from what was typed to terms, or to where and why it cannot be read."""

from __future__ import annotations

from datetime import date
from typing import NoReturn

from recalibrate.domain.search.fields import VALUES, field_named, is_beginning, known_value, nearest
from recalibrate.domain.search.query import (
    DATES,
    QUOTES,
    Field,
    FieldName,
    Query,
    QueryError,
    Term,
    Words,
    field_length,
    quoted,
)

_EXAMPLES = {
    FieldName.SITUATION: "situation:meetings",
    FieldName.HABIT: "habit:moralising",
    FieldName.PERSON: "person:M",
    FieldName.TAG: "tag:work",
    FieldName.AFTER: 'after:"3 weeks ago"',
    FieldName.BEFORE: "before:september",
    FieldName.ON: "on:yesterday",
}


def parse(text: str, today: date, week_start: int = 0) -> Query | QueryError:
    """Read a query; a wrong one comes back as a QueryError, the first that reading from the left meets.

    `today` and `week_start` (0 = Monday) only check that dates can be read; they are resolved when searching.
    """
    try:
        return Query(_Reader(text, today, week_start).terms())
    except _WrongError as wrong:
        return wrong.error


class _WrongError(Exception):
    def __init__(self, error: QueryError) -> None:
        super().__init__(error.message)
        self.error = error


class _Reader:
    """Walks over the text once, from left to right."""

    def __init__(self, text: str, today: date, week_start: int) -> None:
        self._text = text
        self._today = today
        self._week_start = week_start
        self._at = 0

    def terms(self) -> tuple[Term, ...]:
        terms: list[Term] = []
        while self._skip_space():
            negated = self._text[self._at] == "-"
            self._at += negated
            if not negated or not self._at_gap():
                terms.append(self._term(negated))
        return tuple(terms)

    def _term(self, negated: bool) -> Term:
        if self._text[self._at] in QUOTES:
            start = self._at
            phrase = self._quoted()
            if not phrase:
                self._refuse(start, self._at - start, "Put a word between the quotes.")
            return Words(phrase, negated)
        length = field_length(self._text[self._at :])
        if not length:
            return Words(self._until_space(), negated)
        name = self._field_name(length)
        return Field(name, self._values(name), negated)

    def _field_name(self, length: int) -> FieldName:
        start = self._at
        written = self._text[start : start + length]
        name = field_named(written)
        if name is None:
            near = nearest(written, FieldName)
            instead = f"write {near}:" if near else f"the fields are {', '.join(FieldName)}"
            quotes = f"or put quotes around it to find the words: {quoted(self._until_space())}"
            self._refuse(start, length, f"There is no field “{written}”; {instead}, {quotes}.")
        self._at += length + 1
        return name

    def _values(self, name: FieldName) -> tuple[str, ...]:
        values = [self._value(name)]
        while not self._at_gap():
            if self._text[self._at] != ",":
                self._refuse(self._at, 1, "Put a space or a comma after the closing quote.")
            self._at += 1
            values.append(self._value(name))
        return tuple(values)

    def _value(self, name: FieldName) -> str:
        start = self._at
        if not self._at_gap() and self._text[start] in QUOTES:
            value = self._quoted()
        else:
            while not self._at_gap() and self._text[self._at] != ",":
                self._at += 1
            value = self._text[start : self._at]
        if not value:
            self._refuse_empty(name, start)
        return self._checked(name, value, start)

    def _checked(self, name: FieldName, value: str, start: int) -> str:
        if name in DATES:
            from recalibrate.domain.dates.past_dates import (  # a query without a date need not wait for it
                Span,
                read_past,
            )

            span = read_past(value, self._today, week_start=self._week_start)
            if not isinstance(span, Span):
                self._refuse(start, self._at - start, span.reason, unfinished=True)
        elif name in VALUES:
            known = known_value(name, value)
            if known is None:
                near = nearest(value, VALUES[name])
                better = f"{name}:{near} is the nearest" if near else f"it takes {', '.join(VALUES[name])}"
                hint = f"{name}: does not know “{value}”; {better}."
                self._refuse(start, self._at - start, hint, unfinished=is_beginning(name, value))
            return known
        return value

    def _refuse_empty(self, name: FieldName, start: int) -> NoReturn:
        example = _EXAMPLES.get(name) or f"{name}:{VALUES[name][0]}"
        sign = "comma" if self._text[start - 1] == "," else "colon"
        hint = f"Write what you look for right after the {sign}, without a space, as in {example}."
        self._refuse(start - 1, self._at - start + 1, hint, unfinished=True)

    def _quoted(self) -> str:
        start = self._at
        closing = '"' if self._text[start] == '"' else QUOTES
        self._at += 1
        inside: list[str] = []
        while self._at < len(self._text):
            character = self._text[self._at]
            self._at += 1
            if character in closing:
                return " ".join("".join(inside).split())
            if character == "\\" and self._text[self._at : self._at + 1] in ("\\", '"'):
                character = self._text[self._at]
                self._at += 1
            inside.append(character)
        self._refuse(start, len(self._text) - start, 'Close the phrase with another ".', unfinished=True)

    def _refuse(self, start: int, length: int, message: str, *, unfinished: bool = False) -> NoReturn:
        """Stop here; a mistake at the very end of the text may only be unfinished."""
        at_end = start + length >= len(self._text)
        raise _WrongError(QueryError(start, length, message, unfinished and at_end))

    def _until_space(self) -> str:
        start = self._at
        while not self._at_gap():
            self._at += 1
        return self._text[start : self._at]

    def _skip_space(self) -> bool:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def _at_gap(self) -> bool:
        return self._at >= len(self._text) or self._text[self._at].isspace()
