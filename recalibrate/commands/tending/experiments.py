"""Experiments in the order in which they ask for something, and what can be written to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.domain.settings import Settings

Rows = list[tuple[str, str]]
"""Ids, each with its words."""


def in_order(
    experiments: Sequence[Experiment],
    overhauls: Sequence[Overhaul],
    tested: Mapping[str, str],
    today: date,
    settings: Settings,
) -> Iterator[tuple[str, Rows]]:
    """What runs, what has not started, the overhauls, what has ended: each part with its title; empty ones left out.

    `tested` are the words of assumptions by their ids, which name a plan that has no words of its own.
    """
    from recalibrate.commands.printing.stands import overhaul_stands, stands
    from recalibrate.domain.experimenting.plan_words import plan_named
    from recalibrate.domain.records.experiment import Status
    from recalibrate.domain.records.record import NEVER
    from recalibrate.domain.rules import open_experiments, places

    def said(each: Experiment) -> tuple[str, str]:
        came = each.decision and (each.decision.what_happened or each.decision.next_line)
        words = plan_named(each, tested) or "a plan without words yet"
        return each.id, f"{stands(each, today)} · {words}{f' · {came}' if came else ''}"

    running = open_experiments(experiments, today)
    drafts = [each for each in experiments if each.status(today) is Status.DRAFT]
    ended = [each for each in experiments if each.status(today) in (Status.DECIDED, Status.WITHDRAWN)]
    ended.sort(
        key=lambda each: (
            each.decision.decided_at if each.decision else each.withdrawal.withdrawn_at if each.withdrawal else NEVER
        ),
        reverse=True,
    )
    going = sorted(overhauls, key=lambda each: (each.ending is not None, str(each.deadline or "9999"), each.id))
    parts = (
        (f"Running, {len(running)} of {places(settings)}", [said(each) for each in running]),
        ("Not started", [said(each) for each in drafts]),
        ("Overhauls", [(each.id, f"{overhaul_stands(each, today)} · {each.what_must_change}") for each in going]),
        ("Ended", [said(each) for each in ended]),
    )
    yield from ((title, rows) for title, rows in parts if rows)


def note(words: Sequence[str], call: Call) -> int:
    """Write a note to an experiment."""
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.rules import add_note

    journal = call.journal_to_write()
    journal.put(add_note(journal.find(Experiment, words[0]), words[1], call.now))
    call.say("Noted.")
    return 0


def correct(words: Sequence[str], call: Call) -> int:
    """Mend a typo; what stood before is logged."""
    from recalibrate.commands.parsing.scale import IN_TENS
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.rules import CORRECTABLE
    from recalibrate.domain.rules import correct as mended

    field, text = words[1].replace("-", "_"), words[2].strip()
    if field not in CORRECTABLE:
        raise WrongUsage(f"“{words[1]}” is not one of {', '.join(CORRECTABLE)}.")
    if field == "probability" and text not in IN_TENS:
        raise WrongUsage(f"“{text}” is not on the scale; use 0 to 100 in tens.")
    value = int(text) if field == "probability" else text
    journal = call.journal_to_write()
    experiment = journal.find(Experiment, words[0])
    changed = mended(experiment, field, value, journal.all(Experiment), call.now)
    if changed != experiment:
        journal.put(changed)
    call.say("Mended. What stood before stays in its story.")
    return 0


def extend(words: Sequence[str], call: Call) -> int:
    """Give an experiment or an overhaul a later date."""
    from recalibrate.commands.finding.whole_story import find_any
    from recalibrate.domain.dates.deadlines import Refusal, read_deadline, short_day
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.domain.rules import extend as extended
    from recalibrate.domain.rules import extend_overhaul

    read = read_deadline(words[1], call.today, week_start=call.settings.week_start, longest=None)
    if isinstance(read, Refusal):
        raise WrongUsage(read.reason)
    journal = call.journal_to_write()
    found = find_any(journal, words[0], Experiment, Overhaul)
    assert isinstance(found, (Experiment, Overhaul)), "only these two kinds were looked for"
    if isinstance(found, Experiment):
        journal.put(extended(found, read.date, words[2], call.now))
    else:
        journal.put(extend_overhaul(found, read.date, words[2], call.now))
    call.say(f"You decide on {short_day(read.date, call.today)}.")
    return 0


def withdraw(words: Sequence[str], call: Call) -> int:
    """Take an experiment back."""
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.rules import withdraw as withdrawn

    journal = call.journal_to_write()
    journal.put(withdrawn(journal.find(Experiment, words[0]), words[1], call.now))
    call.say("Withdrawn. The entry stays.")
    return 0


def next_one(words: Sequence[str], call: Call) -> int:
    """Plan the round after this one, or go on with the one that lies ready."""
    from recalibrate.commands.plain.asking import WAYS, Asking
    from recalibrate.commands.plain.plan import plan_and_start
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.rules import next_round, rounds_of

    journal = call.journal_to_write()
    experiment, everything = journal.find(Experiment, words[0]), journal.all(Experiment)
    last = rounds_of(experiment, everything)[-1]
    following = last
    if last.round <= experiment.round or last.started_at is not None:
        following = next_round(experiment, everything, call.settings)
        journal.put(following)
    call.say_wrapped(WAYS)
    call.say_wrapped(f"Round {following.round}: change something you can name.")
    return plan_and_start(following, journal, Asking(call), call)
