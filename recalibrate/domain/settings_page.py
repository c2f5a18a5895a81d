"""The settings as a page: sections, lines, and what turning each one does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from recalibrate.domain.settings import Settings
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import one_line

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Turn(StrEnum):
    """How a setting is turned."""

    NUMBER = "number"
    SWITCH = "switch"
    CHOICE = "choice"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class SettingLine:
    """One setting: its field, the words before its value and the quiet line beside it."""

    name: str
    label: str
    note: str
    turn: Turn
    section: str


LINES = (
    SettingLine("theme", "Theme", "all of them are in ctrl+p as well", Turn.CHOICE, "Look"),
    SettingLine("motion", "Motion", "off: nothing slides or spins", Turn.SWITCH, "Look"),
    SettingLine("week_start", "The week starts on", "for “next fri” and “eow”", Turn.CHOICE, "Dates"),
    SettingLine("rounds_per_root", "Rounds of one question", "2 to 5", Turn.NUMBER, "Limits"),
    SettingLine("open_at_once", "Experiments open at once", "1 to 7", Turn.NUMBER, "Limits"),
    SettingLine("idle_lock_minutes", "Lock after idle minutes", "when encrypted; 0 is never", Turn.NUMBER, "Limits"),
    SettingLine("monthly_check", "Monthly check", "dread for each situation", Turn.SWITCH, "If you like"),
    SettingLine("a_while_ago", "A while ago", "an old slip, how it ended", Turn.SWITCH, "If you like"),
    SettingLine("safety_contacts", "Safety contacts", "shown on the safety page", Turn.LIST, "People you trust"),
    SettingLine("dismissed_cues", "Fine for me", "words no longer pointed at", Turn.LIST, "The voice"),
    SettingLine("own_cues", "Own cue words", "a phrase, or a phrase: its habit", Turn.LIST, "The voice"),
)


def value_words(settings: Settings, line: SettingLine) -> str:
    """The value of a setting as one says it."""
    value = getattr(settings, line.name)
    if line.name == "week_start":
        return WEEKDAYS[value]
    if line.name == "theme":
        return value or "night"
    if line.turn is Turn.SWITCH:
        return "on" if value else "off"
    if line.turn is Turn.LIST:
        return f"{len(value)}" if value else "none"
    return str(value)


def turned(settings: Settings, line: SettingLine, by: int, themes: Sequence[str]) -> Settings:
    """The settings with one of them turned on or back; numbers stop at their ends, choices go round."""
    value = getattr(settings, line.name)
    if line.turn is Turn.SWITCH:
        return _with(settings, line.name, not value)
    if line.name == "theme":
        place = themes.index(value or "night") if (value or "night") in themes else 0
        return replace(settings, theme=themes[(place + by) % len(themes)])
    if line.name == "week_start":
        return replace(settings, week_start=(value + by) % len(WEEKDAYS))
    if line.turn is Turn.NUMBER:
        ends = next(each.metadata for each in fields(Settings) if each.name == line.name)
        return _with(settings, line.name, min(max(value + by, ends["least"]), ends["most"]))
    return settings


def with_item(settings: Settings, name: str, text: str) -> Settings:
    """The settings with one more item in a list. Raises ValueError for an empty or a double one."""
    item = one_line(clean_text(text))
    items: tuple[str, ...] = getattr(settings, name)
    if not item:
        raise ValueError("Write a few words, or leave it.")
    if item in items:
        raise ValueError("That is in the list already.")
    return _with(settings, name, (*items, item))


def without_item(settings: Settings, name: str, item: str) -> Settings:
    """The settings without an item of a list."""
    items: tuple[str, ...] = getattr(settings, name)
    return _with(settings, name, tuple(each for each in items if each != item))


def _with(settings: Settings, name: str, value: Any) -> Settings:
    return replace(settings, **{name: value})
