"""`settings`: lists, reads or changes what the user may turn."""

from __future__ import annotations

from dataclasses import Field, fields, replace
from typing import TYPE_CHECKING, Any, get_type_hints

from recalibrate.commands.failures import WrongUsage
from recalibrate.domain.settings import Settings
from recalibrate.domain.text import clean_text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate settings
recalibrate settings get rounds_per_root
recalibrate settings set safety_contacts "Anna 555 0100" "Ben, next door"
recalibrate settings set monthly_check yes
"""

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
            call.say_hanging("", f"{name} = {_shown(values[name])}")
        return 0
    field = known.get(arguments.name)
    if field is None:
        from recalibrate.commands.global_options import nearest

        better = nearest(arguments.name, known)
        hint = f"did you mean {better}?" if better else "`recalibrate settings` lists them."
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
    if len(words) != 1:
        raise WrongUsage(f"{field.name} takes one value; put quotes around it.")
    word = words[0]
    if kind is str:
        return word
    if kind is bool:
        if word.casefold() not in _TRUTHS:
            raise WrongUsage(f"{field.name} is yes or no, not “{word}”.")
        return _TRUTHS[word.casefold()]
    least, most = field.metadata["least"], field.metadata["most"]
    if not (word.isascii() and word.isdigit() and len(word) < 9 and least <= int(word) <= most):
        raise WrongUsage(f"{field.name} goes from {least} to {most}, not “{word}”.")
    return int(word)
