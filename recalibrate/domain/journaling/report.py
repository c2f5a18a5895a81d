"""A report of a span, for a therapist, a coach or oneself: what the look-back says, and the slips with what came.

People stay aliases. Any part can be left out; what is left out is not there at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from recalibrate.domain.experimenting.plan_words import expectation_in_words, plan_in_words
from recalibrate.domain.look_back import CAVEAT, SECTIONS, Month, Notebook, Page, while_running, within
from recalibrate.domain.look_back.notebook import entries_of_experiments
from recalibrate.domain.marks import scope_mark
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.situation import ends
from recalibrate.domain.wording import as_sentence, beliefs_in_words, listed, long_day

SLIP_FIELDS = (
    *("what_happened", "situation", "people", "sting", "voice"),
    *("habits", "observation", "ideas", "experiments", "overhauls"),
)
FIELDS = frozenset((*SLIP_FIELDS, "slips", "reviews", "notes", *(section.key for section in SECTIONS)))
"""What can be left out: fields of a slip, all slips, closed months, the notes beside them, sections."""


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what stands behind it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip as the report tells it."""

    day: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ClosedMonth:
    """What a month said when it closed, and the user's own note."""

    title: str
    statements: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Report:
    """A span's pages of the look-back, its closed months and its slips, oldest first."""

    title: str
    caveat: str
    pages: tuple[Page, ...]
    months: tuple[ClosedMonth, ...]
    slips: tuple[Slip, ...]


def report(
    notebook: Notebook, people: Iterable[Person], first: date, last: date, leave_out: frozenset[str] = frozenset()
) -> Report:
    """The report from `first` to `last`, both included. ValueError for a field that there is not."""
    unknown = leave_out - FIELDS
    if unknown:
        raise ValueError(f"There is no {sorted(unknown)[0]} to leave out; there are {listed(sorted(FIELDS))}.")
    span = within(notebook, first, last)
    pages: list[Page] = []
    for section in SECTIONS:
        if section.key not in leave_out:
            counted = section.pages(span, last, while_running)
            # a second picture of the same numbers says nothing new on paper
            pages += [page for at, page in enumerate(counted) if not at or page.table != counted[at - 1].table]
    months = () if "reviews" in leave_out else tuple(_months(span, leave_out))
    slips = () if "slips" in leave_out else tuple(_slips(span, people, leave_out))
    title = f"{long_day(first, last)} to {long_day(last, first)}"
    return Report(title=title, caveat=CAVEAT, pages=tuple(pages), months=months, slips=slips)


def _months(span: Notebook, leave_out: frozenset[str]) -> Iterator[ClosedMonth]:
    for each in sorted(span.reviews, key=lambda each: each.month):
        if each.statements:
            note = "" if "notes" in leave_out else each.note
            yield ClosedMonth(Month.read(each.month).words, tuple(said.text for said in each.statements), note)


def _slips(span: Notebook, people: Iterable[Person], leave_out: frozenset[str]) -> Iterator[Slip]:
    names = {id: each.name for id, each in ends(span.situations).items()}
    aliases = {each.id: each.alias for each in people}
    of = entries_of_experiments(span.experiments)
    experiments: dict[str, list[Experiment]] = {}
    for each in span.experiments:
        if each.id in of and each.started_at:
            experiments.setdefault(of[each.id], []).append(each)
    overhauls: dict[str, list[Overhaul]] = {}
    for overhaul in span.overhauls:
        entry_id = overhaul.entry_id or of.get(overhaul.experiment_id or "")
        if entry_id:
            overhauls.setdefault(entry_id, []).append(overhaul)
    for entry in sorted(span.entries, key=lambda each: (each.happened_on, each.id)):
        lines = [
            *_entry(entry, names, aliases, span),
            *_experiments(experiments.get(entry.id, ())),
            *(("overhauls", Line("Overhaul", each.what_must_change)) for each in overhauls.get(entry.id, ())),
        ]
        kept = tuple(line for field, line in lines if field not in leave_out and line.text.strip())
        if kept:
            yield Slip(f"{entry.happened_on:%Y-%m-%d}", kept)


def _entry(entry: Entry, names: dict[str, str], aliases: dict[str, str], span: Notebook) -> Iterator[tuple[str, Line]]:
    yield "what_happened", Line("What happened", entry.what_happened)
    yield "situation", Line("Situation", names.get(entry.situation_id or "", ""))
    yield "people", Line("People", listed([aliases[id] for id in entry.people if id in aliases]))
    yield "sting", Line("Sting", "" if entry.sting is None else str(entry.sting))
    if entry.voice:
        label, values = beliefs_in_words(entry.voice.belief_before, entry.voice.belief_after)
        mark = scope_mark(entry.voice.scope)
        rated = f" — {label} {values}" if values else ""
        yield "voice", Line(f"First voice ({mark.word})", f"“{entry.voice.text}”{rated}")
    yield "habits", Line("Habits", listed([span.habit_names.get(key, key) for key in entry.habits]))
    yield "observation", Line("Observation", entry.observation)
    yield "ideas", Line("To try", "; ".join(idea.text for idea in entry.ideas))


def _experiments(experiments: Iterable[Experiment]) -> Iterator[tuple[str, Line]]:
    for each in sorted(experiments, key=lambda each: each.round):
        expected = expectation_in_words(each.prediction)
        odds = f" ({each.probability})" if each.probability is not None else ""
        plan = as_sentence(plan_in_words(each.cue, each.action))
        yield "experiments", Line(f"Round {each.round}", f"{plan} {expected}{odds}." if expected else plan)
        if each.decision:
            parts = (each.decision.what_happened, each.decision.learned)
            said = " ".join(part for part in parts if part)
            yield "experiments", Line(f"Decided: {each.decision.choice}", said or "–")
