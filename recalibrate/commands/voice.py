"""`voice`: reads sentences on stdin, one a line, and says how far each reaches and which words say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
echo "I always ruin everything" | recalibrate voice
recalibrate voice --json < sentences.txt
"""


def arguments(parser: ArgumentParser) -> None:
    """Nothing but the format."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: Namespace, call: Call) -> int:
    """Judge each line as it comes; a blank line keeps its place in JSON."""
    from recalibrate.domain.habits.catalogue import CATALOGUE
    from recalibrate.domain.marks import scope_in_words
    from recalibrate.domain.records.entry import Scope
    from recalibrate.domain.reframing.hearing import heard
    from recalibrate.domain.voice import as_json
    from recalibrate.domain.voice.cues import Reading

    reaches = {Reading.GLOBAL: scope_in_words(Scope.GLOBAL), Reading.LOCAL: scope_in_words(Scope.LOCAL)}
    named = {each.key: each.name for each in CATALOGUE}
    for line in call.lines_of_stdin():
        if arguments.json:
            call.say_json(as_json(heard(line, call.settings)), one_line=True)
        elif line.strip():
            judgement = heard(line, call.settings)
            cues = ", ".join(f"“{cue.text}” {cue.start}–{cue.end} {cue.points_to}" for cue in judgement.cues)
            habits = ", ".join(f"{each.certainty} “{named[each.key]}”" for each in judgement.habits)
            reach = f"{reaches.get(judgement.scope, judgement.scope)} ({judgement.score:.2f})"
            call.say(" · ".join(part for part in (reach, cues, habits) if part))
        call.flush()
    return 0
