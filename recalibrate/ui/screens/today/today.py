"""Today: what waits for a decision, what runs, what is parked; the first thing one sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from recalibrate.domain.today.due import Waiting
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.opening import open_record
from recalibrate.ui.screens.today.doors import DOORS, card, room
from recalibrate.ui.screens.today.noticing_offer import Noticing
from recalibrate.ui.screens.today.reading import TodayReading
from recalibrate.ui.screens.today.rows import today_rows
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.head import Head
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.row import Row
from recalibrate.ui.widgets.rows import WIDEST, Rows

DISCARDED = ("draft", "entry", "plan")
"""Rows that `x` discards; what runs is decided or withdrawn instead."""


class TodayScreen(NotebookScreen[None]):
    """The way in and the way back."""

    HELP_TITLE = "Today"
    FOLLOWS_WIDTH = True
    idle = frozenset({"screen.back", "today.open", "today.decide", "today.discard"})

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "notice", "notice a slip", tooltip="Notice a slip: the guided reframe", id="today.notice"),
        Binding("enter", "open", "open", tooltip="Open what the cursor stands on", id="today.open"),
        Binding("d", "decide", "decide", tooltip="Decide what waits", id="today.decide"),
        Binding("j", "go('journal')", "journal", tooltip="Browse, search and edit all entries", id="today.journal"),
        Binding("l", "go('look_back')", "look back", tooltip="What changed over months", id="today.look_back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
        Binding(
            "r",
            "resume",
            "resume",
            tooltip="Resume a parked slip or an unfinished draft",
            show=False,
            id="today.resume",
        ),
        Binding(
            "x",
            "discard",
            "discard",
            tooltip="Discard the draft, slip or plan here, after a question",
            show=False,
            id="today.discard",
        ),
        Binding(
            "a",
            "assumption",
            "assumption",
            tooltip="Test something you are sure of about yourself",
            show=False,
            id="today.assumption",
        ),
        *DOORS,
        Binding("q", "app.quit", "quit", tooltip="Leave recalibrate", show=False, id="today.quit"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._waiting: tuple[Waiting, ...] = ()
        self._wanted: Callable[[], object] | None = None
        self._noticing = Noticing(self, self.action_notice)
        self._reading = TodayReading(session)

    def compose(self) -> ComposeResult:
        """The day with the save mark, the rows, the keys."""
        yield Head()
        yield Rows(id="today-rows")
        yield KeysLine()

    def on_screen_resume(self) -> None:
        """See whether a plan for noticing is to be offered, or has been tried."""
        self._noticing.look()

    def show(self) -> None:
        """The day as it stands now."""
        today = self.session.today
        head = self.query_one(Head)
        encrypted = self.session.vault is not None and self.session.vault.is_encrypted
        head.title, head.note = f"{today:%A} {today.day} {today:%B}", "encrypted" if encrypted else ""
        head.state = self.session.state
        view = self._reading.view(today)
        places = self.session.settings.open_at_once
        width = min(self.size.width or 80, WIDEST)
        rows: list[Row] = []  # nothing is said about a journal that is still being read
        if self.session.journal.is_loaded:
            rows = today_rows(view, self._reading.unfinished(), self._reading.situations(view), today, width, places)
        self.query_one(Rows).show(rows)
        self._waiting = view.waiting
        if self._wanted and self.session.journal.is_loaded:
            wanted, self._wanted = self._wanted, None
            self.call_next(wanted)

    def on_rows_moved(self) -> None:
        """Show at the bottom what the row under the cursor is for."""
        kind = self.query_one(Rows).key.partition(":")[0]
        idle = {"screen.back"} | (set() if kind else {"today.open"})
        if not (self._waiting or kind == "experiment"):
            idle.add("today.decide")
        if kind not in DISCARDED:
            idle.add("today.discard")
        if idle != self.idle:
            self.idle = frozenset(idle)
            self.refresh_bindings()

    def on_rows_opened(self, event: Rows.Opened) -> None:
        """Open the row in the screen that belongs to it."""
        kind, _, id = event.key.partition(":")
        self._open(kind, id)

    def action_back(self) -> None:
        """Nothing is behind Today."""

    def action_open(self) -> None:
        """Open what the cursor stands on."""
        self.query_one(Rows).action_open()

    def action_notice(self) -> None:
        """Begin a reframe; with the cursor on the plan for noticing, that is the plan followed."""
        if self.query_one(Rows).key.startswith("noticing:"):
            self._noticing.tried()
        from recalibrate.ui.screens.reframing.reframe import ReframeScreen

        self.app.push_screen(ReframeScreen(self.session))

    def action_assumption(self) -> None:
        """Begin the test of an assumption."""
        from recalibrate.ui.screens.reframing.reframe import ReframeScreen

        self.app.push_screen(ReframeScreen(self.session, assumption=True))

    async def action_resume(self) -> None:
        """Resume the parked slip or draft under the cursor, else the first there is."""
        if self._is_too_early(self.action_resume):
            return
        await self.session.refresh()  # a shell may have kept a slip a moment ago
        kind, _, id = self.query_one(Rows).key.partition(":")
        if kind in ("draft", "entry"):
            self._open(kind, id)
            return
        if unfinished := self._reading.unfinished():
            self._open("draft", unfinished[0][0])
        elif parked := self._reading.view(self.session.today).parked:
            self._open("entry", parked[0].id)
        else:
            self.say("Nothing is parked.")

    async def action_decide(self) -> None:
        """Decide what the cursor stands on when it waits, else what has waited longest.

        Where nothing waits, the experiment under the cursor is decided early.
        """
        if self._is_too_early(self.action_decide):
            return
        await self.session.refresh()
        here = self.query_one(Rows).key
        waits = [f"{each.kind}:{each.id}" for each in self._reading.view(self.session.today).waiting]
        kind, _, id = (here if here in waits or not waits else waits[0]).partition(":")
        if kind == "experiment":  # Enter shows the story of one that runs
            from recalibrate.ui.screens.experimenting.decide import DecideScreen

            self.app.push_screen(DecideScreen(self.session, id))
        elif waits:
            self._open(kind, id)
        else:
            self.say("Nothing waits for a decision.")

    @work
    async def action_discard(self) -> None:
        """Discard the draft, parked slip or plan under the cursor."""
        from recalibrate.ui.screens.today.discarding import discard

        kind, _, id = self.query_one(Rows).key.partition(":")
        if kind in DISCARDED:
            await discard(self, kind, id)

    def action_go(self, name: str) -> None:
        """Open another screen; the task waits until the journal is read."""
        if name != "task" or not self._is_too_early(lambda: self.action_go(name)):
            self.app.push_screen(room(name, self.session))

    def _is_too_early(self, action: Callable[[], object]) -> bool:
        """Whether the journal is still being read; the action is done as soon as it is."""
        if self.session.journal.is_loaded:
            return False
        self._wanted = action
        return True

    def _open(self, kind: str, id: str) -> None:
        if screen := card(kind, id, self.session):
            self.app.push_screen(screen)
        elif kind == "experiment":
            open_record(self.app, self.session, kind, id)
        elif kind == "task":
            self.action_go("task")
        elif kind == "noticing":
            self.action_notice()
