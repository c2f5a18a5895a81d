from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta

import pytest

from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry, Path, Scope
from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.store.drafts import Drafts
from tests.builders import make_entry, make_experiment, make_situation
from tests.commands.conftest import Lines, Shell
from tests.commands.due_round import round_due

SLIP = ("I lost my place when she asked.", "", "talks", "M., J.", "60")
VOICE = ("I am hopeless at this.", "80")
NAMED = ("w", "Verdict on the self")
SAID_ANEW = ("This time I skipped a slide because I hurried.", "50")
IDEAS = ("When she asks, I will say let me check", "Print the figures", "", "")
SMALL = ("", "e")
PLAN = ("", "", "she waits", "h", "60", "the meeting goes on", "in 10 days", "70", "")
ALL = (*SLIP, *VOICE, *NAMED, *SAID_ANEW, *IDEAS, *SMALL, *PLAN, "")


def test_a_whole_reframe_is_done_from_a_file(shell: Shell, lines: Lines) -> None:
    done = shell("reframe", "--plain", stdin=lines(*ALL))
    assert (done.code, done.err) == (0, "")
    journal = shell.open()
    (entry,), (experiment,) = journal.all(Entry), journal.all(Experiment)
    assert done.out.splitlines()[-1] == entry.id
    assert entry.voice
    assert (entry.voice.text, entry.voice.scope, entry.voice.belief_before) == (VOICE[0], Scope.GLOBAL, 80)
    assert (entry.voice.belief_after, entry.sting, entry.habits) == (50, 60, ("labelling",))
    assert entry.observation == SAID_ANEW[0]
    assert [idea.text for idea in entry.ideas] == list(IDEAS[:2])
    assert entry.chosen_idea == IDEAS[0]
    assert entry.triage
    assert entry.triage.choice is Path.EXPERIMENT
    assert {person.alias for person in journal.all(Person)} == {"M.", "J."}
    assert experiment.status(shell.now.date()) is Status.OPEN
    assert (experiment.cue, experiment.action) == ("she asks", "say let me check")
    assert experiment.deadline == shell.now.date() + timedelta(days=10)
    assert Drafts(shell.home / "drafts").all() == []


def test_the_earlier_belief_is_shown_only_after_the_new_one(shell: Shell, lines: Lines) -> None:
    done = shell("reframe", "--plain", stdin=lines(*ALL))
    before, _, after = done.out.partition("How true is it now?")
    rated = before.partition("How true did it feel?")[2]
    assert rated.count("80") == 1, "it is read back as it is given, and not again"
    assert "felt 80 → 50" in after


def test_cue_words_are_shown_only_after_the_mark(shell: Shell, lines: Lines) -> None:
    done = shell("reframe", "--plain", stdin=lines(*ALL))
    assert done.out.index("reach beyond the moment") > done.out.index("can't tell")


def test_input_that_ends_early_parks_what_there_is(shell: Shell, lines: Lines) -> None:
    done = shell("reframe", "--plain", stdin=lines(*SLIP, "I am hopeless"))
    assert done.code == 0
    (entry,) = shell.open().all(Entry)
    assert entry.voice
    assert entry.voice.text == "I am hopeless"
    assert entry.is_parked
    assert done.out.splitlines()[-1] == entry.id
    assert Drafts(shell.home / "drafts").all() == []


@pytest.mark.parametrize("answers", [(), ("",), ("", "", "."), (".",)])
def test_nothing_written_keeps_nothing(answers: tuple[str, ...], shell: Shell, lines: Lines) -> None:
    done = shell("reframe", "--plain", stdin=lines(*answers))
    assert done.code == 1
    assert done.sentence
    assert shell.open().all(Entry) == []


def test_a_local_voice_takes_the_short_road(shell: Shell, lines: Lines) -> None:
    done = shell("reframe", "--plain", stdin=lines(*SLIP, "I skipped a slide.", "40", "m", "."))
    assert "Does this habit have a name?" not in done.out
    assert "What can I try differently next time?" in done.out


def test_a_habit_of_ones_own_is_added_on_the_spot(shell: Shell, lines: Lines) -> None:
    shell("reframe", "--plain", stdin=lines(*SLIP, *VOICE, "w", "+ the courtroom", "the courtroom", "."))
    journal = shell.open()
    (own,) = journal.all(OwnHabit)
    assert journal.all(Entry)[0].habits == (own.id,)


def test_an_overhaul_gets_its_date(shell: Shell, lines: Lines) -> None:
    overhaul = ("The figures come an hour before.", "ask R.", "R.", "")
    done = shell("reframe", "--plain", stdin=lines(*SLIP, *VOICE, *NAMED, *SAID_ANEW, *IDEAS, "", "o", *overhaul, ""))
    (planned,) = shell.open().all(Overhaul)
    assert planned.what_must_change == overhaul[0]
    assert planned.deadline == shell.now.date() + timedelta(days=28)
    assert "Written down." in done.out


