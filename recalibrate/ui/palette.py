"""The palette: every screen, every action of the screen one is on, themes and one's own slips, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual.actions import parse
from textual.app import App
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from recalibrate.domain.entry import Entry
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import one_line
from recalibrate.ui.key_table import spoken
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.today.today import TodayScreen

SLIPS_FOUND = 8
SHORTEST_SEARCH = 3
WIDEST = 60


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done: in our words, with its key, and how it is done."""

    words: str
    key: str
    run: Callable[[], Any]


class NotebookCommands(Provider):
    """Finds commands by the words one types, in any order; nothing of the user's is read as markup."""

    async def discover(self) -> Hits:
        """Everything there is, before a word is typed."""
        for each in commands(self.screen):
            yield DiscoveryHit(_shown(each), each.run, text=each.words)

    async def search(self, query: str) -> Hits:
        """The commands that hold each word, then slips that do."""
        words = query.casefold().split()
        for place, each in enumerate(commands(self.screen)):
            if words and all(word in each.words.casefold() for word in words):
                yield Hit(1 - place / 1000, _shown(each), each.run, text=each.words)
        if len(query.strip()) >= SHORTEST_SEARCH:
            for place, entry in enumerate(self._slips(words)):
                said = f"Open: {display_safe(one_line(entry.what_happened))}"
                shown = Content(said).truncate(WIDEST, ellipsis=True)
                yield Hit(0.1 - place / 1000, shown, partial(self._open, entry.id), text=said)

    def _slips(self, words: list[str]) -> Iterator[Entry]:
        if not isinstance(self.screen, NotebookScreen):
            return
        found = 0
        for entry in reversed(self.screen.session.journal.all(Entry)):
            text = entry.what_happened.casefold()
            if found < SLIPS_FOUND and all(word in text for word in words):
                found += 1
                yield entry

    def _open(self, id: str) -> None:
        from recalibrate.ui.screens.journaling.entry import EntryScreen

        if isinstance(self.screen, NotebookScreen):
            self.app.push_screen(EntryScreen(self.screen.session, id))


def commands(screen: Screen[Any]) -> list[Command]:
    """Everything that can be done from `screen`: its own actions, then the places to go, then what is everywhere."""
    app = screen.app
    active = {each.binding.id: each.binding for each in screen.active_bindings.values()}
    found: dict[str, Command] = {}
    for node in (screen, app):
        for declared in _declared(node):
            binding = active.get(declared.id, declared)
            if declared.id and _is_on(declared, node):
                act = partial(app.run_action, declared.action, node)
                words = declared.tooltip or declared.description
                found.setdefault(declared.id, Command(words, spoken(binding.key_display or binding.key), act))
    today = next((each for each in app.screen_stack if isinstance(each, TodayScreen)), None)
    if today and isinstance(screen, NotebookScreen):
        for declared in _declared(today):
            is_place = (declared.id or "").startswith("today.") and declared.id not in ONLY_ON_TODAY
            if is_place and declared.id not in found:
                act = partial(app.run_action, declared.action, today)
                found[declared.id or ""] = Command(declared.tooltip, "", act)
        found["theme"] = Command("Choose a theme", "", app.action_change_theme)
        found["export"] = Command("Export: how to take everything out", "", partial(_export_hint, screen))
    return list(found.values())


ONLY_ON_TODAY = frozenset({"today.open", "today.resume", "today.quit"})
"""What hangs on the row of Today one stands on; all else that Today opens can be begun from any screen."""


def _declared(node: Screen[Any] | App[Any]) -> Iterator[Binding]:
    """What a screen or the app declares with words, in order; a field in focus that takes its keys changes nothing."""
    for kind in type(node).__mro__:
        for each in vars(kind).get("BINDINGS", ()):
            if isinstance(each, Binding) and each.id and (each.tooltip or each.description):
                yield each


def _is_on(binding: Binding, node: Screen[Any] | App[Any]) -> bool:
    """Whether the action means something now."""
    _, name, arguments = parse(binding.action)
    return bool(node.check_action(name, arguments))


def _shown(command: Command) -> Content:
    return Content.assemble(command.words, ("   " + command.key, "$quiet") if command.key else "")


def _export_hint(screen: NotebookScreen[Any]) -> None:
    screen.say("In a shell: recalibrate export --format json,md,csv,ics -o FILE. It takes everything with it.")
