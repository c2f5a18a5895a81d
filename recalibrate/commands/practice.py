"""`practice`: mild sentences to sort and to name line by line, with answers and reasons; nothing is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.plain.asking import Asking, Back, Park, Pick

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.domain.learning.practice import Sentence

EXAMPLES = """
recalibrate practice              one sentence after the other; . leaves
printf 'w\\n1\\n' | recalibrate practice
"""

WAYS = "w or m sorts it · Enter passes on · < goes back · . leaves; nothing is stored"


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""


def run(arguments: Namespace, call: Call) -> int:
    """Go through the sentences until the last, or until the input ends."""
    from recalibrate.domain.learning.practice import Practice
    from recalibrate.domain.learning.practice_words import END

    ask, practice = Asking(call), Practice()
    ask.help = WAYS
    call.say_wrapped(WAYS)
    while (current := practice.current) is not None:
        call.say()
        call.say(f"{len(practice.answers) + 1} of {len(practice.sentences)}")
        call.say_wrapped(f"“{current.text}”")
        try:
            _sorted(current, ask, call)
        except Back:
            practice = practice.taken_back()
        except Park:
            return 0
        else:
            practice = practice.answered(current.scope)
    call.say()
    call.say_wrapped(END)
    return 0


def _sorted(sentence: Sentence, ask: Asking, call: Call) -> None:
    """Ask for one sentence: sorted, named where it has a name, and the reason. Raises Back and Park."""
    from recalibrate.domain.habits.catalogue import habit
    from recalibrate.domain.learning.practice import names_offered
    from recalibrate.domain.learning.practice_words import QUESTION, WHICH_HABIT, WORDS, reason, verdict
    from recalibrate.domain.voice import Reading

    keys = {Reading.GLOBAL: "w", Reading.LOCAL: "m"}
    scope = ask.pick(QUESTION, [Pick(each, key, WORDS[each]) for each, key in keys.items()])
    if scope:
        call.say_wrapped(verdict(sentence, Reading(scope)))
        if sentence.habits:
            offered = [(key, habit(key)) for key in names_offered(sentence)]
            ask.pick(WHICH_HABIT, [Pick(key, "", each.name, each.definition) for key, each in offered if each])
    call.say_wrapped(reason(sentence))
