"""What can be done with a situation: its page read, another name, merged and taken apart, archived."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.situation import Situation
    from recalibrate.domain.situations.tending import SituationPage
    from recalibrate.store.journal import Journal


def show_one(words: Sequence[str], call: Call) -> int:
    """Print the page of a situation."""
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.domain.records.rating import Rating
    from recalibrate.domain.records.situation import Situation
    from recalibrate.domain.records.task import Task
    from recalibrate.domain.situations.tending import situation_page

    journal = call.journal_to_read()
    page = situation_page(
        _situation(words[0], journal),
        journal.all(Situation),
        journal.all(Entry),
        journal.all(Experiment),
        journal.all(Overhaul),
        journal.all(Task),
        journal.all(Rating),
    )
    call.say_wrapped(page.situation.name)
    for head, line in _lines(page, call.today):
        call.say_hanging(head, line)
    return 0


def rename(words: Sequence[str], call: Call) -> int:
    """Give it another name."""
    from recalibrate.domain.records.situation import Situation
    from recalibrate.domain.situations.tending import renamed

    journal = call.journal_to_write()
    everything = journal.all(Situation)
    situation = _situation(words[0], journal)
    same = words[1].strip().casefold()
    if any(each.name.casefold() == same and each.id != situation.id and not each.merged_into for each in everything):
        raise CouldNot(f"There is a “{words[1].strip()}” already; `recalibrate situations merge` makes the two one.")
    changed = renamed(situation, words[1], everything, call.now)
    if changed != situation:
        journal.put(changed)
    call.say(f"It is called “{changed.name}” now.")
    return 0


def merge(words: Sequence[str], call: Call) -> int:
    """Make one of two."""
    from recalibrate.domain.records.situation import Situation
    from recalibrate.domain.situations.tending import merged

    journal = call.journal_to_write()
    source, target = _situation(words[0], journal), _situation(words[1], journal)
    journal.put(merged(source, target, journal.all(Situation), call.now))
    call.say(f"“{source.name}” is merged into “{target.name}”; `recalibrate situations unmerge` takes that back.")
    return 0


def unmerge(words: Sequence[str], call: Call) -> int:
    """Take a merge back."""
    journal = call.journal_to_write()
    situation = _situation(words[0], journal, merged=True)
    if not situation.merged_into:
        raise CouldNot(f"“{situation.name}” is not merged into another.")
    journal.put(replace(situation, merged_into=None))
    call.say(f"“{situation.name}” stands for itself again.")
    return 0


def archive(words: Sequence[str], call: Call) -> int:
    """Put it away."""
    from recalibrate.domain.situations.tending import put_away

    journal = call.journal_to_write()
    situation = _situation(words[0], journal)
    journal.put(put_away(situation, call.now))
    call.say(f"“{situation.name}” is archived; its slips stay.")
    return 0


def bring_back(words: Sequence[str], call: Call) -> int:
    """Take it out again."""
    from recalibrate.domain.situations.tending import taken_out

    journal = call.journal_to_write()
    situation = _situation(words[0], journal)
    journal.put(taken_out(situation))
    call.say(f"“{situation.name}” is back in the list.")
    return 0


def _situation(word: str, journal: Journal, *, merged: bool = False) -> Situation:
    """The situation of that name: one that was `merged`, or one that stands for itself. Raises CouldNot."""
    from recalibrate.commands.finding.by_name import named
    from recalibrate.domain.records.situation import Situation

    everything = journal.all(Situation)
    fitting = [each for each in everything if bool(each.merged_into) is merged]
    return named(word, fitting, "merged situations" if merged else "situations")


def _lines(page: SituationPage, today: date) -> Iterator[tuple[str, str]]:
    """The page, each line with what stands before it."""
    from recalibrate.commands.printing.stands import overhaul_stands, stands
    from recalibrate.domain.dates.deadlines import short_day
    from recalibrate.domain.marks import scope_mark
    from recalibrate.domain.situations.tending import offer_of
    from recalibrate.domain.wording import counted, listed

    gone = " · archived" if page.situation.archived_at else ""
    yield "  ", f"{counted(len(page.entries), 'slip')}{gone}"
    if page.merged:
        yield "  ", f"with {listed([each.name for each in page.merged])}, merged into it"
    if offer := offer_of(page, today):
        yield "  ", f"Signal or structure? {offer.count_words}"
    for rating in page.ratings:
        yield "  dread  ", f"{rating.value} · {short_day(rating.rated_at.date(), today)} · {rating.context}"
    for each in page.experiments:
        yield f"  {each.id[:8]}  ", f"{stands(each, today)} · {each.action or each.cue}"
    for overhaul in page.overhauls:
        yield f"  {overhaul.id[:8]}  ", f"{overhaul_stands(overhaul, today)} · {overhaul.what_must_change}"
    for entry in page.entries:
        scope = f"{scope_mark(entry.scope)} · " if entry.voice else ""
        yield f"  {entry.id[:8]}  ", f"{short_day(entry.happened_on, today)} · {scope}{entry.what_happened}"
    for task in page.tasks:
        yield f"  {task.id[:8]}  ", f"task · {task.name}"
