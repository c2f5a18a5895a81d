"""The journal: all entries, newest first, searched as one types; the one under the cursor beside it in full."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from recalibrate.domain.entry import Entry
from recalibrate.domain.search import Query, QueryError, parse
from recalibrate.domain.wording import counted
from recalibrate.ui.screens.entry_desk import EntryDesk
from recalibrate.ui.screens.journal_rows import EntryRows, Look
from recalibrate.ui.screens.journal_words import empty_rows, trouble
from recalibrate.ui.screens.reading import reading_of
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.rows import Rows, VimRows
from recalibrate.ui.widgets.save_mark import SaveMark
from recalibrate.ui.widgets.story_view import StoryView

REST = 0.07
"""Seconds the cursor rests on an entry before its story is laid out, so that a held key stays quick."""

SHOW_EVERY = 50
"""Bites of the index between two looks at what a search finds so far."""

WIDE = 100
"""From this width on the story stands beside the list."""


class EntryList(VimRows):
    """The rows of the journal; says when there is another width to draw them for."""

    @dataclass
    class Widened(Message):
        """The list has another width now."""

    def on_resize(self) -> None:
        """Have the rows made for the new width."""
        self.post_message(self.Widened())


class JournalScreen(EntryDesk):
    """Browse, search, read, edit; `ids` shows only these entries, `query` begins with a search."""

    HELP_TITLE = "Journal"
    AUTO_FOCUS = "EntryList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - the base says an instance has it

    CSS = """
    JournalScreen .top { height: 1; padding: 0 2 0 1; }
    JournalScreen #search { width: 1fr; }
    JournalScreen .count { width: auto; height: 1; padding: 0 2; color: $quiet; }
    JournalScreen .note { height: auto; max-height: 4; color: $rule; }
    JournalScreen .note.-quiet { color: $quiet; padding: 0 3; }
    JournalScreen .note.-wrong { color: $warning; }
    JournalScreen #entries { width: 11fr; padding: 0 1; }
    JournalScreen StoryView { width: 13fr; padding: 0 1 0 3; display: none; }
    JournalScreen.-wide StoryView { display: block; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "search", tooltip="Search as you type", id="journal.search"),
        Binding("enter", "open", "read", tooltip="Read the whole story", id="journal.open"),
        Binding("e", "edit", "edit", tooltip="Edit a field of this entry", id="entry.edit"),
        Binding("n", "notice", "notice a slip", tooltip="Notice a slip: the guided reframe", id="entry.notice"),
        Binding("escape,q", "back", "back", tooltip="Back; the whole list first when a search narrows it",
                id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
        Binding("f", "searches", "searches", tooltip="Searches you saved", show=False, id="journal.searches"),
        Binding("F", "save_search", "save search", tooltip="Save this search under a name", show=False,
                id="journal.save_search"),
        Binding("space", "mark", "mark", tooltip="Mark this entry, and go on to the next", show=False,
                id="journal.mark"),
        Binding("A", "mark_all", "mark all", tooltip="Mark all that are shown, or none", show=False,
                id="journal.mark_all"),
        Binding("m", "bulk", "marked", tooltip="Tag, situation, export or delete what is marked", show=False,
                id="journal.bulk"),
        Binding("t", "tag", "tag", tooltip="Tag what is marked, or this entry", show=False, id="journal.tag"),
        Binding("T", "tags", "tags", tooltip="All tags, and how often each is used", show=False, id="journal.tags"),
        Binding("b", "bin", "bin", tooltip="The bin: bring back, or empty it", show=False, id="journal.bin"),
        Binding("tab", "other_side", "other side", tooltip="From the list to the story and back", show=False,
                id="journal.other_side"),
        Binding("down", "to_list", "to the list", tooltip="From the search to the list", show=False,
                id="journal.to_list"),
        Binding("up", "last_query", "last search", tooltip="In an empty search: the one before", show=False,
                id="journal.last_query"),
    ]

    def __init__(self, session: Session, *, query: str = "", ids: Sequence[str] = ()) -> None:
        super().__init__(session)
        self._first_query, self._last_query = query, ""
        self._only = frozenset(ids)
        self._asked = Query()
        self._marked: frozenset[str] = frozenset()
        self._ids: Sequence[str] = ()
        self._rest: Timer | None = None

    @property
    def rows(self) -> EntryList:
        """The list."""
        return self.query_one("#entries", EntryList)

    @property
    def search(self) -> Line:
        """The line one searches in."""
        return self.query_one("#search", Line)

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor, as the journal has it now."""
        return self.session.journal.get(Entry, self.rows.key)

    @property
    def chosen(self) -> list[Entry]:
        """The marked entries, in their order; without marks the one under the cursor."""
        ids = [id for id in self.finder.catalogue.ids if id in self._marked] or [self.rows.key]
        found = (self.session.journal.get(Entry, id) for id in ids)
        return [entry for entry in found if entry is not None]

    def compose(self) -> ComposeResult:
        """The search, the list, the story, the keys."""
        with Horizontal(classes="top"):
            yield Line(self._first_query, placeholder="/ search", id="search")
            yield Static(classes="count")
            yield SaveMark()
        yield Static(classes="note")
        with Horizontal():
            yield EntryList(id="entries")
            yield StoryView()
        yield KeysLine()

    def show(self) -> None:
        """The entries as they are; the cursor stays on its entry, the search as it was typed."""
        self.query_one(SaveMark).state = self.session.state
        finder, journal = self.finder, self.session.journal
        if finder.catalogue.revision != journal.revision:
            finder.begin(journal)
            self._follow()
        elif not finder.is_ready:
            self._follow()
        self._renew()

    @work(exclusive=True, group="follow")
    async def _follow(self) -> None:
        """Read what changed in the writer thread, then feed the index between the keys."""
        finder, journal = self.finder, self.session.journal
        if finder.catalogue.revision != journal.revision:
            finder.take(*await self.session.run(finder.read, journal))
            self._renew()
        bites = 0
        while finder.feed():
            bites += 1
            if bites % SHOW_EVERY == 0 and self._asked.terms:
                self._renew()
            await asyncio.sleep(0)
        self._renew()

    def _renew(self) -> None:
        """Ask the index again and show what it finds."""
        today, week_start = self.session.today, self.session.settings.week_start
        read = parse(self.search.value, today, week_start)
        self._say_about(read)
        if isinstance(read, Query):
            self._asked = read
        catalogue = self.finder.catalogue
        ids: Sequence[str] = catalogue.ids
        if self._asked.terms:
            ids = self.finder.index.find(self._asked, today, week_start)
        if self._only:
            ids = [id for id in ids if id in self._only]
        self._ids = ids
        self._marked &= catalogue.by_id.keys() if catalogue.whole else self._marked
        self._show_rows()
        self.query_one(".count", Static).update(Content(self._count()))

    def _show_rows(self) -> None:
        width = self.rows.scrollable_content_region.width or 60
        look = Look(width, self.session.today, self._asked, self._marked)
        rows = EntryRows(self._ids, self.finder.row, look)
        if rows:
            lost = bool(self._asked.terms) and rows.place_of(self.rows.key) is None
            self.rows.show(rows, at=rows[1].key if lost else None)
        else:
            self.rows.show(empty_rows(self.finder, self._asked, today=self.session.today, only=bool(self._only)))

    def _count(self) -> str:
        total = len(self._only) or len(self.finder.catalogue.ids)
        words = counted(total, "entry", "entries")
        if self._asked.terms:
            words = f"{len(self._ids)} of {total}"
        elif self._only:
            words = f"{len(self._ids)} chosen"
        if not self.finder.is_ready and (self._asked.terms or not self.finder.catalogue.whole):
            words += " so far"
        return f"{len(self._marked)} marked · {words}" if self._marked else words

    def _say_about(self, read: Query | QueryError) -> None:
        note = self.query_one(".note", Static)
        width = self.size.width or 80
        wrong = read if isinstance(read, QueryError) else None
        note.set_class(wrong is not None and not wrong.unfinished, "-wrong")
        note.set_class(wrong is not None and wrong.unfinished, "-quiet")
        note.update(trouble(wrong, self.search.value, width) if wrong else Content("─" * width))

    @on(Line.Changed, "#search")
    def _typed(self) -> None:
        self._renew()

    @on(Line.Submitted, "#search")
    def _searched(self) -> None:
        self.rows.focus()

    @on(EntryList.Widened)
    def _widened(self) -> None:
        self._renew()

    @on(Rows.Moved)
    def _moved(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self.show_story)

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        self.action_open()

    def show_story(self) -> None:
        """Lay out the story of the entry under the cursor, where there is room for it."""
        view = self.query_one(StoryView)
        if not view.display:
            return
        entry = self.entry
        if entry is None:
            view.show(lambda width: (), "")
            return
        reading = reading_of(self.session, self.finder.catalogue, entry, self._asked, is_told=self.is_told)
        view.show(reading.lines, entry.id)

    def action_open(self) -> None:
        """Read the entry: beside the list, or on a screen of its own where it is narrow."""
        view, entry = self.query_one(StoryView), self.entry
        if entry is None:
            return
        if view.display:
            self.show_story()
            view.focus()
            return
        from recalibrate.ui.screens.entry import EntryScreen

        self.app.push_screen(EntryScreen(self.session, entry.id, query=self._asked))

    def action_tell(self) -> None:
        """The story told as an experiment; where it is narrow, on its own screen."""
        if self.query_one(StoryView).display:
            super().action_tell()
        elif entry := self.entry:
            from recalibrate.ui.screens.entry import EntryScreen

            screen = EntryScreen(self.session, entry.id, query=self._asked)
            screen.is_told = True
            self.app.push_screen(screen)

    def action_back(self) -> None:
        """From search or story to the list; from a search to all entries; then away."""
        narrowed = self.search.value and not self._first_query
        if narrowed and (self.rows.has_focus or not self._ids):
            self._last_query, self.search.value = self.search.value, ""
            self.rows.focus()
        elif not self.rows.has_focus:
            self.rows.focus()
        else:
            super().action_back()

    def action_search(self) -> None:
        """Write a search."""
        self.search.focus()

    def action_to_list(self) -> None:
        """From the search down to the list."""
        self.rows.focus()

    def action_last_query(self) -> None:
        """Write the last search again."""
        if self.search.has_focus and not self.search.value and self._last_query:
            self.search.value = self._last_query
            self.search.action_end()

    def action_other_side(self) -> None:
        """From the list to the story and back."""
        view = self.query_one(StoryView)
        (view if view.display and self.rows.has_focus else self.rows).focus()

    def action_mark(self) -> None:
        """Mark the entry under the cursor, or take the mark away, and go on to the next."""
        if key := self.rows.key:
            self._mark(self._marked ^ {key})
            self.rows.action_move(1)

    def action_mark_all(self) -> None:
        """Mark all that are shown; when they are, none."""
        everything = frozenset(self._ids)
        self._mark(self._marked - everything if everything <= self._marked else self._marked | everything)

    def _mark(self, marked: frozenset[str]) -> None:
        self._marked = marked
        self._show_rows()
        self.query_one(".count", Static).update(Content(self._count()))

    def deleted(self) -> None:
        """The marks went with the entries."""
        self._mark(frozenset())

    @work
    async def action_bulk(self) -> None:
        """Ask what to do with what is marked."""
        from recalibrate.ui.screens.bulk import ask_what, done_with

        entries = self.chosen
        what = await ask_what(self.app, entries) if entries else None
        if what == "delete":
            self.delete(entries)
        elif what == "unmark":
            self._mark(frozenset())
        elif what:
            await done_with(self, what, entries)

    @work
    async def action_tag(self) -> None:
        """Tag what is marked, or this entry."""
        from recalibrate.ui.screens.bulk import done_with

        if entries := self.chosen:
            await done_with(self, "tag", entries)

    @work
    async def action_tags(self) -> None:
        """Choose a tag to search for."""
        from recalibrate.ui.screens.tags import TagListScreen

        if tag := await self.app.push_screen_wait(TagListScreen(self.session)):
            self._search_for(f"tag:{tag}")

    @work
    async def action_searches(self) -> None:
        """Choose a saved search."""
        from recalibrate.ui.screens.searches import SearchesScreen

        query = await self.app.push_screen_wait(SearchesScreen(self.session))
        if query is not None:
            self._search_for(query)

    @work
    async def action_save_search(self) -> None:
        """Save this search under a name."""
        from recalibrate.ui.screens.searches import SaveSearchScreen

        if not self.search.value.strip():
            self.say("Search for something first, with /.")
            return
        named = await self.app.push_screen_wait(SaveSearchScreen(self.session.settings, self.search.value))
        if named is not None:
            await self.session.keep_settings(named)
            self.say("Saved. f opens it.")

    def action_bin(self) -> None:
        """Open the bin."""
        from recalibrate.ui.screens.bin import BinScreen

        self.app.push_screen(BinScreen(self.session))

    def _search_for(self, query: str) -> None:
        self.search.value = query
        self.rows.focus()
