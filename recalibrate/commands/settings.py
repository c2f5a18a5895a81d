"""`settings`: lists, reads or changes what the user may turn."""

from __future__ import annotations

from dataclasses import Field, fields, replace
from typing import TYPE_CHECKING, Any, get_type_hints

from recalibrate.commands.failures import WrongUsage
from recalibrate.domain.settings import THEMES, Settings
from recalibrate.domain.text import clean_text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate settings
recalibrate settings get rounds_per_root
recalibrate settings set safety_contacts "Anna 555 0100" "Ben, next door"
recalibrate settings set monthly_check yes
recalibrate settings set week_start sunday
"""

DASHED_WORDS = "-"
"""A value may begin with a dash, if only to be told that it cannot be."""

_TRUTHS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


def arguments(parser: ArgumentParser) -> None:
    """What to do with which setting."""
    parser.add_argument("what", nargs="?", default="list", choices=("list", "get", "set"), metavar="list|get|set")
    parser.add_argument("name", nargs="?", default="", metavar="NAME", help="the setting")
    parser.add_argument("value", nargs="*", metavar="VALUE", help="what to set; several for a list, none to empty it")
    parser.add_argument("--json", action="store_true", help="print the settings, or the one, as JSON")


def run(arguments: Namespace, call: Call) -> int:
    """List, get or set."""
    from recalibrate.store.documents import encode
    from recalibrate.store.settings import save_settings

    known = {field.name: field for field in fields(Settings)}
    if arguments.what == "list":
        if arguments.name:
            raise WrongUsage("`settings list` takes no name; `settings get NAME` reads one.")
        values = encode(call.settings)
        if arguments.json:
            call.say_json(values)
            return 0
        for name in known:
            call.say_hanging("", f"{name} = {_shown(values[name])}{_weekday(name, values[name])}")
        return 0
    if not arguments.name:
        typed = f"{arguments.what} NAME VALUE" if arguments.what == "set" else f"{arguments.what} NAME"
        raise WrongUsage(f"Name the setting: `recalibrate settings {typed}`; `settings` lists them.")
    field = known.get(arguments.name)
    if field is None:
        from recalibrate.commands.parsing.global_options import did_you_mean

        hint = did_you_mean(arguments.name, known, "`recalibrate settings` lists them.")
        raise WrongUsage(f"There is no setting “{arguments.name}”; {hint}")
    if arguments.what == "set":
        value = _read(field, [clean_text(word) for word in arguments.value])
        save_settings(call.paths.settings, replace(call.settings, **{field.name: value}))
        return 0
    if arguments.value:
        raise WrongUsage("`settings get` takes one name; `settings set NAME VALUE` changes one.")
    value = encode(getattr(call.settings, field.name))
    if arguments.json:
        call.say_json({field.name: value})
    else:
        call.say(_shown(value))
    return 0


def _weekday(name: str, value: Any) -> str:
    """The day that a week starts with, by its name."""
    from recalibrate.domain.settings_page import WEEKDAYS

    return f" ({WEEKDAYS[value]})" if name == "week_start" else ""


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _read(field: Field[Any], words: list[str]) -> Any:
    kind = get_type_hints(Settings)[field.name]
    if kind == tuple[str, ...]:
        return tuple(words)
    if kind not in (bool, int, str):
        raise WrongUsage(f"{field.name} is changed in the app, not here.")
    if not words:
        raise WrongUsage(f"{field.name} needs a value after it.")
    if len(words) > 1:
        raise WrongUsage(f"{field.name} takes one value; put quotes around it.")
    word = words[0]
    if field.name == "theme":
        return _theme(word)
    if field.name == "week_start":
        word = _day_number(word)
    if kind is str:
        return word
    if kind is bool:
        if word.casefold() not in _TRUTHS:
            raise WrongUsage(f"{field.name} is yes or no, not “{word}”.")
        return _TRUTHS[word.casefold()]
    least, most = field.metadata["least"], field.metadata["most"]
    if not (word.isascii() and word.isdigit() and len(word) < 9 and least <= int(word) <= most):
        days = ", 0 is Monday and 6 Sunday" if field.name == "week_start" else ""
        raise WrongUsage(f"{field.name} goes from {least} to {most}{days}, not “{word}”.")
    return int(word)


def _theme(word: str) -> str:
    """The name of a theme, or nothing for the usual one. Raises WrongUsage."""
    if word and word not in THEMES:
        raise WrongUsage(f"There is no theme “{word}”; there are {', '.join(THEMES)}.")
    return word


def _day_number(word: str) -> str:
    """The number of a weekday that is given by its name or its first three letters."""
    from recalibrate.domain.settings_page import WEEKDAYS

    wanted = word.casefold()
    return next((str(at) for at, day in enumerate(WEEKDAYS) if wanted in (day.casefold(), day[:3].casefold())), word)
