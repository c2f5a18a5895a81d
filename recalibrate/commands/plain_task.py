"""A task and its tries line by line: before it, after it, and what made it a bit easier."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recalibrate.commands.asking import WAYS, Asking, Back, Park, Pick
from recalibrate.commands.failures import CouldNot
from recalibrate.domain.rating import Context, Measure, Rating
from recalibrate.domain.task import Attempt, Doing, Improvement, Task

if TYPE_CHECKING:
    from recalibrate.commands.call import Call
    from recalibrate.domain.record import Record
    from recalibrate.store.journal import Journal

MOST_LEVELS = 5

DOINGS = [
    Pick(Doing.YES, "y", "yes"),
    Pick(Doing.PARTLY, "p", "partly"),
    Pick(Doing.NO, "n", "no"),
    Pick(Doing.NO_CHANCE, "c", "no chance came"),
]


def begin(journal: Journal, call: Call) -> int:
    """A new task, in focus from now on; the others rest."""
    ask = Asking(call)
    try:
        name = ask.line("What is the one small task?").strip()
        levels = ask.lines("Three to five levels, easier to harder, one a line; an empty line ends.") if name else ""
    except (Park, Back):
        name = ""
    if not name:
        raise CouldNot("Nothing was written, so nothing is kept.")
    steps = tuple(line.strip() for line in levels.split("\n") if line.strip())[:MOST_LEVELS]
    resting = [replace(each, in_focus=False) for each in journal.all(Task) if each.in_focus]
    task = Task(name=name, levels=steps, in_focus=True)
    journal.put(task, *resting)
    call.say(task.id)
    return 0


def log_a_try(task: Task | None, journal: Journal, call: Call) -> int:
    """Ask before a try, then after it; broken off in between, the try stays open and is gone on with."""
    if task is None:
        raise CouldNot("There is no task yet; `recalibrate task new` begins one.")
    ask = Asking(call)
    call.say(WAYS)
    call.say(task.name)
    open_ones = [each for each in journal.all(Attempt) if each.task_id == task.id and each.closed_at is None]
    attempt = open_ones[-1] if open_ones else None
    try:
        if attempt is None:
            attempt, ratings = _before(task, ask, call)
            attempt = _saved(journal, attempt, *ratings)
        closed, improvement = _after(attempt, task, ask, call)
    except (Park, Back):
        if attempt is None:
            raise CouldNot("Nothing was written, so nothing is kept.") from None
        call.say("The try is open; `recalibrate task try` goes on with it afterwards.")
        return 0
    journal.put(closed, *improvement)
    call.say("Written down.")
    return 0


def _before(task: Task, ask: Asking, call: Call) -> tuple[Attempt, list[Rating]]:
    level = 0
    if len(task.levels) > 1:
        options = [Pick(str(number), "", words) for number, words in enumerate(task.levels)]
        level = int(ask.pick("Which level? Enter is the first.", options) or 0)
    can_do = ask.rating("How sure are you that you can do this, as it is today?")
    dread = ask.rating("How much do you dread it right now?")
    attempt = Attempt(task_id=task.id, level=level, can_do_before=can_do, dread_before=dread, opened_at=call.now)
    given = ((Measure.CAN_DO, can_do), (Measure.DREAD, dread))
    ratings = [
        Rating(
            measure=measure,
            value=value,
            rated_at=call.now,
            context=Context.BEFORE_TRY,
            task_id=task.id,
            situation_id=task.situation_id if measure is Measure.DREAD else None,
        )
        for measure, value in given
        if value is not None
    ]
    return attempt, ratings


def _after(attempt: Attempt, task: Task, ask: Asking, call: Call) -> tuple[Attempt, list[Improvement]]:
    call.say("And afterwards; . leaves it open until then.")
    done = ""
    while not done:
        done = ask.pick("Did you do it?", DOINGS)
    difficulty = ask.rating("How hard was it?") if done != Doing.NO_CHANCE else None
    note = ask.text("A line on it, if you like")
    easier = ask.text("What made it a bit easier? Would you use that again?").strip()
    closed = replace(attempt, done=Doing(done), difficulty_after=difficulty, note=note, closed_at=call.now)
    improvement = [Improvement(task_id=task.id, text=easier, attempt_id=attempt.id)] if easier else []
    return closed, improvement


def _saved(journal: Journal, attempt: Attempt, *others: Record) -> Attempt:
    """The attempt as it stands on disk, so that a later save builds on it."""
    saved = journal.put(attempt, *others).records[0]
    assert isinstance(saved, Attempt), "a commit answers its records in order"
    return saved
