"""Actions within a command: the first word says what is done, the words behind it with what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot, WrongUsage
from recalibrate.domain.text import clean_text

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable, Mapping, Sequence

    from recalibrate.commands.call import Call


@dataclass(frozen=True, slots=True)
class Action:
    """What can be done, with the words it `takes` ("NAME NEW", "ID…", "TEXT [ID]") and what that does."""

    takes: str
    about: str
    do: Callable[[Sequence[str], Call], int]

    @property
    def least(self) -> int:
        """How many words it needs."""
        return sum(not word.startswith("[") for word in self.takes.split())

    @property
    def most(self) -> int:
        """How many words it can take."""
        return 10_000 if "…" in self.takes else len(self.takes.split())


def add_actions(parser: ArgumentParser, otherwise: str) -> None:
    """Give a command its action and the words behind it; `otherwise` says what it does without one."""
    parser.add_argument("words", nargs="*", metavar="ACTION", help=f"what to do, see below; without one {otherwise}")


def act(name: str, actions: Mapping[str, Action], words: Sequence[str], call: Call) -> int:
    """Do what the words say. Raises WrongUsage for what is no action or has too few words, CouldNot when refused."""
    from recalibrate.domain.rules import Refused

    action = actions.get(words[0])
    if action is None:
        from recalibrate.commands.parsing.global_options import did_you_mean

        hint = did_you_mean(words[0], actions, f"choose from {', '.join(actions)}.")
        raise WrongUsage(f"There is no “{words[0]}” here; {hint}")
    given = [clean_text(word) for word in words[1:]]
    if not action.least <= len(given) <= action.most:
        takes = f"takes {action.takes}" if action.takes else "takes nothing more"
        quotes = "; put quotes around words that belong together" if len(given) > action.most > 0 else ""
        raise WrongUsage(f"`recalibrate {name} {words[0]}` {takes}{quotes}.")
    try:
        return action.do(given, call)
    except Refused as refused:
        raise CouldNot(str(refused)) from None


def table(actions: Mapping[str, Action]) -> list[tuple[str, str]]:
    """The actions as they are listed in the help: what is typed, and what it does."""
    return [(f"{name} {action.takes}".strip(), action.about) for name, action in actions.items()]
