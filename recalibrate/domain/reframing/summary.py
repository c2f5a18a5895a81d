"""The summary before saving and the sentences after it: verdict and observation, the plan, what is next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from recalibrate.domain import marks
from recalibrate.domain.dates.deadlines import Refusal, short_day
from recalibrate.domain.experimenting.plan_words import cue_within, expectation_in_words, plan_in_words, sign_in_words
from recalibrate.domain.marks import Mark
from recalibrate.domain.records.entry import Path
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.entry_of import aliases_in
from recalibrate.domain.reframing.plan import deadline_echo, is_overhaul, plan_deadline, still_open
from recalibrate.domain.reframing.records import Kept
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.reframing.when import unread_when
from recalibrate.domain.rules import Refused
from recalibrate.domain.safety import NOT_MINE
from recalibrate.domain.wording import as_sentence, beliefs_in_words, listed, long_day, one_line

A_WHILE = timedelta(minutes=20)
A_WHILE_WORDS = "You have been with this one for a while. Park it here?"
REACH = "These words often reach beyond the moment. Worth a look?"
SAFETY_KEY = "{app.safety} has the safety page."


@dataclass(frozen=True, slots=True)
class Said:
    """One of the two sentences side by side: its mark, its words, and a quiet remark ("felt 70 → 40 · sting 60")."""

    mark: Mark
    words: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What is about to be kept: the sentences, the lines of the plan, the date echoed, and a note."""

    sentences: tuple[Said, ...]
    plan: tuple[str, ...] = ()
    date: str = ""
    note: str = ""


def summary(draft: Draft, today: date, week_start: int = 0, refused: Refused | None = None) -> Summary:
    """The summary of a draft; nothing is said of what was not answered.

    `refused` is why its plan would not start as things stand, so that it is known before it is kept.
    """
    shown = _as_it_stands(draft, today, week_start, refused)
    if not unread_when(draft.when, today, week_start):
        return shown
    stands = "it stays as it was noted" if draft.entry_id else "it is kept under the day you noted it"
    unread = f"Still open: when it was; {stands}."
    return replace(shown, note=f"{shown.note} {unread}".strip())


def _as_it_stands(draft: Draft, today: date, week_start: int, refused: Refused | None) -> Summary:
    sentences: tuple[Said, ...]
    if draft.assumption.strip() and not draft.what_happened.strip():
        sure = "" if draft.sure_before is None else f"sure {draft.sure_before}"
        sentences = (Said(marks.UNMARKED, f"“{one_line(draft.assumption)}”", sure),)
    else:
        sentences = _verdict_and_observation(draft)
    if Prompt.OVERHAUL in draft.road:
        dated = _decide_by(draft, today, week_start)
        undated = _overhaul_lines(draft) and not dated
        return Summary(sentences, _overhaul_lines(draft), dated, "Still open: a date." if undated else "")
    if Prompt.PLAN not in draft.road:
        mine = draft.path is not Path.NOT_MINE
        return Summary(sentences, note="Let go. Seeing it was enough." if mine else f"{NOT_MINE} {SAFETY_KEY}")
    if not draft.has_plan:
        idea = one_line(draft.chosen_idea)
        lines = (f"To try: {idea}" if idea else "", sign_in_words(draft.sign))
        return Summary(sentences, plan=tuple(line for line in lines if line))
    gaps = still_open(draft, today, week_start)
    note = f"Kept as a draft. Still open: {listed([words for _, words in gaps])}." if gaps else ""
    if refused and not gaps:
        note = f"{refused} Until then the plan is kept as a draft."
    return Summary(sentences, _plan_lines(draft), _decide_by(draft, today, week_start), note)


def _verdict_and_observation(draft: Draft) -> tuple[Said, ...]:
    said = []
    if draft.voice.strip():
        felt = " ".join(beliefs_in_words(draft.belief_before, draft.belief_after)).strip()
        said.append(Said(marks.scope_mark(draft.scope), f"“{one_line(draft.voice)}”", felt))
    if draft.observation.strip() and Prompt.OBSERVATION in draft.road:
        said.append(Said(Mark("●", "observation"), one_line(draft.observation)))
    first, *others = said or [Said(marks.PARKED, draft.heading)]
    remark = " · ".join(each for each in (first.remark, _noted(draft)) if each)
    return (replace(first, remark=remark), *others)


