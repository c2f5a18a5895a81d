from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from recalibrate.domain.look_back import SECTIONS, Level, Metric, Month, Notebook, Page
from recalibrate.domain.look_back.closing import (
    MOST_MONTHS,
    close_months,
    months_to_close,
    nothing_to_close,
    pages_of,
    review_of,
)
from recalibrate.domain.records.rating import Context
from recalibrate.domain.records.review import Review
from tests.builders import NOW, TODAY, ZONE, make_entry, make_rating, make_review, make_situation

MEETINGS = make_situation()
SITUATIONS = next(section for section in SECTIONS if section.key == "situations")


def falling() -> Notebook:
    """Eight ratings that fall from 70 to 30 over 91 days; the sixth and later lie in closed months."""
    pairs = ((70, 160), (80, 151), (70, 143), (60, 130), (50, 116), (40, 100), (30, 65), (30, 60), (30, 20))
    ratings = [
        make_rating(value, rated_at=NOW - timedelta(days=ago), context=Context.MONTHLY, situation_id=MEETINGS.id)
        for value, ago in pairs
    ]
    return Notebook(situations=(MEETINGS,), ratings=ratings, entries=(make_entry(),))


def statement(review: Review, metric: Metric = Metric.DREAD, about: str = MEETINGS.id) -> str:
    return next(said.text for said in review.statements if (said.metric, said.about) == (metric, about))


def page(notebook: Notebook, month: Month) -> Page:
    return next(each for each in pages_of(SITUATIONS, notebook, month, TODAY) if each.about)


def test_each_past_month_is_closed_once_in_order() -> None:
    notebook = falling()
    reviews = list(close_months(notebook, NOW))
    assert [each.month for each in reviews] == ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02"]
    assert months_to_close(replace(notebook, reviews=reviews), TODAY) == ()
    assert nothing_to_close(reviews, TODAY)
    assert not nothing_to_close(reviews[:-1], TODAY)


def test_the_running_month_is_not_closed() -> None:
    assert months_to_close(Notebook(entries=(make_entry(),)), TODAY) == ()


def test_an_empty_notebook_has_nothing_to_close() -> None:
    assert months_to_close(Notebook(), TODAY) == ()


def test_a_month_says_what_was_known_at_its_end() -> None:
    reviews = {each.month: each for each in close_months(falling(), NOW)}
    assert "Four of the six" in statement(reviews["2025-10"])
    assert "First ratings around 70" in statement(reviews["2026-01"])


def test_the_second_closed_month_that_agrees_drops_so_far() -> None:
    reviews = list(close_months(falling(), NOW))
    said = [statement(review) for review in reviews if any(each.about == MEETINGS.id for each in review.statements)]
    first = next(at for at, text in enumerate(said) if "Lower" in text)
    assert "Lower so far;" in said[first]
    assert "Lower;" in said[first + 1]
    assert said[first].startswith("questions in meetings: ")


def test_a_month_in_which_nothing_was_written_closes_without_statements() -> None:
    old = make_entry(happened_at=NOW - timedelta(days=70))
    reviews = list(close_months(Notebook(entries=(old,)), NOW))
    assert [(each.month, bool(each.statements)) for each in reviews] == [
        ("2025-12", True),
        ("2026-01", False),
        ("2026-02", False),
    ]


def test_an_import_of_decades_closes_two_years() -> None:
    old = make_entry(happened_at=datetime(1990, 1, 1, tzinfo=ZONE))
    assert len(months_to_close(Notebook(entries=(old,)), TODAY)) == MOST_MONTHS


def test_a_frozen_month_keeps_its_words_whatever_is_written_later() -> None:
    notebook = falling()
    reviews = list(close_months(notebook, NOW))
    backdated = make_rating(100, rated_at=NOW - timedelta(days=40), context=Context.MONTHLY, situation_id=MEETINGS.id)
    later = replace(notebook, reviews=reviews, ratings=(*notebook.ratings, backdated))
    text = page(later, Month(2026, 2)).statements[0].text
    assert f"questions in meetings: {text}" == statement(reviews[-1])


def test_the_running_month_shows_live_counts_and_the_last_closed_claim() -> None:
    notebook = falling()
    shown = page(replace(notebook, reviews=list(close_months(notebook, NOW))), Month.of(TODAY))
    assert shown.statements[0].level == Level.INTERVAL
    assert shown.statements[1].level == Level.CLAIM
    assert shown.statements[1].text.startswith("At the end of February: first ratings around 70")


def test_where_two_windows_closed_a_month_the_first_one_counts() -> None:
    first, second = make_review(), make_review(closed_at=NOW + timedelta(minutes=1))
    assert review_of([second, first], Month(2026, 2)) == first


def test_to_read_one_month_only_it_and_the_one_before_are_worked_out() -> None:
    whole = {each.month: each.statements for each in close_months(falling(), NOW)}
    some = {each.month: each.statements for each in close_months(falling(), NOW, until=Month(2026, 1))}
    assert list(some) == ["2025-12", "2026-01"]
    assert some["2026-01"] == whole["2026-01"]
