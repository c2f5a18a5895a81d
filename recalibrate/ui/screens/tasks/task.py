"""What can be done with the one small task: its tries, its levels, what is worth repeating."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.task import Attempt, Improvement, Task
from recalibrate.domain.tasks.tending import experiment_on, focused, put_away, taken_out
from recalibrate.domain.tasks.tries import all_of_try, improvement_text, open_try
from recalibrate.ui.screens.one_line import OneLineScreen
from recalibrate.ui.screens.opening import open_record
from recalibrate.ui.screens.tasks.task_edit import TaskEditScreen
from recalibrate.ui.screens.tasks.task_page import TaskPage

DELETED = "Deleted. {screen.undo} brings it back."


class TaskScreen(TaskPage):
    """The task with its keys; a try is logged from here in seconds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "log", "log a try", tooltip="Log a try, after the event", id="task.log"),
        Binding("b", "before", "before one", tooltip="Open a try before the event: two ratings", id="task.before"),
        Binding("c", "close", "close it", tooltip="Close the try that is open", id="task.close"),
        Binding("a", "add", "new task", tooltip="A new task, with its levels", id="task.add"),
        Binding("e", "edit", "edit", tooltip="Edit the try or line here, else the task and its levels", id="task.edit"),
        Binding(
            "f",
            "put_in_focus",
            "focus",
            tooltip="Put the task here in focus; the other one rests",
            show=False,
            id="task.focus",
        ),
        Binding(
            "i",
            "improvement",
            "worth repeating",
            tooltip="Note something worth repeating",
            show=False,
            id="task.improvement",
        ),
        Binding(
            "p",
            "plan",
            "experiment",
            tooltip="Plan an experiment with this task, at the level here",
            show=False,
            id="task.plan",
        ),
        Binding(
            "z",
            "put_away",
            "archive",
            tooltip="Archive the task or line here, or bring it back",
            show=False,
            id="task.put_away",
        ),
        Binding(
            "x,delete",
            "remove",
            "delete",
            tooltip="Delete the try, line or task here; undo brings it back",
            show=False,
            id="task.remove",
        ),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Trying needs a task; closing one that is open."""
        task = self.shown_task
        if action == "close":
            return bool(task and open_try(task.id, self.session.journal.all(Attempt)))
        if action in ("log", "before", "improvement", "plan", "edit", "put_in_focus", "put_away", "remove"):
            return task is not None or bool(self.here[0])
        return True

    def opened(self, kind: str, id: str) -> None:
        """A level is tried, a try closed or edited, a line edited, another task shown."""
        if kind == "level":
            self._try(level=int(id))
        elif kind == "attempt":
            self._try(attempt_id=id)
        elif kind == "improvement":
            self._edit_improvement(id)
        elif kind == "task":
            self._show_other(id)
        elif kind == "experiment":
            open_record(self.app, self.session, kind, id)

    def action_log(self) -> None:
        """Log a try at the level under the cursor, else at the one tried last."""
        kind, id = self.here
        self._try(level=int(id) if kind == "level" else None)

    def action_before(self) -> None:
        """Open a try before the event."""
        kind, id = self.here
        self._try(level=int(id) if kind == "level" else None, before=True)

    def action_close(self) -> None:
        """Close the try under the cursor when it is open, else the one opened last."""
        journal, task = self.session.journal, self.shown_task
        kind, id = self.here
        here = journal.get(Attempt, id) if kind == "attempt" else None
        waits = here if here and here.done is None else task and open_try(task.id, journal.all(Attempt))
        if waits:
            self._try(attempt_id=waits.id)

    @work
    async def action_add(self) -> None:
        """Ask for a new task."""
        records = await self.app.push_screen_wait(TaskEditScreen(self.session.journal))
        if records and await self.save(*records, said="Written down. {screen.undo} undoes it."):
            self._id = records[0].id
            self.show()

    def action_edit(self) -> None:
        """Edit what the cursor stands on: a try, a line, the task."""
        kind, id = self.here
        if kind == "attempt":
            self._try(attempt_id=id)
        elif kind == "improvement":
            self._edit_improvement(id)
        else:
            self._edit_task(self.session.journal.get(Task, id) if kind == "task" else self.shown_task)

    @work
    async def action_put_in_focus(self) -> None:
        """Put the task under the cursor, else the one shown, in focus."""
        task = self.task_here
        if task and not task.in_focus:
            self._id = task.id
            changed = focused(task, self.session.journal.all(Task))
            if await self.save(*changed, said="In focus now; the others rest."):
                self.go_to_the_top()

    @work
    async def action_improvement(self) -> None:
        """Ask for something worth repeating."""
        if task := self.shown_task:
            question = OneLineScreen("What made it a bit easier?", improvement_text, placeholder="in a line")
            if text := await self.app.push_screen_wait(question):
                await self.save(Improvement(task_id=task.id, text=text), said="Written down. {screen.undo} undoes it.")

    @work
    async def action_plan(self) -> None:
        """Begin an experiment with the task, at the level under the cursor."""
        from recalibrate.ui.screens.reframing.plan import PlanScreen

        kind, id = self.here
        if task := self.shown_task:
            experiments = self.session.journal.all(Experiment)
            draft = experiment_on(task, int(id) if kind == "level" else -1, experiments)
            if draft in experiments or await self.save(draft):
                self.app.push_screen(PlanScreen(self.session, draft.id))

    @work
    async def action_put_away(self) -> None:
        """Archive what is here, or bring it back."""
        kind, id = self.here
        journal, now = self.session.journal, self.session.now
        if improvement := journal.get(Improvement, id) if kind == "improvement" else None:
            gone = None if improvement.archived_at else now
            await self.save(replace(improvement, archived_at=gone), said="Archived." if gone else "Back in the list.")
        elif task := self.task_here:
            changed = taken_out(task) if task.archived_at else put_away(task, now)
            await self.save(changed, said="Archived, with its tries." if changed.archived_at else "Back in the list.")

    @work
    async def action_remove(self) -> None:
        """Put the try, line or resting task under the cursor in the bin."""
        kind, id = self.here
        journal = self.session.journal
        if attempt := journal.get(Attempt, id) if kind == "attempt" else None:
            await self.put_in_bin(*all_of_try(attempt, journal.all(Rating)), said=DELETED)
        elif record := self._line_or_task(kind, id):
            await self.put_in_bin(record, said=DELETED)
        else:
            self.say("Only tries, lines and resting tasks are deleted here. {task.put_away} archives the task.")

    def _line_or_task(self, kind: str, id: str) -> Record | None:
        if kind == "improvement":
            return self.session.journal.get(Improvement, id)
        return self.session.journal.get(Task, id) if kind == "task" else None

    def _try(self, *, level: int | None = None, attempt_id: str | None = None, before: bool = False) -> None:
        from recalibrate.ui.screens.tasks.a_try import TryScreen

        if task := self.shown_task:
            self.app.push_screen(TryScreen(self.session, task.id, level=level, attempt_id=attempt_id, before=before))

    @work
    async def _show_other(self, id: str) -> None:
        task = self.session.journal.get(Task, id)
        if task and task.archived_at:
            await self.save(taken_out(task), said="Back in the list.")
        self._id = id
        self.show()
        self.go_to_the_top()

    @work
    async def _edit_task(self, task: Task | None) -> None:
        if task:
            records = await self.app.push_screen_wait(TaskEditScreen(self.session.journal, task))
            if records:
                await self.save(*records, said="Changed. {screen.undo} undoes it.")

    @work
    async def _edit_improvement(self, id: str) -> None:
        if improvement := self.session.journal.get(Improvement, id):
            question = OneLineScreen("Worth repeating", improvement_text, improvement.text)
            if text := await self.app.push_screen_wait(question):
                await self.save(replace(improvement, text=text), said="Changed. {screen.undo} undoes it.")
