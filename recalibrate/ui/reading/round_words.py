"""Rounds and overhauls on a page: the plan, what was changed for it, what happened, what was decided."""

from __future__ import annotations

from datetime import date

from recalibrate.domain.dates.deadlines import days_away, short_day
from recalibrate.domain.journaling.story import Change, Link
from recalibrate.domain.marks import CHOICES, OPEN, OVERHAUL, WAITS
from recalibrate.domain.records.experiment import Decision, Experiment, Feeling, Outcome, Status
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.domain.rules import first_prediction, first_probability
from recalibrate.domain.wording import long_day, one_line
from recalibrate.ui.reading.page import Page
from recalibrate.ui.reading.reading import Reading

OUTCOMES = {
    Outcome.YES: "yes, what I expected happened",
    Outcome.PARTLY: "partly",
    Outcome.NO: "no, it did not",
    Outcome.COULD_NOT_TELL: "could not tell",
}
FIELDS = {
    "cue": "when",
    "action": "I will",
    "prediction": "I expect",
    "sign": "I'll know because",
    "obstacle": "in the way",
    "obstacle_plan": "if that, then",
    "leave_out": "I leave out",
}


def write_rounds(reading: Reading, page: Page) -> None:
    """All that grew out of the slip, in order."""
    for links in reading.story.chains:
        for link in links:
            _round(link, reading.today, page, only=len(links) == 1 and link.experiment.round == 1)
    for overhaul in reading.story.overhauls:
        _overhaul(overhaul, reading.today, page)


def _round(link: Link, today: date, page: Page, *, only: bool) -> None:
    each = link.experiment
    page.heading("Experiment" if only else f"Round {each.round}", _standing(each, today))
    changed = {change.field for change in link.changes}
    for change in link.changes:
        _changed(change, page)
    plan = {"cue": each.cue, "action": each.action, "prediction": first_prediction(each), "sign": each.sign}
    plan |= {"obstacle": each.obstacle, "obstacle_plan": each.obstacle_plan, "leave_out": each.leave_out}
    for field, words in plan.items():
        if field not in changed:
            odds = first_probability(each) if field == "prediction" else None
            feared = "feared, " if field == "prediction" and each.feeling is Feeling.FEARED else ""
            page.labelled(FIELDS[field], words, f" ({feared}{odds} in 100)" if odds is not None else "")
    page.labelled("can do", "" if each.can_do is None else str(each.can_do))
    for mended in each.corrections:
        page.labelled("typo mended", f"{FIELDS.get(mended.field, mended.field)}: {mended.before}", style="$quiet")
    if each.extension:
        moved = f"from {short_day(each.extension.deadline_before, today)}: {each.extension.reason}"
        page.labelled("extended once", moved)
    if each.withdrawal:
        page.labelled("withdrawn", each.withdrawal.reason or long_day(each.withdrawal.withdrawn_at.date(), today))
    for taken_back in each.undone_decisions:
        page.labelled("undone", f"{taken_back.choice}, {one_line(taken_back.what_happened)}", style="$quiet")
    if each.decision:
        _decision(each.decision, page)
    _look_again(each, today, page)
    for note in each.notes:
        page.labelled("note", note.text, f"   {long_day(note.noted_at.date(), today)}")


def _standing(each: Experiment, today: date) -> str:
    status = each.status(today)
    if status is Status.DECIDED and each.decision:
        return f"{CHOICES[each.decision.choice]}, {long_day(each.decision.decided_at.date(), today)}"
    if status in (Status.OPEN, Status.DUE) and each.deadline:
        sign = OPEN.sign if status is Status.OPEN else WAITS.sign
        words = "decide by" if status is Status.OPEN else "waits for a decision since"
        away = f", {days_away(each.deadline, today)}" if status is Status.OPEN else ""
        return f"{sign} {words} {short_day(each.deadline, today)}{away}"
    return "not started" if status is Status.DRAFT else "withdrawn"


def _changed(change: Change, page: Page) -> None:
    label = FIELDS[change.field]
    page.labelled(label, change.after or "(left out)", style="bold")
    before = f"instead of: {one_line(change.before)}" if change.before else "new in this round"
    page.labelled("", before, style="$quiet")


def _decision(decision: Decision, page: Page) -> None:
    page.labelled("what happened", decision.what_happened)
    if decision.outcome:
        page.labelled("as expected?", OUTCOMES[decision.outcome])
    page.labelled("learned", decision.learned)
    page.labelled("decided", str(CHOICES[decision.choice]), f": {decision.next_line}" if decision.next_line else "")
    if decision.belief_later is not None:
        page.labelled("felt then", str(decision.belief_later))


def _look_again(each: Experiment, today: date, page: Page) -> None:
    look = each.check_back
    if look is None:
        return
    if look.answer is None:
        page.labelled("look again", f"{short_day(look.check_back_on, today)}, {days_away(look.check_back_on, today)}")
        return
    page.labelled("still so?", f"{look.answer}", f": {look.note}" if look.note else "")


def _overhaul(each: Overhaul, today: date, page: Page) -> None:
    standing = "open"
    if each.ending:
        standing = "done" if each.ending is Ending.DONE else "dropped"
    elif each.deadline:
        standing = f"by {short_day(each.deadline, today)}, {days_away(each.deadline, today)}"
    page.heading(f"{OVERHAUL.sign} Overhaul", standing)
    page.text(each.what_must_change)
    page.labelled("first step", each.first_step)
    page.labelled("must agree", each.who_must_agree)
    if each.extension:
        page.labelled("moved once", each.extension.reason)
    page.labelled("what is different" if each.ending is Ending.DONE else "why", each.why)
