"""Whether a draft's plan can start: its date, what is still open, and the questions put once before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recalibrate.domain.dates.deadlines import Deadline, Refusal, echo, read_deadline
from recalibrate.domain.experimenting.triage import Offer
from recalibrate.domain.records.entry import Path
from recalibrate.domain.reframing.beginning import Beginning
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.reframing.when import unread_when
from recalibrate.domain.rules import asks_if_small, asks_smaller, default_deadline, default_overhaul_deadline
from recalibrate.domain.wording import listed


class Asked(StrEnum):
    """The questions put once only, as a draft remembers them."""

    WHEN = "when"
    SMALLER = "smaller"
    IS_IT_SMALL = "is_it_small"
    STILL_OPEN = "still_open"
    A_WHILE = "a_while"
    TRIAGE = "triage"


@dataclass(frozen=True, slots=True)
class Pause:
    """A question put once before going on, and the field of the draft it points to."""

    asked: Asked
    sentence: str
    field: str


def is_overhaul(draft: Draft) -> bool:
    """Whether the set-up is to change rather than something small to be tried."""
    return draft.beginning is Beginning.SLIP and draft.path is Path.OVERHAUL


def plan_deadline(draft: Draft, today: date, week_start: int = 0) -> Deadline | Refusal:
    """The local date of the plan; with nothing typed it is 14 days from today, for an overhaul 28."""
    phrase = draft.by_when if is_overhaul(draft) else draft.decide_by
    if phrase.strip():
        if is_overhaul(draft):
            return read_deadline(phrase, today, week_start=week_start, longest=None)
        return read_deadline(phrase, today, week_start=week_start)
    day = default_overhaul_deadline(today) if is_overhaul(draft) else default_deadline(today)
    return Deadline(day, echo(day, today))


def deadline_echo(draft: Draft, today: date, week_start: int = 0) -> str:
    """What the date typed so far means, or why it means nothing yet."""
    read = plan_deadline(draft, today, week_start)
    return read.words if isinstance(read, Deadline) else read.reason


def still_open(draft: Draft, today: date, week_start: int = 0) -> tuple[tuple[str, str], ...]:
    """What a start still needs, as (field, words); empty when the plan is whole."""
    dated = isinstance(plan_deadline(draft, today, week_start), Deadline)
    needed = (
        ("cue", "when", bool(draft.cue.strip())),
        ("action", "what you will do", bool(draft.action.strip())),
        ("prediction", "what you expect", bool(draft.prediction.strip())),
        ("probability", "how likely", draft.probability is not None),
        ("sign", "how you'll know", bool(draft.sign.strip())),
        ("decide_by", "a date", dated),
    )
    return tuple((field, words) for field, words, there in needed if not there)


def pause_before(draft: Draft, today: date, week_start: int = 0, offer: Offer | None = None) -> Pause | None:
    """The question to put before leaving a prompt, each at most once; None when nothing holds it.

    `offer` is triage offered for a situation that slips often and has no decision.
    """
    if draft.at is Prompt.WHAT_HAPPENED:
        reason = unread_when(draft.when, today, week_start)
        return Pause(Asked.WHEN, reason, "when") if reason and Asked.WHEN not in draft.asked else None
    if draft.at is Prompt.TRIAGE:
        unanswered = offer is not None and draft.path is None and Asked.TRIAGE not in draft.asked
        return Pause(Asked.TRIAGE, offer.words, "path") if offer and unanswered else None
    if draft.at is Prompt.OVERHAUL:
        return _pause_overhaul(draft, today, week_start)
    if draft.at is not Prompt.PLAN or not draft.has_plan:
        return None
    gaps = still_open(draft, today, week_start)
    if gaps and Asked.STILL_OPEN not in draft.asked:
        words = listed([words for _, words in gaps])
        return Pause(Asked.STILL_OPEN, f"Still open: {words}. Going on keeps it as a draft.", gaps[0][0])
    if asks_smaller(draft.can_do) and Asked.SMALLER not in draft.asked:
        return Pause(Asked.SMALLER, "Smaller? Change what you will do, or go on as it is.", "action")
    deadline = plan_deadline(draft, today, week_start)
    if isinstance(deadline, Deadline) and asks_if_small(deadline.date, today) and Asked.IS_IT_SMALL not in draft.asked:
        return Pause(Asked.IS_IT_SMALL, "Over four weeks. Is this small? Go on if it is.", "decide_by")
    return None


def _pause_overhaul(draft: Draft, today: date, week_start: int) -> Pause | None:
    read = plan_deadline(draft, today, week_start)
    if isinstance(read, Refusal) and Asked.STILL_OPEN not in draft.asked:
        return Pause(Asked.STILL_OPEN, "Without a date it never comes back. Going on keeps it without one.", "by_when")
    return None
