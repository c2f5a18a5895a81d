"""The settings: what the user may turn, with what a fresh notebook starts from."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A query of the journal kept under a name."""

    name: str
    query: str


THEMES = (
    "night", "day", "ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light", "catppuccin-frappe",
    "catppuccin-latte", "catppuccin-macchiato", "catppuccin-mocha", "dracula", "flexoki", "gruvbox", "monokai", "nord",
    "rose-pine", "rose-pine-dawn", "rose-pine-moon", "solarized-dark", "solarized-light", "textual-dark",
    "textual-light", "tokyo-night",
)  # fmt: skip
"""The themes there are, ours first; a test holds them against those of the app."""


def limits(least: int, most: int) -> dict[str, object]:
    """The mark of a setting that lies between two whole numbers."""
    return {"least": least, "most": most}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings; `week_start` counts from 0 = Monday, `keymap` pairs the id of a binding with its keys.

    `rounds_per_root` and `open_at_once` cannot be turned off; `idle_lock_minutes` counts only for an
    encrypted journal, 0 = never.
    """

    week_start: int = field(default=0, metadata=limits(0, 6))
    rounds_per_root: int = field(default=3, metadata=limits(2, 5))
    open_at_once: int = field(default=3, metadata=limits(1, 7))
    theme: str = ""
    motion: bool = True
    idle_lock_minutes: int = field(default=5, metadata=limits(0, 240))
    safety_contacts: tuple[str, ...] = ()
    a_while_ago: bool = False
    monthly_check: bool = False
    seen_welcome: bool = False
    dismissed_cues: tuple[str, ...] = ()
    own_cues: tuple[str, ...] = ()
    saved_searches: tuple[SavedSearch, ...] = ()
    keymap: tuple[tuple[str, str], ...] = ()
