"""A task's name, its levels and where it belongs, on one small card."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.records.record import Record
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Attempt, Task
from recalibrate.domain.situations.tending import situation_called
from recalibrate.domain.tasks.tending import MOST_LEVELS, changed, new_task
from recalibrate.store.journal import Journal
from recalibrate.ui.key_words import keys_said
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.widgets.line import Line

PLACEHOLDERS = ("easiest, nearly nothing", "a bit more", "the usual", "may stay empty", "hardest, may stay empty")


class TaskEditScreen(AskScreen[tuple[Record, ...]]):
    """Answers the records of a new task, or of `task` changed."""

    def __init__(self, journal: Journal, task: Task | None = None) -> None:
        super().__init__()
        self._journal, self._edited = journal, task
        self.question = "The task" if task else "One small task to practise"
        levels = tuple((f"level{place}", "", PLACEHOLDERS[place]) for place in range(MOST_LEVELS))
        self.fields = (("name", "", "speaking up in stand-up"), *levels, ("situation", "", "may stay empty"))

    def compose(self) -> ComposeResult:
        """The lines close together, so that they fit a small terminal."""
        levels = "Levels, easier to harder: three to five"
        labels = {"name": "Its name", "level0": levels, "situation": "Where it belongs"}
        situations = [each.name for each in self._journal.all(Situation) if not (each.archived_at or each.merged_into)]
        with Vertical():
            yield Static(Content(self.question), classes="question")
            for name, _, placeholder in self.fields:
                if name in labels:
                    yield Static(Content(labels[name]), classes="label")
                known = situations if name == "situation" else ()
                yield Line(self.initial(name), placeholder=placeholder, suggestions=known, id=name)
                yield Static(id=f"{name}-echo", classes="keys")
            yield Static(classes="refusal")
            yield Static(keys_said("{ask.on} on   {ask.finish} done   {ask.leave} leave it"), classes="keys")

    def initial(self, name: str) -> str:
        """What the task says now."""
        if self._edited is None:
            return ""
        if name == "name":
            return self._edited.name
        if name == "situation":
            situation = self._journal.get(Situation, self._edited.situation_id)
            return situation.name if situation else ""
        place = int(name.removeprefix("level"))
        return self._edited.levels[place] if place < len(self._edited.levels) else ""

    def answer(self, typed: dict[str, str]) -> tuple[Record, ...]:
        """The task, a situation that is new, and tries whose level moved. Refused as `domain.tasks` says."""
        journal = self._journal
        levels = [typed[f"level{place}"] for place in range(MOST_LEVELS)]
        tasks = journal.all(Task)
        situation = situation_called(typed["situation"], journal.all(Situation))
        belongs = situation.id if situation else None
        fresh = (situation,) if situation and journal.get(Situation, situation.id) is None else ()
        if self._edited is None:
            return (new_task(typed["name"], levels, tasks, belongs), *fresh)
        task, *moved = changed(self._edited, typed["name"], levels, tasks, journal.all(Attempt))
        assert isinstance(task, Task)
        return (replace(task, situation_id=belongs), *moved, *fresh)
