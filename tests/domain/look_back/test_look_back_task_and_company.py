from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.look_back.company import company
from recalibrate.domain.look_back.doing import task_doing
from recalibrate.domain.look_back.notebook import Notebook
from recalibrate.domain.look_back.year import year
from recalibrate.domain.records.company import MomentKind
from recalibrate.domain.records.task import Doing
from tests.builders import (
    NOW,
    TODAY,
    make_attempt,
    make_entry,
    make_improvement,
    make_moment,
    make_person,
    make_task,
)


def test_doing_is_counted_apart_from_partly_and_no_chance() -> None:
    task = make_task()
    made = (Doing.YES, Doing.YES, Doing.PARTLY, Doing.NO, Doing.NO_CHANCE, None)
    tries = [
        make_attempt(task.id, opened_at=NOW + timedelta(days=at), done=done, level=at % 2, can_do_before=40 + 10 * at)
        for at, done in enumerate(made)
    ]
    found = task_doing(task, tries, ())
    assert (found.cases, found.yes, found.partly, found.no, found.no_chance, found.still_open) == (4, 2, 1, 1, 1, 1)
    assert found.mean_can_do == pytest.approx(0.55)
    assert found.gap == pytest.approx(0.05)
    assert (found.strength, found.rated_levels) == (pytest.approx(85), 2)


def test_an_improvement_is_counted_in_the_tries_after_its_own() -> None:
    task = make_task()
    first = make_attempt(task.id, done=Doing.YES)
    improvement = make_improvement(task_id=task.id, attempt_id=first.id)
    later = [
        make_attempt(task.id, opened_at=NOW + timedelta(days=day), done=Doing.YES, improvements_used=used)
        for day, used in ((1, (improvement.id,)), (2, ()), (3, (improvement.id,)))
    ]
    earlier = make_attempt(task.id, opened_at=NOW - timedelta(days=1), done=Doing.NO)
    (found,) = task_doing(task, [earlier, first, *later], [improvement]).improvements
    assert (found.used, found.later) == (2, 3)


def test_company_counts_moments_and_names_who_met_slips_calmly_twice() -> None:
    calm, other = make_person("M."), make_person("K.")
    moments = [
        make_moment(person_id=calm.id, happened_at=NOW),
        make_moment(person_id=calm.id, kind=MomentKind.MET_ME, happened_at=NOW - timedelta(days=40)),
        make_moment(person_id=other.id, happened_at=NOW),
        make_moment(person_id=other.id, kind=MomentKind.USED_AGAINST, happened_at=NOW),
    ]
    found = company(moments, [calm, other], TODAY)
    assert found.total.counts == (2, 1, 0, 1)
    assert found.curious == ("M.",)
    assert [(each.month, each.counts) for each in found.months] == [
        ("2026-01", (0, 1, 0, 0)),
        ("2026-02", (0, 0, 0, 0)),
        ("2026-03", (2, 0, 0, 1)),
    ]


def test_the_year_holds_365_days_and_the_newest_entries_first() -> None:
    inside = make_entry(happened_at=NOW - timedelta(days=364))
    outside = make_entry(happened_at=NOW - timedelta(days=365))
    newest = make_entry()
    found = year(Notebook(entries=[inside, outside, newest]), TODAY)
    assert (found.entries, found.entry_ids) == (2, (newest.id, inside.id))
