"""Asking line by line: a question, one line of answer, and no cursor moved; works over any pipe or screen reader."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recalibrate.domain.dates.deadlines import Deadline, Refusal
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import listed, one_line

if TYPE_CHECKING:
    from recalibrate.commands.call import Call

WAYS = "Enter skips or keeps · - takes an answer back · < goes back · . parks it here · ? help"
"""What can be typed instead of an answer, said once at the start."""

MORE = "\\"
"""At the end of a line: the answer goes on in the next one."""


SCALE = "0 to 100 in tens, please: 8 or 80 is 80, t or 100 is 100, - is rather not; Enter skips."
KEYS_OF_SCALE = "(8 or 80 is 80)"
DATES = "A day in words or figures: fri, tomorrow, in 10 days, 2 weeks, 14 mar or 2026-03-14. It counts to its end."
NOTHING_WRITTEN = "Nothing was written, so nothing is kept."
NEEDED = "This one needs an answer; . parks it here."


class Back(Exception):
    """The user wants to go one prompt back."""


class Park(Exception):
    """The user wants to stop here, or the input has ended."""


def typed_rating(answer: str) -> int | None:
    """The value of 0 to 100 that was typed, a single digit as tens as on the screen; None for what is not in tens."""
    if answer.casefold() == "t":
        return 100
    if not (answer.isascii() and answer.isdigit() and len(answer) < 4):
        return None
    value = int(answer) * 10 if len(answer) == 1 else int(answer)
    return value if value in range(0, 101, 10) else None


@dataclass(frozen=True, slots=True)
class Pick:
    """One answer to choose: its value, the key and the words that choose it, and a few more words."""

    value: str
    key: str
    words: str
    more: str = ""


class Asking:
    """Puts questions on stdout and reads the answers from stdin.

    For a lone `?` the `help` of the question is printed, where it has none that of the prompt it belongs to.
    """

    def __init__(self, call: Call) -> None:
        self._call = call
        self.help = ""
        self._leaving: Back | Park | KeyboardInterrupt | None = None
        self._knows_scale = False

    @property
    def is_leaving(self) -> bool:
        """Whether one has left within an answer that is kept; no further question is put."""
        return self._leaving is not None

    def leave(self) -> None:
        """Raise what one left with within the last answer, Back or Park; nothing where one has not."""
        if self._leaving is not None:
            leaving, self._leaving = self._leaving, None
            raise leaving

    def line(self, label: str, now: str = "", hint: str = "", *, help: str = "") -> str:
        """One line; an empty one keeps `now`, `-` empties it. Raises Back and Park."""
        self.leave()
        shown = f"[{one_line(now)}]" if now.strip() else f"({hint})" if hint else ""
        while True:
            if question := f"{label} {shown}".strip():
                self._call.say_wrapped(question)
            answer = self._read()
            if answer == "?":
                self._call.say_wrapped(help or self.help or WAYS, indent="  ")
                continue
            return now if not answer else "" if answer == "-" else answer

    def text(self, label: str, now: str = "", hint: str = "", *, help: str = "") -> str:
        """A text; a line that ends with a backslash goes on in the next one."""
        answer = self.line(label, now, hint, help=help)
        while answer.endswith(MORE) and answer != now:
            try:
                more = self._read_line()
            except Park as leaving:
                self._leaving = leaving
                return answer.removesuffix(MORE)
            answer = f"{answer[:-1]}\n{more}"
        return answer

    def lines(self, label: str, now: str = "", *, shown: bool = True, keeps: bool = False) -> str:
        """Several lines up to an empty one; an empty one at once keeps `now`, which may be `shown` elsewhere.

        `keeps` leaves the lines given so far as the answer when one leaves between them; the next question then raises.
        """
        first = self.line(label, now) if shown else self._read() or now
        if first == now:
            return now
        lines = [first] if first else []
        while lines:
            try:
                more = self._read().strip()
            except (Back, Park, KeyboardInterrupt) as leaving:
                if not keeps:
                    raise
                self._leaving = leaving
                break
            if more == "?":
                self._call.say_wrapped(self.help or WAYS, indent="  ")
            elif more == "-":
                self._call.say_wrapped(f"Taken back: {lines.pop()}", indent="  ")
            elif more:
                lines.append(more)
            else:
                break
        return "\n".join(lines)

    def rating(self, label: str, now: int | None = None, *, help: str = "") -> int | None:
        """A value of 0 to 100 in tens, said back, or none; the keys of the screen do too, 8 for 80 and t for 100."""
        keys = "" if self._knows_scale else f" {KEYS_OF_SCALE}"
        self._knows_scale = True
        shown = "" if now is None else str(now)
        while True:
            answer = self.line(f"{label} 0–100{keys}", shown, help=f"{help} {SCALE}".strip())
            answer = answer.strip().removesuffix("%").rstrip()
            if not answer:
                return None
            if (value := typed_rating(answer)) is not None:
                if answer != shown:
                    self._call.say_wrapped(str(value), indent="  ")
                return value
            self._call.say_wrapped(SCALE)

    def date(self, label: str, read: Callable[[str], Deadline | Refusal], now: str = "", hint: str = "") -> str:
        """A date phrase that `read` understands, said back; empty when none was given."""
        while True:
            phrase = self.line(label, now, hint, help=DATES).strip()
            found = read(phrase) if phrase else None
            if isinstance(found, Refusal):
                self._call.say_wrapped(found.reason)
                continue
            if found is not None:
                self._call.say_wrapped(found.words, indent="  ")
            return phrase

    def pick(self, label: str, options: Sequence[Pick], now: str = "", *, needed: bool = False) -> str:
        """The value of one option, by its key, number or words; empty when skipped, unless it is `needed`."""
        self.leave()
        if label:
            self._call.say_wrapped(label)
        keys = [option.key or str(number) for number, option in enumerate(options, start=1)]
        for key, option in zip(keys, options, strict=True):
            more = f" — {option.more}" if option.more else ""
            self._call.say_hanging(f"  {key}  ", f"{option.words}{more}")
        words = next((option.words for option in options if option.value == now), "")
        offered = listed([f"{key} for {option.words}" for key, option in zip(keys, options, strict=True)], "or")
        while True:
            answer = self.line("Which?", words, help=f"Type {offered}. {'' if needed else 'Enter skips.'}".strip())
            typed = answer.strip().casefold()
            if not typed:
                if not needed:
                    return ""
                self._call.say_wrapped(NEEDED)
                continue
            for number, option in enumerate(options, start=1):
                names = (option.key, str(number), option.words.casefold(), option.value.casefold())
                if typed in names or (len(typed) > 2 and option.words.casefold().startswith(typed)):
                    return option.value
            self._call.say_wrapped(f"“{one_line(answer)}” is none of these; type {offered}.")

    def pick_one(self, label: str, options: Sequence[Pick], now: str = "") -> str:
        """The value of one option; an empty answer is asked again, and why is said."""
        return self.pick(label, options, now, needed=True)

    def needed_line(self, label: str, now: str, why: str, *, help: str = "") -> str:
        """One line that cannot be left out; an empty answer is asked again with the reason."""
        while not (answer := self.line(label, now, help=help)).strip():
            self._call.say_wrapped(f"{why} . parks it here.")
        return answer

    def yes(self, label: str) -> bool:
        """Whether the answer is yes; Enter is no."""
        answer = self.line(f"{label} y/n", hint="Enter is no", help="y is yes; n or Enter is no.")
        return answer.strip().casefold() in ("y", "yes")

    def go_on(self, label: str) -> bool:
        """Whether Enter was pressed, rather than anything typed."""
        return not self.line(label).strip()

    def _read(self) -> str:
        answer = self._read_line()
        stripped = answer.strip()
        if stripped == "<":
            raise Back
        if stripped == ".":
            raise Park
        return stripped if stripped in ("", "?", "-") else answer

    def _read_line(self) -> str:
        if sys.stdin.isatty():
            sys.stdout.write("> ")
        self._call.flush()
        line = sys.stdin.readline()
        if not line:
            if sys.stdin.isatty():
                self._call.say()  # what follows begins on a line of its own
            raise Park
        return clean_text(line.rstrip("\n"))
