from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.records.experiment import Kind
from recalibrate.domain.records.rating import Context, Measure, Rating
from recalibrate.domain.records.task import Attempt, Doing, Improvement, Task
from recalibrate.domain.rules import Refused
from recalibrate.domain.tasks.tending import changed, experiment_on, focused, new_task, put_away, shown_first
from recalibrate.domain.tasks.tries import (
    all_of_try,
    belief_over_time,
    doing_over_time,
    open_try,
    ratings_before,
    standings,
    used_again,
    used_again_words,
)
from recalibrate.domain.tasks.try_draft import TryDraft
from tests.builders import NOW, make_attempt, make_improvement, make_task

LEVELS = ("a friend", "a shop", "an office", "the landlord")


def on_day(number: int, **fields: object) -> Attempt:
    at = NOW + timedelta(days=number)
    return make_attempt("task", opened_at=at, closed_at=at, **{"done": Doing.YES, **fields})


def test_the_first_task_is_in_focus_and_the_next_one_rests() -> None:
    first = new_task("answer the phone", LEVELS, ())
    assert first.in_focus
    assert not new_task("ask a question", LEVELS, (first,)).in_focus


@pytest.mark.parametrize("levels", [(), ("one", "two"), ("one", " ", "two"), tuple("abcdef"), ("one", "One", "two")])
def test_fewer_than_three_levels_more_than_five_or_two_alike_are_refused(levels: tuple[str, ...]) -> None:
    with pytest.raises(Refused):
        new_task("answer the phone", levels, ())


def test_a_task_without_a_name_or_with_a_taken_one_is_refused() -> None:
    task = make_task("answer the phone")
    with pytest.raises(Refused, match="name"):
        new_task("  ", LEVELS, ())
    with pytest.raises(Refused, match="already"):
        new_task("Answer  the phone", LEVELS, (task,))
    assert new_task("answer the phone", LEVELS, (put_away(task, NOW),)).name == "answer the phone"


def test_one_task_takes_the_focus_from_the_other() -> None:
    old, new = make_task("old"), make_task("new", in_focus=False)
    now_in_focus, resting = focused(new, (old, new))
    assert (now_in_focus.id, now_in_focus.in_focus) == (new.id, True)
    assert (resting.id, resting.in_focus) == (old.id, False)
    assert shown_first((old, new)) is old
    assert shown_first((put_away(old, NOW), new)) is new
    assert shown_first(()) is None


def test_a_level_put_in_between_takes_its_tries_along() -> None:
    task = make_task(id="task", levels=("a friend", "a shop", "an office"))
    tries = [on_day(0, level=1), on_day(1, level=2), make_attempt("another", level=2)]
    after = changed(task, task.name, ("a friend", "a neighbour", "a shop", "an office"), (task,), tries)
    moved = {each.id: each.level for each in after if isinstance(each, Attempt)}
    assert moved == {tries[0].id: 2, tries[1].id: 3}


def test_a_level_with_other_words_keeps_its_tries_where_they_are() -> None:
    task = make_task(id="task", levels=("a friend", "a shop", "an office"))
    after = changed(task, "phone", ("a friend", "the baker", "an office"), (task,), [on_day(0, level=1)])
    assert [type(each) for each in after] == [Task]


def test_a_level_with_tries_cannot_go_and_one_without_can() -> None:
    task = make_task(id="task", levels=LEVELS)
    with pytest.raises(Refused, match="has tries"):
        changed(task, task.name, LEVELS[:3], (task,), [on_day(0, level=3)])
    (after,) = changed(task, task.name, LEVELS[:3], (task,), [on_day(0, level=0)])
    assert isinstance(after, Task)
    assert after.levels == LEVELS[:3]


def test_a_logged_try_keeps_its_ratings_with_their_context() -> None:
    task = make_task(levels=LEVELS, situation_id="phone")
    draft = TryDraft(level=1, can_do=60, dread=40, done=Doing.PARTLY, difficulty=30, note=" it rang long ")
    attempt, *ratings = draft.logged(task, NOW)
    assert isinstance(attempt, Attempt)
    assert (attempt.level, attempt.done, attempt.note) == (1, Doing.PARTLY, "it rang long")
    assert attempt.opened_at == attempt.closed_at == NOW
    found = [each for each in ratings if isinstance(each, Rating)]
    assert {(each.measure, each.value) for each in found} == {(Measure.CAN_DO, 60), (Measure.DREAD, 40)}
    assert {(each.context, each.situation_id, each.task_id) for each in found} == {
        (Context.BEFORE_TRY, "phone", task.id)
    }


