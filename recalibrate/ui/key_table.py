"""The keys of a screen as a table, read from its bindings so that help can never differ from them."""

from __future__ import annotations

from typing import Any, NamedTuple

from textual.binding import ActiveBinding, Binding
from textual.keys import key_to_character
from textual.screen import Screen

NAMES = {
    "question_mark": "?",
    "slash": "/",
    "escape": "esc",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "full_stop": ".",
    "comma": ",",
    "minus": "-",
    "plus": "+",
    "delete": "del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


PALETTE = "Find any command by name"

EVERYWHERE = ("screen.back", "screen.help")
"""What each full screen ends its line with, whether or not it declares them anew."""


class KeyRow(NamedTuple):
    """One line of help: the keys as one would say them, and what they do."""

    keys: str
    words: str


def spoken(keys: str) -> str:
    """A binding's keys ("question_mark,f1") as they are written on a keyboard ("? f1")."""
    return " ".join(_spoken_key(key.strip()) for key in keys.split(","))


def _spoken_key(key: str) -> str:
    held, plus, name = key.rpartition("+")
    character = key_to_character(name) or ""
    return held + plus + (NAMES.get(name) or (character if character.strip() and character.isprintable() else name))


def key_table(screen: Screen[Any]) -> tuple[KeyRow, ...]:
    """What each key does on `screen` now: the screen's own in their order, then the field in focus, then the app's.

    Only bindings with an id count, as all of ours have one; the framework's own stay out.
    """
    declared = [each.id for each in type(screen).BINDINGS if isinstance(each, Binding)]
    found: dict[str, tuple[list[str], str, int]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id is None and binding.action != "command_palette":
            continue
        if binding.id in declared:
            place = declared.index(binding.id)
        else:
            place = len(declared) + (0 if active.node is screen.focused else 1 if active.node is screen else 2)
        words = PALETTE if binding.id is None else binding.tooltip or binding.description
        keys, _, _ = found.setdefault(binding.id or PALETTE, ([], words, place))
        said = spoken(binding.key_display or binding.key)
        if said not in keys:
            keys.append(said)
    rows = sorted(found.values(), key=lambda row: row[2])
    return tuple(KeyRow(" ".join(keys), words) for keys, words, _ in rows)


def shown_keys(screen: Screen[Any]) -> list[tuple[str, str]]:
    """The keys a screen class shows at its bottom: its own in their order, then those of every screen.

    A key that the field in focus would take as text is left out, and so is one whose action is off, or that the
    screen counts as `idle` now: it would answer, but with nothing.
    """
    active = screen.active_bindings
    by_id: dict[str, ActiveBinding] = {}
    for each in active.values():
        by_id.setdefault(each.binding.id or "", each)
    own = [each for each in type(screen).BINDINGS if isinstance(each, Binding)]
    own_ids = {each.id for each in own}
    usual = [by_id[id].binding for id in EVERYWHERE if id in by_id and id not in own_ids]
    if "app.safety" in own_ids:  # where one writes, the way to help is the one that ends the line
        usual = [each for each in usual if each.id != "screen.help"]
    declared_now = [each for each in own if each.show]
    last = [declared_now.pop()] if declared_now and declared_now[-1].id == "screen.help" else []
    idle: frozenset[str] = getattr(screen, "idle", frozenset())
    shown = []
    for declared in (*declared_now, *usual, *last):
        if declared.id in idle:
            continue
        here = by_id.get(declared.id) if declared.id else None
        first = (here.binding.key if here else declared.key).split(",")[0]
        taken = active.get(first)
        if taken is None or not (here or taken).enabled:
            continue
        display = here.binding.key_display if here else declared.key_display
        shown.append((spoken(display or first), declared.description))
    return shown
