"""The sections of the look-back, in the order in which one goes through them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from recalibrate.domain.look_back.notebook import Notebook
from recalibrate.domain.look_back.sections import experiments, others, situations, voices
from recalibrate.domain.look_back.sections.page import Page, Table
from recalibrate.domain.look_back.speech import Standings

__all__ = ["SECTIONS", "Page", "Section", "Table"]


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its key and title; `pages` counts it out over a notebook as it stood on a day."""

    key: str
    title: str
    pages: Callable[[Notebook, date, Standings], tuple[Page, ...]]


SECTIONS: tuple[Section, ...] = (
    Section("year", "The year", voices.year_pages),
    Section("first_voice", "First voice", voices.first_voice_pages),
    Section("habits", "Habits", voices.habit_pages),
    Section("situations", "Situations", situations.situation_pages),
    Section("expectation", "Expectation and outcome", experiments.expectation_pages),
    Section("experiments", "Experiments", experiments.experiment_pages),
    Section("belief_later", "Belief later", voices.belief_pages),
    Section("task", "Task", others.task_pages),
    Section("range", "Range", situations.reach_pages),
    Section("company", "Company", others.company_pages),
)
