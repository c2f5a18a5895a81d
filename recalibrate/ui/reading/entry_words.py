"""The entry itself on a page: when and where, slip, voice and observation side by side, habits, ideas, triage."""

from __future__ import annotations

from collections.abc import Mapping

from recalibrate.domain.dates.deadlines import short_day
from recalibrate.domain.experimenting.triage import NOT_MINE, QUESTIONS
from recalibrate.domain.journaling.entry_state import entry_state
from recalibrate.domain.journaling.story import Story
from recalibrate.domain.marks import scope_mark
from recalibrate.domain.records.entry import Entry, InnerVoice, Path, Precision, Triage
from recalibrate.domain.records.rating import Context, Measure
from recalibrate.domain.wording import beliefs_in_words, counted, listed, long_day
from recalibrate.ui.key_words import key_for
from recalibrate.ui.reading.page import Page
from recalibrate.ui.reading.reading import Reading

OBSERVED = "●"

PATHS = {
    Path.EXPERIMENT: "a small experiment",
    Path.OVERHAUL: "an overhaul",
    Path.LET_GO: "let it go",
    Path.NOT_MINE: "not mine",
}


def write_entry(reading: Reading, page: Page) -> None:
    """All that the entry says."""
    entry = reading.story.entry
    if entry is None:
        _assumption(reading, page)
        return
    _head(entry, reading, page)
    page.blank()
    page.text(entry.what_happened, "bold")
    _verdict_and_observation(entry, page)
    _habits(entry, reading, page)
    if entry.ideas:
        page.heading("What can I try differently next time?")
        for idea in entry.ideas:
            page.text(idea.text, "" if idea.chosen else "$quiet", first="→ " if idea.chosen else "· ")
    if entry.triage:
        _triage(entry.triage, page)


def write_rest(reading: Reading, page: Page) -> None:
    """What stands beside it: company and ratings, and how often it was reworded."""
    if reading.story.moments:
        _company(reading.story, reading.people, page)
    _ratings(reading, page)
    entry = reading.story.entry
    if entry and entry.history:
        page.blank()
        changed = f"changed {counted(len(entry.history), 'time')}"
        page.text(f"{changed}; {key_for('entry.history')} shows what it said before", "$quiet")


def _head(entry: Entry, reading: Reading, page: Page) -> None:
    when = entry.happened_at or entry.created_at
    said = [short_day(when.date(), reading.today)]
    if entry.precision is Precision.MINUTE:
        said[0] += f", {when:%H:%M}"
    if reading.situation:
        said.append(reading.situation)
    if reading.story.people:
        said.append(f"with {listed([each.alias for each in reading.story.people])}")
    page.text(" · ".join(said), "$quiet")
    state = entry_state(entry, reading.story.experiments, reading.story.overhauls, reading.today)
    marks = [str(scope_mark(entry.scope))] if entry.voice else []
    marks.append(str(state.mark))
    if entry.sting is not None:
        marks.append(f"sting {entry.sting}")
    marks += [f"#{tag}" for tag in entry.tags]
    page.text("   ".join(marks), "$accent")


def _verdict_and_observation(entry: Entry, page: Page) -> None:
    left, right = page.half(), page.half()
    if entry.voice:
        _voice(entry.voice, left)
    if entry.observation:
        right.text("as one moment", "$quiet", first=f"{OBSERVED} ")
        right.text(entry.observation, indent=2)
    if left.lines and right.lines:
        page.blank()
        page.beside(left, right)
        return
    page.blank()
    if entry.voice:
        _voice(entry.voice, page)
    elif entry.observation:
        page.text(entry.observation, first=f"{OBSERVED} ")


def _voice(voice: InnerVoice, page: Page) -> None:
    mark = scope_mark(voice.scope)
    page.text(f"the voice, {mark.word}", "$quiet", first=f"{mark.sign} ")
    page.text(f"“{voice.reworded or voice.text}”", indent=2)
    if voice.reworded:
        page.text(f"first: “{voice.text}”", "$quiet", indent=2)
    label, values = beliefs_in_words(voice.belief_before, voice.belief_after, voice.belief_later)
    if values:
        page.text(f"{label} {values}", "$quiet", indent=2)


def _habits(entry: Entry, reading: Reading, page: Page) -> None:
    if not entry.habits:
        return
    page.heading("Habits")
    for key in entry.habits:
        name, definition = reading.habits.get(key, (key, ""))
        page.text(name)
        if definition:
            page.text(definition, "$quiet", indent=2)


def _triage(triage: Triage, page: Page) -> None:
    page.heading("Small experiment, or something bigger?")
    page.labelled("chosen", PATHS[triage.choice])
    if triage.suggestion:
        same = triage.suggestion is triage.choice
        page.labelled("suggested", "the same" if same else PATHS[triage.suggestion], style="$quiet")
    questions = {each.key: each.text for each in QUESTIONS}
    for key, answer in triage.answers:
        page.labelled(answer.replace("_", " "), questions.get(key, key), style="$quiet")
    if triage.choice is Path.NOT_MINE:
        page.text(f"{NOT_MINE} {key_for('app.safety')} opens the safety page.", "$quiet")


def _company(story: Story, people: Mapping[str, str], page: Page) -> None:
    page.heading("Company")
    for moment in story.moments:
        who = people.get(moment.person_id or "", "")
        page.labelled(moment.kind.replace("_", " "), moment.what_happened, f" ({who})" if who else "")
        page.labelled("to borrow", moment.borrow)


def _ratings(reading: Reading, page: Page) -> None:
    if not reading.story.ratings:
        return
    page.heading("Ratings")
    for rating in sorted(reading.story.ratings, key=lambda each: each.rated_at):
        day = long_day(rating.rated_at.date(), reading.today)
        asked = str(rating.context).replace("_", " ")
        stung = rating.measure is Measure.DREAD and rating.context is Context.SLIP
        what = "sting" if stung else str(rating.measure).replace("_", "-")
        page.labelled(what, f"{rating.value}", f"   {day}, {asked}")


def _assumption(reading: Reading, page: Page) -> None:
    tested = reading.assumption
    if tested is None:
        return
    page.heading("Fairly sure of this about myself")
    page.text(tested.text, "bold")
    sure = [str(value) for value in (tested.sure_before, tested.sure_after) if value is not None]
    page.labelled("how sure", " → ".join(sure))
    page.labelled("if it were not so", tested.expect_if_not)
