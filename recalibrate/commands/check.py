"""`check`: whether the journal is sound, what it holds, and what can be done when it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

    from recalibrate.commands.call import Call
    from recalibrate.store.recovery import Report

EXAMPLES = """
recalibrate check
recalibrate check --journal ~/old/journal.json
"""


def arguments(parser: ArgumentParser) -> None:
    """Nothing but the format."""
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")


def run(arguments: Namespace, call: Call) -> int:
    """Read every line; exit code 1 when something is wrong. Nothing is changed."""
    from recalibrate.store.backups import backups
    from recalibrate.store.recovery import State, check

    report = check(call.file, call.clock, call.codec)
    kept = backups(call.file, call.clock)
    wrong = not report.is_whole or bool(report.remarks)
    if arguments.json:
        call.say_json(_document(report, len(kept)))
        return 1 if wrong else 0
    if report.state is State.NEW:
        call.say(f"There is no journal yet at {report.path}; the first slip makes one.")
        return 0
    _say_counts(report.counts, "", call)
    _say_counts(report.salvaged, "found whole: ", call)
    newest = f", the newest good one {report.backup.path.name}" if report.backup else ""
    call.say_hanging(f"{len(kept):>8}  ", f"{'backup' if len(kept) == 1 else 'backups'}{newest}")
    for remark in report.remarks:
        call.note(remark)
    for lost in report.lost:
        call.note(f"cannot be read: {lost}")
    if report.problem:
        call.note(report.problem)
    is_ours = report.state is not State.SOMETHING_ELSE or report.backup is not None
    if report.state not in (State.WHOLE, State.NEWER) and is_ours:
        call.note("`recalibrate restore --dry-run` shows what can be brought back; the file itself stays as it is.")
    if report.read_only:
        call.say(report.read_only)
    if not wrong:
        call.say("The journal is sound.")
    return 1 if wrong else 0


def _say_counts(counts: Mapping[str, int], before: str, call: Call) -> None:
    from recalibrate.domain.records.record_words import many_of

    for table, count in counts.items():
        if count:
            _, _, words = many_of(table, count).partition(" ")
            call.say(f"{count:>8}  {before}{words}")


def _document(report: Report, backups: int) -> dict[str, object]:
    return {
        "journal": str(report.path),
        "state": str(report.state),
        "problem": report.problem,
        "read_only": report.read_only,
        "tables": report.counts,
        "salvaged": report.salvaged,
        "lost": list(report.lost),
        "remarks": list(report.remarks),
        "backups": backups,
        "newest_good_backup": str(report.backup.path) if report.backup else None,
    }
