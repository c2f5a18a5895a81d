from __future__ import annotations

from pathlib import Path

from recalibrate.domain.journaling.share import KEYS, entry_parts
from recalibrate.domain.records.entry import Path as Way
from recalibrate.domain.records.entry import Triage
from recalibrate.domain.records.experiment import Choice, Decision, Outcome
from tests.builders import NOW, TODAY, make_experiment, make_overhaul, make_person, make_reframed
from tests.commands.conftest import Shell


def _kept(shell: Shell) -> None:
    shell.keep(
        make_person("M. K.", id="person-1"),
        make_reframed(id="entry-1", what_happened="M. K. asked and I froze.", people=("person-1",)),
        make_experiment(id="round-1", entry_id="entry-1", action="breathe out first"),
    )


def test_a_card_is_printed_without_aliases(shell: Shell) -> None:
    _kept(shell)
    done = shell("share", "entry-1")
    assert (done.code, done.err) == (0, "")
    assert "someone asked and I froze." in done.out
    assert "breathe out first" in done.out
    assert "M. K." not in done.out


def test_people_come_along_when_asked_and_fields_stay_at_home(shell: Shell) -> None:
    _kept(shell)
    done = shell("share", "entry-1", "--people", "--leave-out", "voice, plan")
    assert "M. K. asked and I froze." in done.out
    assert "Who was there" in done.out
    assert "What the voice said" not in done.out
    assert "breathe out first" not in done.out


def test_an_experiment_is_a_card_of_its_own(shell: Shell) -> None:
    _kept(shell)
    done = shell("share", "roun")
    assert "breathe out first" in done.out
    assert "froze" not in done.out


def test_a_card_goes_into_a_new_file_for_its_owner_and_never_over_another(shell: Shell, tmp_path: Path) -> None:
    _kept(shell)
    file = tmp_path / "card.txt"
    assert shell("share", "entry-1", "-o", str(file)).code == 0
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_text() == shell("share", "entry-1").out
    before = file.read_text()
    done = shell("share", "round-1", "-o", str(file))
    assert done.code == 1
    assert "there already" in done.sentence
    assert file.read_text() == before


def test_a_field_that_no_card_has_is_named_with_what_would_be_right(shell: Shell) -> None:
    _kept(shell)
    done = shell("share", "entry-1", "--leave-out", "voic")
    assert (done.code, done.sentence) == (2, "There is no field voic to leave out; did you mean voice?")


def test_every_field_of_a_card_can_be_left_out() -> None:
    decision = Decision(choice=Choice.STOP, outcome=Outcome.YES, what_happened="x", learned="y", decided_at=NOW)
    entry = make_reframed(sting=40, habits=("moralising",), triage=Triage(choice=Way.LET_GO))
    parts = entry_parts(
        entry,
        TODAY,
        situation="calls",
        aliases=["M."],
        experiments=[make_experiment(sign="s"), make_experiment(decision=decision)],
        overhauls=[make_overhaul()],
    )
    assert {part.key for part in parts} == KEYS
