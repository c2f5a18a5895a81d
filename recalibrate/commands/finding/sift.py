"""Sifting the text of entries before any is decoded: what cannot fit a query is left out, and nothing that can.

Where a line spells a field in another way than we write it, the line is kept, and the query's own test decides.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from recalibrate.commands.finding.line import Line, Test, id_in

if TYPE_CHECKING:
    from datetime import date

    from recalibrate.commands.finding.clues import Clues
    from recalibrate.domain.search.query import Query


class Sift(NamedTuple):
    """The tests of one query; each says yes too often, never no wrongly."""

    of_text: Sequence[Test] = ()
    of_line: Sequence[Test] = ()

    def may_hold(self, text: bytes) -> bool:
        """Whether one of the lines in the text may fit."""
        return all(test(text) for test in self.of_text)

    def may_fit(self, line: Line) -> bool:
        """Whether the line may fit."""
        return all(test(line) for test in self.of_line)


def sift_of(query: Query, clues: Clues, today: date, week_start: int) -> Sift:
    """The tests that the lines of a query's entries pass."""
    from recalibrate.commands.finding.fields import field_test  # a list without a query does without
    from recalibrate.commands.finding.letters import plain_run, word_test
    from recalibrate.domain.search.query import Field

    of_text: list[Test] = []
    of_line: list[Test] = []
    for term in query.terms:
        if term.negated:
            continue
        if isinstance(term, Field):
            test = field_test(term, clues, today, week_start)
            of_line += [test] if test else []
        elif run := plain_run(term.text):
            names, entries = clues.named(run)
            holds = word_test(run, names)
            of_text += [] if entries else [holds]
            of_line.append(_or_one_of(entries, holds) if entries else holds)
    return Sift(of_text, of_line)


def _or_one_of(ids: Collection[bytes], holds: Test) -> Test:
    return lambda line: id_in(line) in ids or holds(line)
