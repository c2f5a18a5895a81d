from __future__ import annotations

from recalibrate.domain.records.rating import Context, Measure, Rating
from tests.builders import make_rating, make_situation
from tests.commands.conftest import Lines, Shell


def _rated(shell: Shell) -> None:
    shell.keep(*(make_situation(name, id=name) for name in ("mails", "talks", "calls")))
    shell.keep(
        *(make_rating(value, measure=Measure.DREAD, context=Context.BEFORE_TRY, situation_id=id)
          for id, value in (("mails", 70), ("talks", 60), ("calls", 80)))
    )  # fmt: skip


def test_no_earlier_value_is_shown_before_the_answer(shell: Shell, lines: Lines) -> None:
    _rated(shell)
    done = shell("situations", "--check", stdin=lines("30", "30", "30"))
    assert (done.code, done.err) == (0, "")
    for block in done.out.split("How much do you dread it right now?")[:-1]:
        head = block.splitlines()[-1]
        value = {"mails": "70", "talks": "60", "calls": "80"}[head.rpartition(": ")[2]]
        assert f"before: {value}" in done.out.partition(head)[2]
        assert f"before: {value}" not in done.out.partition(head)[0]
    monthly = [each for each in shell.open().all(Rating) if each.context is Context.MONTHLY]
    assert [each.value for each in monthly] == [30, 30, 30]
    assert shell("situations", "--check").out.startswith("Nothing to rate this month.")


def test_stopping_keeps_what_was_answered(shell: Shell, lines: Lines) -> None:
    _rated(shell)
    done = shell("situations", "--check", stdin=lines("30", "", "."))
    assert done.out.endswith("1 situation rated.\n")
    assert sum(each.context is Context.MONTHLY for each in shell.open().all(Rating)) == 1
