"""An experiment on a page: where it stands, its chain of rounds in one line, then each round, then the slip."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from textual.content import Content

from recalibrate.domain.dates.deadlines import days_away, short_day
from recalibrate.domain.journaling.narrative import plan_sentence
from recalibrate.domain.marks import CHOICES, DRAFT, OPEN, WAITS, WITHDRAWN, Mark
from recalibrate.domain.records.experiment import Choice, Experiment, Status
from recalibrate.domain.rules import may_undo
from recalibrate.domain.rules.deciding import UNDO_WINDOW
from recalibrate.domain.rules.starting import TYPO_WINDOW, elapsed
from recalibrate.domain.today.due import LONG_WAIT_DAYS
from recalibrate.domain.wording import long_day
from recalibrate.ui.key_words import key_for
from recalibrate.ui.reading.entry_words import write_entry
from recalibrate.ui.reading.page import Page
from recalibrate.ui.reading.reading import Reading
from recalibrate.ui.reading.round_words import write_rounds

CHOSEN = {
    Choice.KEEP: "Kept",
    Choice.CHANGE: "Changed",
    Choice.STOP: "Stopped",
    Choice.OVERHAUL: "Decided: the set-up must change",
}


def write_experiment(experiment: Experiment, reading: Reading, now: datetime, page: Page) -> None:
    """All of it; `reading` is the story that the experiment belongs to."""
    mark, words = standing(experiment, now)
    tried = experiment.started_at is not None and experiment.status(now.date()) not in (Status.OPEN, Status.DUE)
    page.text(plan_sentence(experiment, tried), "bold", first=f"{mark.sign} ")
    page.text(words, "$quiet", indent=2)
    for line in still_possible(experiment, now):
        page.text(line, "$quiet", indent=2)
    rounds = next((links for links in reading.story.chains if links[0].experiment.root == experiment.root), ())
    if len(rounds) > 1:
        page.blank()
        chain = [_link(link.experiment, experiment, now) for link in rounds]
        page.lines += Content(" → ").join(chain).wrap(page.width)
    write_rounds(reading, page)
    if reading.story.entry:
        page.heading("The slip it came from")
    write_entry(reading, page)


def standing(each: Experiment, now: datetime) -> tuple[Mark, str]:
    """Its mark, and where it stands in a sentence."""
    today = now.date()
    status = each.status(today)
    if status is Status.DECIDED and each.decision:
        day = long_day(each.decision.decided_at.date(), today)
        return CHOICES[each.decision.choice], f"{CHOSEN[each.decision.choice]} on {day}."
    if status is Status.WITHDRAWN and each.withdrawal:
        return WITHDRAWN, f"Withdrawn on {long_day(each.withdrawal.withdrawn_at.date(), today)}."
    if each.deadline is None or each.started_at is None:
        return DRAFT, f"It has not started. {key_for('experiment.decide')} fills in the plan and starts it."
    if status is Status.DUE and (today - each.deadline).days >= LONG_WAIT_DAYS:
        return WAITS, f"Waiting for a decision since {long_day(each.deadline, today)}."
    if status is Status.DUE or each.deadline == today:
        return WAITS, "The date you chose is here."
    return OPEN, f"You decide by {short_day(each.deadline, today)}, {days_away(each.deadline, today)}."


def still_possible(each: Experiment, now: datetime) -> Iterator[str]:
    """What can be done for a while only, and until when."""
    running = each.status(now.date()) in (Status.OPEN, Status.DUE)
    if running and each.started_at and elapsed(each.started_at, now) <= TYPO_WINDOW:
        yield f"Typos can be mended until {each.started_at + TYPO_WINDOW:%H:%M}, with {key_for('experiment.correct')}."
    if each.decision and may_undo(each, now):
        end = each.decision.decided_at + UNDO_WINDOW
        until = f"{short_day(end.date(), now.date())}, {end:%H:%M}"
        yield f"The decision can be taken back until {until}, with {key_for('experiment.take_back')}."


def _link(each: Experiment, here: Experiment, now: datetime) -> Content:
    mark = standing(each, now)[0]
    stands = "running" if mark is OPEN else "not started" if mark is DRAFT else str(mark)
    return Content.assemble((f"round {each.round} {stands}", "bold" if each.id == here.id else "$quiet"))
