"""What the palette finds from anywhere though it lies behind another screen: the room, and what is done in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from recalibrate.domain.learning.pages import LearnPage, page_paragraphs
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.page import PageScreen
from recalibrate.ui.screens.today.doors import room


@dataclass(frozen=True, slots=True)
class Behind:
    """An action of a room: the id of its binding, the room of Today, the action, and what it is called from afar."""

    id: str
    room: str
    action: str
    words: str


SECTIONS = {
    "year": "The year",
    "first_voice": "First voice",
    "habits": "Habits",
    "situations": "Situations",
    "expectation": "Expectation and outcome",
    "experiments": "Experiments",
    "belief_later": "Belief later",
    "task": "Task",
    "range": "Range",
    "company": "Company",
}
"""Those of the look back, said here because the palette opens sooner without its statistics."""

BEHIND = (
    *(
        Behind(f"look_back.{key}", "look_back", f"go({number})", f"Look back: {title}")
        for number, (key, title) in enumerate(SECTIONS.items())
    ),
    Behind("look_back.reviews", "look_back", "reviews", "Look back: the months that are closed, with your notes"),
    Behind("look_back.month", "look_back", "month", "Look back: another month"),
    Behind("journal.searches", "journal", "searches", "Searches you saved"),
    Behind("task.add", "task", "add", "A new task, with its levels"),
    Behind("task.before", "task", "before", "A try at the task: before the event"),
    Behind("task.log", "task", "log", "A try at the task: after the event"),
    Behind("task.improvement", "task", "improvement", "Note something worth repeating"),
    Behind("task.plan", "task", "plan", "Plan an experiment with the task"),
    Behind("situations.check", "situations", "check", "The monthly check: dread for each situation"),
    Behind("company.note", "company", "note", "Note how a slip was met"),
    Behind("company.add", "company", "add", "Add someone to the company, by an alias"),
    Behind("company.share", "company", "share", "Share a slip or an experiment as a card"),
    Behind("learn.add", "learn", "add", "Add a habit of your own"),
    Behind("settings.keys", "settings", "keys", "All keys, and another one where you like"),
    Behind("settings.privacy", "settings", "privacy", "Privacy: what is protected, and what is not"),
)


def begin_behind(screen: NotebookScreen[Any], behind: Behind) -> None:
    """Go there while the palette closes."""
    screen.run_worker(go_behind(screen, behind))


async def go_behind(screen: NotebookScreen[Any], behind: Behind) -> None:
    """Open the room above `screen`, and do it there where it means something now."""
    opened = room(behind.room, screen.session)
    await screen.app.push_screen(opened)
    await screen.app.run_action(behind.action, opened)


def read(screen: NotebookScreen[Any], page: LearnPage) -> None:
    """Open a page of what there is to learn."""
    screen.app.push_screen(PageScreen(page_paragraphs(page)))
