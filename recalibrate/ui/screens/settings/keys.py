"""Keys: every key by its place, and the keys of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from recalibrate.store.errors import JournalError
from recalibrate.ui.key_places import KeyPlace, key_places
from recalibrate.ui.key_table import spoken
from recalibrate.ui.key_words import say_keys
from recalibrate.ui.keymap import clash, fitting_keys, is_key, would_swallow, written_keys
from recalibrate.ui.screens.list_rows import line, note, section
from recalibrate.ui.screens.list_screen import ListScreen
from recalibrate.ui.screens.small import SmallScreen
from recalibrate.ui.widgets.row import Row

KEYS = 18
"""Columns for the keys."""

AROUND = 8
"""Columns for the margins, the sign and the gap before the name."""


class KeysScreen(ListScreen):
    """One line a key; Enter takes another key for it, Backspace the usual one again."""

    HELP_TITLE = "Keys"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "another key", tooltip="Take another key for it", id="keys.change"),
        Binding(
            "backspace,delete",
            "reset",
            "the usual one",
            tooltip="Take the usual key again",
            id="keys.reset",
        ),
        Binding("escape", "back", "back", tooltip="Back", id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def under(self) -> str:
        """How many keys are the user's own."""
        count = len(self._keymap)
        return f"{count} of your own, marked *. They are kept in the settings." if count else "All as they come."

    @property
    def _keymap(self) -> dict[str, str]:
        """The keys of one's own that can be used."""
        return fitting_keys(written_keys(self.session.settings.keymap)[0], self._places)[0]

    @property
    def _places(self) -> Sequence[KeyPlace]:
        return key_places(type(self.app))

    def rows(self, width: int) -> Sequence[Row]:
        """The places, and their keys."""
        rows: list[Row] = []
        for place in self._places:
            if place.own:
                rows += section(place.title, width)
                for each in place.own:
                    rows += self._rows_of(each, width)
        return rows

    def _rows_of(self, binding: Binding, width: int) -> list[Row]:
        """The key, what it does and the name it has in the settings, which goes under where there is no room."""
        id = binding.id or ""
        mine = self._keymap.get(id)
        sign = "*" if mine else ""
        keys = spoken(mine or binding.key)
        words, before = binding.tooltip or binding.description, f"{keys:<{KEYS}} "
        if len(words) + len(id) <= width - len(before) - AROUND:
            return [line(f"key:{id}", words, width, id, sign=sign, before=before)]
        return [line(f"key:{id}", words, width, sign=sign, before=before), note(id, width, indent=len(before) + 2)]

    def opened(self, kind: str, id: str) -> None:
        """Take the next key that is pressed for it."""
        binding = next((each for place in self._places for each in place.own if each.id == id), None)
        if binding:
            self._ask_for(binding, id)

    @work
    async def _ask_for(self, binding: Binding, id: str) -> None:
        key = await self.app.push_screen_wait(NewKeyScreen(binding, self._keymap, self._places))
        if key:
            await self._keep({**dict(self.session.settings.keymap), id: key})

    @work
    async def action_reset(self) -> None:
        """Take the usual key again."""
        keymap = dict(self.session.settings.keymap)
        if keymap.pop(self.here[1], None):
            await self._keep(keymap)

    async def _keep(self, keymap: dict[str, str]) -> None:
        try:
            await self.session.keep_settings(replace(self.session.settings, keymap=tuple(sorted(keymap.items()))))
        except JournalError as error:
            self.say(str(error), wrong=True)
            return
        say_keys(self._keymap)
        self.app.set_keymap(self._keymap)


def is_above(binding: Binding, places: Sequence[KeyPlace]) -> bool:
    """Whether the key is heard before the field in focus, in some place."""
    return any(each.priority for place in places for each in place.heard if each.id == binding.id)


class NewKeyScreen(SmallScreen[str]):
    """Answers the next key that is pressed and free."""

    keys = "{small.leave} leave it"

    def __init__(self, binding: Binding, keymap: dict[str, str], places: Sequence[KeyPlace]) -> None:
        super().__init__()
        self._binding, self._keymap, self._places = binding, keymap, places
        self.question = f"Press the new key for “{binding.tooltip or binding.description}”."
        self.about = f"Now {spoken(keymap.get(binding.id or '', binding.key))}."

    def answering(self) -> Widget:
        """A place for what is wrong with a key."""
        return Static(id="new-key-refusal")

    def on_key(self, event: events.Key) -> None:
        """Take the key, or say why not."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.action_leave()
            return
        other = clash(self._binding.id or "", event.key, self._keymap, self._places)
        if other:
            self._refuse(f"{spoken(event.key)} is “{other.tooltip or other.description}” already. Another one?")
        elif not is_key(event.key):
            self._refuse("That key has no name that could be kept. Another one?")
        elif is_above(self._binding, self._places) and would_swallow(event.key):
            self._refuse(f"{spoken(event.key)} is needed for writing. With ctrl, perhaps?")
        else:
            self.dismiss(event.key)

    def _refuse(self, sentence: str) -> None:
        self.query_one("#new-key-refusal", Static).update(Content(sentence))
