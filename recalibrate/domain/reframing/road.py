"""The road of a draft: which prompts its answers call for, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recalibrate.domain.records.entry import Path, Scope
from recalibrate.domain.reframing.beginning import Beginning
from recalibrate.domain.reframing.steps import ASSUMPTION_STEPS, STEPS, Prompt, Step

if TYPE_CHECKING:
    from recalibrate.domain.reframing.draft import Draft


def steps_of(beginning: Beginning) -> tuple[Step, ...]:
    """All the steps of this kind of session, asked or not."""
    return ASSUMPTION_STEPS if beginning is Beginning.ASSUMPTION else STEPS


def road_of(draft: Draft) -> tuple[Prompt, ...]:
    """The prompts that these answers call for, in order, the summary last."""
    if draft.beginning is Beginning.ASSUMPTION:
        return tuple(step.key for step in ASSUMPTION_STEPS)
    if draft.beginning is Beginning.PLAN:
        return (Prompt.PLAN, Prompt.CLOSE)
    skipped: set[Prompt] = set()
    if not draft.voice.strip():
        skipped |= {Prompt.SCOPE, Prompt.HABIT}
    elif draft.scope is Scope.LOCAL:
        skipped |= {Prompt.HABIT, Prompt.OBSERVATION}
    if draft.path in (Path.LET_GO, Path.NOT_MINE):
        skipped |= {Prompt.PLAN, Prompt.OVERHAUL}
    else:
        skipped.add(Prompt.PLAN if draft.path is Path.OVERHAUL else Prompt.OVERHAUL)
    return tuple(step.key for step in STEPS if step.key not in skipped)


def prompt_after(draft: Draft) -> Prompt:
    """The prompt that follows the one the draft stands at, also where that is no longer on its road."""
    order = _order(draft)
    return next(key for key in draft.road if order.index(key) > order.index(draft.at))


def prompt_before(draft: Draft) -> Prompt:
    """The prompt one comes back to from the one the draft stands at."""
    order = _order(draft)
    return next(key for key in reversed(draft.road) if order.index(key) < order.index(draft.at))


def why_held_back(draft: Draft) -> str:
    """Why one cannot go on from here, as a sentence; empty when one can. Only the first prompt holds back."""
    if draft.at is Prompt.WHAT_HAPPENED and not draft.what_happened.strip():
        return "A few words are enough: what happened?"
    if draft.at is Prompt.ASSUMPTION and not draft.assumption.strip():
        return "One sentence is enough: what are you fairly sure of?"
    return ""


def place_of(draft: Draft) -> str:
    """Where one is, as the bottom line says it: "2 of 8"."""
    if draft.at is Prompt.CLOSE:
        return "summary"
    if draft.beginning is Beginning.PLAN:
        return "the plan"
    return f"{draft.step.number} of {draft.steps[-1].number}"


def _order(draft: Draft) -> Sequence[Prompt]:
    return [step.key for step in draft.steps]
