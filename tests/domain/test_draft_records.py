"""What a draft becomes on disk: walked to its end, parked, or continued."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from recalibrate.domain.entry import Entry, InnerVoice, Path, Precision, Scope
from recalibrate.domain.experiment import Choice, Decision, Experiment, Kind, Status
from recalibrate.domain.overhaul import Overhaul
from recalibrate.domain.rating import Context, Measure, Rating
from recalibrate.domain.reframing.continued import continued, planned
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.entry_of import happened, people_named, situation_named
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.reframing.offer import offer
from recalibrate.domain.reframing.plan import pause_before
from recalibrate.domain.reframing.records import Kept, finished, parked
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.reframing.summary import been_a_while, closing, parking, summary
from recalibrate.domain.reframing.triaging import counts, suggestion, with_counts
from recalibrate.domain.settings import Settings
from recalibrate.domain.situation import Situation
from tests.builders import NOW, TODAY, make_entry, make_experiment, make_person, make_situation

PLAN = {
    "cue": "she asks for a number",
    "action": "say let me check",
    "prediction": "she waits",
    "probability": 80,
    "sign": "the meeting goes on",
}


def draft(**answers) -> Draft:
    return Draft.for_a_slip(NOW, **{"what_happened": "I lost my place.", **answers})


def one(kept: Kept, kind):
    (record,) = [each for each in kept.records if isinstance(each, kind)]
    return record


def none(kept: Kept, kind) -> bool:
    return not [each for each in kept.records if isinstance(each, kind)]


def known_after(kept: Kept, known: Known | None = None) -> Known:
    """What the journal knows once these records are in it."""
    known = known or Known()

    def merged(kind, before):
        new = {each.id: each for each in kept.records if isinstance(each, kind)}
        return (*(each for each in before if each.id not in new), *new.values())

    return replace(
        known,
        entries=merged(Entry, known.entries),
        experiments=merged(Experiment, known.experiments),
        overhauls=merged(Overhaul, known.overhauls),
        situations=merged(Situation, known.situations),
        people=merged(type(make_person()), known.people),
    )


def test_a_bare_slip_is_parked_as_an_entry_of_this_minute():
    kept = parked(draft(), Known(), NOW + timedelta(minutes=2))
    assert kept.records == (kept.entry,)
    assert kept.entry.what_happened == "I lost my place."
    assert (kept.entry.happened_at, kept.entry.precision) == (NOW, Precision.MINUTE)
    assert kept.entry.is_parked


def test_nothing_is_kept_without_words():
    with pytest.raises(ValueError, match="no words"):
        parked(Draft.for_a_slip(NOW, voice="I always do this"), Known(), NOW)


def test_a_full_walk_starts_the_experiment_and_keeps_it_all_in_one_commit():
    kept = finished(
        draft(
            situation="questions in meetings",
            people="M., the chair",
            sting=60,
            voice="I always freeze",
            belief_before=70,
            scope=Scope.GLOBAL,
            habits=("overgeneralising",),
            named=True,
            observation="This time I skipped a slide.",
            belief_after=40,
            ideas="say let me check\nprint it",
            path=Path.EXPERIMENT,
            **PLAN,
        ),
        Known(),
        NOW,
    )
    entry, experiment = kept.entry, kept.experiment
    assert experiment.status(TODAY) is Status.OPEN
    assert experiment.deadline == TODAY + timedelta(days=14)
    assert experiment.entry_id == entry.id
    assert one(kept, Situation).id == entry.situation_id
    assert len(entry.people) == 2
    assert (entry.voice.text, entry.voice.scope, entry.voice.belief_after) == ("I always freeze", Scope.GLOBAL, 40)
    assert entry.chosen_idea == "say let me check"
    assert entry.reframed_at == NOW
    assert entry.triage.choice is Path.EXPERIMENT
    assert kept.refused is None
    assert closing(kept, TODAY) == ("Written down. You decide on 19 March.", "Next: when she asks for a number.")


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


def test_a_sting_is_kept_as_dread_at_a_slip_where_there_is_a_situation():
    rating = one(finished(draft(sting=60, situation="mail"), Known(), NOW), Rating)
    assert (rating.measure, rating.value, rating.context) == (Measure.DREAD, 60, Context.SLIP)
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


@pytest.mark.parametrize("phrase", ["yesterday 3pm", "yesterday at 15:30", "Yesterday, 3 p.m.", "yesterday, noon"])
def test_a_clock_time_behind_a_day_is_passed_over(phrase):
    moment, precision = happened(draft(when=phrase), NOW)
    assert (moment.date(), precision) == (TODAY - timedelta(days=1), Precision.DAY)
    assert pause_before(draft(when=phrase), TODAY) is None


@pytest.mark.parametrize("phrase", ["blurgh", "blurgh 3pm", "3pm", "tomorrow 3pm"])
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


def test_a_plan_with_gaps_is_kept_as_a_draft_and_says_what_it_lacks():
    kept = finished(draft(action="say let me check"), Known(), NOW)
    assert kept.experiment.status(TODAY) is Status.DRAFT
    assert "Say when" in str(kept.refused)
    assert closing(kept, TODAY)[0] == "Written down. The plan is kept as a draft."


def test_a_fourth_experiment_stays_a_draft_and_names_which_to_decide_first():
    running = tuple(make_experiment(action=f"try {word}") for word in ("one", "two", "three"))
    kept = finished(draft(**PLAN), Known(experiments=running), NOW)
    assert kept.entry is not None
    assert kept.experiment.status(TODAY) is Status.DRAFT
    assert kept.experiment.action == "say let me check"
    assert kept.refused.decide_first == running or set(kept.refused.decide_first) == set(running)
    assert '"try two"' in closing(kept, TODAY)[1]


def test_a_skipped_plan_makes_no_experiment():
    idea = "say let me check"
    kept = finished(draft(ideas=idea, prefilled=idea, action=idea), Known(), NOW)
    assert kept.experiment is None


def test_not_mine_closes_without_an_experiment_even_if_a_plan_was_begun():
    kept = finished(draft(**PLAN, path=Path.NOT_MINE), Known(), NOW)
    assert kept.experiment is None
    assert "not your slip" in closing(kept, TODAY)[0]
    assert "F2" in closing(kept, TODAY)[1]


def test_an_overhaul_gets_its_date():
    kept = finished(draft(path=Path.OVERHAUL, what_must_change="Send the sheet first", by_when="fri"), Known(), NOW)
    overhaul = one(kept, Overhaul)
    assert (overhaul.entry_id, overhaul.deadline) == (kept.entry.id, TODAY + timedelta(days=1))
    assert kept.experiment is None
    assert "Fri 6 Mar" in closing(kept, TODAY)[0]


def test_an_overhaul_without_a_readable_date_keeps_its_words():
    kept = finished(draft(path=Path.OVERHAUL, first_step="Ask", by_when="soon"), Known(), NOW)
    assert one(kept, Overhaul).first_step == "Ask"
    assert kept.refused is not None


def test_parking_starts_nothing():
    kept = parked(draft(**PLAN), Known(), NOW)
    assert kept.experiment.status(TODAY) is Status.DRAFT
    assert kept.experiment.started_at is None
    assert kept.experiment.deadline is None


def test_an_assumption_is_kept_with_its_experiment():
    begun = Draft.for_an_assumption(NOW).answered(assumption="I listen well", sure_before=80)
    kept = finished(begun.answered(expect_if_not="they repeat", **PLAN), Known(), NOW)
    assert kept.entry is None
    assert kept.experiment.kind is Kind.ASSUMPTION
    assert kept.experiment.assumption_id == kept.assumption.id
    assert kept.experiment.status(TODAY) is Status.OPEN
    assert (kept.assumption.text, kept.assumption.sure_before) == ("I listen well", 80)


def test_saving_the_same_draft_twice_makes_nothing_twice():
    begun = draft(situation="mail", people="M.", sting=50, **PLAN)
    first = finished(begun, Known(), NOW)
    again = finished(begun, known_after(first), NOW + timedelta(minutes=1))
    assert [each.id for each in again.records] == [first.entry.id]


def test_a_parked_slip_is_continued_at_the_voice_and_stays_one_entry():
    parked_entry = make_entry()
    resumed = continued(parked_entry, Known(entries=(parked_entry,)), NOW)
    assert resumed.at is Prompt.VOICE
    kept = finished(resumed.answered(voice="I always do"), Known(entries=(parked_entry,)), NOW)
    assert kept.entry.id == parked_entry.id
    assert kept.entry.happened_at == parked_entry.happened_at
    assert kept.entry.history == ()


def test_continuing_stands_after_the_last_answer():
    entry = make_entry(voice=InnerVoice(text="I always do", scope=Scope.GLOBAL), named=True, observation="This time")
    assert continued(entry, Known(), NOW).at is Prompt.IDEAS
    local = make_entry(voice=InnerVoice(text="I misread it", scope=Scope.LOCAL))
    assert continued(local, Known(), NOW).at is Prompt.IDEAS


def test_a_draft_experiment_is_taken_up_again_with_all_its_words():
    first = parked(draft(**PLAN, path=Path.EXPERIMENT, obstacle="hurry", can_do=30), Known(), NOW)
    known = known_after(first)
    resumed = continued(first.entry, known, NOW + timedelta(days=20))
    assert resumed.at is Prompt.PLAN
    assert (resumed.cue, resumed.obstacle, resumed.can_do) == (PLAN["cue"], "hurry", 30)
    kept = finished(resumed, known, NOW + timedelta(days=20))
    assert kept.experiment.id == first.experiment.id
    assert kept.experiment.started_at is not None


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
    return Known(
        entries=tuple(make_entry(situation_id=meetings.id) for _ in range(count)), situations=(meetings,)
    )


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


def test_the_summary_puts_verdict_and_observation_side_by_side():
    shown = summary(
        draft(
            voice="I always freeze",
            scope=Scope.GLOBAL,
            belief_before=70,
            belief_after=40,
            observation="I skipped a slide.",
            **PLAN,
        ),
        TODAY,
    )
    assert [(each.mark.sign, each.words, each.remark) for each in shown.sentences] == [
        ("▲", "“I always freeze”", "felt 70 → 40"),
        ("●", "I skipped a slide.", ""),
    ]
    assert shown.plan[:2] == ("When she asks for a number, I will say let me check.", "I expect she waits (80)")
    assert shown.date == "Decide by Thu 19 Mar, end of day — in 14 days"
    assert shown.note == ""


def test_the_summary_names_an_unreadable_date_as_open_and_prints_no_refusal():
    shown = summary(draft(**PLAN, decide_by="blue"), TODAY)
    assert shown.date == ""
    assert shown.note == "Kept as a draft. Still open: a date."
    overhaul = summary(draft(path=Path.OVERHAUL, what_must_change="The figures come early", by_when="blue"), TODAY)
    assert (overhaul.date, overhaul.note) == ("", "Still open: a date.")


def test_the_summary_of_not_mine_says_its_sentence_and_the_safety_key():
    note = summary(draft(path=Path.NOT_MINE), TODAY).note
    assert "not your slip to reframe" in note
    assert "F2" in note


def test_parking_is_offered_after_twenty_minutes():
    assert not been_a_while(NOW, NOW + timedelta(minutes=19))
    assert been_a_while(NOW, NOW + timedelta(minutes=20))


def test_an_offset_of_its_own_is_kept_with_the_slip():
    moment, _ = happened(draft(when="2 march"), NOW)
    assert moment == datetime(2026, 3, 2, 12, tzinfo=NOW.tzinfo)


def test_a_plan_that_lies_ready_starts_as_the_same_round() -> None:
    entry = make_entry(observation="I read it once.")
    first = make_experiment(entry_id=entry.id, decision=Decision(choice=Choice.CHANGE, decided_at=NOW))
    second = make_experiment(
        entry_id=entry.id, root_id=first.id, round=2, started_at=None, deadline=None, probability=None
    )
    known = Known(entries=(entry,), experiments=(first, second))
    draft = planned(second, known, NOW).answered(action="say the month twice", probability=50)
    kept = finished(draft.forward(), known, NOW)
    assert kept.refused is None
    assert kept.records == (kept.experiment,)
    assert kept.experiment is not None
    assert (kept.experiment.id, kept.experiment.round, kept.experiment.root_id) == (second.id, 2, first.id)
    assert kept.experiment.started_at == NOW


def test_a_next_round_without_a_change_stays_a_draft_with_the_reason() -> None:
    first = make_experiment(decision=Decision(choice=Choice.CHANGE, decided_at=NOW))
    second = make_experiment(root_id=first.id, round=2, started_at=None, deadline=None)
    known = Known(experiments=(first, second))
    kept = finished(planned(second, known, NOW).forward(), known, NOW)
    assert kept.experiment is not None
    assert kept.experiment.started_at is None
    assert "Change something you can name." in str(kept.refused)
