"""A story *told as an experiment*: what I tried, what I expected, what happened, what I try next."""

from __future__ import annotations

from collections.abc import Iterator

from recalibrate.domain.experimenting.plan_words import action_within, cue_within
from recalibrate.domain.journaling.story import Story
from recalibrate.domain.records.experiment import Choice, Experiment, Outcome, StillSo
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.domain.rules.starting import first_prediction, first_probability
from recalibrate.domain.wording import as_sentence, one_line

_OUTCOMES = {
    Outcome.YES: "What I expected happened.",
    Outcome.PARTLY: "What I expected happened in part.",
    Outcome.NO: "What I expected did not happen.",
    Outcome.COULD_NOT_TELL: "I could not tell whether what I expected happened.",
}
_CHOICES = {
    Choice.KEEP: "I keep it.",
    Choice.CHANGE: "I change one thing.",
    Choice.STOP: "I stop here.",
    Choice.OVERHAUL: "The set-up must change.",
}
_LOOKS = {
    StillSo.YES: "Looking again: it is still so.",
    StillSo.PARTLY: "Looking again: it is partly still so.",
    StillSo.NO: "Looking again: it is not so any more.",
}
_ENDINGS = {Ending.DONE: "That is done.", Ending.DROPPED: "That was dropped."}


def narrative(story: Story) -> tuple[str, ...]:
    """The story in short plain sentences, each on one line; what is missing is left out, never guessed."""
    return tuple(line for line in _told(story) if line)


def _told(story: Story) -> Iterator[str]:
    if story.entry is not None:
        yield _said("What happened: ", story.entry.what_happened)
        yield _said("Seen as one moment: ", story.entry.observation)
        if not story.chains:
            yield _said("What I could try: ", story.entry.chosen_idea)
    for links in story.chains:
        for link in links:
            yield from _round(link.experiment, alone=len(links) == 1)
    for overhaul in story.overhauls:
        yield from _overhaul(overhaul)


def _round(each: Experiment, alone: bool) -> Iterator[str]:
    started = each.started_at is not None
    head = "" if alone else f"Round {each.round}. "
    yield head + plan_sentence(each, tried=started)
    if started:
        yield _expected(each)
    if each.withdrawal is not None:
        yield _said("I took it back: ", each.withdrawal.reason)
    if each.decision is not None:
        yield _said("What happened then: ", each.decision.what_happened)
        if each.decision.outcome is not None:
            yield _OUTCOMES[each.decision.outcome]
        yield _said("What it taught me: ", each.decision.learned)
        yield _CHOICES[each.decision.choice]
        yield _said("Next: ", each.decision.next_line)
    elif started and each.withdrawal is None:
        yield "It is not decided yet."
    if each.check_back is not None and each.check_back.answer is not None:
        yield _LOOKS[each.check_back.answer]
        yield _said("What I saw: ", each.check_back.note)


def plan_sentence(each: Experiment, tried: bool) -> str:
    """Cue and action in one sentence: "When she asks, I tried: …" or, for a draft, "… I will try: …"."""
    verb = "I tried" if tried else "I will try"
    cue, action = cue_within(each.cue), action_within(each.action)
    if not action:
        return f"When {as_sentence(cue)}" if cue else "Nothing written yet."
    return as_sentence(f"When {cue}, {verb}: {action}" if cue else f"{verb}: {action}")


def _expected(each: Experiment) -> str:
    prediction, probability = one_line(first_prediction(each)), first_probability(each)
    if not prediction:
        return ""
    sure = f" ({probability} in 100)" if probability is not None else ""
    return f"I expected: {prediction.rstrip('.')}{sure}."


def _overhaul(each: Overhaul) -> Iterator[str]:
    yield _said("What must change in the set-up: ", each.what_must_change)
    yield _said("First step: ", each.first_step)
    if each.ending is not None:
        yield _ENDINGS[each.ending]
        yield _said("Why: ", each.why)


def _said(before: str, text: str) -> str:
    said = as_sentence(text)
    return before + said if said else ""
