"""Settings: what can be turned, where things are kept, and the pages on privacy."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.settings import Settings
from recalibrate.domain.settings_page import (
    LINES,
    SettingLine,
    Turn,
    turned,
    value_words,
    with_item,
    without_item,
)
from recalibrate.domain.text import display_safe
from recalibrate.store.errors import JournalError
from recalibrate.ui.key_words import key_for
from recalibrate.ui.motion import animation_level
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.settings.encryption import LOCK, encryption_lines, open_encryption
from recalibrate.ui.theme import DAY, NIGHT
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.row import Row
from recalibrate.ui.widgets.rows import VimRows

FIRST_THEMES = (NIGHT.name, DAY.name, "ansi-dark", "ansi-light")
"""Ours, then those in the terminal's own colours; the others follow by name."""

MARGIN = 2

ALL_BESIDE = 78
"""Columns in which the notes stand beside their lines; in fewer all of them go under, so that the page stays even."""

BY_NAME = {line.name: line for line in LINES}


class SettingsScreen(NotebookScreen[None]):
    """One line a setting; the arrows turn it, Enter opens it, what is turned is kept at once."""

    HELP_TITLE = "Settings"
    FOLLOWS_WIDTH = True

    DEFAULT_CSS = """
    SettingsScreen .heading { height: 2; padding: 1 2 0 2; text-style: bold; color: $accent; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,plus", "turn(1)", "turn", key_display="→", tooltip="Turn it on", id="settings.on"),
        Binding(
            "left,minus",
            "turn(-1)",
            "turn back",
            key_display="←",
            tooltip="Turn it back",
            show=False,
            id="settings.back",
        ),
        Binding("enter", "open", "change", tooltip="Change or open it", id="settings.open"),
        Binding("a", "add", "add", tooltip="Add to the list", id="settings.add"),
        Binding("d,delete", "remove", "remove", tooltip="Take it off the list", id="settings.remove"),
        Binding("escape", "back", "back", tooltip="Back", id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def compose(self) -> ComposeResult:
        """The lines, and the keys."""
        yield Static(Content("Settings"), classes="heading")
        yield VimRows(id="settings-rows")
        yield KeysLine()

    def show(self) -> None:
        """The settings as they are."""
        settings, width = self._shown, self.size.width - MARGIN
        rows: list[Row] = []
        section = ""
        for line in LINES:
            if line.name == "theme" and self.app.no_color:
                line = replace(line, note="not shown: NO_COLOR is set")
            if line.section != section:
                section = line.section
                rows += [Row(Content("")), Row(Content.assemble("  ", (section, "bold")))]
            rows += _rows(line.name, line.label, value_words(settings, line), line.note, width, bold=True)
            if line.turn is Turn.LIST:
                items: tuple[str, ...] = getattr(settings, line.name)
                for item in items:
                    rows += _wrapped(Content(display_safe(item)), width, f"{line.name}:{item}")
        rows += [Row(Content("")), Row(Content.assemble("  ", ("Keys", "bold")))]
        rows += _page_rows("keys", "All keys", "and another one where you like", width)
        rows += [Row(Content("")), Row(Content.assemble("  ", ("Where it is kept", "bold")))]
        rows += _page_rows("privacy", "Privacy", "what is protected, and what is not", width)
        for each in encryption_lines(self.session):
            rows += _page_rows(*each, width)
        if path := self.session.journal.path:
            journal = Content.assemble(("Journal  ", "$quiet"), display_safe(str(path)))
            rows += _wrapped(journal, width, indent=MARGIN)
        self.query_one(VimRows).show(rows)

    @property
    def _shown(self) -> Settings:
        """The settings, with the theme that is used where none is chosen."""
        settings = self.session.settings
        return settings if settings.theme else replace(settings, theme=self.app.theme)

    @property
    def _line(self) -> tuple[SettingLine | None, str]:
        name, _, item = self.query_one(VimRows).key.partition(":")
        return BY_NAME.get(name), item

    def on_rows_opened(self) -> None:
        """A click on the line under the cursor is the same as Enter."""
        self.action_open()

    def action_turn(self, by: int) -> None:
        """Turn the setting under the cursor."""
        line, _ = self._line
        if line and line.turn is not Turn.LIST:
            settings = self._shown if line.name == "theme" else self.session.settings
            self._keep(turned(settings, line, by, self._themes()))

    def action_open(self) -> None:
        """Turn what has few values, add to a list, open a page."""
        line, _ = self._line
        if line is None:
            if self.query_one(VimRows).key == "privacy":
                self.action_privacy()
            elif self.query_one(VimRows).key == "keys":
                self.action_keys()
            else:
                encryption = self._open_encryption(self.query_one(VimRows).key)
                self.app.run_worker(encryption, group="encryption", exclusive=True)  # it goes on when one leaves
        elif line.turn is Turn.LIST:
            self.action_add()
        else:
            self.action_turn(1)

    @work
    async def action_add(self) -> None:
        """Ask for one more item of the list under the cursor."""
        line, _ = self._line
        if line and line.turn is Turn.LIST:
            settings = await self.app.push_screen_wait(AddScreen(self.session.settings, line))
            if settings:
                self._keep(settings)

    def action_remove(self) -> None:
        """Take the item under the cursor off its list."""
        line, item = self._line
        if line and item:
            self._keep(without_item(self.session.settings, line.name, item))

    @work
    async def _keep(self, settings: Settings) -> None:
        try:
            await self.session.keep_settings(settings)
        except JournalError as error:
            self.say(str(error), wrong=True)
            return
        self.app.animation_level = animation_level(settings)
        if settings.theme and settings.theme != self.app.theme and not self.app.no_color:
            self.app.theme = settings.theme

    def _themes(self) -> list[str]:
        return [*FIRST_THEMES, *sorted(set(self.app.available_themes) - set(FIRST_THEMES))]

    async def _open_encryption(self, key: str) -> None:
        if key == LOCK:
            await self.app.run_action("app.lock")
        else:
            await open_encryption(self, key)

    def action_keys(self) -> None:
        """Open all keys."""
        from recalibrate.ui.screens.settings.keys import KeysScreen

        self.app.push_screen(KeysScreen(self.session))

    def action_privacy(self) -> None:
        """Open the page on privacy."""
        from recalibrate.domain.privacy import privacy_paragraphs
        from recalibrate.ui.screens.page import PageScreen

        self.app.push_screen(PageScreen(privacy_paragraphs(self.session.journal.path, key_for("app.cover"))))


class AddScreen(AskScreen[Settings]):
    """Answers the settings with one more item in a list."""

    def __init__(self, settings: Settings, line: SettingLine) -> None:
        super().__init__()
        self._settings, self._list = settings, line.name
        self.question = line.label
        self.fields = (("item", line.note.capitalize(), ""),)

    def answer(self, typed: dict[str, str]) -> Settings:
        """The settings with the item; refused when it is empty or there already."""
        return with_item(self._settings, self._list, typed["item"])


def _page_rows(key: str, label: str, note: str, width: int) -> list[Row]:
    return _rows(key, label, key_for("settings.open"), note, width)


def _rows(key: str, label: str, value: str, note: str, width: int, *, bold: bool = False) -> list[Row]:
    """A label, what it is turned to or opens with, a quiet note beside it; under it, where there is no room."""
    value_style = "bold $accent" if bold else "$accent"
    beside = Content.assemble(f"    {label:<26}", (f"{value:<13} ", value_style), (note, "$quiet"))
    if beside.cell_length <= width and width >= ALL_BESIDE:
        return [Row(beside, key)]
    label = f"{label:<26}" if 30 + len(value) <= width else f"{label}  "
    under = _wrapped(Content(note).stylize("$quiet"), width)
    return [Row(Content.assemble(f"    {label}", (value, value_style)), key), *under]


def _wrapped(words: Content, width: int, key: str = "", *, indent: int = 6) -> list[Row]:
    """Words in as many rows as they need; one stands on the first of them."""
    lines = words.wrap(max(width - indent, 10))
    return [Row(Content.assemble(" " * indent, line), "" if number else key) for number, line in enumerate(lines)]
