"""A story as lines: the whole of it, or told as an experiment."""

from __future__ import annotations

from textual.content import Content

from recalibrate.domain.journaling.narrative import narrative
from recalibrate.ui.key_words import key_for
from recalibrate.ui.reading.entry_words import write_entry, write_rest
from recalibrate.ui.reading.page import Page
from recalibrate.ui.reading.reading import Reading
from recalibrate.ui.reading.round_words import write_rounds


def story_lines(reading: Reading, width: int) -> list[Content]:
    """The story as lines of at most `width` cells."""
    page = Page(width, reading.query)
    if reading.is_told:
        _told(reading, page)
    else:
        write_entry(reading, page)
        write_rounds(reading, page)
        write_rest(reading, page)
    return page.lines


def _told(reading: Reading, page: Page) -> None:
    """The story as a short plain narrative."""
    page.heading("Told as an experiment")
    page.blank()
    for sentence in narrative(reading.story):
        if sentence.startswith("Round "):
            page.blank()
        page.text(sentence)
    page.blank()
    page.text(f"{key_for('entry.tell')} the whole story", "$quiet")
