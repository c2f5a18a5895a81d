"""Triage inside a draft: the answers given so far, the counts filled in, and what they suggest."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from recalibrate.domain.experimenting.triage import QUESTIONS, Answer, Counts, Suggestion, known_counts, suggest
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.situations.tending import end_ids, followed


def given_answers(draft: Draft) -> dict[str, Answer]:
    """The answers to the five questions, without any that this version does not know."""
    known = {question.key for question in QUESTIONS}
    return {key: Answer(said) for key, said in draft.answers if key in known and said in set(Answer)}


def suggestion(draft: Draft) -> Suggestion:
    """Where the answers so far point; it never decides."""
    return suggest(given_answers(draft))


def counts(draft: Draft, known: Known, now: datetime) -> Counts | None:
    """What the app knows about the situation of this slip; None when it is new or not named."""
    name = " ".join(draft.situation.split()).casefold()
    here = next((each for each in known.situations if name and each.name.casefold() == name), None)
    if here is None:
        return None
    slip = Entry(
        id=draft.entry_id or draft.id,
        what_happened=draft.what_happened,
        happened_at=draft.started_at or now,
        situation_id=end_ids(known.situations)[here.id],
    )
    return known_counts(slip, followed(known.entries, known.situations), known.experiments, now.date())


def with_counts(draft: Draft, known: Known, now: datetime) -> Draft:
    """The draft with what the counts answer filled in, where nothing was answered yet."""
    found = counts(draft, known, now)
    if draft.answers or found is None:
        return draft
    return replace(draft, answers=tuple((key, str(answer)) for key, answer in found.answers.items()))
