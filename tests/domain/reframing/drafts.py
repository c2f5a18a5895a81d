"""Drafts to begin a test with, and what the journal knows once their records are in it."""

from __future__ import annotations

from dataclasses import replace

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.reframing.records import Kept
from recalibrate.domain.reframing.steps import Prompt
from tests.builders import NOW, make_person

SLIP = "I lost my place when she asked about the budget."
VOICE = "I'm hopeless at this, I always freeze"
PLAN = {
    "cue": "she asks for a number",
    "action": "say let me check",
    "prediction": "she waits",
    "probability": 80,
    "sign": "the meeting goes on",
}


def begun(**answers) -> Draft:
    return Draft.for_a_slip(NOW, **{"what_happened": SLIP, **answers})


def walked(draft: Draft) -> list[Prompt]:
    seen = [draft.at]
    while draft.can_go_forward:
        draft = draft.forward()
        seen.append(draft.at)
    return seen


def at(prompt: Prompt, draft: Draft) -> Draft:
    while draft.at is not prompt:
        draft = draft.forward()
    return draft


def draft(**answers) -> Draft:
    return Draft.for_a_slip(NOW, **{"what_happened": "I lost my place.", **answers})


def one(kept: Kept, kind):
    (record,) = [each for each in kept.records if isinstance(each, kind)]
    return record


def none(kept: Kept, kind) -> bool:
    return not [each for each in kept.records if isinstance(each, kind)]


def known_after(kept: Kept, known: Known | None = None) -> Known:
    """What the journal knows once these records are in it."""
    known = known or Known()

    def merged(kind, before):
        new = {each.id: each for each in kept.records if isinstance(each, kind)}
        return (*(each for each in before if each.id not in new), *new.values())

    return replace(
        known,
        entries=merged(Entry, known.entries),
        experiments=merged(Experiment, known.experiments),
        overhauls=merged(Overhaul, known.overhauls),
        situations=merged(Situation, known.situations),
        people=merged(type(make_person()), known.people),
    )
