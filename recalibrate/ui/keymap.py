"""The user's own keys: which can be used, and a sentence about each that cannot; what a new key would clash with."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from string import punctuation
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character

from recalibrate.ui.key_table import spoken

if TYPE_CHECKING:
    from recalibrate.ui.key_places import KeyPlace

HELD = frozenset({"ctrl", "alt", "shift", "super", "meta", "hyper"})
NAMED = frozenset(key.value for key in Keys) - {""}
KEPT_FOR_FIELDS = frozenset({"enter", "tab", "shift+tab", "escape", "backspace", "delete", "space"})
"""Keys that a field for text lives by; nothing that is heard above the fields may take them."""


CHARACTERS = {
    character: KEY_NAME_REPLACEMENTS.get(name, name)
    for character in punctuation
    if (name := unicodedata.name(character).lower().replace("-", "_").replace(" ", "_"))
}
"""The names of the characters that are no letters: "?" is "question_mark"."""


def written_keys(keymap: Iterable[tuple[str, str]]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The keymap of the settings without keys that do not exist, and a sentence about each of those."""
    keys: dict[str, str] = {}
    wrong = []
    for id, written in keymap:
        names = [key_name(name) for name in ([written] if len(written) == 1 else written.split(","))]
        bad = next((name for name in names if not is_key(name)), None)
        if bad is None:
            keys[id] = ",".join(names)
        else:
            wrong.append(f"There is no key called “{bad}” (for {id}); the usual key stays.")
    return keys, tuple(wrong)


def key_name(written: str) -> str:
    """What a key is called, for one that may be written as its character: "?", "ctrl+n"."""
    key = written.strip() or written
    return CHARACTERS.get(key, "space" if key == " " else key)


def is_key(name: str) -> bool:
    """Whether a terminal could send a key of this name: "n", "ctrl+n", "f5", "question_mark"."""
    *held, last = name.split("+")
    if not HELD.issuperset(held):
        return False
    return last in NAMED or last in CHARACTERS.values() or (len(last) == 1 and last.isprintable())


def fitting_keys(keys: Mapping[str, str], places: Sequence[KeyPlace]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The keys without those that no binding has, or that would swallow what one types; a sentence for each."""
    known = {each.id: each for place in places for each in place.own}
    above = {each.id for place in places for each in place.heard if each.priority}
    fitting = {}
    wrong = []
    for id, written in keys.items():
        if id not in known:
            wrong.append(f"No key goes by the name “{id}”; it is passed over. Settings, Keys lists them.")
        elif id in above and any(would_swallow(key) for key in written.split(",")):
            wrong.append(f"{id} is heard above what one types, so it cannot be {spoken(written)}; the usual key stays.")
        else:
            fitting[id] = written
    while found := _last_clash(fitting, places):
        id, other = found  # back to its usual key, which may be one that another has taken
        wrong.append(f"{spoken(fitting.pop(id))} is {other.id} already; {id} stays {spoken(known[id].key)}.")
    return fitting, tuple(wrong)


def _last_clash(keymap: Mapping[str, str], places: Sequence[KeyPlace]) -> tuple[str, Binding] | None:
    """The last key of the keymap that another binding hears too, with that binding."""
    for id in reversed(list(keymap)):
        if other := clash(id, keymap[id], keymap, places):
            return id, other
    return None


def would_swallow(key: str) -> bool:
    """Whether a key is one that fields for text need."""
    return key_to_character(key) is not None or len(key) == 1 or key in KEPT_FOR_FIELDS


def clash(id: str, keys: str, keymap: Mapping[str, str], places: Sequence[KeyPlace]) -> Binding | None:
    """Another binding that hears one of `keys` in a place where `id` is heard too; None when the keys are free.

    On a screen the keys of lists count as well, because a list in focus hears them first, and the letters that its
    fields take for answers, but for the keys that `id` comes with. The app's own place is the first of the `places`.
    """
    wanted = set(keys.split(","))
    app_wide = places[0].heard
    here = any(each.id == id for each in app_wide)
    for place in places:
        if not here and all(each.id != id for each in (*place.heard, *place.before)):
            continue
        for other in (*place.heard, *app_wide, *(() if here else place.before)):
            if other.id != id and wanted.intersection(keymap.get(other.id or "", other.key).split(",")):
                return other
        usual = {key for each in place.heard if each.id == id for key in each.key.split(",")}
        for answer in place.answers:
            if answer.key in wanted - usual:
                return answer
    return None
