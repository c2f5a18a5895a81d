"""Triage from inside a draft: the counts, the offer, the suggestion beside the choice."""

from __future__ import annotations

from dataclasses import replace

from recalibrate.domain.records.entry import Path
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.reframing.offer import offer
from recalibrate.domain.reframing.plan import pause_before
from recalibrate.domain.reframing.records import finished, parked
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.reframing.summary import parking
from recalibrate.domain.reframing.triaging import counts, suggestion, with_counts
from tests.builders import NOW, TODAY, make_entry, make_situation
from tests.domain.reframing.drafts import draft, known_after, one


def test_the_counts_fill_in_what_the_app_knows_and_never_overwrite():
    meetings = make_situation()
    entries = tuple(make_entry(situation_id=meetings.id) for _ in range(3))
    known = Known(entries=entries, situations=(meetings,))
    asked = with_counts(draft(situation="Questions in meetings"), known, NOW)
    assert dict(asked.answers) == {"a": "yes", "d": "no"}
    assert counts(asked, known, NOW).slips == 4
    own = draft(situation="questions in meetings").triaged("a", "no")
    assert with_counts(own, known, NOW).answers == (("a", "no"),)
    assert counts(draft(situation="elsewhere"), known, NOW) is None


def often_here(count: int) -> Known:
    meetings = make_situation()
    return Known(entries=tuple(make_entry(situation_id=meetings.id) for _ in range(count)), situations=(meetings,))


def test_the_fifth_slip_in_a_situation_offers_triage_once():
    known = often_here(4)
    kept = parked(draft(situation="questions in meetings"), known, NOW)
    assert kept.offer
    assert "Five slips" in parking(kept)
    assert one(kept, Situation).triage_offered_at == NOW
    again = parked(draft(situation="questions in meetings"), known_after(kept, known), NOW)
    assert again.offer is None


def test_triage_is_not_offered_to_a_fourth_slip_or_where_something_was_chosen():
    assert parked(draft(situation="questions in meetings"), often_here(3), NOW).offer is None
    chosen = draft(situation="questions in meetings", path=Path.LET_GO)
    assert finished(chosen, often_here(6), NOW).offer is None


def test_skipping_triage_where_it_is_offered_is_asked_about_once():
    known = often_here(4)
    begun = replace(draft(situation="questions in meetings"), at=Prompt.TRIAGE)
    pause = pause_before(begun, TODAY, offer=offer(begun, known, NOW))
    assert pause
    assert pause.field == "path"
    asked = begun.having_asked(pause.asked)
    assert pause_before(asked, TODAY, offer=offer(asked, known, NOW)) is None


def test_the_suggestion_is_kept_beside_the_choice():
    begun = draft(path=Path.EXPERIMENT)
    for key in "abc":
        begun = begun.triaged(key, "yes")
    assert suggestion(begun).path is Path.OVERHAUL
    entry = finished(begun, Known(), NOW).entry
    assert (entry.triage.choice, entry.triage.suggestion) == (Path.EXPERIMENT, Path.OVERHAUL)


def test_a_triage_answer_can_be_taken_back():
    assert draft().triaged("a", "yes").triaged("a", "").answers == ()
