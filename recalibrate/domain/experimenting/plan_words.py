"""A plan as sentences: what was typed after "When", "I will", "I expect" and "I'll know because", read on."""

from __future__ import annotations

from collections.abc import Mapping

from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.wording import one_line

_SMALL_WORDS = """
a an the this that these those some any no it its it's he she they we you one my your his her our their someone somebody
anyone nobody everyone everybody something nothing there after before during while once at in on as by with without not
if when whenever next each every all both either people
"""
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that are written small within a sentence; any other one at the start may be a name, and stays."""


def plan_in_words(cue: str, action: str) -> str:
    """The plan in one line without a full stop: "When she asks for a number, I will say 'let me check'"."""
    when, will = cue_within(cue), action_within(action)
    if when and will:
        return f"When {when}, I will {will}"
    return f"I will {will}" if will else (f"When {when}, …" if when else "")


def plan_named(plan: Experiment, tested: Mapping[str, str]) -> str:
    """What a list calls a plan: its action or cue, or else the assumption it will test, of those `tested` by their ids.

    Empty for a plan without any words yet.
    """
    return plan.action or plan.cue or tested.get(plan.assumption_id or "", "")


def expectation_in_words(prediction: str) -> str:
    """What is expected, in one line: "I expect she waits"; empty when nothing is."""
    expected = _within(prediction, "i expect ")
    return f"I expect {expected}" if expected else ""


def sign_in_words(sign: str) -> str:
    """How one will know, in one line: "I'll know because the meeting goes on"; empty when nothing was said."""
    known = _within(sign, "i'll know because ", "i’ll know because ", "because ")
    return f"I'll know because {known}" if known else ""


def cue_within(cue: str) -> str:
    """A cue as it stands after "When"."""
    return _within(cue, "whenever ", "when ", "as soon as ").rstrip(" .,;:")


def action_within(action: str) -> str:
    """An action as it stands after "I will": it begins with a verb, which is written small."""
    words = _within(action, "i will ", "i'll ", "i’ll ", "will ")
    first = words.partition(" ")[0]
    return words[:1].lower() + words[1:] if first[1:].islower() and len(first[:1].lower()) == 1 else words


def _within(text: str, *openings: str) -> str:
    """A text on one line, without a beginning that is said already, its first word small where it may be."""
    line = one_line(text)
    for opening in openings:
        if line[: len(opening)].casefold() == opening and line[len(opening) :].strip():
            line = line[len(opening) :]
    first = line.partition(" ")[0]
    return line[:1].lower() + line[1:] if first.rstrip(",").lower() in _SMALL else line