def test_a_try_opened_before_the_event_is_closed_after_it_with_its_ratings_untouched() -> None:
    task = make_task(levels=LEVELS)
    opened = TryDraft(level=0, can_do=50, dread=70).opened(task, NOW)[0]
    assert isinstance(opened, Attempt)
    assert open_try(task.id, (opened,)) is opened
    later = NOW + timedelta(hours=3)
    card = TryDraft(level=0, can_do=90, dread=0, done=Doing.YES, difficulty=20, improvement="breathe out first")
    closed, improvement = card.closed(opened, task, later)
    assert isinstance(closed, Attempt)
    assert (closed.can_do_before, closed.dread_before, closed.opened_at, closed.closed_at) == (50, 70, NOW, later)
    assert isinstance(improvement, Improvement)
    assert (improvement.text, improvement.attempt_id) == ("breathe out first", closed.id)
    assert open_try(task.id, (closed,)) is None


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (TryDraft(done=Doing.YES), "level"),
        (TryDraft(level=4, done=Doing.YES), "level"),
        (TryDraft(level=0), "done"),
        (TryDraft(level=0, can_do=45, done=Doing.YES), "can_do"),
        (TryDraft(level=0, done=Doing.YES, difficulty=101), "difficulty"),
    ],
)
def test_a_try_is_refused_with_the_field_to_go_to(draft: TryDraft, field: str) -> None:
    with pytest.raises(Refused) as refused:
        draft.logged(make_task(levels=LEVELS), NOW)
    assert refused.value.field == field


def test_only_later_closed_tries_count_for_used_again() -> None:
    tries = [on_day(day) for day in range(6)]
    improvement = make_improvement(id="breathe", attempt_id=tries[1].id)
    ticked = [
        make_attempt(**{**_fields(each), "improvements_used": ("breathe",)}) if day in (0, 3, 4) else each
        for day, each in enumerate(tries)
    ]
    still_open = on_day(7, done=None, improvements_used=("breathe",))
    assert used_again(improvement, [*ticked, still_open]) == (2, 4)
    assert used_again_words(improvement, ticked) == "used again 2 of 4"
    assert used_again_words(improvement, ticked[:2]) == "no later try yet"


def test_tries_of_another_task_count_for_nothing() -> None:
    source, other = on_day(0), make_attempt("another", opened_at=NOW + timedelta(days=1), done=Doing.YES)
    assert used_again(make_improvement(attempt_id=source.id), [source, other]) == (0, 0)


def test_a_level_shows_its_latest_ratings_and_what_was_done() -> None:
    task = make_task(id="task")
    tries = [
        on_day(2, level=1, can_do_before=60, dread_before=None, done=Doing.NO_CHANCE),
        on_day(0, level=1, can_do_before=30, dread_before=80, done=Doing.PARTLY),
        on_day(1, level=1, can_do_before=None, dread_before=50),
    ]
    easy, middle, _ = standings(task, tries)
    assert (easy.tries, easy.can_do) == (0, None)
    assert (middle.can_do, middle.dread) == (60, 50)
    assert (middle.tries, middle.done, middle.partly) == (2, 1, 1)


def test_doing_is_the_share_done_of_the_last_five_tries() -> None:
    made = [Doing.NO, Doing.YES, Doing.NO_CHANCE, Doing.YES, Doing.YES, Doing.YES, Doing.YES]
    tries = [on_day(day, done=done) for day, done in enumerate(made)]
    assert [round(value) for _, value in doing_over_time(tries)] == [0, 50, 67, 75, 80, 100]
    assert [value for _, value in belief_over_time(tries)] == [40] * 7


def test_the_ratings_of_a_try_go_and_come_with_it() -> None:
    task = make_task(levels=LEVELS)
    attempt, *ratings = TryDraft(level=0, can_do=10, dread=20, done=Doing.NO).logged(task, NOW)
    assert isinstance(attempt, Attempt)
    others = ratings_before(on_day(0), task)
    own = [each for each in ratings if isinstance(each, Rating)]
    assert all_of_try(attempt, [*own, *others]) == (attempt, *own)


def test_an_experiment_can_begin_at_a_level() -> None:
    task = make_task(levels=LEVELS)
    experiment = experiment_on(task, 2)
    assert (experiment.kind, experiment.task_id, experiment.action) == (Kind.TASK, task.id, "an office")
    assert experiment_on(task, -1).action == task.name


def _fields(attempt: Attempt) -> dict[str, object]:
    return {name: getattr(attempt, name) for name in ("id", "task_id", "opened_at", "closed_at", "done", "level")}