def _noted(draft: Draft) -> str:
    """How much the slip stung, and who was there, as far as that was answered."""
    sting = "" if draft.sting is None else f"sting {draft.sting}"
    people = listed(aliases_in(draft.people))
    return " · ".join(each for each in (sting, f"with {people}" if people else "") if each)


def _plan_lines(draft: Draft) -> tuple[str, ...]:
    rated = (draft.feeling, draft.probability)
    odds = ", ".join(str(each) for each in rated if each is not None)
    likely = f" ({odds})" if odds else ""
    lines = [as_sentence(plan_in_words(draft.cue, draft.action))]
    if expected := expectation_in_words(draft.prediction):
        lines.append(f"{expected}{likely}")
    lines.append(sign_in_words(draft.sign))
    if draft.obstacle.strip() or draft.obstacle_plan.strip():
        obstacle, then = one_line(draft.obstacle) or "something gets in the way", one_line(draft.obstacle_plan) or "…"
        lines.append(as_sentence(f"If {obstacle}, then {then}"))
    if draft.leave_out.strip():
        lines.append(as_sentence(f"I will leave out: {one_line(draft.leave_out)}"))
    if draft.can_do is not None:
        lines.append(f"Sure that I can do it: {draft.can_do}")
    return tuple(line for line in lines if line)


def _overhaul_lines(draft: Draft) -> tuple[str, ...]:
    parts = (
        (f"{marks.OVERHAUL.sign} ", draft.what_must_change),
        ("First step: ", draft.first_step),
        ("Must agree: ", draft.who_must_agree),
    )
    return tuple(label + one_line(text) for label, text in parts if text.strip())


def _decide_by(draft: Draft, today: date, week_start: int) -> str:
    unread = isinstance(plan_deadline(draft, today, week_start), Refusal)
    if unread or (is_overhaul(draft) and not _overhaul_lines(draft)):
        return ""  # a date that is not one is named as still open instead
    return f"{'Changed' if is_overhaul(draft) else 'Decide'} by {deadline_echo(draft, today, week_start)}"


def closing(kept: Kept, today: date) -> tuple[str, str]:
    """What is said once it is on disk: what was written down, and one line of what is next."""
    experiment, overhaul = kept.experiment, kept.overhaul
    if experiment and experiment.started_at and experiment.deadline:
        first = f"Written down. You decide on {long_day(experiment.deadline, today)}."
        return first, f"Next: when {cue_within(experiment.cue)}."
    if experiment:
        why = str(kept.refused) if kept.refused else "It has no date yet."
        return "Written down. The plan is kept as a draft.", why
    if overhaul and overhaul.deadline:
        first = f"Written down. It comes back on {short_day(overhaul.deadline, today)}."
        return first, _first_step(overhaul.first_step)
    if overhaul:
        return "Written down, without a date.", "The journal has it; give it a date there."
    choice = kept.entry.triage.choice if kept.entry and kept.entry.triage else None
    if choice is Path.NOT_MINE:
        return f"Closed. {NOT_MINE}", SAFETY_KEY
    if choice is Path.LET_GO:
        return "Written down, and let go.", ""
    return "Written down.", kept.offer.words if kept.offer else ""


def parking(kept: Kept) -> str:
    """What is said when a draft is left as far as it went: parked only where it stands among the parked."""
    is_parked = kept.entry is not None and kept.entry.is_parked
    if kept.assumption:
        return "Parked. It waits on Today, under Not started."
    said = "Parked. It waits on Today." if is_parked else "Kept as far as it went. The journal has it."
    return f"{said} {kept.offer.words}" if kept.offer else said


def been_a_while(since: datetime, now: datetime) -> bool:
    """Whether one sitting with one slip has lasted so long that parking it is offered, once."""
    return now - since >= A_WHILE


def _first_step(step: str) -> str:
    return f"Next: {one_line(step)}" if step.strip() else ""
