"""The questions inside each prompt, as data: the same for the screen and for the line-by-line twin."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recalibrate.domain.records.entry import Path, Scope
from recalibrate.domain.records.experiment import Feeling
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.steps import Prompt


class Kind(StrEnum):
    """How a question is answered."""

    WRITING = "writing"
    LINE = "line"
    RATING = "rating"
    PAST = "past"
    DEADLINE = "deadline"
    CHOICE = "choice"
    HABITS = "habits"
    TRIAGE = "triage"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose: its value, its key, its words, and a few more words."""

    value: str
    key: str
    words: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One field of a draft and how it is asked; a folded one is offered, not shown."""

    field: str
    label: str
    kind: Kind
    hint: str = ""
    options: tuple[Option, ...] = ()
    folded: bool = False


SCOPES = (
    Option(Scope.GLOBAL, "w", "whole", "about me as a person: global"),
    Option(Scope.LOCAL, "m", "moment", "this one thing, this time: local"),
    Option(Scope.MIXED, "b", "both", "some of each"),
    Option(Scope.CANT_TELL, "c", "can't tell", ""),
)

PATHS = (
    Option(Path.EXPERIMENT, "e", "a small experiment", "one thing to try, and a date"),
    Option(Path.OVERHAUL, "o", "an overhaul", "the set-up must change"),
    Option(Path.LET_GO, "l", "let it go", "seeing it was enough"),
    Option(Path.NOT_MINE, "n", "not mine", "someone else's doing"),
)

FEELINGS = (Option(Feeling.HOPED, "h", "hoped for"), Option(Feeling.FEARED, "f", "feared"))

QUESTIONS: dict[Prompt, tuple[Question, ...]] = {
    Prompt.WHAT_HAPPENED: (
        Question("what_happened", "", Kind.WRITING),
        Question("when", "When?", Kind.PAST, "now"),
        Question("situation", "What kind of moment?", Kind.LINE, "e.g. questions in meetings"),
        Question("people", "Who was there?", Kind.LINE, "initials or made-up names, with commas"),
        Question("sting", "How much did it sting?", Kind.RATING),
    ),
    Prompt.VOICE: (
        Question("voice", "", Kind.WRITING),
        Question("belief_before", "How true did it feel?", Kind.RATING),
    ),
    Prompt.SCOPE: (Question("scope", "", Kind.CHOICE, options=SCOPES),),
    Prompt.HABIT: (Question("habits", "", Kind.HABITS),),
    Prompt.OBSERVATION: (
        Question("observation", "", Kind.WRITING, "This time, … perhaps because …"),
        Question("belief_after", "How true is it now?", Kind.RATING),
    ),
    Prompt.IDEAS: (Question("ideas", "", Kind.WRITING),),
    Prompt.TRIAGE: (Question("path", "", Kind.TRIAGE, options=PATHS),),
    Prompt.PLAN: (
        Question("cue", "When", Kind.LINE, "e.g. she asks for a number"),
        Question("action", "I will", Kind.LINE, "e.g. say “let me check” and look"),
        Question("prediction", "I expect", Kind.LINE, "e.g. she waits"),
        Question("feeling", "Is that", Kind.CHOICE, options=FEELINGS),
        Question("probability", "How likely?", Kind.RATING),
        Question("sign", "I'll know because", Kind.LINE, "e.g. the meeting goes on"),
        Question("decide_by", "Decide by", Kind.DEADLINE, "in 14 days"),
        Question("can_do", "Can I do it?", Kind.RATING),
        Question("obstacle", "What gets in the way?", Kind.LINE, folded=True),
        Question("obstacle_plan", "If that, then I will", Kind.LINE, folded=True),
        Question("leave_out", "My usual way out", Kind.LINE, "what I do to stay safe, left out this time", folded=True),
    ),
    Prompt.OVERHAUL: (
        Question("what_must_change", "", Kind.WRITING),
        Question("first_step", "First step", Kind.LINE),
        Question("who_must_agree", "Who must agree?", Kind.LINE),
        Question("by_when", "By when?", Kind.DEADLINE, "in 4 weeks"),
    ),
    Prompt.ASSUMPTION: (
        Question("assumption", "", Kind.WRITING),
        Question("sure_before", "How sure are you?", Kind.RATING),
    ),
    Prompt.IF_NOT_SO: (Question("expect_if_not", "", Kind.WRITING),),
    Prompt.CLOSE: (),
}


def questions(draft: Draft) -> tuple[Question, ...]:
    """The questions of the prompt the draft stands at; the belief is asked again only if there was a voice."""
    asked = QUESTIONS[draft.at]
    if draft.at is Prompt.OBSERVATION and not draft.voice.strip():
        return tuple(each for each in asked if each.field != "belief_after")
    return asked


def earlier_value(draft: Draft, field: str) -> str:
    """What may be revealed beside a rating: "felt 70 → 40", and only once the new value is given."""
    if field == "belief_after" and draft.belief_before is not None and draft.belief_after is not None:
        return f"felt {draft.belief_before} → {draft.belief_after}"
    return ""
