"""The keys of a screen as a table, read from its bindings so that help can never differ from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.binding import Binding
from textual.screen import Screen

NAMES = {
    "question_mark": "?",
    "slash": "/",
    "escape": "esc",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pagedown": "page down",
    "pageup": "page up",
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


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line of help: the keys as one would say them, and what they do."""

    keys: str
    words: str
    here_first: bool


def spoken(keys: str) -> str:
    """A binding's keys ("question_mark,f1") as they are written on a keyboard ("? f1")."""
    return " ".join(NAMES.get(key.strip(), key.strip()) for key in keys.split(","))


def key_table(screen: Screen[Any]) -> tuple[KeyRow, ...]:
    """What each key does on `screen` now, the screen's own bindings first, system ones left out."""
    by_action: dict[tuple[bool, str], tuple[list[str], str]] = {}
    for active in screen.active_bindings.values():
        binding: Binding = active.binding
        words = binding.tooltip or binding.description
        if not words or binding.system:
            continue
        own = active.node is screen and binding.show
        keys, _ = by_action.setdefault((not own, words), ([], binding.action))
        name = spoken(binding.key_display or binding.key)
        if name not in keys:
            keys.append(name)
    rows = [KeyRow(" ".join(keys), words, not other) for (other, words), (keys, _) in by_action.items()]
    return tuple(sorted(rows, key=lambda row: not row.here_first))
