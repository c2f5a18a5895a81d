"""The palette: every screen, every action of the screen one is on, themes and one's own slips, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from textual.actions import parse
from textual.app import App
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen

from recalibrate.domain.learning.pages import PAGES
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import one_line
from recalibrate.store.journal import Journal
from recalibrate.ui.key_table import spoken
from recalibrate.ui.palette_behind import BEHIND, begin_behind, read
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.today.doors import room
from recalibrate.ui.screens.today.today import TodayScreen

PARTS = "recalibrate.ui.screens."
SLIPS_FOUND = 8
SHORTEST_SEARCH = 3
WIDEST = 60


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done: in our words, with its key, and how it is done."""

    words: str
    key: str
    run: Callable[[], Any]
    also: str = ""
    """Other names that find it; they are not shown."""

    def holds(self, word: str) -> bool:
        """Whether a casefolded word is in what it is called."""
        return word in self.words.casefold() or word in self.also


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
            if words and all(each.holds(word) for word in words):
                yield Hit(1 - place / 1000, _shown(each), each.run, text=each.words)
        if len(query.strip()) >= SHORTEST_SEARCH:
            for place, entry in enumerate(await self._slips(words)):
                said = f"Open: {display_safe(one_line(entry.what_happened))}"
                shown = Content(said).truncate(WIDEST, ellipsis=True)
                yield Hit(0.1 - place / 1000, shown, partial(self._open, entry.id), text=said)

    async def _slips(self, words: list[str]) -> list[Entry]:
        if not isinstance(self.screen, NotebookScreen):
            return []
        session = self.screen.session  # a long journal may not be decoded yet, and keys go on being answered meanwhile
        return await session.run(_newest_slips, session.journal, words)

    def _open(self, id: str) -> None:
        from recalibrate.ui.screens.journaling.entry import EntryScreen

        if isinstance(self.screen, NotebookScreen):
            self.app.push_screen(EntryScreen(self.screen.session, id))


def _newest_slips(journal: Journal, words: list[str]) -> list[Entry]:
    texts = ((entry, entry.what_happened.casefold()) for entry in reversed(journal.all(Entry)))
    return list(islice((entry for entry, text in texts if all(word in text for word in words)), SLIPS_FOUND))


def commands(screen: Screen[Any]) -> list[Command]:
    """Everything that can be done from `screen`: its own actions, then the places to go, then what is everywhere."""
    app = screen.app
    active = {each.binding.id: each.binding for each in screen.active_bindings.values()}
    found: dict[str, Command] = {}
    for node in (*_parts(screen), screen, app):
        for declared in _declared(node):
            binding = active.get(declared.id, declared)
            if declared.id and _is_on(declared, node):
                act = partial(app.run_action, declared.action, node)
                words, key = declared.tooltip or declared.description, binding.key_display or binding.key
                if any(words == known.words for known in found.values()):
                    continue
                found.setdefault(declared.id, Command(words, spoken(key), act, ALSO.get(declared.id, "")))
    today = next((each for each in app.screen_stack if isinstance(each, TodayScreen)), None)
    if today and isinstance(screen, NotebookScreen):
        for declared in _declared(today):
            is_place = (declared.id or "").startswith("today.") and declared.id not in ONLY_ON_TODAY
            if is_place and declared.id not in found:
                act = partial(app.run_action, declared.action, today)
                found[declared.id or ""] = Command(declared.tooltip, "", act)
        if not app.no_color:
            found["theme"] = Command("Choose a theme", "", app.action_change_theme)
        for id, each in _farther(screen).items():
            found.setdefault(id, each)
    return list(found.values())


ONLY_ON_TODAY = frozenset({"today.open", "today.resume", "today.quit"})
"""What hangs on the row of Today one stands on; all else that Today opens can be begun from any screen."""


def _declared(node: DOMNode) -> Iterator[Binding]:
    """What a screen or the app declares with words, in order; a field in focus that takes its keys changes nothing."""
    for kind in type(node).__mro__:
        for each in vars(kind).get("BINDINGS", ()):
            if isinstance(each, Binding) and each.id and (each.tooltip or each.description):
                yield each


def _parts(screen: Screen[Any]) -> Iterator[DOMNode]:
    """The parts of a screen around the field in focus that have keys of their own; not the field itself."""
    for node in screen.focused.ancestors if screen.focused else ():
        if not isinstance(node, (Screen, App)) and type(node).__module__.startswith(PARTS):
            yield node


def _is_on(binding: Binding, node: DOMNode) -> bool:
    """Whether the action means something now."""
    _, name, arguments = parse(binding.action)
    return bool(node.check_action(name, arguments))


def _shown(command: Command) -> Content:
    return Content.assemble(command.words, ("   " + command.key, "$quiet") if command.key else "")


def _farther(screen: NotebookScreen[Any]) -> dict[str, Command]:
    """What lies behind another screen, or is done in a shell, by its own name."""
    session, app = screen.session, screen.app

    def bin_() -> None:
        from recalibrate.ui.screens.journaling.bin import BinScreen

        app.push_screen(BinScreen(session))

    def settings() -> None:
        app.push_screen(room("settings", session))

    def tags() -> None:
        from recalibrate.ui.screens.journaling.tags import TagListScreen

        app.push_screen(TagListScreen(session), tagged)

    def tagged(tag: str | None) -> None:
        from recalibrate.ui.screens.journaling.journal import JournalScreen

        if tag:
            app.push_screen(JournalScreen(session, query=f"tag:{tag}"))

    found = {
        "journal.bin": Command("The bin: bring back, or empty it", "", bin_),
        "journal.tags": Command("All tags, and how often each is used", "", tags),
        "encrypt": Command("Encrypt the journal, or change its passphrase: in the settings", "", settings),
    }
    for each in BEHIND:
        found[each.id] = Command(each.words, "", partial(begin_behind, screen, each))
    for page in PAGES:
        found[f"page:{page.key}"] = Command(f"Read: {page.title}", "", partial(read, screen, page))
    for name, (words, hint) in IN_A_SHELL.items():
        found[name] = Command(words, "", partial(screen.say, hint))
    return found


ALSO = {"app.cover": "cover"}
"""Names under which an action is looked for and that its words do not hold."""

IN_A_SHELL = {
    "export": (
        "Export: how to take everything out",
        "In a shell: recalibrate export --format json,md,csv,ics -o FILE. It takes everything with it.",
    ),
    "import": ("Import: how to take entries in", "recalibrate import FILE, in a shell. --dry-run only looks."),
    "backup": ("Backup: how to keep the journal as it is now", "recalibrate backup, in a shell."),
    "restore": (
        "Restore: how to bring a backup back",
        "recalibrate restore, in a shell. With --dry-run it says what would come back.",
    ),
}
"""What only the command line does: how it is called here, and the line to type."""
