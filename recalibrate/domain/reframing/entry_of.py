"""From a draft to its entry: when it was, where, who was there, the voice, and the sting as a rating."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from recalibrate.domain.dates.deadlines import Refusal, short_day
from recalibrate.domain.experimenting.triage import triaged
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry, InnerVoice, Precision
from recalibrate.domain.records.rating import Context, Measure, Rating
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.hearing import heard
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.reframing.triaging import given_answers
from recalibrate.domain.reframing.when import is_this_minute, time_of_slip, unread_when
from recalibrate.domain.situations.tending import situation_called


def situation_named(name: str, known: Known) -> Situation | None:
    """The known situation of that name, whatever its case, or a new one; None for no name."""
    return situation_called(name, known.situations)


def aliases_in(text: str) -> list[str]:
    """The aliases in a list of them, as they were written."""
    aliases = (" ".join(alias.split()) for alias in text.replace(";", ",").replace("\n", ",").split(","))
    return [alias for alias in aliases if alias]


def people_named(aliases: str, known: Known) -> tuple[Person, ...]:
    """The people behind a list of aliases, known or new, each once."""
    by_alias = {person.alias.casefold(): person for person in reversed(known.people)}
    found: dict[str, Person] = {}
    for alias in aliases_in(aliases):
        key = alias.casefold()
        found.setdefault(key, by_alias.get(key) or Person(alias=alias))
    return tuple(found.values())


def happened(draft: Draft, now: datetime, week_start: int = 0) -> tuple[datetime, Precision]:
    """When the slip was, and how closely that is known.

    No phrase means the minute the draft was begun. A day without a clock time is noon of that day, some days the
    middle of them, a phrase that cannot be read the day the draft was begun.
    """
    begun = draft.started_at or now
    if is_this_minute(draft.when):
        return begun, Precision.MINUTE
    read = time_of_slip(draft.when, now.date(), week_start)
    return (begun, Precision.DAY) if isinstance(read, Refusal) else read.moment(now)


def when_echo(draft: Draft, now: datetime, week_start: int = 0) -> str:
    """What the phrase for the time of the slip means, or why it means nothing yet."""
    if not draft.when.strip() and draft.entry_id:
        return "as it was noted"
    if is_this_minute(draft.when):
        begun = draft.started_at or now
        return f"{short_day(begun.date(), now.date())}, {begun:%H:%M}"
    read = time_of_slip(draft.when, now.date(), week_start)
    return read.reason if isinstance(read, Refusal) else read.echo(now)


def entry_from(
    draft: Draft,
    known: Known,
    now: datetime,
    before: Entry | None,
    situation: Situation | None,
    people: tuple[Person, ...],
) -> Entry:
    """The entry a draft makes: a new one, or the one `before` with its wording before kept in its history."""
    week_start = known.settings.week_start
    if before is None:
        moment, precision = happened(draft, now, week_start)
        entry = Entry(
            id=draft.entry_id or draft.id,
            what_happened=draft.what_happened.strip(),
            happened_at=moment,
            precision=precision,
        )
    else:
        entry = before.edited("what_happened", draft.what_happened.strip(), now)
        if draft.when.strip() and not unread_when(draft.when, now.date(), week_start):
            moment, precision = happened(draft, now, week_start)
            entry = replace(entry, happened_at=moment, precision=precision)
    observation = draft.observation.strip()
    if entry.observation:
        entry = entry.edited("observation", observation, now)
    thought = observation or draft.idea_list
    entry = replace(
        entry,
        situation_id=situation.id if situation else None,
        people=tuple(person.id for person in people),
        sting=draft.sting,
        voice=_voice(draft, known, entry.voice),
        habits=draft.habits,
        named=entry.named or draft.named,
        observation=observation,
        ideas=draft.marked_ideas,
        reframed_at=entry.reframed_at or (now if thought else None),
    )
    return triaged(entry, draft.path, given_answers(draft)) if draft.path else replace(entry, triage=None)


def _voice(draft: Draft, known: Known, before: InnerVoice | None) -> InnerVoice | None:
    text = draft.voice.strip()
    if not text and before is None:
        return None
    voice = before or InnerVoice(text=text)
    if text and text != (voice.reworded or voice.text):
        voice = replace(voice, reworded=text)
    if not voice.reading:
        judgement = heard(voice.text, known.settings)
        voice = replace(voice, reading=judgement.scope.value, reading_score=round(judgement.score, 3))
    return replace(
        voice,
        scope=draft.scope,
        belief_before=draft.belief_before,
        belief_after=draft.belief_after,
    )


def sting_rating(draft: Draft, entry: Entry, before: Entry | None, now: datetime) -> Rating | None:
    """The sting as a rating in its situation, of the time of the slip; at a slip, so it never counts as dread."""
    same = before is not None and (before.sting, before.situation_id) == (entry.sting, entry.situation_id)
    if draft.sting is None or entry.situation_id is None or same:
        return None
    return Rating(
        measure=Measure.DREAD,
        value=draft.sting,
        rated_at=entry.happened_at or now,
        context=Context.SLIP,
        situation_id=entry.situation_id,
        entry_id=entry.id,
    )
