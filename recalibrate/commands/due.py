"""`due`: what waits for a decision; nothing, a line for a prompt, a list, or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.domain.today.due import Waiting

EXAMPLES = """
recalibrate due                                   what waits, the longest first
PS1='$(recalibrate due --short 2>/dev/null) $ '   a line or nothing, for a prompt
recalibrate due --exit-code || notify-send "recalibrate: decide"
"""


def arguments(parser: ArgumentParser) -> None:
    """How it is said."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print what waits as JSON")
    form.add_argument("--short", action="store_true", help="one line, or nothing when nothing waits")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 when something waits")


def run(arguments: Namespace, call: Call) -> int:
    """Say what waits."""
    from recalibrate.commands.due_short import remember
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.domain.today.due import summary_line, waiting, waiting_sentence
    from recalibrate.store.at_hand import unsettled_experiments

    if arguments.short and not call.vault.is_open and not call.passphrase_on_stdin:
        from recalibrate.store.errors import JournalLocked

        raise JournalLocked("The journal is encrypted, and a prompt must not ask for its passphrase.")
    journal = call.journal_to_read()
    remember(call.paths, journal)
    items = waiting(unsettled_experiments(journal), journal.all(Overhaul), call.today)
    if arguments.json:
        call.say_json([_document(item) for item in items])
    elif arguments.short:
        if items:
            call.say(summary_line(items))
    elif items:
        from recalibrate.commands.printing.lines import NARROW, cut
        from recalibrate.domain.dates.deadlines import short_day

        for item in items:
            kind = "overhaul" if item.kind == "overhaul" else "look again" if item.kind == "check_back" else "decide"
            head = f"{item.id[:8]}  {kind:<10}  {short_day(item.since, call.today):<10}  "
            if call.width and call.width - len(head) < NARROW:
                call.say(head.rstrip())
                head = "  "
            call.say(head + cut(item.title, call.width and call.width - len(head)))
            if sentence := waiting_sentence(item, call.today):
                call.say_hanging("  " if head == "  " else " " * 10, sentence)
        call.hint("Decide one with `recalibrate decide ID`.")
    else:
        call.hint("Nothing waits for a decision.")
    return 1 if items and arguments.exit_code else 0


def _document(item: Waiting) -> dict[str, Any]:
    """The record with its journal fields, after which kind of thing waits and since when."""
    from recalibrate.store.documents import to_document

    return {"waiting": str(item.kind), "since": item.since.isoformat(), **to_document(item.record)}
