from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from recalibrate.domain.experimenting.triage import (
    NOT_ALONE,
    QUESTIONS,
    Answer,
    known_counts,
    offer_triage,
    offered,
    suggest,
    triaged,
)
from recalibrate.domain.records.entry import Entry, Path
from recalibrate.domain.records.experiment import CheckBack, Choice, Decision, StillSo
from recalibrate.domain.records.overhaul import Ending
from tests.builders import NOW, TODAY, make_entry, make_experiment, make_overhaul, make_situation

MEETINGS = make_situation()


def slip(days_ago: int = 0, **fields: Any) -> Entry:
    return make_entry(**{"situation_id": MEETINGS.id, "happened_at": NOW - timedelta(days=days_ago), **fields})


def decision(choice: Choice, days_ago: int = 0) -> Decision:
    return Decision(choice=choice, decided_at=NOW - timedelta(days=days_ago))


def answers(letters: str) -> dict[str, Answer]:
    """Five answers as y, n and ? in the order of the questions; a dot leaves one out."""
    said = {"y": Answer.YES, "n": Answer.NO, "?": Answer.NOT_SURE}
    return {q.key: said[letter] for q, letter in zip(QUESTIONS, letters, strict=True) if letter != "."}


@pytest.mark.parametrize(
    ("letters", "path"),
    [
        ("nnnnn", Path.EXPERIMENT),
        ("nnnn.", None),
        ("nnnn?", None),
        ("ynnnn", None),
        ("yynnn", None),
        ("yyynn", Path.OVERHAUL),
        ("??yyy", Path.OVERHAUL),
        ("yyyyy", Path.OVERHAUL),
        (".....", None),
    ],
)
def test_three_yes_suggest_an_overhaul_and_five_no_an_experiment(letters: str, path: Path | None) -> None:
    assert suggest(answers(letters)).path is path


def test_a_costly_slip_is_not_one_to_experiment_on_alone() -> None:
    assert suggest(answers("nnnny")).words == NOT_ALONE
    assert suggest(answers("yynny")).words.endswith(NOT_ALONE)
    assert NOT_ALONE not in suggest(answers("yyynn")).words


def test_the_users_choice_and_the_suggestion_are_both_kept() -> None:
    entry = triaged(slip(), Path.LET_GO, answers("y?y.y"))
    assert entry.triage is not None
    assert entry.triage.choice is Path.LET_GO
    assert entry.triage.suggestion is Path.OVERHAUL
    assert dict(entry.triage.answers) == answers("y?y.y")


def test_the_app_counts_slips_here_in_sixty_days_this_one_included() -> None:
    this = slip(200)
    others = [slip(60), slip(61), slip(3), slip(1, situation_id="elsewhere")]
    counts = known_counts(this, [*others, this], [], TODAY)
    assert counts is not None
    assert counts.slips == 3
    assert counts.answers["a"] is Answer.YES
    assert counts.words["a"] == "3 slips here in 60 days, this one included."
    unsaved = known_counts(this, others, [], TODAY)
    assert unsaved == counts


def test_without_a_situation_nothing_is_filled_in() -> None:
    assert known_counts(make_entry(), [slip()], [], TODAY) is None


def test_rounds_without_a_difference_are_those_not_kept_or_not_so_any_more() -> None:
    this = slip()
    look = CheckBack(check_back_on=TODAY, answer=StillSo.NO, answered_at=NOW)
    tried = [
        make_experiment(entry_id=this.id, decision=decision(Choice.CHANGE)),
        make_experiment(entry_id=this.id, decision=decision(Choice.KEEP)),
        make_experiment(entry_id=this.id, decision=decision(Choice.KEEP), check_back=look),
        make_experiment(entry_id=this.id),
        make_experiment(entry_id="elsewhere", decision=decision(Choice.STOP)),
    ]
    counts = known_counts(this, [this], tried, TODAY)
    assert counts is not None
    assert counts.rounds_without_difference == 2
    assert counts.answers == {"a": Answer.NO, "d": Answer.YES}
    assert counts.words["d"] == "2 rounds decided here and not kept, or not so any more."


def test_the_fifth_slip_in_sixty_days_without_a_decision_offers_triage_with_the_count() -> None:
    five = [slip(days) for days in (0, 10, 20, 40, 60)]
    offer = offer_triage(MEETINGS, five, [], [], TODAY)
    assert offer is not None
    assert offer.count == 5
    assert offer.words == (
        "Five slips in 60 days: questions in meetings. Nothing decided there yet. Signal or structure?"
    )
    assert offer_triage(MEETINGS, five[:4], [], [], TODAY) is None
    assert offer_triage(MEETINGS, [*five[:4], slip(61)], [], [], TODAY) is None


def test_triage_is_offered_once_in_thirty_days() -> None:
    five = [slip(days) for days in range(5)]
    there = offered(MEETINGS, NOW)
    assert there.triage_offered_at == NOW
    assert offer_triage(there, five, [], [], TODAY + timedelta(days=29)) is None
    assert offer_triage(there, five, [], [], TODAY + timedelta(days=30)) is not None


def test_a_decision_there_or_one_on_its_way_keeps_the_offer_back() -> None:
    five = [slip(days) for days in range(5)]
    here = five[2].id
    for experiment in (
        make_experiment(entry_id=here, decision=decision(Choice.STOP, 60)),
        make_experiment(entry_id=here),
        make_experiment(entry_id=here, deadline=TODAY - timedelta(days=3)),
    ):
        assert offer_triage(MEETINGS, five, [experiment], [], TODAY) is None
    for experiment in (
        make_experiment(entry_id=here, decision=decision(Choice.STOP, 61)),
        make_experiment(entry_id="elsewhere"),
        make_experiment(entry_id=here, started_at=None),
    ):
        assert offer_triage(MEETINGS, five, [experiment], [], TODAY) is not None


def test_a_standing_overhaul_there_keeps_the_offer_back_and_one_long_closed_does_not() -> None:
    five = [slip(days) for days in range(5)]
    standing = make_overhaul(entry_id=five[0].id)
    closed = replace(standing, ending=Ending.DONE, closed_at=NOW - timedelta(days=61))
    assert offer_triage(MEETINGS, five, [], [standing], TODAY) is None
    assert offer_triage(MEETINGS, five, [], [closed], TODAY) is not None


def test_slips_that_are_not_mine_do_not_count_towards_the_offer() -> None:
    five = [slip(days) for days in range(5)]
    five[0] = triaged(five[0], Path.NOT_MINE, {})
    assert offer_triage(MEETINGS, five, [], [], TODAY) is None
    five[0] = triaged(five[0], Path.LET_GO, {})
    assert offer_triage(MEETINGS, five, [], [], TODAY) is not None
