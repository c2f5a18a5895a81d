from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.company.moment_draft import MomentDraft
from recalibrate.domain.records.company import Moment, MomentKind, Person
from recalibrate.domain.rules import Refused
from tests.builders import NOW, TODAY, make_moment, make_person


def test_a_moment_of_someone_new_brings_the_person_along() -> None:
    draft = MomentDraft(kind=MomentKind.MET_ME, what_happened=" asked what I saw ", who=" M.  K. ", borrow="ask first")
    moment, person = draft.records(None, (), NOW)
    assert isinstance(moment, Moment)
    assert isinstance(person, Person)
    assert (moment.what_happened, moment.borrow, moment.happened_at) == ("asked what I saw", "ask first", NOW)
    assert (person.alias, moment.person_id) == ("M. K.", person.id)


def test_someone_known_is_found_whatever_the_case_and_is_not_saved_again() -> None:
    mary = make_person("M.")
    (moment,) = MomentDraft(kind=MomentKind.I_MET, borrow="x", who="m.").records(None, (mary,), NOW)
    assert isinstance(moment, Moment)
    assert moment.person_id == mary.id


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (MomentDraft(what_happened="x"), "kind"),
        (MomentDraft(kind=MomentKind.SAW_CALM, what_happened=" "), "what_happened"),
        (MomentDraft(kind=MomentKind.SAW_CALM, what_happened="x", when="tomorrow"), "when"),
    ],
)
def test_a_moment_is_refused_with_the_field_to_go_to(draft: MomentDraft, field: str) -> None:
    with pytest.raises(Refused) as refused:
        draft.records(None, (), NOW)
    assert refused.value.field == field


def test_an_edited_moment_keeps_its_time_until_another_is_given() -> None:
    before = make_moment(happened_at=NOW - timedelta(days=3))
    draft = MomentDraft.of(before, ())
    (same,) = draft.records(before, (), NOW)
    assert isinstance(same, Moment)
    assert same == before
    (moved,) = MomentDraft(kind=before.kind, what_happened="x", when="yesterday").records(before, (), NOW)
    assert isinstance(moved, Moment)
    assert (moved.id, moved.happened_at and moved.happened_at.date()) == (before.id, TODAY - timedelta(days=1))


def test_the_echo_says_the_day_or_the_reason() -> None:
    assert MomentDraft().echo(None, NOW) == "today"
    assert MomentDraft(when="yesterday").echo(None, NOW) == "Wed 4 Mar"
    assert "still to come" in MomentDraft(when="tomorrow").echo(None, NOW)
    assert MomentDraft().echo(make_moment(happened_at=NOW - timedelta(days=1)), NOW) == "Wed 4 Mar, as it was noted"
