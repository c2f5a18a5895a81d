"""`task`: the one small task; shows it, begins one, or logs a try line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.domain.task import Attempt, Improvement, Task

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.domain.tries import LevelStanding

EXAMPLES = """
recalibrate task            the task in focus, its tries, what is worth repeating
recalibrate task try        before a try and after it, line by line
recalibrate task new        another task, with three to five levels from easier to harder
recalibrate task --json
"""


def arguments(parser: ArgumentParser) -> None:
    """What to do."""
    parser.add_argument("what", nargs="?", default="show", choices=("show", "try", "new"), metavar="try|new")
    parser.add_argument("--json", action="store_true", help="print the task, its attempts and improvements")


def run(arguments: Namespace, call: Call) -> int:
    """Show the task, or ask for a try or a new one."""
    if arguments.what == "show":
        return _show(arguments, call)
    from recalibrate.commands.plain_task import begin, log_a_try
    from recalibrate.domain.tasks import shown_first

    journal = call.journal_to_write()
    return begin(journal, call) if arguments.what == "new" else log_a_try(shown_first(journal.all(Task)), journal, call)


def _show(arguments: Namespace, call: Call) -> int:
    from recalibrate.domain.tasks import shown_first
    from recalibrate.domain.tries import standings, tries_of, used_again_words
    from recalibrate.store.documents import to_document

    journal = call.journal_to_read()
    task = shown_first(journal.all(Task))
    attempts = tries_of(task.id, journal.all(Attempt)) if task else []
    improvements = [each for each in journal.all(Improvement) if task and each.task_id == task.id]
    if arguments.json:
        document = to_document(task) if task else {}
        document["attempts"] = [to_document(each) for each in attempts]
        document["improvements"] = [to_document(each) for each in improvements]
        call.say_json(document)
        return 0
    if task is None:
        call.hint("No task yet; `recalibrate task new` begins one.")
        return 0
    call.say(task.name)
    for number, level in enumerate(standings(task, attempts), start=1):
        call.say_wrapped(f"{number}  {level.words} · {_standing(level)}", indent="  ")
    for each in attempts[-10:]:
        call.say_wrapped(_attempt(each, task), indent="  ")
    for improvement in improvements:
        if improvement.archived_at is None:
            call.say_wrapped(f"again: {improvement.text} · {used_again_words(improvement, attempts)}", indent="  ")
    for resting in journal.all(Task):
        if resting.id != task.id and resting.archived_at is None:
            call.say_wrapped(f"resting: {resting.name}", indent="  ")
    return 0


def _standing(level: LevelStanding) -> str:
    """What was rated last before a try at the level, and how often it was done."""
    ratings = (("can do", level.can_do), ("dread", level.dread))
    rated = [f"{label} {value}" for label, value in ratings if value is not None]
    return " · ".join((*rated, f"done {level.done} of {level.tries}" if level.tries else "no try yet"))


def _attempt(each: Attempt, task: Task) -> str:
    from recalibrate.domain.tries import DONE_WORDS

    when = (each.opened_at or each.created_at).date().isoformat()
    level = task.levels[each.level] if 0 <= each.level < len(task.levels) else f"level {each.level + 1}"
    parts = [when, level, DONE_WORDS[each.done] if each.done else "open"]
    for label, value in (("can do", each.can_do_before), ("dread", each.dread_before), ("hard", each.difficulty_after)):
        if value is not None:
            parts.append(f"{label} {value}")
    return " · ".join((*parts, each.note) if each.note else parts)
