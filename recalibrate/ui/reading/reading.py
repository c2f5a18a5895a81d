"""What is read: a story with the names around it, and how it is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from textual.content import Content

from recalibrate.domain.assumption import Assumption
from recalibrate.domain.narrative import narrative
from recalibrate.domain.search import Query
from recalibrate.domain.story import Story
from recalibrate.ui.reading.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A story to be read on the local date `today`.

    `habits` maps keys to names and definitions, `people` ids to aliases; `situation` is the name to show, merges
    followed; `is_told` asks for the story told as an experiment.
    """

    story: Story
    today: date
    situation: str = ""
    habits: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    assumption: Assumption | None = None
    query: Query = field(default_factory=Query)
    is_told: bool = False

    def lines(self, width: int) -> list[Content]:
        """The story as lines of at most `width` cells."""
        page = Page(width, self.query)
        if self.is_told:
            told(self, page)
        else:
            from recalibrate.ui.reading.entry_words import write_entry, write_rest
            from recalibrate.ui.reading.round_words import write_rounds

            write_entry(self, page)
            write_rounds(self, page)
            write_rest(self, page)
        return page.lines


def told(reading: Reading, page: Page) -> None:
    """The story as a short plain narrative."""
    page.heading("Told as an experiment")
    page.blank()
    for sentence in narrative(reading.story):
        if sentence.startswith("Round "):
            page.blank()
        page.text(sentence)
    page.blank()
    page.text("y the whole story", "$quiet")
