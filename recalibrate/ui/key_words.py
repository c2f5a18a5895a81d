"""The keys in our sentences: a sentence names the binding, "{today.notice}", and is said with the key it has now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode

from recalibrate.ui.key_table import spoken

NAMED = re.compile(r"\{([a-z_]+\.[a-z_]+)\}")
PLACES = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)?)\}")

_own: dict[str, str] = {}
"""The keys of one's own. One app runs at a time, so they stand here as a language would."""


def say_keys(keymap: Mapping[str, str]) -> None:
    """From now on sentences are said with these keys, by the id of their binding, and the usual ones for the rest."""
    _own.clear()
    _own.update(keymap)


def in_keys(sentence: str, /, **words: str) -> str:
    """A sentence of ours with each binding that it names in braces as its key; other braces stay.

    What somebody typed comes by name, "Merged into {name}.", and is put in as it is: braces in it name no key.
    """

    def filled(found: re.Match[str]) -> str:
        place = found[1]
        if place in words:
            return words[place]
        return key_for(place) if "." in place and key_for(place) else found[0]

    return PLACES.sub(filled, sentence)


def keys_said(line: str) -> Content:
    """A line of keys, "{ask.on} on   {ask.leave} leave it", with each key in the colour of what one can act on."""
    parts = []
    for part in line.split("   "):
        key, _, words = part.partition(" ")
        said = Content.assemble((in_keys(key), "$accent"))
        for number, piece in enumerate(NAMED.split(f" {words}")):  # the odd ones are the ids
            said += Content.assemble((key_for(piece), "$accent")) if number % 2 else Content(piece)
        parts.append(said)
    return Content("   ").join(parts)


def key_for(id: str) -> str:
    """The first key of a binding as it is written on a keyboard; empty when there is no such binding."""
    own = _own.get(id)
    return spoken(own.split(",")[0]) if own else usual_key(id)


@cache
def usual_key(id: str) -> str:
    """The key that a binding comes with."""
    found = _declared(id) or _declared_on_a_screen_not_seen_yet(id)
    return spoken(found.key_display or found.key.split(",")[0]) if found else ""


def _declared(id: str) -> Binding | None:
    """The binding, where the class that has it is loaded, as that of a screen one has come from is."""
    waiting: list[type[DOMNode]] = [DOMNode]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        for each in vars(kind).get("BINDINGS", ()):
            if isinstance(each, Binding) and each.id == id:
                return each
    return None


def _declared_on_a_screen_not_seen_yet(id: str) -> Binding | None:
    from recalibrate.ui.every_screen import load_every_screen

    load_every_screen()
    return _declared(id)
