"""Deciding line by line: the card of an experiment, a check-back, an overhaul; the rules say what is possible."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot
from recalibrate.commands.plain.asking import WAYS, Asking, Back, Park, Pick
from recalibrate.commands.plain.card import EXTEND, WITHDRAW, CardQuestions, day_of, plan_words
from recalibrate.commands.plain.plan import as_it_is, plan_and_start
from recalibrate.domain.dates.deadlines import short_day
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment, Status, StillSo
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.domain.rules import (
    Refused,
    answer_check_back,
    close_overhaul,
    extend,
    extend_overhaul,
    plan_overhaul,
    undo_decision,
    withdraw,
)
from recalibrate.domain.rules.standing import need_running
from recalibrate.store.decision_drafts import discard_card, keep_card, kept_card

if TYPE_CHECKING:
    from recalibrate.commands.call import Call
    from recalibrate.domain.experimenting.decision_draft import DecisionDraft
    from recalibrate.store.journal import Journal

NOTHING = "Nothing was decided; it waits as before."
KEPT = "Nothing was decided yet; what you wrote is kept and offered again, here and in the app."
WHY_DONE = "What is different now? It may stay empty."
CLOSED = "It is closed already. Write a new overhaul if something must change."


def decide_plainly(found: Experiment | Overhaul, journal: Journal, call: Call) -> int:
    """Ask what this one needs and save it; exit code 1 when the input ended before a decision."""
    ask = Asking(call)
    call.say_wrapped(WAYS)
    try:
        if isinstance(found, Overhaul):
            return _overhaul(found, journal, ask, call)
        status = found.status(call.today)
        if status is Status.DRAFT:
            return plan_and_start(found, journal, ask, call)
        if found.check_back is not None and found.check_back.answer is None:
            return _check_back(found, journal, ask, call)
        if status in (Status.OPEN, Status.DUE):
            return _experiment(found, journal, ask, call)
        raise CouldNot("It is decided already; --undo takes that back within a day.")
    except (Park, Back):
        raise CouldNot(NOTHING) from None


def undo(found: Experiment | Overhaul, journal: Journal, call: Call) -> int:
    """Take a decision back. Raises Refused."""
    if isinstance(found, Overhaul):
        raise CouldNot("Only the decision of an experiment can be taken back.")
    undone = undo_decision(
        found,
        journal.all(Experiment),
        journal.all(Overhaul),
        call.now,
        call.settings,
        assumption=journal.get(Assumption, found.assumption_id),
        entry=journal.get(Entry, found.entry_id),
    )
    journal.put(*undone.records)
    call.say_wrapped("Taken back. It waits for a decision again.")
    return 0


def _experiment(experiment: Experiment, journal: Journal, ask: Asking, call: Call) -> int:
    for line in plan_words(experiment, call.today):
        call.say_wrapped(line)
    entry = journal.get(Entry, experiment.entry_id)
    drafts = call.drafts
    card = kept_card(drafts, experiment, experiment.id)

    def keep(answered: DecisionDraft) -> None:
        nonlocal card
        card = answered
        keep_card(drafts, experiment.id, card)

    while True:
        try:
            card, instead = CardQuestions(experiment, entry, journal, ask, call).asked(card, keep)
            if instead:
                return _moved_or_withdrawn(instead, experiment, journal, ask, call)
        except (Park, Back):
            raise CouldNot(NOTHING if card.is_empty else KEPT) from None
        experiment = _still_running(experiment, journal, call)
        entry = journal.get(Entry, experiment.entry_id)
        try:
            records = card.records(
                experiment,
                journal.all(Experiment),
                call.settings,
                call.now,
                entry=entry,
                assumption=journal.get(Assumption, experiment.assumption_id),
                week_start=call.settings.week_start,
            )
            break
        except Refused as refused:
            call.say_wrapped(str(refused))
    journal.put(*records)
    discard_card(drafts, experiment.id)
    for each in records:
        if isinstance(each, Experiment) and each.id == experiment.id:
            back = each.check_back
            call.say_wrapped(f"You look again on {short_day(back.check_back_on, call.today)}." if back else "Decided.")
        elif isinstance(each, Overhaul) and each.deadline:
            call.say_wrapped(f"The overhaul comes back on {short_day(each.deadline, call.today)}.")
    following = next((each for each in records if isinstance(each, Experiment) and each.id != experiment.id), None)
    if following is not None:
        call.say_wrapped(f"Round {following.round}: change something you can name.")
        return plan_and_start(following, journal, ask, call)
    return 0


def _still_running(experiment: Experiment, journal: Journal, call: Call) -> Experiment:
    """The experiment as it is now. Raises Refused when another window ended it while the questions were asked."""
    now = as_it_is(experiment, journal)
    need_running(now, call.today)
    return now


def _moved_or_withdrawn(way: str, experiment: Experiment, journal: Journal, ask: Asking, call: Call) -> int:
    """Give it more time or withdraw it; asked again while the rules refuse."""
    while True:
        day = day_of(ask, call, "New date") if way == EXTEND else None
        why = ask.line("Why, in a line?")
        experiment = _still_running(experiment, journal, call)
        try:
            changed = extend(experiment, day, why, call.now) if day else withdraw(experiment, why, call.now)
            break
        except Refused as refused:
            call.say_wrapped(str(refused))
    journal.put(changed)
    if way == WITHDRAW:
        discard_card(call.drafts, experiment.id)
    moved = changed.deadline if way == EXTEND else None
    call.say_wrapped(f"You decide on {short_day(moved, call.today)}." if moved else "Withdrawn. The entry stays.")
    return 0


def _check_back(experiment: Experiment, journal: Journal, ask: Asking, call: Call) -> int:
    for line in plan_words(experiment, call.today):
        call.say_wrapped(line)
    if experiment.decision and experiment.decision.next_line:
        call.say_wrapped(f"You kept: {experiment.decision.next_line}")
    options = [Pick(each, each[0], each) for each in StillSo]
    answer = ask.pick_one("Is it still so?", options)
    note = ask.text("A line on it, if you like")
    journal.put(answer_check_back(as_it_is(experiment, journal), StillSo(answer), note, call.now))
    call.say_wrapped("Written down.")
    return 0


def _overhaul(overhaul: Overhaul, journal: Journal, ask: Asking, call: Call) -> int:
    call.say_wrapped(f"What must change: {overhaul.what_must_change}")
    if overhaul.first_step:
        call.say_wrapped(f"First step: {overhaul.first_step}")
    options = [Pick("done", "d", "it has changed"), Pick("dropped", "x", "drop it", "with a line why")]
    if overhaul.extension is None and overhaul.deadline and call.today >= overhaul.deadline:
        options.append(Pick("extend", "e", "more time, once, with a reason"))
    if overhaul.deadline is None:
        options.append(Pick("date", "b", "give it a date", "by when it has changed"))
    while True:
        way = ask.pick_one("What now?", options)
        why = "" if way == "date" else ask.line(WHY_DONE if way == "done" else "Why, in a line?")
        day = day_of(ask, call, "By when?" if way == "date" else "New date") if way in ("extend", "date") else None
        overhaul = as_it_is(overhaul, journal)
        if overhaul.ending is not None:
            raise CouldNot(CLOSED)
        try:
            if day and way == "date":
                changed = plan_overhaul(replace(overhaul, deadline=day), call.now)
            elif day:
                changed = extend_overhaul(overhaul, day, why, call.now)
            else:
                changed = close_overhaul(overhaul, Ending(way), why, call.now)
            break
        except Refused as refused:
            call.say_wrapped(str(refused))
    journal.put(changed)
    call.say_wrapped("Written down.")
    return 0
