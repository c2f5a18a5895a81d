from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.records.rating import Context, Measure
from recalibrate.domain.rules import Refused
from recalibrate.domain.situations.monthly_check import earlier_words, is_offered, monthly_rating, to_rate
from tests.builders import NOW, TODAY, make_rating, make_situation

MANY = [make_situation(f"situation {number}", id=f"s{number}") for number in range(12)]


def test_every_situation_with_a_rating_of_dread_is_asked_and_no_other() -> None:
    ratings = [
        make_rating(60, situation_id="s0", context=Context.SLIP),
        make_rating(60, situation_id="s1", context=Context.BEFORE_TRY),
        make_rating(60, situation_id="s2", measure=Measure.CAN_DO),
    ]
    assert {each.id for each in to_rate(MANY, ratings, TODAY, "seed")} == {"s0", "s1"}


def test_the_order_hangs_on_the_seed_alone() -> None:
    ratings = [make_rating(situation_id=each.id) for each in MANY]
    one = to_rate(MANY, ratings, TODAY, "2026-03")
    assert one == to_rate(MANY[::-1], ratings[::-1], TODAY, "2026-03")
    orders = {tuple(each.id for each in to_rate(MANY, ratings, TODAY, str(seed))) for seed in range(8)}
    assert len(orders) == 8


def test_what_was_rated_this_month_is_not_asked_again_until_the_next() -> None:
    before = make_rating(situation_id="s0", rated_at=NOW - timedelta(days=40))
    checked = monthly_rating(MANY[0], 30, NOW)
    assert to_rate(MANY[:1], [before, checked], TODAY, "") == ()
    assert to_rate(MANY[:1], [before, checked], TODAY + timedelta(days=31), "") == (MANY[0],)


def test_the_check_is_offered_until_it_was_begun() -> None:
    ratings = [make_rating(situation_id=each.id) for each in MANY[:3]]
    assert is_offered(MANY, ratings, TODAY) == 3
    begun = [*ratings, monthly_rating(MANY[0], 30, NOW)]
    assert is_offered(MANY, begun, TODAY) == 0
    assert len(to_rate(MANY, begun, TODAY, "")) == 2


def test_archived_situations_rest_and_merged_ones_count_where_they_went() -> None:
    archived = make_situation("archived", id="x", archived_at=NOW)
    gone = make_situation("gone", id="y", merged_into="s1")
    ratings = [make_rating(situation_id="x"), make_rating(70, situation_id="y", context=Context.BEFORE_TRY)]
    found = to_rate([archived, gone, *MANY], ratings, TODAY, "")
    assert [each.id for each in found] == ["s1"]
    assert earlier_words(MANY[1], [archived, gone, *MANY], ratings) == "before: 70"


def test_a_value_off_the_scale_is_refused_and_one_on_it_says_where_it_is_from() -> None:
    with pytest.raises(Refused):
        monthly_rating(MANY[0], 55, NOW)
    rating = monthly_rating(MANY[0], 50, NOW)
    assert (rating.context, rating.measure, rating.situation_id) == (Context.MONTHLY, Measure.DREAD, "s0")


def test_the_last_three_values_are_told_afterwards_and_no_sting() -> None:
    ratings = [
        make_rating(value, situation_id="s0", rated_at=NOW + timedelta(days=day), context=Context.MONTHLY)
        for day, value in enumerate((90, 80, 70, 60))
    ]
    ratings.append(make_rating(10, situation_id="s0", rated_at=NOW + timedelta(days=9), context=Context.SLIP))
    assert earlier_words(MANY[0], MANY, ratings) == "before: 80, 70, 60"
    assert earlier_words(MANY[1], MANY, ratings) == ""
