from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from recalibrate.domain.records.rating import Context
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.reframing.triaging import counts
from recalibrate.domain.rules import Refused
from recalibrate.domain.situations.tending import (
    end_ids,
    followed,
    merged,
    put_away,
    renamed,
    situation_called,
    situation_lines,
    situation_page,
    taken_out,
)
from tests.builders import NOW, make_entry, make_experiment, make_overhaul, make_rating, make_situation, make_task


def test_a_new_name_keeps_the_old_one_in_the_history() -> None:
    situation = make_situation("meetings")
    after = renamed(situation, "  questions in   meetings ", (situation,), NOW)
    assert after.name == "questions in meetings"
    assert [(each.field, each.text) for each in after.history] == [("name", "meetings")]
    assert renamed(after, "questions in meetings", (after,), NOW) is after


def test_a_name_that_is_empty_or_taken_is_refused() -> None:
    situation, other = make_situation("meetings"), make_situation("Mail")
    with pytest.raises(Refused, match="needs a name"):
        renamed(situation, " ", (situation, other), NOW)
    with pytest.raises(Refused, match="Merge the two"):
        renamed(situation, "mail", (situation, other), NOW)
    assert renamed(situation, "Meetings", (situation, other), NOW).name == "Meetings"


def test_a_merge_is_logged_and_followed_to_its_end() -> None:
    one, two, three = make_situation("calls"), make_situation("phone"), make_situation("talking")
    first = merged(one, two, (one, two, three), NOW)
    second = merged(two, three, (first, two, three), NOW)
    everything = (first, second, three)
    assert end_ids(everything) == {one.id: three.id, two.id: three.id, three.id: three.id}
    assert [(each.field, each.replaced_at) for each in first.history] == [("merged_into", NOW)]


def test_a_merge_with_itself_round_in_a_circle_or_into_what_was_put_away_is_refused() -> None:
    one, two = make_situation("calls"), make_situation("phone")
    with pytest.raises(Refused, match="one already"):
        merged(one, one, (one, two), NOW)
    into = merged(one, two, (one, two), NOW)
    with pytest.raises(Refused, match="one already"):
        merged(two, into, (into, two), NOW)
    with pytest.raises(Refused, match="put away"):
        merged(one, put_away(two, NOW), (one, two), NOW)


def test_merges_that_were_brought_together_into_a_circle_still_end() -> None:
    one, two = make_situation("one", id="1", merged_into="2"), make_situation("two", id="2", merged_into="1")
    assert set(end_ids((one, two))) == {"1", "2"}
    assert end_ids((make_situation("lost", id="3", merged_into="gone"),)) == {"3": "3"}


def test_the_list_counts_what_was_merged_in_and_leaves_the_merged_out() -> None:
    one, two, three = make_situation("calls"), make_situation("phone"), make_situation("mail")
    gone = merged(one, two, (one, two), NOW)
    later = NOW + timedelta(days=2)
    entries = [
        make_entry(situation_id=one.id, happened_at=later),
        make_entry(situation_id=two.id),
        make_entry(situation_id=three.id),
        make_entry(),
    ]
    ratings = [
        make_rating(70, situation_id=one.id, rated_at=NOW, context=Context.MONTHLY),
        make_rating(30, situation_id=two.id, rated_at=later, context=Context.MONTHLY),
    ]
    sting = make_rating(90, situation_id=two.id, rated_at=later, context=Context.SLIP)
    lines = situation_lines((gone, two, three), entries, [*ratings, sting])
    assert [(line.situation.name, line.slips) for line in lines] == [("phone", 2), ("mail", 1)]
    assert lines[0].last_on == later.date()
    assert lines[0].dread == (70, 30)


def test_a_page_holds_all_that_happened_there_also_through_a_merge() -> None:
    one, two = make_situation("calls"), make_situation("phone")
    gone = merged(one, two, (one, two), NOW)
    slip, elsewhere = make_entry(situation_id=one.id), make_entry(situation_id="another")
    task = make_task(situation_id=two.id)
    first = make_experiment(entry_id=slip.id)
    second = make_experiment(root_id=first.id, round=2)
    of_task = make_experiment(task_id=task.id)
    overhaul = make_overhaul(experiment_id=second.id)
    rating = make_rating(situation_id=one.id, context=Context.MONTHLY)
    page = situation_page(
        two,
        (gone, two),
        (slip, elsewhere),
        (first, second, of_task, make_experiment(entry_id=elsewhere.id)),
        (overhaul, make_overhaul()),
        (task, make_task(situation_id=None)),
        (rating, make_rating(situation_id="another")),
    )
    assert page.entries == (slip,)
    assert {each.id for each in page.experiments} == {first.id, second.id, of_task.id}
    assert (page.overhauls, page.tasks, page.ratings) == ((overhaul,), (task,), (rating,))
    assert page.merged == (gone,)


def test_entries_can_be_counted_where_their_situation_went_and_are_not_rewritten() -> None:
    one, two = make_situation("calls"), make_situation("phone")
    entry, other = make_entry(situation_id=one.id), make_entry()
    seen = followed((entry, other), (merged(one, two, (one, two), NOW), two))
    assert [each.situation_id for each in seen] == [two.id, None]
    assert entry.situation_id == one.id


def test_what_was_put_away_can_be_taken_out() -> None:
    situation = make_situation()
    assert put_away(situation, NOW).archived_at == NOW
    assert taken_out(put_away(situation, NOW)) == situation


def test_slips_noted_before_a_merge_count_after_it() -> None:
    one, two = make_situation("calls"), make_situation("phone")
    entries = [make_entry(situation_id=one.id), make_entry(situation_id=two.id)]
    known = Known(entries=entries, situations=(merged(one, two, (one, two), NOW), two))
    for name in ("calls", "phone"):
        found = counts(replace(Draft.for_a_slip(NOW), what_happened="a third", situation=name), known, NOW)
        assert found is not None
        assert found.slips == 3


def test_a_name_finds_its_situation_where_it_was_merged_or_makes_one() -> None:
    one, two = make_situation("Calls"), make_situation("phone")
    gone = merged(one, two, (one, two), NOW)
    assert situation_called("calls", (gone, two)) is two
    assert situation_called(" new  one ", (gone, two)) not in (gone, two)
    assert situation_called(" ", (two,)) is None
