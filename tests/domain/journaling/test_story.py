from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from recalibrate.domain.journaling.narrative import narrative
from recalibrate.domain.journaling.story import Change, What, chain, chains_of, story_of
from recalibrate.domain.records.experiment import (
    CheckBack,
    Choice,
    Correction,
    Decision,
    Extension,
    Note,
    Outcome,
    StillSo,
    Withdrawal,
)
from recalibrate.domain.records.overhaul import Ending
from tests.builders import (
    NOW,
    TODAY,
    make_entry,
    make_experiment,
    make_moment,
    make_overhaul,
    make_person,
    make_rating,
    make_reframed,
    make_situation,
)


def later(days: int) -> datetime:
    return NOW + timedelta(days=days)


def test_a_chain_shows_what_each_round_changed() -> None:
    first = make_experiment(action="wait")
    second = make_experiment(root_id=first.id, round=2, action="wait a breath", sign="She goes on.")
    third = make_experiment(root_id=first.id, round=3, action="wait a breath!", sign="she goes on")
    links = chain([third, first, second])
    assert [link.experiment.round for link in links] == [1, 2, 3]
    assert links[0].changes == ()
    assert links[1].changes == (
        Change(field="action", before="wait", after="wait a breath"),
        Change(field="sign", before=first.sign, after="She goes on."),
    )
    assert links[2].changes == ()


def test_chains_come_in_the_order_in_which_they_began() -> None:
    new = make_experiment(started_at=later(5))
    old = make_experiment(started_at=NOW)
    again = make_experiment(root_id=old.id, round=2, started_at=later(9))
    found = chains_of([new, again, old])
    assert [[link.experiment for link in links] for links in found] == [[old, again], [new]]


def test_a_story_gathers_all_that_hangs_on_an_entry_and_nothing_else() -> None:
    place, person = make_situation(), make_person()
    entry = make_entry(situation_id=place.id, people=(person.id,))
    mine = make_experiment(entry_id=entry.id)
    overhaul = make_overhaul(experiment_id=mine.id)
    ratings = [make_rating(entry_id=entry.id), make_rating(experiment_id=mine.id), make_rating(entry_id="x")]
    moments = [make_moment(entry_id=entry.id), make_moment()]
    story = story_of(
        entry,
        [mine, make_experiment(entry_id="x"), make_experiment()],
        [overhaul, make_overhaul()],
        ratings,
        moments,
        [make_situation("mail"), place],
        [make_person("K."), person],
    )
    assert (story.situation, story.people) == (place, (person,))
    assert story.experiments == (mine,)
    assert story.overhauls == (overhaul,)
    assert story.ratings == tuple(ratings[:2])
    assert story.moments == (moments[0],)


def test_a_root_without_a_slip_has_a_story_of_its_own() -> None:
    first = make_experiment()
    second = make_experiment(root_id=first.id, round=2)
    story = story_of(None, [first, second, make_experiment()], of=second)
    assert story.experiments == (first, second)
    assert story_of(None, [first]).events == ()


def test_all_events_of_a_life_come_in_order_of_time() -> None:
    entry = make_reframed(reframed_at=later(1)).edited("observation", "I skipped a line.", later(2))
    whole = make_experiment(
        entry_id=entry.id,
        started_at=later(3),
        corrections=(Correction(field="sign", before="a nod", corrected_at=later(3)),),
        extension=Extension(extended_at=later(8), deadline_before=TODAY, reason="away"),
        undone_decisions=(Decision(choice=Choice.STOP, decided_at=later(9)),),
        decision=Decision(choice=Choice.KEEP, decided_at=later(10), what_happened="Twice."),
        check_back=CheckBack(check_back_on=TODAY, answer=StillSo.YES, answered_at=later(40), note="Mostly."),
        notes=(Note(text="Again today.", noted_at=later(50)),),
    )
    gone = make_experiment(
        entry_id=entry.id,
        started_at=later(4),
        withdrawal=Withdrawal(withdrawn_at=later(5), reason="called off"),
    )
    overhaul = make_overhaul(
        entry_id=entry.id,
        created_at=later(60),
        extension=Extension(extended_at=later(61), deadline_before=TODAY, reason="away"),
        ending=Ending.DONE,
        closed_at=later(62),
    )
    ratings = [make_rating(40, entry_id=entry.id, rated_at=later(6))]
    moments = [make_moment(entry_id=entry.id, happened_at=later(7))]
    events = story_of(entry, [gone, whole], [overhaul], ratings, moments).events
    assert [event.what for event in events] == [
        What.SLIP,
        What.REFRAMED,
        What.REWORDED,
        What.STARTED,
        What.CORRECTED,
        What.STARTED,
        What.WITHDRAWN,
        What.RATED,
        What.MOMENT,
        What.EXTENDED,
        What.UNDONE,
        What.DECIDED,
        What.LOOKED_AGAIN,
        What.NOTE,
        What.OVERHAUL,
        What.OVERHAUL_EXTENDED,
        What.OVERHAUL_CLOSED,
    ]
    assert [event.text for event in events if event.what is What.DECIDED] == ["Twice."]


