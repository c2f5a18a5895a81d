"""What an entry said before, and bringing it back."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from recalibrate.domain.dates.deadlines import short_day
from recalibrate.domain.journaling.editing import Earlier, Editable, brought_back, earlier
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import one_line
from recalibrate.ui.key_words import keys_said
from recalibrate.ui.reading.page import Page
from recalibrate.ui.screens.journaling.edit import LETTERS
from recalibrate.ui.screens.journaling.reading import habits_with_definitions
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.row import Row
from recalibrate.ui.widgets.rows import Rows, VimRows
from recalibrate.ui.widgets.story_view import StoryView


class HistoryScreen(ModalScreen[Entry | None]):
    """The versions, the newest first, with the whole text of one below; answers the entry with it brought back."""

    DEFAULT_CSS = """
    HistoryScreen { align: center middle; background: $background 70%; }
    HistoryScreen > Vertical { width: 84; max-width: 100%; height: 22; max-height: 100%; background: $panel;
        padding: 1 3; }
    HistoryScreen .question { text-style: bold; margin-bottom: 1; }
    HistoryScreen .keys { color: $quiet; margin-top: 1; }
    HistoryScreen Rows > .rows--row, HistoryScreen StoryView > .story--line { background: $panel; }
    HistoryScreen Rows, HistoryScreen StoryView { background: $panel; }
    HistoryScreen Rows { height: 1fr; }
    HistoryScreen StoryView { height: 1fr; border-top: solid $rule; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h", "leave", "back", tooltip="Leave it as it is", id="history.leave"),
    ]

    def __init__(self, session: Session, entry: Entry) -> None:
        super().__init__()
        self._session, self._entry = session, entry
        self._versions = earlier(entry)

    def compose(self) -> ComposeResult:
        """The versions, the one under the cursor in full, the keys."""
        with Vertical():
            yield Static(Content("What it said before"), classes="question")
            yield VimRows(id="versions")
            yield StoryView(id="version")
            keys = keys_said("{rows.open} bring it back   tab the text   {history.leave} back")
            yield Static(keys, classes="keys")

    def on_mount(self) -> None:
        """Show them."""
        today = self._session.today
        rows = [Row(self._line(each, today), str(place)) for place, each in enumerate(self._versions)]
        self.query_one(VimRows).show(rows or [Row(Content("Nothing was changed yet."))])

    def _line(self, each: Earlier, today: date) -> Content:
        when = each.version.replaced_at
        words = one_line(self._words(each))[:200] or "(empty)"
        day = f"{short_day(when.date(), today)}, {when:%H:%M}"
        return Content.assemble((f"  {day:<19}", "$quiet"), f"{LETTERS[each.field][1]:<22}", display_safe(words))

    def _words(self, each: Earlier) -> str:
        """A version as one would say it: names for ids."""
        text = each.version.text
        if each.field is Editable.SITUATION:
            found = self._session.journal.get(Situation, text)
            return found.name if found else text
        names = {}
        if each.field is Editable.PEOPLE:
            names = {person.id: person.alias for person in self._session.journal.all(Person)}
        elif each.field is Editable.HABITS:
            names = {key: name for key, (name, _) in habits_with_definitions(self._session.journal).items()}
        elif each.field is Editable.WHEN:
            return text.removesuffix(" day").replace("T", ", ")[:17]
        elif each.field in (Editable.SCOPE, Editable.TRIAGE):
            return text.replace("_", " ")
        return ", ".join(names.get(id, id) for id in text.split(",")) if names else text

    def on_rows_moved(self, event: Rows.Moved) -> None:
        """Show the version under the cursor in full."""
        if not event.key:
            return
        words = self._words(self._versions[int(event.key)])

        def tell(width: int) -> list[Content]:
            page = Page(width)
            page.text(words or "(empty)")
            return page.lines

        self.query_one(StoryView).show(tell, event.key)

    def on_rows_opened(self, event: Rows.Opened) -> None:
        """Bring it back."""
        version = self._versions[int(event.key)]
        entry = self._session.journal.get(Entry, self._entry.id) or self._entry
        changed = brought_back(entry, version, self._session.now)
        self.dismiss(None if changed == entry else changed)

    def action_leave(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)
