"""Share one: an entry or an experiment as a short plain-text card, less whatever should stay at home."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recalibrate.domain.experimenting.plan_words import plan_in_words
from recalibrate.domain.marks import CHOICES, scope_mark
from recalibrate.domain.records.entry import Entry, Path
from recalibrate.domain.records.experiment import Experiment, Outcome
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import as_sentence, listed, long_day

ALIASES = "aliases"
"""The key of the people's aliases, in their line and wherever they stand in a text."""

KEYS = frozenset({
    "what_happened", "when", "situation", ALIASES, "sting", "voice", "habits", "observation", "idea", "path",
    "plan", "expectation", "sign", "deadline", "outcome", "learned", "decision", "overhaul",
})  # fmt: skip
"""Every key that a field of a card can have."""

SOMEONE = "someone"

_OUTCOMES = {
    Outcome.YES: "it happened",
    Outcome.PARTLY: "it partly happened",
    Outcome.NO: "it did not happen",
    Outcome.COULD_NOT_TELL: "I could not tell",
}
_PATHS = {Path.LET_GO: "I let it go.", Path.NOT_MINE: "It was not mine."}


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a card: the key it is left out by, its label, and the text."""

    key: str
    label: str
    text: str


def entry_parts(
    entry: Entry,
    today: date,
    *,
    situation: str = "",
    aliases: Sequence[str] = (),
    habits: Mapping[str, str] | None = None,
    experiments: Iterable[Experiment] = (),
    overhauls: Iterable[Overhaul] = (),
) -> tuple[Part, ...]:
    """The card of an entry with what came of it; `habits` maps keys and ids to names."""
    names = habits or {}
    parts = [
        Part("what_happened", "What happened", entry.what_happened),
        Part("when", "When", long_day(entry.happened_on, today)),
        Part("situation", "Situation", situation),
        Part(ALIASES, "Who was there", listed(aliases)),
        Part("sting", "Sting", "" if entry.sting is None else f"{entry.sting} of 100"),
        Part("voice", "What the voice said", _voice(entry)),
        Part("habits", "The habit behind it", listed([names.get(key, key) for key in entry.habits])),
        Part("observation", "As one moment", entry.observation),
        Part("idea", "What I can try differently", entry.chosen_idea or "\n".join(i.text for i in entry.ideas)),
        Part("path", "And then", _PATHS.get(entry.triage.choice, "") if entry.triage else ""),
    ]
    for each in experiments:
        parts += _experiment(each, today)
    for overhaul in overhauls:
        words = as_sentence(overhaul.what_must_change)
        parts.append(Part("overhaul", "What in the set-up must change", f"{words} {_ended(overhaul)}".strip()))
    return tuple(part for part in parts if part.text.strip())


def experiment_parts(experiment: Experiment, today: date) -> tuple[Part, ...]:
    """The card of an experiment alone."""
    return tuple(part for part in _experiment(experiment, today) if part.text.strip())


def keys_of(parts: Iterable[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of a card as key and label, each key once."""
    found: dict[str, str] = {}
    for part in parts:
        found.setdefault(part.key, part.label)
    return tuple(found.items())


def card_text(parts: Iterable[Part], left_out: Collection[str] = (), aliases: Sequence[str] = ()) -> str:
    """The card as text that is safe in any terminal, exactly as it will leave.

    With `ALIASES` left out, each of `aliases` is written "someone" wherever it stands in the texts.
    """
    hidden = aliases if ALIASES in left_out else ()
    blocks = [f"{part.label}\n{_indented(_without(part.text, hidden))}" for part in parts if part.key not in left_out]
    return display_safe("\n\n".join(blocks)) + ("\n" if blocks else "")


def _experiment(each: Experiment, today: date) -> Iterator[Part]:
    yield Part("plan", "What I try", _plan(each))
    odds = "" if each.probability is None else f" ({each.probability} of 100)"
    yield Part("expectation", "What I expect", f"{each.prediction}{odds}" if each.prediction.strip() else "")
    yield Part("sign", "How I will know", each.sign)
    if each.started_at and each.deadline and each.decision is None and each.withdrawal is None:
        yield Part("deadline", "I decide by", long_day(each.deadline, today))
    if decision := each.decision:
        expected = f"What I expected: {_OUTCOMES[decision.outcome]}." if decision.outcome else ""
        came = f"{decision.what_happened.strip()}\n{expected}".strip()
        yield Part("outcome", "How it went", came)
        yield Part("learned", "What it taught me", decision.learned)
        mark = CHOICES[decision.choice]
        yield Part("decision", "What I decided", f"{mark.word}: {decision.next_line}".strip(": "))


def _plan(each: Experiment) -> str:
    cue, action = each.cue.strip(), each.action.strip()
    return plan_in_words(cue, action) if cue and action else action or cue


def _voice(entry: Entry) -> str:
    if entry.voice is None:
        return ""
    mark = f" ({scope_mark(entry.voice.scope).word})" if entry.voice.scope else ""
    return f"“{entry.voice.text.strip()}”{mark}" if entry.voice.text.strip() else ""


def _ended(overhaul: Overhaul) -> str:
    return f"({overhaul.ending})" if overhaul.ending else ""


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.strip().split("\n"))


def _without(text: str, aliases: Sequence[str]) -> str:
    for alias in sorted((each.strip() for each in aliases), key=len, reverse=True):
        if alias and alias.casefold() not in ("i", "a"):  # words of their own in nearly every sentence
            text = re.sub(rf"(?<!\w){re.escape(alias)}(?!\w)", SOMEONE, text)
    return text
