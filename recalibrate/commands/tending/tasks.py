"""What can be done with the small tasks: tried, edited, put in focus, planned with, archived."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot, WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.task import Improvement, Task
    from recalibrate.store.journal import Journal

NONE_YET = "There is no task yet; `recalibrate task new` begins one."


def try_it(words: Sequence[str], call: Call) -> int:
    """A try line by line; the one with this id is gone on with, or told anew."""
    from recalibrate.commands.plain.task import log_a_try, tell_a_try
    from recalibrate.domain.records.task import Attempt

    journal = call.journal_to_write()
    if words:
        return tell_a_try(journal.find(Attempt, words[0]), journal, call)
    return log_a_try(_task((), journal), journal, call)


def new(words: Sequence[str], call: Call) -> int:
    """Another task, asked for line by line."""
    from recalibrate.commands.plain.task import begin

    return begin(call.journal_to_write(), call)


def edit(words: Sequence[str], call: Call) -> int:
    """Its name, levels and situation, asked for line by line."""
    from recalibrate.commands.plain.task import edit_task

    journal = call.journal_to_write()
    return edit_task(_task(words, journal), journal, call)


def focus(words: Sequence[str], call: Call) -> int:
    """Put it in focus."""
    from recalibrate.domain.records.task import Task
    from recalibrate.domain.tasks.tending import focused

    journal = call.journal_to_write()
    task = _task(words, journal)
    journal.put(*focused(task, journal.all(Task)))
    call.say(f"“{task.name}” is in focus; the others rest.")
    return 0


def again(words: Sequence[str], call: Call) -> int:
    """Something worth repeating; prints its id."""
    from recalibrate.domain.records.task import Improvement
    from recalibrate.domain.tasks.tries import improvement_text

    journal = call.journal_to_write()
    line = Improvement(task_id=_task((), journal).id, text=improvement_text(words[0]))
    journal.put(line)
    call.say(line.id)
    return 0


def reword(words: Sequence[str], call: Call) -> int:
    """Other words for something worth repeating."""
    from recalibrate.domain.records.task import Improvement
    from recalibrate.domain.tasks.tries import improvement_text

    journal = call.journal_to_write()
    journal.put(replace(journal.find(Improvement, words[0]), text=improvement_text(words[1])))
    call.say("Changed.")
    return 0


def plan(words: Sequence[str], call: Call) -> int:
    """Plan an experiment with the task, line by line."""
    from recalibrate.commands.plain.asking import WAYS, Asking
    from recalibrate.commands.plain.plan import plan_and_start
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.tasks.tending import experiment_on

    journal = call.journal_to_write()
    task = _task((), journal)
    level = -1
    if words:
        if not (words[0].isascii() and words[0].isdigit() and 0 < int(words[0][:3]) <= len(task.levels)):
            raise WrongUsage(f"“{words[0]}” is no level of this task; they go from 1 to {len(task.levels)}.")
        level = int(words[0][:3]) - 1
    experiments = journal.all(Experiment)
    draft = experiment_on(task, level, experiments)
    if draft not in experiments:
        journal.put(draft)
    call.say_wrapped(WAYS)
    return plan_and_start(draft, journal, Asking(call), call)


def archive(words: Sequence[str], call: Call) -> int:
    """Put a task, or a line worth repeating, away."""
    from recalibrate.domain.tasks.tending import put_away

    journal = call.journal_to_write()
    if line := _line(words[0], journal):
        journal.put(replace(line, archived_at=call.now))
        call.say("Archived.")
        return 0
    task = _task(words, journal)
    journal.put(put_away(task, call.now))
    call.say(f"“{task.name}” is archived, with its tries.")
    return 0


def bring_back(words: Sequence[str], call: Call) -> int:
    """Take it out again."""
    from recalibrate.domain.tasks.tending import taken_out

    journal = call.journal_to_write()
    if line := _line(words[0], journal):
        journal.put(replace(line, archived_at=None))
        call.say("Back in the list.")
        return 0
    task = _task(words, journal)
    journal.put(taken_out(task))
    call.say(f"“{task.name}” is back in the list.")
    return 0


def _task(words: Sequence[str], journal: Journal) -> Task:
    """The task of that name, else the one that is shown first. Raises CouldNot."""
    from recalibrate.commands.finding.by_name import named
    from recalibrate.domain.records.task import Task
    from recalibrate.domain.tasks.tending import shown_first

    task = named(words[0], journal.all(Task), "tasks") if words else shown_first(journal.all(Task))
    if task is None:
        raise CouldNot(NONE_YET)
    return task


def _line(word: str, journal: Journal) -> Improvement | None:
    from recalibrate.domain.records.task import Improvement
    from recalibrate.store.errors import NotFound

    try:
        return journal.find(Improvement, word)
    except NotFound:
        return None