def test_events_of_the_hour_that_comes_twice_keep_their_order() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    entry = make_entry(happened_at=datetime(2026, 10, 25, 2, 50, tzinfo=berlin))
    tried = make_experiment(entry_id=entry.id, started_at=datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=berlin))
    assert [event.what for event in story_of(entry, [tried]).events] == [What.SLIP, What.STARTED]


def test_told_as_an_experiment_in_short_plain_sentences() -> None:
    entry = make_entry("I read out the wrong figure", observation="I read last month's line.")
    first = make_experiment(
        entry_id=entry.id,
        cue="When I am asked for a figure",
        prediction="she waits.",
        probability=80,
        corrections=(Correction(field="probability", before="70", corrected_at=NOW),),
        decision=Decision(
            choice=Choice.CHANGE,
            decided_at=later(14),
            what_happened="Twice.\nShe waited both times",
            outcome=Outcome.YES,
            learned="A breath is enough",
            next_line="shorter",
        ),
    )
    second = make_experiment(
        entry_id=entry.id, root_id=first.id, round=2, action="breathe", cue="she asks", started_at=None
    )
    assert narrative(story_of(entry, [first, second])) == (
        "What happened: I read out the wrong figure.",
        "Seen as one moment: I read last month's line.",
        "Round 1. When I am asked for a figure, I tried: say the month before the figure.",
        "I expected: she waits (70 in 100).",
        "What happened then: Twice. She waited both times.",
        "What I expected happened.",
        "What it taught me: A breath is enough.",
        "I change one thing.",
        "Next: shorter.",
        "Round 2. When she asks, I will try: breathe.",
    )


def test_a_bare_slip_is_told_with_what_there_is() -> None:
    assert narrative(story_of(make_entry("Sent it twice"), [])) == ("What happened: Sent it twice.",)
    assert narrative(story_of(make_reframed(), []))[-1] == "What I could try: Say the month before the figure."
    assert narrative(story_of(None, [])) == ()


def test_open_withdrawn_and_empty_rounds_are_told_as_they_are() -> None:
    running = make_experiment(cue="", prediction="", probability=None)
    assert narrative(story_of(None, [running], of=running)) == (
        "I tried: say the month before the figure.",
        "It is not decided yet.",
    )
    gone = make_experiment(withdrawal=Withdrawal(withdrawn_at=NOW, reason="called off"))
    assert narrative(story_of(None, [gone], of=gone))[-1] == "I took it back: called off."
    empty = make_experiment(started_at=None, cue="", action="")
    assert narrative(story_of(None, [empty], of=empty)) == ("Nothing written yet.",)


def test_the_telling_goes_on_with_the_check_back_and_the_overhaul() -> None:
    entry = make_entry()
    kept = make_experiment(
        entry_id=entry.id,
        decision=Decision(choice=Choice.KEEP, decided_at=NOW, outcome=Outcome.PARTLY),
        check_back=CheckBack(check_back_on=TODAY, answer=StillSo.NO, answered_at=NOW, note="Back to before"),
    )
    overhaul = make_overhaul(
        entry_id=entry.id, first_step="Ask K", ending=Ending.DROPPED, closed_at=NOW, why="K is gone"
    )
    assert narrative(story_of(entry, [kept], [overhaul]))[3:] == (
        "What I expected happened in part.",
        "I keep it.",
        "Looking again: it is not so any more.",
        "What I saw: Back to before.",
        "What must change in the set-up: The figures come an hour before the meeting.",
        "First step: Ask K.",
        "That was dropped.",
        "Why: K is gone.",
    )
