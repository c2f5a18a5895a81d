"""`today`: what waits, what runs, what is parked, the one task, the plan for noticing; the first screen as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot, WrongUsage
from recalibrate.commands.parsing.actions import Action, act, add_actions

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.noticing import NoticingPlan
    from recalibrate.domain.today.due import Waiting
    from recalibrate.domain.today.page import Today
    from recalibrate.store.journal import Journal

EXAMPLES = """
recalibrate today
recalibrate today notice "I hear “I always …”"       a plan for noticing, until it has been tried once
recalibrate today noticed                            it has been tried
"""


def notice(words: Sequence[str], call: Call) -> int:
    """Make a plan for noticing; one that has not been tried says this from now on."""
    from dataclasses import replace

    from recalibrate.domain.learning.noticing_cue import as_plan, cue_of
    from recalibrate.domain.records.noticing import NoticingPlan

    if not words[0].strip():
        raise WrongUsage('Say what you will hear or see, as in `recalibrate today notice "I hear always"`.')
    cue = cue_of(words[0])
    journal = call.journal_to_write()
    untried = _untried(journal)
    journal.put(replace(untried, cue=cue) if untried else NoticingPlan(cue=cue))
    call.say_wrapped(as_plan(cue))
    return 0


def noticed(words: Sequence[str], call: Call) -> int:
    """The plan has been tried."""
    from dataclasses import replace

    journal = call.journal_to_write()
    plan = _untried(journal)
    if plan is None:
        raise CouldNot("There is no plan for noticing that waits to be tried.")
    journal.put(replace(plan, tried_at=call.now))
    call.say("Noted. It has left Today.")
    return 0


ACTIONS = {
    "notice": Action("CUE", "one small plan, so that you notice the next slip", notice),
    "noticed": Action("", "that plan has been tried", noticed),
}

DASHED_WORDS = "-"
"""Words of the user's own may begin with a dash."""


LONGEST = 160
"""Cells that the words of one line take at most: the whole of a long slip is what `show` is for."""


def arguments(parser: ArgumentParser) -> None:
    """What to do."""
    add_actions(parser, "the first screen is printed")


def run(arguments: Namespace, call: Call) -> int:
    """Print what stands on Today."""

    from recalibrate.commands.printing.lines import cut
    from recalibrate.domain.records.assumption import Assumption
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.records.noticing import NoticingPlan
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.domain.records.task import Attempt, Task
    from recalibrate.domain.today.page import today_of
    from recalibrate.store.at_hand import parked_entries, unsettled_experiments

    if arguments.words:
        return act("today", ACTIONS, arguments.words, call)
    journal = call.journal_to_read()
    view = today_of(
        call.today,
        entries=parked_entries(journal) or journal.latest(Entry, 1),
        experiments=unsettled_experiments(journal),
        overhauls=journal.all(Overhaul),
        tasks=journal.all(Task),
        attempts=journal.all(Attempt),
        noticing_plans=journal.all(NoticingPlan),
    )
    if view.unstarted:
        view = view._replace(tested={each.id: each.text for each in journal.all(Assumption)})
    call.say(f"{call.today:%A} {call.today.day} {call.today:%B}")
    is_empty = True
    for title, rows in _parts(view, call):
        is_empty = False
        call.say()
        call.say(title)
        for id, words in rows:
            call.say_hanging(f"  {id[:8]}  " if id else "  ", cut(words, LONGEST))
    if is_empty:
        call.say("No slips yet. When the next one comes: `recalibrate slip`." if view.is_new else "Nothing waits.")
    return 0


def _parts(view: Today, call: Call) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The parts of Today, each with its title; those without anything left out."""
    from recalibrate.commands.printing.stands import overhaul_stands, stands
    from recalibrate.domain.dates.deadlines import days_away
    from recalibrate.domain.experimenting.plan_words import plan_named
    from recalibrate.domain.rules import places
    from recalibrate.domain.today.page import places_taken

    today = call.today
    waits = [(each.id, f"{_since(each, call)} · {each.title}") for each in view.waiting]
    going = [each.experiment for each in view.running]
    runs = [(each.id, f"{stands(each, today)} · {each.action or each.cue}") for each in going]
    runs += [(each.id, f"{overhaul_stands(each, today)} · {each.what_must_change}") for each in view.overhauls]
    unstarted = [(each.id, plan_named(each, view.tested) or "a plan without words yet") for each in view.unstarted]
    runs += [(id, f"not started · {words}") for id, words in unstarted]
    drafts = [(id, draft) for id, draft in call.drafts.all() if "at" in draft]
    parked = [(id, f"unfinished · {draft.get('what_happened') or 'a slip'}") for id, draft in drafts]
    parked += [(each.id, f"{days_away(each.happened_on, today)} · {each.what_happened}") for each in view.parked]
    if view.parked_more:
        parked.append(("", f"and {view.parked_more} more; `recalibrate list state:parked`"))
    others = []
    if view.focus:
        values = " ".join(map(str, view.focus.can_do))
        others.append(("", f"The one task: {view.focus.task.name} · {f'can do {values}' if values else 'no try yet'}"))
    if view.noticing:
        others.append(("", f"To notice next: when {view.noticing.cue}"))
    running = f"Running, {places_taken(view, places(call.settings))}"
    parts = (("Waits for a decision", waits), (running, runs), ("Parked", parked), ("Besides", others))
    yield from ((title, rows) for title, rows in parts if rows)


def _since(each: Waiting, call: Call) -> str:
    from recalibrate.domain.dates.deadlines import short_day
    from recalibrate.domain.today.due import WaitingKind

    kinds = {WaitingKind.OVERHAUL: "overhaul, ", WaitingKind.CHECK_BACK: "is it still so? "}
    when = f"since {short_day(each.since, call.today)}" if each.since < call.today else "today"
    return f"{kinds.get(each.kind, '')}{when}"


def _untried(journal: Journal) -> NoticingPlan | None:
    from recalibrate.domain.records.noticing import NoticingPlan

    return next((each for each in journal.all(NoticingPlan) if each.tried_at is None), None)
