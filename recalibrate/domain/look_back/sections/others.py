"""The pages about the task and the company."""

from __future__ import annotations

from datetime import date

from recalibrate.domain.look_back.company import Company, company
from recalibrate.domain.look_back.doing import TaskDoing, doing
from recalibrate.domain.look_back.notebook import Notebook, entries_of_experiments
from recalibrate.domain.look_back.sections.page import Page, Table, table
from recalibrate.domain.look_back.speech import Standings, others


def task_pages(notebook: Notebook, day: date, standings: Standings) -> tuple[Page, ...]:
    """Can-do and doing of each task that was tried (M7, M7b)."""
    found = doing(notebook)
    if not found:
        return (Page("Task", (others.of_no_task(),), None, _table(None)),)
    of = entries_of_experiments(notebook.experiments)
    behind: dict[str, dict[str, None]] = {}
    for each in notebook.experiments:
        if each.task_id and each.id in of:
            behind.setdefault(each.task_id, {})[of[each.id]] = None
    return tuple(
        Page(
            title=each.name,
            statements=others.of_doing(each, standings),
            facts=each,
            table=_table(each),
            entry_ids=tuple(behind.get(each.task_id, ())),
            about=each.task_id,
        )
        for each in found
    )


def company_pages(notebook: Notebook, day: date, standings: Standings) -> tuple[Page, ...]:
    """Moments by kind and month (M10)."""
    found: Company = company(notebook.moments, notebook.people, day)
    headers = ("month", "saw calm", "met me", "I met", "used against")
    rows = [(each.month, *each.counts) for each in found.months]
    return (Page("Company", others.of_company(found), found, table(headers, rows), found.entry_ids),)


def _table(found: TaskDoing | None) -> Table:
    rows: list[tuple[object, ...]] = []
    for each in found.tries if found else ():
        name = found.levels[each.level] if found and each.level < len(found.levels) else each.level + 1
        done = each.done.replace("_", " ") if each.done else "open"
        rows.append((f"{each.day:%Y-%m-%d}", name, each.can_do, done))
    return table(("day", "level", "can-do before", "done"), rows)
