"""A story as plain lines: what an entry says, its rounds one below the other, and what came of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from recalibrate.domain.dates.deadlines import days_away, short_day
from recalibrate.domain.journaling.story import Link, Story
from recalibrate.domain.marks import scope_in_words, scope_mark
from recalibrate.domain.wording import beliefs_in_words, listed, one_line

if TYPE_CHECKING:
    from recalibrate.domain.records.assumption import Assumption
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.records.experiment import Decision, Experiment
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.store.journal import Journal


def told(story: Story, assumption: Assumption | None, journal: Journal, today: date) -> Iterator[str]:
    """The lines of the story; one that begins with "# " is a heading."""
    if story.entry:
        yield from _entry(story, story.entry, journal, today)
    if assumption:
        yield f"# Assumption · {assumption.id[:8]}"
        yield assumption.text
        yield from _rated("sure", assumption.sure_before, assumption.sure_after)
        yield from _labelled("if it were not so", assumption.expect_if_not)
    for links in story.chains:
        for link in links:
            yield from _round(link, len(links) > 1, today)
    for overhaul in story.overhauls:
        yield from _overhaul(overhaul, today)
    for moment in story.moments:
        yield "# Company"
        yield from _labelled(moment.kind.replace("_", " "), moment.what_happened)
        yield from _labelled("to borrow", moment.borrow)


def _entry(story: Story, entry: Entry, journal: Journal, today: date) -> Iterator[str]:
    when = entry.happened_at or entry.created_at
    hour = f" {when:%H:%M}" if entry.precision == "minute" else ""
    yield f"# {short_day(when.date(), today)}{hour} · {entry.id[:8]}"
    yield entry.what_happened
    if story.situation:
        yield f"situation: {story.situation.name}"
    if story.people:
        yield f"people: {listed([each.alias for each in story.people])}"
    yield from _rated("sting", entry.sting)
    if entry.voice:
        yield f"# {scope_mark(entry.voice.scope).sign} {scope_in_words(entry.voice.scope)}"
        yield f"“{entry.voice.text}”"
        yield from _labelled("reworded", entry.voice.reworded)
        voice = entry.voice
        yield from _labelled(*beliefs_in_words(voice.belief_before, voice.belief_after, voice.belief_later))
    if entry.habits:
        from recalibrate.domain.habits.catalogue import habit_names
        from recalibrate.domain.records.own_habit import OwnHabit

        names = habit_names(journal.all(OwnHabit))
        yield f"habits: {listed([names.get(key, key) for key in entry.habits])}"
    if entry.observation:
        yield "# ● observation"
        yield entry.observation
    if entry.ideas:
        yield "# What can I try differently next time?"
        for idea in entry.ideas:
            yield f"{'→' if idea.chosen else '·'} {idea.text}"
    if entry.triage:
        yield f"triage: {entry.triage.choice.replace('_', ' ')}"
    if entry.tags:
        yield f"tags: {', '.join(entry.tags)}"


def _round(link: Link, one_of_several: bool, today: date) -> Iterator[str]:
    each = link.experiment
    number = f" · round {each.round}" if one_of_several or each.round > 1 else ""
    yield f"# Experiment · {each.status(today)}{number} · {each.id[:8]}"
    yield from _labelled("when", each.cue)
    yield from _labelled("I will", each.action)
    sure = f" ({each.probability} in 100)" if each.probability is not None else ""
    yield from _labelled("I expect", each.prediction, sure)
    yield from _labelled("I'll know because", each.sign)
    yield from _labelled("what may get in the way", each.obstacle)
    yield from _labelled("if that, then", each.obstacle_plan)
    yield from _labelled("I leave out", each.leave_out)
    yield from _rated("can do", each.can_do)
    for change in link.changes:
        yield f"changed {change.field.replace('_', ' ')}: {one_line(change.before)} → {one_line(change.after)}"
    yield from _dated(each, today)
    if each.decision:
        yield from _decision(each.decision, today)
    if each.check_back:
        look = each.check_back
        day = f"{short_day(look.check_back_on, today)}, {days_away(look.check_back_on, today)}"
        yield f"look again: {day}" if look.answer is None else f"still so: {look.answer}"
        yield from _labelled("note", look.note)
    for note in each.notes:
        yield f"note, {short_day(note.noted_at.date(), today)}: {note.text}"


def _dated(each: Experiment, today: date) -> Iterator[str]:
    if each.deadline and each.started_at:
        yield f"decide by: {short_day(each.deadline, today)}, {days_away(each.deadline, today)}"
    if each.extension:
        yield f"extended from {short_day(each.extension.deadline_before, today)}: {each.extension.reason}"
    if each.withdrawal:
        yield f"withdrawn: {each.withdrawal.reason}"


def _decision(decision: Decision, today: date) -> Iterator[str]:
    yield f"decided: {decision.choice}, {short_day(decision.decided_at.date(), today)}"
    yield from _labelled("what happened", decision.what_happened)
    if decision.outcome:
        yield f"as expected: {decision.outcome.replace('_', ' ')}"
    yield from _labelled("learned", decision.learned)
    yield from _labelled("next", decision.next_line)


def _overhaul(each: Overhaul, today: date) -> Iterator[str]:
    yield f"# ⌂ Overhaul · {each.ending or 'open'} · {each.id[:8]}"
    yield each.what_must_change
    yield from _labelled("first step", each.first_step)
    yield from _labelled("must agree", each.who_must_agree)
    if each.deadline:
        yield f"by: {short_day(each.deadline, today)}, {days_away(each.deadline, today)}"
    if each.extension:
        yield f"extended from {short_day(each.extension.deadline_before, today)}: {each.extension.reason}"
    yield from _labelled("why", each.why)


def _labelled(label: str, text: str, more: str = "") -> Iterator[str]:
    if text.strip():
        yield f"{label}: {text}{more}"


def _rated(label: str, *values: int | None) -> Iterator[str]:
    given = [str(value) for value in values if value is not None]
    if given:
        yield f"{label}: {' → '.join(given)}"
