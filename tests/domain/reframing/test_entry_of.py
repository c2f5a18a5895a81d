"""The entry of a draft: when it was, where, who was there, what was said first."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from recalibrate.domain.records.entry import InnerVoice, Precision, Scope
from recalibrate.domain.records.rating import Context, Measure, Rating
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.reframing.continued import continued
from recalibrate.domain.reframing.entry_of import happened, people_named, situation_named, when_echo
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.reframing.plan import pause_before
from recalibrate.domain.reframing.records import finished, parked
from recalibrate.domain.reframing.summary import summary
from recalibrate.domain.settings import Settings
from tests.builders import NOW, TODAY, make_entry, make_person, make_situation
from tests.domain.reframing.drafts import draft, none, one


def test_the_apps_reading_is_kept_beside_the_users_mark():
    kept = finished(draft(voice="I always mess this up", scope=Scope.LOCAL), Known(), NOW)
    assert kept.entry.voice.scope is Scope.LOCAL
    assert kept.entry.voice.reading == "global"
    assert 0.5 < kept.entry.voice.reading_score <= 1


def test_a_dismissed_cue_no_longer_counts_for_the_reading():
    settings = Settings(dismissed_cues=("Always",))
    entry = finished(draft(voice="I always sit here"), Known(settings=settings), NOW).entry
    plain = finished(draft(voice="I always sit here"), Known(), NOW).entry
    assert entry.voice.reading_score < plain.voice.reading_score


def test_a_sting_is_kept_as_of_its_slip_where_there_is_a_situation():
    rating = one(finished(draft(sting=60, situation="mail", when="3 days ago"), Known(), NOW), Rating)
    assert (rating.measure, rating.value, rating.context) == (Measure.DREAD, 60, Context.SLIP)
    assert rating.rated_at.date() == TODAY - timedelta(days=3)
    assert none(finished(draft(sting=60), Known(), NOW), Rating)
    assert none(finished(draft(situation="mail"), Known(), NOW), Rating)


def test_a_known_situation_is_used_whatever_its_case_and_follows_a_merge():
    meetings = make_situation("Meetings")
    merged = make_situation("calls", merged_into=meetings.id, archived_at=NOW)
    known = Known(situations=(meetings, merged))
    assert situation_named("  meetings ", known) is meetings
    assert situation_named("Calls", known) is meetings
    assert situation_named("", known) is None
    assert none(finished(draft(situation="meetings"), known, NOW), Situation)


def test_people_are_known_by_their_alias_each_once():
    known = Known(people=(make_person("M."),))
    found = people_named("m., Chair;chair , ", known)
    assert found[0] is known.people[0]
    assert [person.alias for person in found] == ["M.", "Chair"]


def test_a_slip_of_another_day_is_known_to_the_day():
    moment, precision = happened(draft(when="yesterday"), NOW)
    assert (moment.date(), precision) == (TODAY - timedelta(days=1), Precision.DAY)
    assert moment.utcoffset() == NOW.utcoffset()


def test_a_slip_of_today_is_never_in_the_future():
    early = NOW.replace(hour=8)
    moment, precision = happened(draft(when="today"), early)
    assert moment <= early
    assert precision is Precision.DAY


def test_a_phrase_that_cannot_be_read_does_not_claim_the_minute():
    assert happened(draft(when="blorp"), NOW) == (NOW, Precision.DAY)


@pytest.mark.parametrize("phrase", ["yesterday 3pm", "yesterday at 15:00", "Yesterday, 3 p.m."])
def test_a_clock_time_behind_a_day_is_kept_and_echoed(phrase):
    moment, precision = happened(draft(when=phrase), NOW)
    assert (moment, precision) == ((NOW - timedelta(days=1)).replace(hour=15, minute=0), Precision.MINUTE)
    assert ", 15:00" in when_echo(draft(when=phrase), NOW)
    assert pause_before(draft(when=phrase), TODAY) is None


@pytest.mark.parametrize("phrase", ["blurgh", "blurgh 3pm", "yesterday 25:00", "tomorrow 3pm"])
def test_a_time_that_cannot_be_read_is_asked_about_once_and_stays_open(phrase):
    unread = draft(when=phrase)
    pause = pause_before(unread, TODAY)
    assert pause
    assert pause.field == "when"
    assert pause_before(unread.having_asked(pause.asked), TODAY) is None
    assert "Still open: when it was" in summary(unread, TODAY).note
    assert "when it was" not in summary(draft(when="yesterday"), TODAY).note


def test_a_time_that_cannot_be_read_leaves_a_parked_slip_at_its_own():
    before = make_entry(happened_at=NOW - timedelta(days=9))
    again = continued(before, Known(entries=(before,)), NOW).answered(when="blurgh")
    entry = parked(again, Known(entries=(before,)), NOW).entry
    assert entry
    assert (entry.happened_at, entry.precision) == (before.happened_at, before.precision)


def test_a_voice_written_anew_keeps_its_first_words():
    entry = make_entry(voice=InnerVoice(text="I always do", reading="global", reading_score=0.9))
    known = Known(entries=(entry,))
    kept = finished(continued(entry, known, NOW).answered(voice="I often do"), known, NOW)
    assert (kept.entry.voice.text, kept.entry.voice.reworded) == ("I always do", "I often do")
    assert kept.entry.voice.reading_score == 0.9


def test_words_written_over_go_into_the_history():
    entry = make_entry(observation="I was rushed.")
    known = Known(entries=(entry,))
    kept = finished(continued(entry, known, NOW).answered(observation="I skipped a line."), known, NOW)
    assert kept.entry.observation == "I skipped a line."
    assert [each.text for each in kept.entry.history] == ["I was rushed."]


def test_an_offset_of_its_own_is_kept_with_the_slip():
    moment, _ = happened(draft(when="2 march"), NOW)
    assert moment == datetime(2026, 3, 2, 12, tzinfo=NOW.tzinfo)
