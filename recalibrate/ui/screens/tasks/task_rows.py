"""The task as rows: its levels, what is worth repeating, can-do beside doing, the tries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recalibrate.domain.dates.deadlines import short_day
from recalibrate.domain.marks import OPEN
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.task import Attempt, Improvement, Task
from recalibrate.domain.tasks.tries import (
    DONE_WORDS,
    LevelStanding,
    belief_over_time,
    doing_over_time,
    standings,
    tried_at,
    tries_of,
    used_again_words,
)
from recalibrate.domain.wording import counted
from recalibrate.ui.charts import Point, Series, pair_of_lines
from recalibrate.ui.charts.content import as_content
from recalibrate.ui.key_words import key_for
from recalibrate.ui.screens.experimenting.experiment_rows import experiment_rows
from recalibrate.ui.screens.list_rows import BLANK, day_width, line, margin, note, section, teaching
from recalibrate.ui.widgets.row import Row

COLUMNS = "can do   dread   done  "
DONE = max(map(len, DONE_WORDS.values())) + 2
"""Columns for what was done, with a gap."""

WIDEST_CHART = 90
ENOUGH_FOR_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """What the screen shows: one task with its tries, improvements and experiments, and the other tasks."""

    task: Task | None = None
    attempts: Sequence[Attempt] = ()
    improvements: Sequence[Improvement] = ()
    experiments: Sequence[Experiment] = ()
    resting: Sequence[Task] = ()
    archived: Sequence[Task] = ()


def task_rows(view: TaskView, today: date, width: int, height: int) -> list[Row]:
    """All rows; `height` is how many lines the terminal has."""
    rows: list[Row] = []
    if view.task:
        rows += _of_task(view.task, view, today, width, height)
    else:
        rows += teaching("No task yet. One small thing to practise, easier to harder: ", "task.add", ".")
    for title, tasks in (("Resting", view.resting), ("Archived", view.archived)):
        if tasks:
            rows += section(title, width)
            rows += [line(f"task:{each.id}", each.name, width, _tries_words(each, view.attempts)) for each in tasks]
    return rows


def _of_task(task: Task, view: TaskView, today: date, width: int, height: int) -> list[Row]:
    tries = tries_of(task.id, view.attempts)
    experiments = [row for each in view.experiments for row in experiment_rows(each, today, width)]
    rows: list[Row] = []
    for each in tries:
        if each.done is None:
            since = f"opened {short_day(tried_at(each).date(), today)}, {key_for('task.close')} closes it"
            rows += [BLANK, line(f"attempt:{each.id}", _level(task, each.level), width, since, sign=OPEN.sign)]
    rows += section("Levels, easier to harder", width, COLUMNS)
    for place, level in enumerate(standings(task, view.attempts)):
        rows.append(line(f"level:{place}", level.words, width, _standing(level), before=f"{place + 1}  "))
    if not tries:
        rows += teaching("No try yet. Before the event ", "task.before", ", or after one: {task.log}.")
    if experiments:
        rows += [*section("Experiments", width), *experiments]
    if not tries:
        return rows
    kept = [each for each in view.improvements if each.archived_at is None]
    put_away = [each for each in view.improvements if each.archived_at is not None]
    rows += section("Worth repeating", width)
    if not view.improvements:
        rows.append(note("What made it a bit easier? Each try has a line for it.", width))
    for improvement in (*kept, *put_away):
        aside = "archived" if improvement.archived_at else used_again_words(improvement, view.attempts)
        rows.append(line(f"improvement:{improvement.id}", improvement.text, width, aside))
    rows += _chart(tries, width, height)
    closed = [each for each in tries if each.done is not None]
    if closed:
        rows += section("Tries", width, "can do   dread    hard  ")
    days = day_width((tried_at(each).date() for each in closed), today)
    for each in reversed(closed):
        rows += _try(task, each, today, width, days)
    return rows


def _chart(tries: Sequence[Attempt], width: int, height: int) -> list[Row]:
    belief = [Point(day, value) for day, value in belief_over_time(tries)]
    doing = [Point(day, value) for day, value in doing_over_time(tries)]
    if len(belief) < ENOUGH_FOR_LINES or len(doing) < ENOUGH_FOR_LINES:
        return []
    lines = pair_of_lines(
        Series("can do, before", belief),
        Series("done, of the last five", doing),
        min(width - 6, WIDEST_CHART),
        height=7 if height < 32 else 9,
    )
    return [*section("Can do, and doing", width), *(Row(margin("  ", as_content([each]))) for each in lines)]


def _try(task: Task, attempt: Attempt, today: date, width: int, days: int) -> list[Row]:
    done = DONE_WORDS[attempt.done] if attempt.done else ""
    before = f"{short_day(tried_at(attempt).date(), today):<{days}}{done:<{DONE}}"
    values = (attempt.can_do_before, attempt.dread_before, attempt.difficulty_after)
    aside = "".join(f"{'–' if value is None else value:>8}" for value in values)
    rows = [line(f"attempt:{attempt.id}", _level(task, attempt.level), width, f"{aside[2:]}  ", before=before)]
    if attempt.note:
        rows.append(note(attempt.note, width, indent=2 + DONE + days))
    return rows


def _standing(level: LevelStanding) -> str:
    can_do = "–" if level.can_do is None else str(level.can_do)
    dread = "–" if level.dread is None else str(level.dread)
    done = f"{level.done} of {level.tries}" if level.tries else "no try"
    return f"{can_do:>6}{dread:>8}{done:>9}"


def _level(task: Task, place: int) -> str:
    return task.levels[place] if 0 <= place < len(task.levels) else f"level {place + 1}"


def _tries_words(task: Task, attempts: Sequence[Attempt]) -> str:
    tries = len(tries_of(task.id, attempts))
    return counted(tries, "try", "tries") if tries else "no try yet"