def test_not_mine_points_to_the_safety_command(shell: Shell, lines: Lines) -> None:
    done = shell("reframe", "--plain", stdin=lines(*SLIP, *VOICE, *NAMED, *SAID_ANEW, *IDEAS, "", "n", ""))
    assert "`recalibrate safety`" in done.out
    assert "F2" not in done.out


def test_a_parked_slip_is_gone_on_with(shell: Shell, lines: Lines) -> None:
    id = shell("slip", "I was late.").out.strip()
    shell("reframe", "--plain", id[:8], stdin=lines(*VOICE, "."))
    (entry,) = shell.open().all(Entry)
    assert entry.id == id
    assert entry.voice


def test_a_draft_left_by_a_crash_is_gone_on_with(shell: Shell, lines: Lines) -> None:
    from recalibrate.domain.reframing.draft import Draft
    from recalibrate.domain.reframing.steps import Prompt
    from recalibrate.store.documents import encode

    draft = Draft.for_a_slip(shell.now, what_happened="Half of it.", at=Prompt.VOICE)
    Drafts(shell.home / "drafts").save(draft.id, encode(draft))
    assert shell("reframe", "--plain", draft.id[:8], stdin=lines(*VOICE, ".")).code == 0
    assert shell.open().all(Entry)[0].what_happened == "Half of it."


def test_an_assumption_is_tested(shell: Shell, lines: Lines) -> None:
    plan = ("I enter", "ask one question", "a nod", "h", "60", "", "", "70", "")
    answers = lines("I can read a room.", "90", "Someone frowns.", *plan, "")
    done = shell("reframe", "--plain", "--assumption", stdin=answers)
    assert done.code == 0
    (experiment,) = shell.open().all(Experiment)
    assert experiment.assumption_id
    assert experiment.status(shell.now.date()) is Status.OPEN
    assert experiment.sign == "Someone frowns."


def test_what_was_answered_survives_a_kill(shell: Shell, lines: Lines) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "recalibrate", "reframe", "--plain"],
        env={**os.environ, **shell.environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(lines("I lost my place.", "yesterday"))
    process.stdin.flush()
    while not process.stdout.readline().startswith("What kind of moment?"):
        pass
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    ((id, _),) = Drafts(shell.home / "drafts").all()
    assert shell("reframe", "--plain", id[:8], stdin=lines("", "", ".")).code == 0
    (entry,) = shell.open().all(Entry)
    assert entry.what_happened == "I lost my place."
    assert entry.happened_on == shell.now.date() - timedelta(days=1)


def test_a_situation_that_slips_often_is_offered_triage_once(shell: Shell, lines: Lines) -> None:
    talks = make_situation("talks")
    shell.keep(talks, *(make_entry(situation_id=talks.id, happened_at=shell.now) for _ in range(4)))
    answers = (*SLIP, *VOICE, *NAMED, *SAID_ANEW, *IDEAS, "", "", "", "", "")
    done = shell("reframe", "--plain", stdin=lines(*answers))
    assert done.code == 0
    assert done.out.count("Enter goes on; anything else asks this prompt again.") == 1
    offered = done.out[: done.out.index("Enter goes on; anything else")].splitlines()[-1]
    assert offered.startswith("Five slips in 60 days: talks.")


def test_why_a_plan_cannot_start_is_said_before_it_is_kept(shell: Shell, lines: Lines) -> None:
    shell.keep(*(make_experiment(action=f"thing {n}") for n in "abc"))
    done = shell("reframe", "--plain", stdin=lines(*ALL))
    summary = done.out.partition("As it stands now")[2].partition("Enter keeps it")[0]
    assert "Until then the plan is kept as a draft." in " ".join(summary.split())


def test_a_reframe_of_what_is_not_there_is_one_sentence_before_the_app_opens(shell: Shell) -> None:
    round_due(shell)
    assert shell("reframe", "round-1").sentence == "Nothing among the entries has an id that starts with round-1."
    assert "at least 4" in shell("reframe", "62c").sentence


def test_going_back_keeps_every_answer(shell: Shell, lines: Lines) -> None:
    back = (*SLIP, "I am hopeless", "<", "", "", "", "", "", "I am clumsy", "70", ".")
    shell("reframe", "--plain", stdin=lines(*back))
    (entry,) = shell.open().all(Entry)
    assert entry.what_happened == SLIP[0]
    assert entry.sting == 60
    assert entry.voice
    assert (entry.voice.text, entry.voice.belief_before) == ("I am clumsy", 70)
