"""The journal: browse, search, read, edit, mark; everything one can do with the entries of ten years."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from recalibrate.ui.screens.journaling.marking import MARK_KEYS, MarkingScreen
from recalibrate.ui.widgets.rows import Rows
from recalibrate.ui.widgets.story_view import StoryView


class JournalScreen(MarkingScreen):
    """The journal with its keys; `JournalScreen(session, query=…, ids=…)`, see BrowseScreen."""

    HELP_TITLE = "Journal"

    BINDINGS: ClassVar[list[BindingType]] = [
        # at once, so that what is typed right after it is already the search
        Binding("slash", "search", "search", tooltip="Search as you type", priority=True, id="journal.search"),
        Binding("enter", "open", "read", tooltip="Read the whole story", id="journal.open"),
        Binding("e", "edit", "edit", tooltip="Edit a field of this entry", id="entry.edit"),
        Binding("n", "notice", "notice a slip", tooltip="Notice a slip: the guided reframe", id="entry.notice"),
        Binding(
            "escape,q", "back", "back", tooltip="Back; the whole list first when a search narrows it", id="screen.back"
        ),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
        Binding("f", "searches", "searches", tooltip="Searches you saved", show=False, id="journal.searches"),
        Binding(
            "F",
            "save_search",
            "save search",
            tooltip="Save this search under a name",
            show=False,
            id="journal.save_search",
        ),
        *MARK_KEYS,
        Binding("T", "tags", "tags", tooltip="All tags, and how often each is used", show=False, id="journal.tags"),
        Binding("b", "bin", "bin", tooltip="The bin: bring back, or empty it", show=False, id="journal.bin"),
        Binding(
            "tab",
            "other_side",
            "other side",
            tooltip="From the list to the story and back",
            show=False,
            id="journal.other_side",
        ),
    ]

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Read the entry: beside the list, or on a screen of its own where it is narrow."""
        view, entry = self.query_one(StoryView), self.entry
        if entry is None:
            return
        if view.display:
            self.show_story()
            self.set_focus(view)
            return
        from recalibrate.ui.screens.journaling.entry import EntryScreen

        self.app.push_screen(EntryScreen(self.session, entry.id, query=self._asked))

    def action_tell(self) -> None:
        """The story told as an experiment; where it is narrow, on its own screen."""
        if self.query_one(StoryView).display:
            super().action_tell()
        elif entry := self.entry:
            from recalibrate.ui.screens.journaling.entry import EntryScreen

            screen = EntryScreen(self.session, entry.id, query=self._asked)
            screen.is_told = True
            self.app.push_screen(screen)

    def action_back(self) -> None:
        """From search or story to the list; from a search to all entries; then away."""
        narrowed = self.search.value and not self._first_query
        if narrowed and (self.rows.has_focus or not self._ids):
            self._last_query, self.search.value = self.search.value, ""
            self.set_focus(self.rows)
        elif not self.rows.has_focus:
            self.set_focus(self.rows)
        else:
            super().action_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the search a slash is a slash."""
        return not (action == "search" and self.search.has_focus)

    def action_search(self) -> None:
        """Write a search."""
        self.set_focus(self.search)

    def action_to_list(self) -> None:
        """From the search down to the list."""
        self.set_focus(self.rows)

    def action_last_query(self) -> None:
        """Write the last search again."""
        if self.search.has_focus and not self.search.value and self._last_query:
            self.search.value = self._last_query
            self.search.action_end()

    def action_other_side(self) -> None:
        """From the list to the story and back."""
        view = self.query_one(StoryView)
        self.set_focus(view if view.display and self.rows.has_focus else self.rows)

    @work
    async def action_tags(self) -> None:
        """Choose a tag to search for."""
        from recalibrate.ui.screens.journaling.tags import TagListScreen

        if tag := await self.app.push_screen_wait(TagListScreen(self.session)):
            self._search_for(f"tag:{tag}")

    @work
    async def action_searches(self) -> None:
        """Choose a saved search."""
        from recalibrate.ui.screens.journaling.searches import SearchesScreen

        query = await self.app.push_screen_wait(SearchesScreen(self.session))
        if query is not None:
            self._search_for(query)

    @work
    async def action_save_search(self) -> None:
        """Save this search under a name."""
        from recalibrate.ui.screens.journaling.searches import SaveSearchScreen

        if not self.search.value.strip():
            self.say("Search for something first, with {journal.search}.")
            return
        named = await self.app.push_screen_wait(SaveSearchScreen(self.session.settings, self.search.value))
        if named is not None:
            await self.session.keep_settings(named)
            self.say("Saved. {journal.searches} opens it.")

    def action_bin(self) -> None:
        """Open the bin."""
        from recalibrate.ui.screens.journaling.bin import BinScreen

        self.app.push_screen(BinScreen(self.session))

    def _search_for(self, query: str) -> None:
        self.search.value = query
        self.set_focus(self.rows)
