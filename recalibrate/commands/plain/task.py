"""A task and its tries line by line: before it, after it, and what made it a bit easier."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot
from recalibrate.commands.plain.asking import NOTHING_WRITTEN, WAYS, Asking, Back, Park, Pick
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Attempt, Doing, Improvement, Task
from recalibrate.domain.rules import Refused
from recalibrate.domain.situations.tending import situation_called
from recalibrate.domain.tasks.tending import changed, focused, new_task
from recalibrate.domain.tasks.tries import DONE_WORDS, open_try, ratings_before, used_again_words
from recalibrate.domain.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recalibrate.commands.call import Call
    from recalibrate.store.journal import Journal

_KEYS = {Doing.YES: "y", Doing.PARTLY: "p", Doing.NO: "n", Doing.NO_CHANCE: "c"}
DOINGS = [Pick(doing, _KEYS[doing], words) for doing, words in DONE_WORDS.items()]


def begin(journal: Journal, call: Call) -> int:
    """A new task, in focus from now on; the others rest."""
    ask = Asking(call)
    try:
        name = ask.line("What is the one small task?")
        levels = ask.lines("Three to five levels, the easiest first, one a line; an empty line ends.")
        tasks = journal.all(Task)
        task = new_task(name, levels.split("\n"), tasks)
    except (Park, Back):
        raise CouldNot(NOTHING_WRITTEN) from None
    except Refused as refused:
        raise CouldNot(str(refused)) from None
    journal.put(*focused(task, tasks))
    call.say(task.id)
    return 0


def edit_task(task: Task, journal: Journal, call: Call) -> int:
    """The task with another name, other levels, another situation; Enter keeps each."""
    ask = Asking(call)
    call.say_wrapped(WAYS)
    situations = journal.all(Situation)
    belongs = next((each.name for each in situations if each.id == task.situation_id), "")
    try:
        name = ask.line("What is the one small task?", task.name)
        call.say_wrapped("Three to five levels, the easiest first, one a line; an empty line ends, and alone keeps:")
        for number, level in enumerate(task.levels, start=1):
            call.say_hanging(f"  {number}  ", level)
        levels = ask.lines("", "\n".join(task.levels), shown=False)
        situation = situation_called(ask.line("Where does it belong?", belongs), situations)
        records = changed(task, name, levels.split("\n"), journal.all(Task), journal.all(Attempt))
    except (Park, Back):
        raise CouldNot("It stays as it is.") from None
    except Refused as refused:
        raise CouldNot(str(refused)) from None
    assert isinstance(records[0], Task), "a changed task comes before the tries that moved with it"
    fresh = [situation] if situation and situation not in situations else []
    journal.put(replace(records[0], situation_id=situation.id if situation else None), *records[1:], *fresh)
    call.say("Changed.")
    return 0


def tell_a_try(attempt: Attempt, journal: Journal, call: Call) -> int:
    """A try that is in the journal, closed or told anew; what was rated before it stays as it was given."""
    ask = Asking(call)
    call.say_wrapped(WAYS)
    known = [each for each in journal.all(Improvement) if each.task_id == attempt.task_id and not each.archived_at]
    try:
        closed, improvement = _after(attempt, known, ask, call)
    except (Park, Back):
        raise CouldNot("The try stays as it is.") from None
    journal.put(replace(closed, closed_at=attempt.closed_at or closed.closed_at), *improvement)
    call.say("Written down.")
    return 0


def log_a_try(task: Task, journal: Journal, call: Call) -> int:
    """Ask before a try, then after it; broken off in between, the try stays open and is gone on with."""
    ask = Asking(call)
    call.say_wrapped(WAYS)
    call.say_wrapped(task.name)
    attempt = open_try(task.id, journal.all(Attempt))
    try:
        if attempt is None:
            attempt = _before(task, ask, call)
            saved = journal.put(attempt, *ratings_before(attempt, task)).records[0]
            assert isinstance(saved, Attempt), "a commit answers its records in order"
            attempt = saved
        known = [each for each in journal.all(Improvement) if each.task_id == task.id and each.archived_at is None]
        closed, improvement = _after(attempt, known, ask, call)
    except (Park, Back):
        if attempt is None:
            raise CouldNot(NOTHING_WRITTEN) from None
        call.say_wrapped("The try is open; `recalibrate task try` goes on with it afterwards.")
        return 0
    journal.put(closed, *improvement)
    call.say_wrapped("Written down.")
    tries = journal.all(Attempt)
    for each in known:
        if each.id in closed.improvements_used:
            call.say_wrapped(f"{each.text} · {used_again_words(each, tries)}", indent="  ")
    return 0


def _before(task: Task, ask: Asking, call: Call) -> Attempt:
    level = 0
    if len(task.levels) > 1:
        options = [Pick(str(number), "", words) for number, words in enumerate(task.levels)]
        level = int(ask.pick("Which level? Enter is the first.", options) or 0)
    can_do = ask.rating("How sure are you that you can do this, as it is today?")
    dread = ask.rating("How much do you dread it right now?")
    return Attempt(task_id=task.id, level=level, can_do_before=can_do, dread_before=dread, opened_at=call.now)


def _after(
    attempt: Attempt, known: Sequence[Improvement], ask: Asking, call: Call
) -> tuple[Attempt, list[Improvement]]:
    if attempt.done is None:
        call.say_wrapped("And afterwards; . leaves it open until then.")
    done = ""
    while not done:
        done = ask.pick("Did you do it?", DOINGS, attempt.done or "")
    difficulty = ask.rating("How hard was it?", attempt.difficulty_after) if done != Doing.NO_CHANCE else None
    used = _used(attempt, known, ask, call) if known and done != Doing.NO_CHANCE else ()
    note = ask.text("A line on it, if you like", attempt.note)
    easier = one_line(ask.text("What made it a bit easier? Would you use that again?"))
    closed = replace(
        attempt,
        done=Doing(done),
        difficulty_after=difficulty,
        improvements_used=used,
        note=note,
        closed_at=call.now,
    )
    improvement = [Improvement(task_id=attempt.task_id, text=easier, attempt_id=attempt.id)] if easier else []
    return closed, improvement


def _used(attempt: Attempt, known: Sequence[Improvement], ask: Asking, call: Call) -> tuple[str, ...]:
    """The ids of what was used again."""
    now = ", ".join(str(number) for number, each in enumerate(known, start=1) if each.id in attempt.improvements_used)
    call.say_wrapped("What did you use again?")
    for number, each in enumerate(known, start=1):
        call.say_hanging(f"  {number}  ", each.text)
    while True:
        numbers = ask.line("Numbers with commas", now, "Enter is none").replace(",", " ").split()
        if all(each.isascii() and each.isdigit() and 0 < int(each[:4]) <= len(known) for each in numbers):
            return tuple(dict.fromkeys(known[int(each) - 1].id for each in numbers))
        call.say_wrapped(f"Numbers from 1 to {len(known)}, please.")
