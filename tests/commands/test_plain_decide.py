from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import CheckBack, Choice, Decision, Experiment, Outcome, Status, StillSo
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.store.decision_drafts import kept_card
from recalibrate.store.drafts import Drafts
from tests.builders import NOW, TODAY, make_experiment, make_overhaul, make_reframed
from tests.commands.conftest import Lines, Shell
from tests.commands.due_round import HAPPENED, PLAN, round_due, round_now


def test_keep_asks_for_a_day_to_look_again(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    done = shell("decide", "round-1", "--plain", stdin=lines(*HAPPENED, "30", "k", "asking", "in 3 weeks"))
    assert (done.code, done.err) == (0, "")
    decided = round_now(shell)
    assert decided.decision
    assert (decided.decision.choice, decided.decision.outcome) == (Choice.KEEP, Outcome.PARTLY)
    assert decided.check_back == CheckBack(check_back_on=shell.now.date() + timedelta(days=21))
    entry = shell.open().get(Entry, "entry-1")
    assert entry
    assert entry.voice
    assert entry.voice.belief_later == 30


def test_the_belief_of_before_is_shown_only_afterwards(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    done = shell("decide", "round-1", "--plain", stdin=lines(*HAPPENED, "30", "s", ""))
    assert done.out.index("at first 80") > done.out.index("How true is it now?")


def test_change_opens_the_next_round(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    done = shell("decide", "round-1", "--plain", stdin=lines(*HAPPENED, "", "c", "sooner", *PLAN))
    assert done.code == 0
    (second,) = [each for each in shell.open().all(Experiment) if each.round == 2]
    assert second.root == "round-1"
    assert second.status(shell.now.date()) is Status.OPEN
    assert done.out.splitlines()[-1] == second.id


def test_what_is_changed_is_asked_for_until_it_is_said(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    done = shell("decide", "round-1", "--plain", stdin=lines(*HAPPENED, "", "c", "", "sooner", *PLAN))
    assert "This one needs an answer" in done.out
    decision = round_now(shell).decision
    assert decision
    assert decision.next_line == "sooner"


def test_a_change_without_a_name_is_refused_until_it_has_one(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    same = ("", "", "", "", "70", "", "2w", "80")
    answers = lines(*HAPPENED, "", "c", "nothing", *same, *PLAN)
    done = shell("decide", "round-1", "--plain", stdin=answers)
    assert "Change something you can name." in done.out
    assert len(shell.open().all(Experiment)) == 2


def test_input_that_ends_in_the_plan_keeps_it_as_a_draft_to_go_on_with(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    done = shell("decide", "round-1", "--plain", stdin=lines(*HAPPENED, "", "c", "sooner", "she looks up"))
    assert done.code == 0
    (second,) = [each for each in shell.open().all(Experiment) if each.round == 2]
    assert second.status(shell.now.date()) is Status.DRAFT
    assert second.id[:8] in done.out
    shell("decide", second.id, "--plain", stdin=lines(*PLAN))
    assert round_now(shell, second.id).status(shell.now.date()) is Status.OPEN


def test_an_overhaul_comes_back_at_its_date(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    shell("decide", "round-1", "--plain", stdin=lines(*HAPPENED, "", "o", "The figures come earlier.", "ask", "R.", ""))
    (planned,) = shell.open().all(Overhaul)
    assert planned.experiment_id == "round-1"
    assert planned.deadline == shell.now.date() + timedelta(days=28)


def test_input_that_ends_before_a_choice_decides_nothing(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    done = shell("decide", "round-1", "--plain", stdin=lines(*HAPPENED))
    assert done.code == 1
    assert "Nothing was decided" in done.sentence
    assert round_now(shell).decision is None


def test_what_was_typed_before_leaving_is_offered_again_here_and_on_the_screen(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    left = shell("decide", "round-1", "--plain", stdin=lines("It went well.", "yes", "I can ask.", "."))
    assert (left.code, "what you wrote is kept" in left.sentence) == (1, True)
    drafts = Drafts(shell.home / "drafts")
    card = kept_card(drafts, round_now(shell), "round-1")
    assert (card.what_happened, card.outcome, card.learned) == ("It went well.", Outcome.YES, "I can ask.")
    shell("decide", "round-1", "--plain", stdin=lines("", "", "<", "-", "", "30", "s", ""))
    decision = round_now(shell).decision
    assert decision
    assert (decision.what_happened, decision.outcome, decision.learned) == ("It went well.", None, "I can ask.")
    assert drafts.all() == []


def test_a_gap_in_the_next_plan_is_asked_for_at_its_place(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    plan = ("she looks up", "say it at once", "she nods", "h", "-", "70", "a nod", "2w", "80")
    done = shell("decide", "round-1", "--plain", stdin=lines(*HAPPENED, "", "c", "sooner", *plan))
    assert done.code == 0
    assert done.out.index("Say how likely that is") < done.out.rindex("I'll know because")


def test_what_now_says_that_it_needs_an_answer(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    done = shell("decide", "round-1", "--plain", stdin=lines(*HAPPENED, "30", "", "x", "s", ""))
    assert "This one needs an answer" in done.out
    assert "“x” is none of these; type k for Keep it" in " ".join(done.out.split())
    assert done.code == 0


def test_the_one_extension_needs_a_reason_and_a_second_is_not_offered(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    answers = lines(*HAPPENED, "", "e", "in 5 days", "", "in 5 days", "no meeting yet")
    done = shell("decide", "round-1", "--plain", stdin=answers)
    assert done.code == 0
    assert "Say in a line why" in done.out
    extended = round_now(shell)
    assert extended.deadline == shell.now.date() + timedelta(days=5)
    shell.now += timedelta(days=6)
    assert "More time" not in shell("decide", "round-1", "--plain", stdin="").out


def test_an_open_one_is_taken_back_with_a_reason(shell: Shell, lines: Lines) -> None:
    shell.keep(make_experiment(id="round-1"))
    assert shell("decide", "round-1", "--plain", stdin=lines("", "", "", "w", "The project ended.")).code == 0
    assert round_now(shell).status(TODAY) is Status.WITHDRAWN


def test_three_rounds_leave_no_change_to_choose(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    rounds = [make_experiment(id=f"round-{n}", root_id="round-1", round=n, action=f"other {n}") for n in (2, 3)]
    decided = replace(round_now(shell), decision=Decision(choice=Choice.CHANGE, decided_at=NOW))
    second = replace(rounds[0], decision=Decision(choice=Choice.CHANGE, decided_at=NOW))
    shell.keep(decided, second, rounds[1])
    out = shell("decide", "round-3", "--plain", stdin=lines(*HAPPENED)).out
    assert "Change one thing" not in out
    assert "Overhaul the set-up" in out


def test_a_check_back_is_answered_once(shell: Shell, lines: Lines) -> None:
    decision = Decision(choice=Choice.KEEP, decided_at=NOW, next_line="asking")
    look = CheckBack(check_back_on=TODAY + timedelta(days=5))
    shell.keep(make_experiment(id="round-1", decision=decision, check_back=look))
    early = shell("decide", "round-1", "--plain", stdin=lines("y", ""))
    assert early.code == 1
    assert "day to look again" in early.sentence
    shell.now += timedelta(days=5)
    assert shell("decide", "round-1", "--plain", stdin=lines("partly", "mostly in the mornings")).code == 0
    answered = round_now(shell).check_back
    assert answered
    assert (answered.answer, answered.note) == (StillSo.PARTLY, "mostly in the mornings")


def test_an_overhaul_is_closed_or_dropped_with_a_line_why(shell: Shell, lines: Lines) -> None:
    shell.keep(make_overhaul(id="overhaul-1"), make_overhaul(id="overhaul-2"))
    assert shell("decide", "overhaul-1", "--plain", stdin=lines("d", "")).code == 0
    done = shell("decide", "overhaul-2", "--plain", stdin=lines("x", "", "x", "too much"))
    assert "Say in a line why" in done.out
    endings = {each.id: each.ending for each in shell.open().all(Overhaul)}
    assert endings == {"overhaul-1": Ending.DONE, "overhaul-2": Ending.DROPPED}


def test_a_decision_is_taken_back_within_a_day(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    shell("decide", "round-1", "--plain", stdin=lines(*HAPPENED, "", "s", ""))
    assert "--undo" in shell("decide", "round-1", "--plain").sentence
    assert shell("decide", "round-1", "--undo").code == 0
    assert round_now(shell).decision is None
    shell("decide", "round-1", "--plain", stdin=lines(*HAPPENED, "", "s", ""))
    shell.now += timedelta(days=2)
    late = shell("decide", "round-1", "--undo")
    assert late.code == 1
    assert "A day has passed" in late.sentence


def test_an_overhaul_without_a_date_is_given_one(shell: Shell, lines: Lines) -> None:
    shell.keep(make_overhaul(id="overhaul-1", deadline=None))
    done = shell("decide", "overhaul-1", "--plain", stdin=lines("b", "nonsense", "in 4 weeks"))
    assert (done.code, done.err) == (0, "")
    assert shell.open().find(Overhaul, "overhaul-1").deadline == TODAY + timedelta(weeks=4)


def test_an_entry_in_the_place_of_its_experiment_names_what_can_be_decided(shell: Shell) -> None:
    round_due(shell)
    shell.keep(make_reframed(id="entry-2"))
    for words in (["decide", "entry-1"], ["decide", "entry-1", "--plain"]):
        done = shell(*words)
        assert (done.code, "decide round-1`" in done.sentence) == (1, True)
    assert "without an experiment" in shell("decide", "entry-2").sentence
    assert "Nothing has an id" in shell("decide", "nosuch").sentence
