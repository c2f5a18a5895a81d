from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from recalibrate.cli import main
from recalibrate.commands.printing.lines import cells
from recalibrate.domain.records.experiment import CheckBack, Choice, Decision, Experiment
from recalibrate.paths import Paths
from recalibrate.store.journal import Journal
from tests.builders import NOW, TODAY, make_experiment, make_overhaul
from tests.commands.conftest import Shell

SHORT = ["due", "--short"]


def _keep_three(shell: Shell) -> None:
    decided = Decision(choice=Choice.KEEP, decided_at=NOW)
    shell.keep(
        make_experiment(id="experiment", deadline=TODAY + timedelta(days=2)),
        make_overhaul(id="overhaul", deadline=TODAY + timedelta(days=4)),
        make_experiment(id="kept", decision=decided, check_back=CheckBack(check_back_on=TODAY + timedelta(days=6))),
    )


def test_nothing_waits_before_the_date_is_over(shell: Shell) -> None:
    _keep_three(shell)
    assert shell("due", "--json").json == []
    assert shell("due", "--short").out == ""
    assert shell("due", "--exit-code").code == 0


def test_what_waits_is_listed_the_longest_first(shell: Shell) -> None:
    _keep_three(shell)
    shell.now += timedelta(days=8)
    found = shell("due", "--json").json
    assert [(each["waiting"], each["id"]) for each in found] == [
        ("experiment", "experiment"),
        ("overhaul", "overhaul"),
        ("check_back", "kept"),
    ]
    assert found[0]["since"] == found[0]["deadline"]
    done = shell("due")
    assert done.code == 0
    assert done.out.count("\n") >= 3


def test_the_exit_code_says_whether_something_waits(shell: Shell) -> None:
    _keep_three(shell)
    shell.now += timedelta(days=3)
    assert shell("due", "--exit-code").code == 1
    assert shell("due", "--exit-code", "--short").out == "1 decision waits\n"


def test_the_remembered_line_is_the_worked_out_one_on_every_day(shell: Shell) -> None:
    from recalibrate.commands.due_short import remembered_line

    _keep_three(shell)
    shell("due")
    for days in range(10):
        shell.now = NOW + timedelta(days=days)
        assert remembered_line(SHORT, shell.environ, shell.now.date().isoformat()) == shell("due", "--short").out


def test_a_journal_changed_by_another_hand_is_never_answered_from_memory(shell: Shell) -> None:
    from recalibrate.commands.due_short import remembered_line

    _keep_three(shell)
    shell("due")
    assert remembered_line(SHORT, shell.environ, "2026-04-01") is not None
    shell.keep(make_experiment(deadline=TODAY))
    assert remembered_line(SHORT, shell.environ, "2026-04-01") is None


def test_the_remembered_line_follows_a_slip_and_a_decision(shell: Shell) -> None:
    from recalibrate.commands.due_short import keep_up, remembered_line

    _keep_three(shell)
    shell("due")
    shell("slip", "one more")
    shell.now += timedelta(days=3)
    assert remembered_line(SHORT, shell.environ, shell.now.date().isoformat()) == "1 decision waits\n"
    journal = shell.open()
    keep_up(Paths.of(shell.environ), journal)
    waiting = journal.find(Experiment, "experiment")
    journal.put(replace(waiting, decision=Decision(choice=Choice.KEEP, decided_at=shell.now)))
    assert remembered_line(SHORT, shell.environ, shell.now.date().isoformat()) == ""
    assert shell("due", "--short").out == ""


@pytest.mark.parametrize("form", [["--journal", "FILE"], ["--journal=FILE"]])
def test_a_prompt_over_another_journal_is_answered_from_its_own_copy(
    shell: Shell, form: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    other = [word.replace("FILE", "./work.json") for word in form]
    shell("slip", "one", environ=shell.environ)
    Journal.open(folder / "work.json", lambda: NOW).put(make_experiment(deadline=TODAY.replace(year=2020)))
    shell("due", "--short")
    shell(*other, "due", "--short")
    environ = {"RECALIBRATE_HOME": str(shell.home)}
    (copy,) = (shell.home / "cache").glob("due-*")
    copy.write_text(copy.read_text().replace("1 decision", "1 remembered decision"))
    assert main(["due", *other, "--short", "--exit-code"], environ) == 1
    assert main(["due", "--short"], environ) == 0
    assert capsys.readouterr().out == "1 remembered decision waits\n"


def test_an_encrypted_journal_leaves_no_copy(shell: Shell) -> None:
    shell.keep(make_experiment(deadline=TODAY.replace(year=2020)))
    shell("due", "--short")
    words = "a long passphrase\n"
    for command, out in ((["encrypt"], ""), (["due", "--short"], "1 decision waits\n")):
        assert shell("--passphrase-stdin", *command, stdin=words).out.endswith(out)
        assert not list((shell.home / "cache").glob("due*"))


def test_what_is_remembered_holds_no_words_and_is_private(shell: Shell) -> None:
    shell.keep(make_experiment(action="CANARY", cue="CANARY"))
    shell("due", "--short")
    copy = shell.home / "cache" / "due"
    assert "CANARY" not in copy.read_text()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700


def test_a_prompt_is_answered_from_the_copy_while_it_is_true(
    shell: Shell, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.keep(make_experiment(deadline=TODAY.replace(year=2020)))
    shell("due")
    copy = shell.home / "cache" / "due"
    copy.write_text(copy.read_text().replace("1 decision", "1 remembered decision"))
    environ = {"RECALIBRATE_HOME": str(shell.home)}
    assert main(["due", "--short"], environ) == 0
    assert main(["due", "--short", "--exit-code"], environ) == 1
    assert capsys.readouterr().out == "1 remembered decision waits\n" * 2
    shell("slip", "one more")
    assert main(["due", "--short"], environ) == 0
    assert capsys.readouterr().out.endswith("1 remembered decision waits\n")
    shell.keep(make_overhaul(deadline=TODAY.replace(year=2020)))
    assert main(["due", "--short"], environ) == 0
    assert capsys.readouterr().out == "2 decisions wait\n"


def test_each_line_fits_the_terminal(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recalibrate.commands.call.Call.width", 60)
    shell.keep(make_experiment(action="x" * 200, deadline=TODAY.replace(year=2020)), make_overhaul("語" * 90))
    shell("slip", "語 and words " * 30)
    for words in (["due"], ["list"]):
        for line in shell(*words).out.splitlines():
            assert cells(line) <= 60
