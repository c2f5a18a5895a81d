from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from recalibrate.domain.journaling.change_words import MOST, Change, change_words
from recalibrate.domain.records.experiment import Choice, Decision
from recalibrate.store.documents import TABLES
from tests.builders import (
    NOW,
    make_assumption,
    make_attempt,
    make_entry,
    make_experiment,
    make_habit,
    make_improvement,
    make_moment,
    make_noticing_plan,
    make_overhaul,
    make_person,
    make_rating,
    make_review,
    make_situation,
    make_task,
)

TODAY = NOW.date()
TRIED = make_experiment(action="Ask before I answer")
DECIDED = replace(TRIED, decision=Decision(choice=Choice.KEEP, what_happened="I asked.", decided_at=NOW))
HERE = make_situation("meetings")
ONE, OTHER = make_entry("The bus left."), make_entry("The train left.")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([(make_moment(happened_at=NOW - timedelta(days=1)), None)], "the moment of"),
        ([(make_person("Tante Anna"), None), (make_moment(happened_at=NOW), None)], "the moment of"),
        ([(DECIDED, TRIED), (ONE, ONE)], "the decision on “Ask before I answer”"),
        ([(replace(ONE, deleted_at=NOW), ONE)], "deleting the slip “The bus left”"),
        ([(replace(ONE, deleted_at=NOW), ONE), (replace(OTHER, deleted_at=NOW), OTHER)], "deleting 2 slips"),
        ([(replace(HERE, merged_into="other"), HERE)], "the merge of “meetings”"),
        ([(replace(ONE, what_happened="The bus had left."), ONE)], "a change to the slip “The bus had left”"),
    ],
)
def test_a_change_is_named_by_what_one_would_call_it(changes: list[Change], words: str) -> None:
    assert change_words(changes, TODAY).startswith(words)


def test_every_kind_of_record_has_words_of_some_length() -> None:
    long = "one word after the other, " * 9
    records = [
        make_entry(long),
        make_experiment(action=long),
        make_overhaul(long),
        make_moment(),
        make_attempt(),
        make_task(long),
        make_assumption(long),
        make_person(long),
        make_situation(long),
        make_habit(long),
        make_improvement(long),
        make_noticing_plan(long),
        make_review(),
        make_rating(),
    ]
    assert {type(each) for each in records} == set(TABLES)
    for each in records:
        assert 0 < len(change_words([(each, None)], TODAY)) <= MOST + 24
