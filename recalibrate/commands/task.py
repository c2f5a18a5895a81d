"""`task`: the one small task; shows it, begins one, logs a try line by line, and tends them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.parsing.actions import Action, act, add_actions
from recalibrate.commands.tending.tasks import again, archive, bring_back, edit, focus, new, plan, reword, try_it

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.task import Attempt, Task
    from recalibrate.domain.tasks.tries import LevelStanding
    from recalibrate.store.journal import Journal


def show(words: Sequence[str], call: Call) -> int:
    """Print the task of that name, else the one in focus."""
    from recalibrate.domain.records.task import Task

    journal = call.journal_to_read()
    task = None
    if words:
        from recalibrate.commands.finding.by_name import named

        task = named(words[0], journal.all(Task), "tasks")
    return _show(task, journal, call, as_json=False)


ACTIONS = {
    "show": Action("[NAME]", "another task than the one in focus", show),
    "try": Action("[ID]", "before a try and after it, line by line; with an id that try again", try_it),
    "new": Action("", "another task, with three to five levels from easier to harder", new),
    "edit": Action("[NAME]", "its name, levels and situation, line by line", edit),
    "focus": Action("NAME", "put it in focus; the others rest", focus),
    "again": Action("TEXT", "note something worth repeating", again),
    "reword": Action("ID TEXT", "say something worth repeating in other words", reword),
    "plan": Action("[LEVEL]", "an experiment with the task, at the level of that number", plan),
    "archive": Action("NAME", "put a task away, its tries kept; or, by its id, a line worth repeating", archive),
    "back": Action("NAME", "bring it back", bring_back),
}

EXAMPLES = """
recalibrate task             the task in focus, its tries, what is worth repeating
recalibrate task try         before a try and after it, line by line
recalibrate task again "Write the first word down beforehand"
recalibrate task --json
recalibrate delete 3f2a91c0  a try, a line or a resting task, into the bin
"""

DASHED_WORDS = "-"
"""Words of the user's own may begin with a dash."""


def arguments(parser: ArgumentParser) -> None:
    """What to do."""
    add_actions(parser, "the task in focus is shown")
    parser.add_argument("--json", action="store_true", help="print the task, its attempts and improvements")


def run(arguments: Namespace, call: Call) -> int:
    """Show the task, or do something about it."""
    if arguments.words and not (arguments.json and arguments.words == ["show"]):
        return act("task", ACTIONS, arguments.words, call)
    return _show(None, call.journal_to_read(), call, as_json=arguments.json)


def _show(task: Task | None, journal: Journal, call: Call, *, as_json: bool) -> int:
    from recalibrate.domain.dates.deadlines import short_day
    from recalibrate.domain.records.task import Attempt, Improvement, Task
    from recalibrate.domain.tasks.tending import shown_first
    from recalibrate.domain.tasks.tries import standings, tried_at, tries_of, used_again_words
    from recalibrate.store.documents import to_document

    task = task or shown_first(journal.all(Task))
    attempts = tries_of(task.id, journal.all(Attempt)) if task else []
    improvements = [each for each in journal.all(Improvement) if task and each.task_id == task.id]
    if as_json:
        document = to_document(task) if task else {}
        document["attempts"] = [to_document(each) for each in attempts]
        document["improvements"] = [to_document(each) for each in improvements]
        call.say_json(document)
        return 0
    if task is None:
        call.hint("No task yet; `recalibrate task new` begins one.")
        return 0
    call.say_hanging("", f"{task.name}{' · archived' if task.archived_at else ''}")
    for number, level in enumerate(standings(task, attempts), start=1):
        call.say_hanging(f"  {number}  ", f"{level.words} · {_standing(level)}")
    for each in attempts[-10:]:
        day = short_day(tried_at(each).date(), call.today)
        call.say_hanging(f"  {each.id[:8]}  ", f"{day} · {_attempt(each, task)}")
    for improvement in improvements:
        if improvement.archived_at is None:
            again = f"again: {improvement.text} · {used_again_words(improvement, attempts)}"
            call.say_hanging(f"  {improvement.id[:8]}  ", again)
    for other in journal.all(Task):
        if other.id != task.id and other.archived_at is None:
            call.say_hanging("  ", f"{'in focus' if other.in_focus else 'resting'}: {other.name}")
    return 0


def _standing(level: LevelStanding) -> str:
    """What was rated last before a try at the level, and how often it was done."""
    ratings = (("can do", level.can_do), ("dread", level.dread))
    rated = [f"{label} {value}" for label, value in ratings if value is not None]
    return " · ".join((*rated, f"done {level.done} of {level.tries}" if level.tries else "no try yet"))


def _attempt(each: Attempt, task: Task) -> str:
    from recalibrate.domain.tasks.tries import DONE_WORDS

    level = task.levels[each.level] if 0 <= each.level < len(task.levels) else f"level {each.level + 1}"
    parts = [level, DONE_WORDS[each.done] if each.done else "open"]
    for label, value in (("can do", each.can_do_before), ("dread", each.dread_before), ("hard", each.difficulty_after)):
        if value is not None:
            parts.append(f"{label} {value}")
    return " · ".join((*parts, each.note) if each.note else parts)
