"""What is seen of the tasks: one in full, and the others under it."""

from __future__ import annotations

from collections.abc import Sequence

from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Attempt, Improvement, Task
from recalibrate.domain.tasks.tending import shown_first
from recalibrate.ui.screens.list_screen import ListScreen
from recalibrate.ui.screens.tasks.task_rows import TaskView, task_rows
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.row import Row
from recalibrate.ui.widgets.rows import VimRows


class TaskPage(ListScreen):
    """The base of the task's screen: which task it shows, and its rows; without `task_id` the one in focus."""

    HELP_TITLE = "The one small task"

    def __init__(self, session: Session, task_id: str | None = None) -> None:
        super().__init__(session)
        self._id = task_id

    @property
    def shown_task(self) -> Task | None:
        """The task that is shown: the one asked for, else the one in focus."""
        chosen = self.session.journal.get(Task, self._id)
        return chosen if chosen and not chosen.archived_at else shown_first(self.session.journal.all(Task))

    def heading(self) -> str:
        """The name of the task."""
        return self.shown_task.name if self.shown_task else self.HELP_TITLE

    def under(self) -> str:
        """Whether it is in focus, and where it belongs."""
        task = self.shown_task
        if task is None:
            return ""
        situation = self.session.journal.get(Situation, task.situation_id)
        return " · ".join(["in focus" if task.in_focus else "resting", *([situation.name] if situation else [])])

    def rows(self, width: int) -> Sequence[Row]:
        """The task in full, and the others."""
        journal, task = self.session.journal, self.shown_task
        others = [each for each in journal.all(Task) if task is None or each.id != task.id]
        view = TaskView(
            task=task,
            attempts=journal.all(Attempt),
            improvements=[each for each in journal.all(Improvement) if task and each.task_id == task.id],
            experiments=[each for each in journal.all(Experiment) if task and each.task_id == task.id],
            resting=[each for each in others if each.archived_at is None],
            archived=[each for each in others if each.archived_at is not None],
        )
        return task_rows(view, self.session.today, width, self.size.height or 24)

    @property
    def task_here(self) -> Task | None:
        """The task under the cursor, else the one that is shown."""
        kind, id = self.here
        return self.session.journal.get(Task, id) if kind == "task" else self.shown_task

    def go_to_the_top(self) -> None:
        """Stand at the first line."""
        self.query_one(VimRows).stand_on(0)
