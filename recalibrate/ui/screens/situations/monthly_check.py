"""The monthly check: one situation after the other, one key each, earlier values only after the answer."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.records.rating import Rating as Rated
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.situations.monthly_check import earlier_words, monthly_rating, to_rate
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import counted
from recalibrate.store.errors import JournalError
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.rating import Rating


class MonthlyCheckScreen(NotebookScreen[None]):
    """Asks for the dread of each situation once; each answer is kept as it is given."""

    HELP_TITLE = "Monthly check"
    IS_FORM = True

    DEFAULT_CSS = """
    MonthlyCheckScreen { align: center top; }
    MonthlyCheckScreen Vertical { width: 80; max-width: 100%; height: 1fr; padding: 0 2; align: left middle; }
    MonthlyCheckScreen .count, MonthlyCheckScreen .how { color: $quiet; }
    MonthlyCheckScreen .name { text-style: bold; color: $accent; margin: 1 0; }
    MonthlyCheckScreen .how { margin-top: 2; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "on", "on", tooltip="Keep this one and go on", priority=True, id="monthly.on"),
        Binding("escape", "back", "stop here", tooltip="Stop here; what is answered is kept", id="screen.back"),
        Binding("f2", "app.safety", "safety", show=True, id="app.safety"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        journal, today = session.journal, session.today
        # another order each month, the same one when it is taken up again
        self._asked = to_rate(journal.all(Situation), journal.all(Rated), today, f"{today:%Y-%m}")
        self._place = 0
        self._kept = 0

    @property
    def asked(self) -> Situation | None:
        """The situation that is asked about now."""
        return self._asked[self._place] if self._place < len(self._asked) else None

    def compose(self) -> ComposeResult:
        """Where one is, the situation, the scale."""
        with Vertical():
            yield Static(classes="count")
            yield Static(classes="name")
            yield Static(Content("How much do you dread it right now?"))
            yield Rating("", label_width=1)
            how = in_keys("{rating.rather_not} rather not   {rating.clear} takes it back")
            yield Static(Content(how), classes="how")
        yield KeysLine(in_column=True)

    def on_mount(self) -> None:
        """Ask about the first."""
        self._ask()

    @on(Rating.Rated)
    def _reveal(self, event: Rating.Rated) -> None:
        if event.value is None or self.asked is None:
            event.rating.said = ""
            return
        journal = self.session.journal
        event.rating.said = earlier_words(self.asked, journal.all(Situation), journal.all(Rated))

    @work(exclusive=True)
    async def action_on(self) -> None:
        """Keep the answer, if there is one, and ask about the next."""
        given = self._given()
        if given and await self.save(*given) is None:
            return
        self._kept += len(given)
        self._place += 1
        if self.asked is None:
            self.say(f"{counted(self._kept, 'situation')} rated. The next check is in a month.")
            self.dismiss()
        else:
            self._ask()

    def action_back(self) -> None:
        """Stop here; what is answered is kept."""
        self.leave_in_step()

    async def holds_back_quit(self) -> bool:
        """Keep the answer that stands here; stay where that fails, and, asked a second time, leave without it."""
        given = self._given()
        if not given:
            return False
        try:
            await self.session.put(*given)
        except JournalError as error:
            return not await self.leaves_without_it(str(error))
        self.query_one(Rating).value = None
        return False

    def _given(self) -> tuple[Rated, ...]:
        """The answer that stands here, if there is one."""
        situation, value = self.asked, self.query_one(Rating).value
        return (monthly_rating(situation, value, self.session.now),) if situation and value is not None else ()

    def _ask(self) -> None:
        situation = self.asked
        if situation is None:
            return
        self.query_one(".count", Static).update(Content(f"{self._place + 1} of {len(self._asked)}"))
        self.query_one(".name", Static).update(Content(display_safe(situation.name)))
        rating = self.query_one(Rating)
        rating.said = ""
        rating.value, rating.declined = None, False
        rating.focus()
