"""The road of a session: which prompts its answers call for, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from recalibrate.domain.records.entry import Path, Scope
from recalibrate.domain.reframing.beginning import Beginning
from recalibrate.domain.reframing.steps import ASSUMPTION_STEPS, STEPS, Prompt, Step


def steps_of(beginning: Beginning) -> tuple[Step, ...]:
    """All the steps of this kind of session, asked or not."""
    return ASSUMPTION_STEPS if beginning is Beginning.ASSUMPTION else STEPS


def road_of(beginning: Beginning, *, voice: str, scope: Scope | None, path: Path | None) -> tuple[Prompt, ...]:
    """The prompts that these answers call for, in order, the summary last."""
    if beginning is Beginning.ASSUMPTION:
        return tuple(step.key for step in ASSUMPTION_STEPS)
    if beginning is Beginning.PLAN:
        return (Prompt.PLAN, Prompt.CLOSE)
    skipped: set[Prompt] = set()
    if not voice.strip():
        skipped |= {Prompt.SCOPE, Prompt.HABIT}
    elif scope is Scope.LOCAL:
        skipped |= {Prompt.HABIT, Prompt.OBSERVATION}
    if path in (Path.LET_GO, Path.NOT_MINE):
        skipped |= {Prompt.PLAN, Prompt.OVERHAUL}
    else:
        skipped.add(Prompt.PLAN if path is Path.OVERHAUL else Prompt.OVERHAUL)
    return tuple(step.key for step in STEPS if step.key not in skipped)


def prompt_after(at: Prompt, road: Sequence[Prompt], beginning: Beginning) -> Prompt:
    """The prompt of the road that follows the one at which one stands, also where that is no longer on it."""
    order = _order(beginning)
    return next(key for key in road if order.index(key) > order.index(at))


def prompt_before(at: Prompt, road: Sequence[Prompt], beginning: Beginning) -> Prompt:
    """The prompt of the road that one comes back to from the one at which one stands."""
    order = _order(beginning)
    return next(key for key in reversed(road) if order.index(key) < order.index(at))


def why_held_back(at: Prompt, *, what_happened: str, assumption: str) -> str:
    """Why one cannot go on from here, as a sentence; empty when one can. Only the first prompt holds back."""
    if at is Prompt.WHAT_HAPPENED and not what_happened.strip():
        return "A few words are enough: what happened?"
    if at is Prompt.ASSUMPTION and not assumption.strip():
        return "One sentence is enough: what are you fairly sure of?"
    return ""


def place_of(at: Prompt, beginning: Beginning) -> str:
    """Where one is, as the bottom line says it: "2 of 8"."""
    if at is Prompt.CLOSE:
        return "summary"
    if beginning is Beginning.PLAN:
        return "the plan"
    steps = steps_of(beginning)
    here = next(step for step in steps if step.key is at)
    return f"{here.number} of {steps[-1].number}"


def _order(beginning: Beginning) -> Sequence[Prompt]:
    return [step.key for step in steps_of(beginning)]
