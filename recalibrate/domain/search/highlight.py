"""Where the words of a query stand in a text as it is shown, despite the folding."""

from __future__ import annotations

from recalibrate.domain.search.folding import fold_with_origins, is_unseen
from recalibrate.domain.search.match import needle
from recalibrate.domain.search.query import Query, Words


def highlights(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """The (start, end) offsets in the original `text`, in order and apart, of what the query looks for.

    A character that folds into several (ß, ﬁ) is marked whole; accents written apart go with their letter.
    """
    needles = {needle(term) for term in query.terms if isinstance(term, Words) and not term.negated} - {""}
    if not needles:
        return ()
    folded, origins = fold_with_origins(text)
    found: list[tuple[int, int]] = []
    for looked_for in needles:
        at = folded.find(looked_for)
        while at >= 0:
            found.append((origins[at], _end(text, origins[at + len(looked_for) - 1])))
            at = folded.find(looked_for, at + 1)
    return _merged(found)


def _end(text: str, last: int) -> int:
    end = last + 1
    while end < len(text) and is_unseen(text[end]):
        end += 1
    return end


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
