"""Reading a command's usual lines without argparse, which costs a short command a fifth of its time.

Whatever is not plain - help, a typo, a missing value, a word with a dash - is left to argparse and its sentences.
"""

from __future__ import annotations

from types import SimpleNamespace

TYPE_CHECKING = False  # the name mypy knows, without the cost of importing typing
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from typing import Any

    from recalibrate.commands.parsing.parser import Command

KNOWN = {"action", "choices", "default", "help", "metavar", "nargs", "type"}


def quickly_parsed(command: Command, rest: Sequence[str]) -> Namespace | None:
    """What the rest of the line says to the command, as argparse would say it; None where argparse has to be asked."""
    parser = QuickParser()
    command.arguments(parser)  # type: ignore[arg-type]  # it only adds arguments, which is all this one can do
    return parser.parsed(rest)  # type: ignore[return-value]  # it answers to the same names as argparse's


class QuickParser:
    """Takes what `add_argument` is told, as far as flags, options with one value and one positional go."""

    def __init__(self) -> None:
        self._options: dict[str, tuple[str, dict[str, Any]]] = {}
        self._positionals: list[tuple[str, dict[str, Any]]] = []
        self._exclusive: list[set[str]] = []
        self._is_beyond = False

    def add_argument(self, *names: str, **how: Any) -> str:
        """As in argparse; answers the name under which the value is found."""
        option = names[0].startswith("-")
        self._is_beyond |= not KNOWN.issuperset(how) or how.get("action", "store_true") != "store_true"
        self._is_beyond |= option and "nargs" in how
        name = names[-1].lstrip("-").replace("-", "_")
        if option:
            self._options |= dict.fromkeys(names, (name, how))
        else:
            self._positionals.append((name, how))
        return name

    def add_mutually_exclusive_group(self) -> Group:
        """As in argparse."""
        self._exclusive.append(set())
        return Group(self, self._exclusive[-1])

    def parsed(self, rest: Sequence[str]) -> SimpleNamespace | None:
        """The values; None for a line that is not plain."""
        if self._is_beyond or len(self._positionals) > 1:
            return None
        found = {name: how.get("default", False if "action" in how else None) for name, how in self._options.values()}
        given: set[str] = set()
        words: list[str] = []
        queue = iter(rest)
        for word in queue:
            if word in self._options:
                name, how = self._options[word]
                given.add(name)
                if "action" in how:
                    found[name] = True
                    continue
                value = next(queue, "-")
                if value.startswith("-") or value not in how.get("choices", (value,)):
                    return None
                try:
                    found[name] = how.get("type", str)(value)
                except Exception:  # noqa: BLE001 - whatever is wrong with the value, argparse has the sentence for it
                    return None
            elif word.startswith("-"):
                return None
            else:
                words.append(word)
        if any(len(group & given) > 1 for group in self._exclusive):
            return None
        return SimpleNamespace(**found) if self._take_words(words, found) else None

    def _take_words(self, words: list[str], found: dict[str, Any]) -> bool:
        """Whether the words that are no options fill the positional there is, or none."""
        if not self._positionals:
            return not words
        name, how = self._positionals[0]
        if how.get("nargs") == "*":
            found[name] = words
            return True
        if "type" in how or how.get("nargs", "?") != "?" or len(words) > 1 or not (words or "nargs" in how):
            return False
        found[name] = words[0] if words else how.get("default")
        return not words or words[0] in how.get("choices", words)


class Group:
    """Options of which at most one may be given."""

    def __init__(self, parser: QuickParser, names: set[str]) -> None:
        self._parser = parser
        self._names = names

    def add_argument(self, *names: str, **how: Any) -> None:
        """As in argparse."""
        self._names.add(self._parser.add_argument(*names, **how))
