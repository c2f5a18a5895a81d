"""The journal's list: entries newest first, narrowed as one types, the one under the cursor beside it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Sequence
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from recalibrate.domain.journaling.bin import came_back
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.search import Query, QueryError, parse
from recalibrate.domain.wording import counted
from recalibrate.store.journal import Commit
from recalibrate.ui.key_words import key_for
from recalibrate.ui.keys_first import KeysFirst
from recalibrate.ui.screens.journaling.entry_desk import EntryDesk
from recalibrate.ui.screens.journaling.entry_list import EntryList, SearchLine
from recalibrate.ui.screens.journaling.reading import reading_of
from recalibrate.ui.screens.journaling.rows import EntryRows, Look
from recalibrate.ui.screens.journaling.words import empty_rows, legend, trouble
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.rows import Rows
from recalibrate.ui.widgets.save_mark import SaveMark
from recalibrate.ui.widgets.story_view import StoryView

REST = 0.07
"""Seconds the cursor rests on an entry before its story is laid out, so that a held key stays quick."""

A_KEY = 0.04
"""Seconds that reading and indexing rest after a key: it is answered, and drawn, as if nothing else went on."""

A_WALK = 0.25
"""The same for indexing while nothing is searched for: who walks through the list needs no index."""

SHOW_EVERY = 100
"""Bites of the index between two looks at what a search finds so far."""

WIDE = 100
"""From this width on the story stands beside the list."""


class BrowseScreen(EntryDesk):
    """The ground of the journal: what it shows; `ids` shows only these entries, `query` begins with a search."""

    AUTO_FOCUS = "EntryList"
    HELP_MARKS = legend()
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - the base says an instance has it

    SCOPED_CSS = False  # the rules are for the screens made of this one
    DEFAULT_CSS = """
    BrowseScreen .top { height: 2; padding: 1 2 0 1; }
    BrowseScreen #search { width: 1fr; }
    BrowseScreen .count { width: auto; height: 1; padding: 0 2; color: $quiet; }
    BrowseScreen .note { height: auto; max-height: 4; color: $rule; }
    BrowseScreen .note.-quiet { color: $quiet; padding: 0 3; }
    BrowseScreen .note.-wrong { color: $warning; }
    BrowseScreen #entries { width: 57fr; padding: 0 1; }
    BrowseScreen StoryView { width: 43fr; min-width: 46; padding: 0 0 0 2; display: none; border-left: solid $rule; }
    BrowseScreen StoryView:focus { border-left: solid $accent; }
    BrowseScreen.-wide StoryView { display: block; }
    """

    def __init__(self, session: Session, *, query: str = "", ids: Sequence[str] = ()) -> None:
        super().__init__(session)
        self._first_query, self._last_query = query, ""
        self._only = frozenset(ids)
        self._asked = Query()
        self._is_misread = False
        self._marked: frozenset[str] = frozenset()
        self._ids: Sequence[str] = ()
        self._rest: Timer | None = None
        self._is_following = False
        self._came_back = ""

    @property
    def rows(self) -> EntryList:
        """The list."""
        return self.query_one("#entries", EntryList)

    @property
    def search(self) -> SearchLine:
        """The line one searches in."""
        return self.query_one("#search", SearchLine)

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor, as the journal has it now."""
        return self.session.journal.get(Entry, self.rows.key)

    def compose(self) -> ComposeResult:
        """The search, the list, the story, the keys."""
        with Horizontal(classes="top"):
            yield SearchLine(self._first_query, placeholder=f"{key_for('journal.search')} search", id="search")
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
        finder.begin(journal)
        self._renew()
        if not self._is_following and not finder.is_up_to_date(journal):
            self._is_following = True
            self._follow()

    @work
    async def _follow(self) -> None:
        """Have the index made, before any other work beside the keys."""
        self.session.is_indexing = True
        try:
            await self._index()
        finally:
            self._is_following = self.session.is_indexing = False

    async def _index(self) -> None:
        """Read what changed in the writer thread, then feed the index between the keys, until all is in."""
        finder, journal = self.finder, self.session.journal
        reading, feeding = KeysFirst(self.session), KeysFirst(self.session)
        bites = 0
        while not finder.is_up_to_date(journal):
            if finder.catalogue.revision != journal.revision:
                finder.take(*await self.session.run(finder.read, journal, lambda: reading.give_way(A_KEY)))
                if not self.is_open:
                    return
                self._renew()
            finder.feed()
            bites += 1
            if bites % SHOW_EVERY == 0 and self._asked.terms:
                self._renew()
            rest = A_KEY if self._asked.terms else A_WALK
            await asyncio.sleep(rest if feeding.came else 0)
            if not self.is_open:
                return
        if bites > SHOW_EVERY:
            gc.freeze()  # a long index stays for good; the collector comes seldom to what it has to look through again
        self._renew()
        self._came_back = ""

    def stepped(self, commit: Commit) -> None:
        """Stand on the entry that came back, once the list has it."""
        self._came_back = next((each.id for each in came_back(commit.records, commit.before)), "")
        self._renew()
        if not self._is_following:
            self._came_back = ""

    def _renew(self) -> None:
        """Ask the index again and show what it finds."""
        today, week_start = self.session.today, self.session.settings.week_start
        read = parse(self.search.value, today, week_start)
        self._say_about(read)
        self._is_misread = isinstance(read, QueryError)
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

    def _show_rows(self) -> None:
        width = self.rows.scrollable_content_region.width or 60
        look = Look(width, self.session.today, self._asked, self._marked)
        rows = EntryRows(self._ids, self.finder.row, self.finder.month, look)
        if rows:
            lost = bool(self._asked.terms) and rows.place_of(self.rows.key) is None
            at = rows[1].key if lost else None
            if rows.place_of(self._came_back) is not None:
                at, self._came_back = self._came_back, ""
            self.rows.show(rows, at=at)
        else:
            self.rows.show(empty_rows(self.finder, self._asked, today=self.session.today, only=bool(self._only)))
        self.query_one(".count", Static).update(Content(self._count()))

    def _count(self) -> str:
        total = len(self._only) or len(self.finder.catalogue.ids)
        words = counted(total, "entry", "entries")
        if self._asked.terms:
            words = f"{'search before: ' if self._is_misread else ''}{len(self._ids)} of {total}"
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

    @on(EntryList.Widened)
    def _widened(self) -> None:
        self._renew()

    @on(Rows.Moved)
    def _moved(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self.show_story)

    def show_story(self) -> None:
        """Lay out the story of the entry under the cursor, where there is room for it."""
        view = self.query_one(StoryView)
        if not view.display:
            return
        from recalibrate.ui.reading.story_lines import story_lines  # not before the first story is read

        entry = self.entry
        if entry is None:
            view.show(lambda width: (), "")
            return
        reading = reading_of(self.session, self.finder.catalogue, entry, self._asked, is_told=self.is_told)
        view.show(partial(story_lines, reading), entry.id)
