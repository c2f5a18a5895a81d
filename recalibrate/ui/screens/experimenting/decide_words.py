"""The sentences of the decision card."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from textual.content import Content

from recalibrate.domain.dates.deadlines import Refusal, echo, read_deadline
from recalibrate.domain.experimenting.plan_words import plan_in_words, sign_in_words
from recalibrate.domain.marks import CHOICES
from recalibrate.domain.records.experiment import Choice, Experiment, Status
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.record import Record
from recalibrate.domain.rules import (
    Limits,
    default_check_back,
    default_overhaul_deadline,
    first_prediction,
    first_probability,
    rounds_allowed,
)
from recalibrate.domain.text import display_safe
from recalibrate.domain.today.due import LONG_WAIT_DAYS
from recalibrate.domain.wording import as_sentence, long_day, one_line
from recalibrate.ui.widgets.choices import Option
from recalibrate.ui.widgets.decision_card import STOP_WORDS


def heading(experiment: Experiment, today: date) -> str:
    """What the card says first: whether the date is here, passed, or still ahead."""
    deadline = experiment.deadline
    if experiment.status(today) in (Status.DECIDED, Status.WITHDRAWN):
        return "It is decided already." if experiment.decision else "It was withdrawn."
    if deadline is None or experiment.status(today) is Status.DRAFT:
        return "This one has not started."
    late = (today - deadline).days
    if late >= LONG_WAIT_DAYS:
        return f"Waiting for a decision since {long_day(deadline, today)}."
    if late >= 0:
        return "The date you chose is here."
    return f"Deciding early. The date you chose is {long_day(deadline, today)}."


def plan_lines(experiment: Experiment, today: date) -> list[Content]:
    """The plan as it was made, to stand beside its sign; the first prediction and its odds, since those are scored."""
    plan = display_safe(as_sentence(plan_in_words(experiment.cue, experiment.action)))
    about = [f"round {experiment.round}"]
    if experiment.started_at:
        about.append(f"started {long_day(experiment.started_at.date(), today)}")
    if prediction := first_prediction(experiment):
        odds = first_probability(experiment)
        about.append(f"“{display_safe(one_line(prediction))}”" + (f" ({odds})" if odds is not None else ""))
    lines = [Content(plan).stylize("bold"), Content(" · ".join(about)).stylize("$quiet")]
    if sign := sign_in_words(experiment.sign):
        lines.append(Content(display_safe(sign)).stylize("$quiet"))
    return lines


def choice_options(experiment: Experiment, left: Collection[Choice], limits: Limits) -> tuple[Option, ...]:
    """The choices that are left, with a word on each."""
    following = experiment.round + 1
    notes = {
        Choice.KEEP: ("Keep it", "say what, and when to look again"),
        Choice.CHANGE: ("Change one thing", f"round {following} of {rounds_allowed(limits)}, something you can name"),
        Choice.STOP: ("Stop", "stopping is a decision"),
        Choice.OVERHAUL: ("Overhaul the set-up", "it is not a small thing"),
    }
    return tuple(
        Option(choice, words, note, mark=CHOICES[choice].sign)
        for choice, (words, note) in notes.items()
        if choice in left
    )


def date_echo(name: str, phrase: str, today: date, week_start: int) -> str:
    """What the phrase means, or why it means nothing; an empty one means the date offered."""
    if not phrase.strip():
        offered = default_check_back(today) if name == "look_again" else default_overhaul_deadline(today)
        return echo(offered, today)
    read = read_deadline(phrase, today, week_start=week_start, longest=None)
    return read.reason if isinstance(read, Refusal) else read.words


def next_after(records: Sequence[Record], today: date) -> str:
    """One line on what comes next, after the decision is saved."""
    decided = records[0]
    if isinstance(decided, Experiment) and decided.check_back:
        return f"Kept. You look again on {long_day(decided.check_back.check_back_on, today)}."
    for each in records[1:]:
        if isinstance(each, Overhaul) and each.deadline:
            return f"Written down. The overhaul is due on {long_day(each.deadline, today)}."
        if isinstance(each, Experiment):
            return f"Decided. Round {each.round}: put it into the plan."
    return f"Decided. {STOP_WORDS}"
