"""The look back: months, honestly; one section a screen, a sentence, a picture and the counts under it."""

from __future__ import annotations

import asyncio
from threading import Lock
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.look_back import CAVEAT, SECTIONS, Month, Notebook, Page
from recalibrate.domain.look_back.closing import pages_of
from recalibrate.store.errors import JournalError
from recalibrate.store.notebook import notebook_of
from recalibrate.ui.month_end import close_months
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.looking_back.lines import head_line, page_lines, sections_line
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.keys_line import KeysLine, keys_height

MARGIN = 2
LOW = 30
"""Below so many rows the blank one at the top is given to the page."""


COUNTING = Lock()
"""One section is counted at a time; whoever opens and leaves the screen quickly would fill the memory otherwise."""


class LookBackScreen(NotebookScreen[None]):
    """Sections from left to right, their pages up and down; counted in a thread, kept until the journal changes."""

    HELP_TITLE = "Look back"
    FOLLOWS_WIDTH = True

    DEFAULT_CSS = """
    LookBackScreen .sections { height: 3; padding: 1 2; }
    LookBackScreen.-low .sections { height: 2; padding: 0 2 1 2; }
    LookBackScreen .head { height: 1; padding: 0 2; }
    LookBackScreen VerticalScroll { height: 1fr; padding: 0 0 0 2; scrollbar-gutter: stable; }
    LookBackScreen .page { height: auto; width: 1fr; padding-right: 1; }
    LookBackScreen .caveat { height: auto; padding: 1 2 0 2; color: $quiet; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,right", "section(1)", "section", tooltip="The next section", id="look_back.next"),
        Binding("shift+tab,left", "section(-1)", "section before", tooltip="The section before", show=False,
                id="look_back.previous"),
        Binding("down,j", "page(1)", "page", tooltip="The next page of this section", id="look_back.page_down"),
        Binding("up,k", "page(-1)", "page before", tooltip="The page before", show=False, id="look_back.page_up"),
        Binding("t", "table", "table", tooltip="The same numbers as a table, and back", id="look_back.table"),
        Binding("enter", "entries", "entries", tooltip="The entries behind this page", id="look_back.entries"),
        Binding("m", "month", "month", tooltip="Another month: this one so far, or one that is closed",
                id="look_back.month"),
        Binding("r", "reviews", "reviews", tooltip="The months that are closed, with your notes",
                id="look_back.reviews"),
        *(Binding(str((number + 1) % 10), f"go({number})", section.title, tooltip=section.title, show=False,
                  id=f"look_back.{section.key}")
          for number, section in enumerate(SECTIONS)),
        Binding("pagedown,space", "scroll('down')", "down", tooltip="Further down this page", show=False,
                id="look_back.scroll_down"),
        Binding("pageup", "scroll('up')", "up", tooltip="Up this page", show=False, id="look_back.scroll_up"),
    ]  # fmt: skip

    def __init__(self, session: Session, *, month: Month | None = None) -> None:
        super().__init__(session)
        self._month = month
        self._section = 0
        self._page = 0
        self._as_a_table = False
        self._notebook: tuple[int, Notebook] | None = None
        self._pages: dict[tuple[object, ...], tuple[Page, ...]] = {}

    def compose(self) -> ComposeResult:
        """The sections, the title, the page, what always holds, the keys."""
        yield Static(classes="sections")
        yield Static(classes="head")
        with VerticalScroll(can_focus=False):
            yield Static(classes="page")
        yield Static(Content(CAVEAT), classes="caveat")
        yield KeysLine()

    def on_mount(self) -> None:
        """Close what is to be closed, beside the counting."""
        self._close_months()

    @property
    def month(self) -> Month:
        """The month that is looked at."""
        return self._month or Month.of(self.session.today)

    @property
    def page(self) -> Page | None:
        """The page that is open, once it is counted."""
        pages = self._pages.get(self._key(), ())
        return pages[min(self._page, len(pages) - 1)] if pages else None

    def show(self) -> None:
        """The open page, counted where it is not yet."""
        width = max(self.size.width - 2 * MARGIN, 20)
        self.set_class(self.size.height < LOW, "-low")
        self.query_one(".sections", Static).update(sections_line(self._section, width))
        pages = self._pages.get(self._key())
        if pages is None:
            if self.is_current:  # under another screen it can wait until it is seen again
                self._count()
            return
        self._page = min(self._page, len(pages) - 1)
        page = pages[self._page]
        running = self.month >= Month.of(self.session.today)
        when = f"{self.month.words}, so far" if running else f"at the end of {self.month.words}"
        self.query_one(".head", Static).update(head_line(page, self._page, len(pages), when, width))
        caveat = -(-len(CAVEAT) // width) + 1
        room = self.size.height - (2 if self.size.height < LOW else 3) - 1 - caveat - keys_height(self.size.height)
        content = page_lines(
            page, width, room, as_a_table=self._as_a_table, week_start=self.session.settings.week_start
        )
        self.query_one(".page", Static).update(content)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what would do nothing here."""
        if action == "entries":
            return bool(self.page and self.page.entry_ids)
        if action == "page":
            return len(self._pages.get(self._key(), ())) > 1
        return True

    def action_section(self, by: int) -> None:
        """The section beside this one, round and round."""
        self.action_go((self._section + by) % len(SECTIONS))

    def action_go(self, number: int) -> None:
        """The section of this number."""
        self._section, self._page = number, 0
        self.query_one(VerticalScroll).scroll_to(y=0, animate=False)
        self.show()

    def action_page(self, by: int) -> None:
        """The page under or above this one."""
        count = len(self._pages.get(self._key(), ()))
        self._page = max(min(self._page + by, count - 1), 0)
        self.query_one(VerticalScroll).scroll_to(y=0, animate=False)
        self.show()

    def action_scroll(self, way: str) -> None:
        """A window's height down or up."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_page_down(animate=False) if way == "down" else scroll.scroll_page_up(animate=False)

    def action_table(self) -> None:
        """The numbers as a table, or the picture again."""
        self._as_a_table = not self._as_a_table
        self.show()

    def action_entries(self) -> None:
        """Open the entries behind the page."""
        from recalibrate.ui.screens.journaling.journal import JournalScreen

        if self.page and self.page.entry_ids:
            self.app.push_screen(JournalScreen(self.session, ids=self.page.entry_ids))

    @work
    async def action_month(self) -> None:
        """Choose the month to look at."""
        from recalibrate.ui.screens.looking_back.month import MonthScreen, months_of

        notebook = self._notebook[1] if self._notebook else Notebook()
        months = months_of(notebook, self.session.today)
        chosen = await self.app.push_screen_wait(MonthScreen(months, self.month))
        if chosen is not None:
            self._month = None if chosen == Month.of(self.session.today) else chosen
            self.show()

    def action_reviews(self) -> None:
        """Open the closed months."""
        from recalibrate.ui.screens.looking_back.reviews import ReviewsScreen

        self.app.push_screen(ReviewsScreen(self.session))

    def _key(self) -> tuple[object, ...]:
        return (self.session.journal.revision, self._section, self._month, self.session.today)

    @work(exclusive=True, group="count")
    async def _count(self) -> None:
        """Count the section out in a thread, so that keys go on being answered."""
        key, section, month, today = self._key(), SECTIONS[self._section], self.month, self.session.today
        journal = self.session.journal

        def count() -> tuple[tuple[int, Notebook], tuple[Page, ...]] | None:
            with COUNTING:
                return counted() if self.is_open else None

        def counted() -> tuple[tuple[int, Notebook], tuple[Page, ...]]:
            known = self._notebook
            if known is None or known[0] != journal.revision:
                known = (journal.revision, notebook_of(journal))
            return known, pages_of(section, known[1], month, today)

        done = await asyncio.to_thread(count)
        if done is None or not self.is_open:
            return
        self._notebook, pages = done
        self._pages = {known: kept for known, kept in self._pages.items() if known[0] == key[0]} | {key: pages}
        self.renew()

    @work(group="close")
    async def _close_months(self) -> None:
        """Close months that are over; where it fails, the next opening tries again."""
        try:
            await close_months(self.session)
        except JournalError as error:
            self.say(str(error), wrong=True)
