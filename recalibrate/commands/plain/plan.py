"""A plan line by line: a round that is not started yet gets its words and its date, and starts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from recalibrate.commands.failures import CouldNot
from recalibrate.commands.plain.asking import Asking, Back, Park, Pick
from recalibrate.commands.plain.card import reader
from recalibrate.commands.plain.help import HELP
from recalibrate.domain.dates.deadlines import SMALL_EXPERIMENT, Deadline, echo, short_day
from recalibrate.domain.records.experiment import Experiment, Feeling, Status
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.rules import WHY_NEEDED as WHY
from recalibrate.domain.rules import Refused, asks_if_small, asks_smaller, default_deadline, start

if TYPE_CHECKING:
    from recalibrate.commands.call import Call
    from recalibrate.store.journal import Journal

R = TypeVar("R", Experiment, Overhaul)

FEELINGS = [Pick(Feeling.HOPED, "h", "hoped for"), Pick(Feeling.FEARED, "f", "feared")]
LATER = "The plan is kept as a draft; `recalibrate decide {id} --plain` goes on with it."


def as_it_is(record: R, journal: Journal) -> R:
    """The record as it is now, whatever another window did to it. Raises CouldNot when it was deleted."""
    journal.refresh()
    now = journal.get(type(record), record.id)
    if now is None:
        raise CouldNot("It was deleted meanwhile; nothing was changed.")
    return now


def plan_and_start(draft: Experiment, journal: Journal, ask: Asking, call: Call) -> int:
    """Ask for the plan until it can start; when the input ends, what was answered is kept as a draft."""
    place = 0
    while True:
        try:
            while place < len(QUESTIONS):
                draft = QUESTIONS[place](draft, ask, call)
                place += 1
            _need_a_draft(draft, journal, call)
            started = start(draft, journal.all(Experiment), call.now, call.settings)
        except Back:
            place = max(place - 1, 0)
            continue
        except Refused as refused:
            call.say_wrapped(str(refused))
            if refused.decide_first:
                journal.put(draft)
                call.say_wrapped(LATER.format(id=draft.id[:8]))
                return 0
            place = 0
            continue
        except Park:
            _need_a_draft(draft, journal, call)
            journal.put(draft)
            call.say_wrapped(LATER.format(id=draft.id[:8]))
            return 0
        journal.put(started)
        if started.deadline:
            call.say_wrapped(f"Written down. You decide on {short_day(started.deadline, call.today)}.")
        call.say(started.id)
        return 0


def _need_a_draft(draft: Experiment, journal: Journal, call: Call) -> None:
    """Leave a round alone that was started in another window while its plan was asked for. Raises CouldNot."""
    if as_it_is(draft, journal).status(call.today) is not Status.DRAFT:
        raise CouldNot("It has started already. Decide it, or write a new one.")


def _cue(draft: Experiment, ask: Asking, call: Call) -> Experiment:
    return replace(draft, cue=ask.needed_line("When", draft.cue, WHY["cue"], help=HELP["cue"]))


def _action(draft: Experiment, ask: Asking, call: Call) -> Experiment:
    return replace(draft, action=ask.needed_line("I will", draft.action, WHY["action"], help=HELP["action"]))


def _prediction(draft: Experiment, ask: Asking, call: Call) -> Experiment:
    return replace(
        draft, prediction=ask.needed_line("I expect", draft.prediction, WHY["prediction"], help=HELP["prediction"])
    )


def _feeling(draft: Experiment, ask: Asking, call: Call) -> Experiment:
    feeling = ask.pick("Is that", FEELINGS, draft.feeling or "")
    return replace(draft, feeling=Feeling(feeling) if feeling else None)


def _probability(draft: Experiment, ask: Asking, call: Call) -> Experiment:
    probability = ask.rating("How likely?", draft.probability, help=HELP["probability"])
    while probability is None:
        call.say_wrapped(f"{WHY['probability']} . parks it here.")
        probability = ask.rating("How likely?", help=HELP["probability"])
    return replace(draft, probability=probability)


def _sign(draft: Experiment, ask: Asking, call: Call) -> Experiment:
    return replace(draft, sign=ask.needed_line("I'll know because", draft.sign, WHY["sign"], help=HELP["sign"]))


def _can_do(draft: Experiment, ask: Asking, call: Call) -> Experiment:
    draft = replace(draft, can_do=ask.rating("Can I do it?", draft.can_do, help=HELP["can_do"]))
    return replace(draft, action=ask.line("Smaller? I will", draft.action)) if asks_smaller(draft.can_do) else draft


def _dated(draft: Experiment, ask: Asking, call: Call) -> Experiment:
    read = reader(call, longest=SMALL_EXPERIMENT)
    phrase = ask.date("Decide by", read, draft.deadline.isoformat() if draft.deadline else "", "Enter: in 14 days")
    found = read(phrase) if phrase else None
    day = found.date if isinstance(found, Deadline) else default_deadline(call.today)
    if not phrase:
        call.say_wrapped(echo(day, call.today), indent="  ")
    elif asks_if_small(day, call.today) and day - call.today > timedelta(0):
        call.say_wrapped("Over four weeks. Is this small? Enter keeps it.")
        shorter = ask.date("Decide by", read, phrase)
        nearer = read(shorter)
        day = nearer.date if isinstance(nearer, Deadline) else day
    return replace(draft, deadline=day)


QUESTIONS = (_cue, _action, _prediction, _feeling, _probability, _sign, _dated, _can_do)
"""The plan in the order in which it is asked for; each answers the draft with one more thing said."""
