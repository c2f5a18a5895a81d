"""A draft: all the answers of a guided session so far, and the prompt it stands at."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from recalibrate.domain.records.entry import Idea, Path, Scope
from recalibrate.domain.records.experiment import Feeling
from recalibrate.domain.records.record import new_id
from recalibrate.domain.reframing.beginning import Beginning
from recalibrate.domain.reframing.if_then import as_plan
from recalibrate.domain.reframing.road import place_of, prompt_after, prompt_before, road_of, steps_of, why_held_back
from recalibrate.domain.reframing.steps import Prompt, Step
from recalibrate.domain.scale import in_tens
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import one_line

RATINGS = frozenset({"sting", "belief_before", "belief_after", "probability", "can_do", "sure_before"})
_CLOSED_SETS: dict[str, type[StrEnum]] = {"scope": Scope, "path": Path, "feeling": Feeling}
_UNWRITTEN = frozenset({"id", "beginning", "at", "started_at", "asked", "prefilled", "entry_id", "experiment_id"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything answered so far, as typed; dates stay phrases until they are saved, ratings are 0–100 in tens.

    `entry_id` and `experiment_id` are the records that are continued; `asked` are the questions that are
    put once only; `prefilled` is the idea that filled the plan, so that another choice can fill it anew.
    """

    id: str = field(default_factory=new_id)
    beginning: Beginning = Beginning.SLIP
    at: Prompt = Prompt.WHAT_HAPPENED
    started_at: datetime | None = None
    entry_id: str | None = None
    experiment_id: str | None = None
    what_happened: str = ""
    when: str = ""
    situation: str = ""
    people: str = ""
    sting: int | None = None
    voice: str = ""
    belief_before: int | None = None
    scope: Scope | None = None
    habits: tuple[str, ...] = ()
    named: bool = False
    observation: str = ""
    belief_after: int | None = None
    ideas: str = ""
    chosen: int = 0
    answers: tuple[tuple[str, str], ...] = ()
    path: Path | None = None
    cue: str = ""
    action: str = ""
    prediction: str = ""
    feeling: Feeling | None = None
    probability: int | None = None
    sign: str = ""
    obstacle: str = ""
    obstacle_plan: str = ""
    leave_out: str = ""
    decide_by: str = ""
    can_do: int | None = None
    what_must_change: str = ""
    first_step: str = ""
    who_must_agree: str = ""
    by_when: str = ""
    assumption: str = ""
    sure_before: int | None = None
    expect_if_not: str = ""
    prefilled: str = ""
    asked: tuple[str, ...] = ()

    @classmethod
    def for_a_slip(cls, now: datetime, **answers: Any) -> Self:
        """A fresh draft at the first prompt, begun at `now`."""
        return cls(started_at=now).answered(**answers)

    @classmethod
    def for_an_assumption(cls, now: datetime) -> Self:
        """A fresh draft that tests something one is fairly sure of."""
        return cls(beginning=Beginning.ASSUMPTION, at=Prompt.ASSUMPTION, started_at=now)

    def answered(self, **answers: Any) -> Self:
        """The draft with these answers; texts are cleaned.

        Raises ValueError for a rating off the scale or a choice that is none, TypeError for an unknown answer.
        """
        for name, value in answers.items():
            if name in RATINGS:
                in_tens(value)
            elif name in _CLOSED_SETS and value is not None:
                answers[name] = _CLOSED_SETS[name](value)
            elif isinstance(value, str) and not isinstance(value, StrEnum):
                answers[name] = clean_text(value)
        return replace(self, **answers)

    def triaged(self, key: str, answer: str) -> Self:
        """The draft with one of the five triage questions answered; an empty answer takes it back."""
        others = tuple(pair for pair in self.answers if pair[0] != key)
        return replace(self, answers=(*others, (key, answer)) if answer else others)

    def with_habit(self, key: str) -> Self:
        """The draft with a habit named, or no longer named."""
        kept = tuple(each for each in self.habits if each != key)
        return replace(self, habits=kept if key in self.habits else (*kept, key))

    def having_asked(self, question: str) -> Self:
        """The draft that remembers a question which is put once only."""
        return self if question in self.asked else replace(self, asked=(*self.asked, question))

    def not_having_asked(self, question: str) -> Self:
        """The draft as it was before that question was put."""
        return replace(self, asked=tuple(each for each in self.asked if each != question))

    @property
    def steps(self) -> tuple[Step, ...]:
        """All the steps of this kind of session, asked or not."""
        return steps_of(self.beginning)

    @property
    def step(self) -> Step:
        """The step one stands at."""
        return next(step for step in self.steps if step.key is self.at)

    @property
    def road(self) -> tuple[Prompt, ...]:
        """The prompts that these answers call for, in order, the summary last."""
        return road_of(self.beginning, voice=self.voice, scope=self.scope, path=self.path)

    @property
    def place(self) -> str:
        """Where one is, as the bottom line says it: "2 of 8"."""
        return place_of(self.at, self.beginning)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was answered, so that there is nothing to keep."""
        return not any(getattr(self, each.name) for each in fields(self) if each.name not in _UNWRITTEN) and not any(
            getattr(self, name) is not None for name in RATINGS
        )

    @property
    def held_back(self) -> str:
        """Why one cannot go on from here, as a sentence; empty when one can."""
        return why_held_back(self.at, what_happened=self.what_happened, assumption=self.assumption)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a next prompt and this one may be left."""
        return self.at is not Prompt.CLOSE and not self.held_back

    @property
    def can_go_back(self) -> bool:
        """Whether there is a prompt before this one."""
        return self.at is not self.road[0]

    @property
    def can_be_saved(self) -> bool:
        """Whether there is enough to keep: a slip, or an assumption, in words."""
        return self.beginning is Beginning.PLAN or bool(self.heading)

    def forward(self) -> Self:
        """The draft at the next prompt of its road; the same draft where it cannot go on."""
        if not self.can_go_forward:
            return self
        draft = replace(self, named=True) if self.at is Prompt.HABIT else self
        return draft._standing_at(prompt_after(draft.at, draft.road, draft.beginning))

    def back(self) -> Self:
        """The draft one prompt back, with every answer it had; the same draft at the first."""
        if not self.can_go_back:
            return self
        return self._standing_at(prompt_before(self.at, self.road, self.beginning))

    def _standing_at(self, prompt: Prompt) -> Self:
        draft = replace(self, at=prompt)
        return draft._with_plan_begun() if prompt is Prompt.PLAN else draft

    def _with_plan_begun(self) -> Self:
        """The plan filled from what was said before, where the user has not written over it."""
        draft = self
        idea = self.chosen_idea
        if idea and idea != self.prefilled and (self.cue, self.action) in {("", ""), as_plan(self.prefilled)}:
            cue, action = as_plan(idea)
            draft = replace(draft, cue=cue, action=action, prefilled=idea)
        if self.expect_if_not and not self.sign:
            draft = replace(draft, sign=one_line(self.expect_if_not))
        return draft

    @property
    def idea_list(self) -> tuple[str, ...]:
        """The ideas, one a line."""
        return tuple(line.strip() for line in self.ideas.split("\n") if line.strip())

    @property
    def chosen_idea(self) -> str:
        """The idea marked to be tried: the first one until another is marked."""
        ideas = self.idea_list
        return ideas[self.chosen if self.chosen < len(ideas) else 0] if ideas else ""

    @property
    def marked_ideas(self) -> tuple[Idea, ...]:
        """The ideas as an entry keeps them."""
        chosen = self.chosen if self.chosen < len(self.idea_list) else 0
        return tuple(Idea(text=text, chosen=n == chosen) for n, text in enumerate(self.idea_list))

    @property
    def heading(self) -> str:
        """The draft in one line: the slip, or the assumption, or nothing yet."""
        words = self.assumption if self.beginning is Beginning.ASSUMPTION else self.what_happened
        return one_line(words or self.assumption)

    @property
    def has_plan(self) -> bool:
        """Whether anything of a plan was written beyond what was filled in for the user."""
        typed = (self.prediction, self.obstacle, self.obstacle_plan, self.leave_out, self.decide_by)
        rated = (self.probability, self.can_do, self.feeling)
        own = (self.cue, self.action) not in {("", ""), as_plan(self.prefilled)}
        sign = self.sign.strip() and self.sign != one_line(self.expect_if_not)
        return own or bool(sign) or any(text.strip() for text in typed) or any(each is not None for each in rated)
