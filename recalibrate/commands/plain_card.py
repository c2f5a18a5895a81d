"""The decision card line by line: what happened, what it taught, what now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from recalibrate.commands.asking import Asking, Pick
from recalibrate.domain.assumption import Assumption
from recalibrate.domain.deadlines import Deadline, Refusal, days_away, read_deadline, short_day
from recalibrate.domain.decision_draft import DecisionDraft
from recalibrate.domain.experiment import Choice, Experiment, Outcome, Status
from recalibrate.domain.plan_words import plan_in_words, sign_in_words
from recalibrate.domain.rules import choices_left, first_prediction, first_probability, may_extend, no_round_left
from recalibrate.domain.wording import as_sentence, long_day, one_line

if TYPE_CHECKING:
    from recalibrate.commands.call import Call
    from recalibrate.domain.entry import Entry
    from recalibrate.store.journal import Journal

EXTEND, WITHDRAW = "extend", "withdraw"

OUTCOMES = [
    Pick(Outcome.YES, "y", "yes"),
    Pick(Outcome.PARTLY, "p", "partly"),
    Pick(Outcome.NO, "n", "no"),
    Pick(Outcome.COULD_NOT_TELL, "c", "could not tell"),
]

WHAT_NOW = {
    Choice.KEEP: Pick(Choice.KEEP, "k", "Keep it", "say what, and when to look again"),
    Choice.CHANGE: Pick(Choice.CHANGE, "c", "Change one thing", "something you can name"),
    Choice.STOP: Pick(Choice.STOP, "s", "Stop", "stopping is a decision"),
    Choice.OVERHAUL: Pick(Choice.OVERHAUL, "o", "Overhaul the set-up", "it is not a small thing"),
}


def plan_words(experiment: Experiment, today: date) -> Iterator[str]:
    """Whether the date is here, and the plan as it was made."""
    deadline = experiment.deadline
    if deadline is not None and experiment.status(today) is Status.DUE:
        waited = f"Waiting for a decision since {long_day(deadline, today)}."
        yield waited if (today - deadline).days >= 7 else "The date you chose is here."
    elif deadline is not None and experiment.status(today) is Status.OPEN:
        yield f"The date you chose is {short_day(deadline, today)}, {days_away(deadline, today)}."
    yield as_sentence(plan_in_words(experiment.cue, experiment.action))
    if prediction := first_prediction(experiment):
        odds = first_probability(experiment)
        likely = f" ({odds} in 100)" if odds is not None else ""
        yield f"Round {experiment.round}. I expected: {one_line(prediction)}{likely}"
    if sign := sign_in_words(experiment.sign):
        yield sign


def asked_card(
    card: DecisionDraft, experiment: Experiment, entry: Entry | None, journal: Journal, ask: Asking, call: Call
) -> tuple[DecisionDraft, str]:
    """The card with its answers, those given before offered again; and `EXTEND` or `WITHDRAW` if that was chosen."""
    card = replace(card, what_happened=ask.text("What happened?", card.what_happened))
    outcome = ask.pick("Did the thing you expected happen?", OUTCOMES, card.outcome or "")
    card = replace(card, outcome=Outcome(outcome) if outcome else None)
    card = replace(card, learned=ask.text("What did it teach?", card.learned))
    if entry is not None and entry.voice is not None:
        call.say_wrapped(f"The voice said: “{one_line(entry.voice.text)}”")
        card = replace(card, belief_later=ask.rating("How true is it now?", card.belief_later))
        before = entry.voice.belief_before
        if card.belief_later is not None and before is not None:
            call.say_wrapped(f"at first {before}", indent="  ")
    if tested := journal.get(Assumption, experiment.assumption_id):
        call.say_wrapped(f"You were fairly sure: “{one_line(tested.text)}”")
        card = replace(card, sure_after=ask.rating("How sure are you of it now?", card.sure_after))
        if card.sure_after is not None and tested.sure_before is not None:
            call.say_wrapped(f"at first {tested.sure_before}", indent="  ")
    left = choices_left(experiment, journal.all(Experiment), call.settings)
    if why := no_round_left(experiment, journal.all(Experiment), call.settings):
        call.say_wrapped(why)
    options = [pick for each, pick in WHAT_NOW.items() if each in left]
    if may_extend(experiment, call.today):
        options.append(Pick(EXTEND, "e", "More time", "once, with a reason"))
    if experiment.status(call.today) is Status.OPEN:
        options.append(Pick(WITHDRAW, "w", "Withdraw it", "with a reason"))
    choice = ""
    while not choice:
        choice = ask.pick("What now?", options, card.choice or "")
    if choice in (EXTEND, WITHDRAW):
        return card, choice
    made = Choice(choice)
    card = replace(card, choice=made, next_line=card.line_for(made), line_of=made)
    return _followed(card, ask, call), ""


def _followed(card: DecisionDraft, ask: Asking, call: Call) -> DecisionDraft:
    """What the choice asks for besides."""
    match card.choice:
        case Choice.KEEP:
            line = ask.line("What do you keep, in a line?", card.next_line)
            day = ask.date("When will you look again?", reader(call), card.look_again, "Enter: in 4 weeks")
            return replace(card, next_line=line, look_again=day)
        case Choice.CHANGE:
            return replace(card, next_line=ask.line("What do you change?", card.next_line, "the plan comes next"))
        case Choice.OVERHAUL:
            return replace(
                card,
                what_must_change=ask.text("What in the set-up must change?", card.what_must_change),
                first_step=ask.line("What is the first step?", card.first_step),
                who_must_agree=ask.line("Who must agree?", card.who_must_agree),
                by=ask.date("By when?", reader(call), card.by, "Enter: in 4 weeks"),
            )
        case _:
            return replace(card, next_line=ask.line("One line on it, if you like", card.next_line))


def reader(call: Call, longest: int | None = None) -> Callable[[str], Deadline | Refusal]:
    """What reads a date phrase today, at most `longest` days ahead."""

    def read(phrase: str) -> Deadline | Refusal:
        return read_deadline(phrase, call.today, week_start=call.settings.week_start, longest=longest)

    return read


def day_of(ask: Asking, call: Call, label: str) -> date:
    """A day, asked for until there is one."""
    read = reader(call)
    while True:
        found = read(ask.date(label, read, hint="such as: fri"))
        if isinstance(found, Deadline):
            return found.date
        call.say_wrapped(found.reason)
