"""The closed months: what each said when it closed, and the user's own note beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.look_back import CAVEAT, Level, Month
from recalibrate.domain.records.review import Review
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import counted, one_line
from recalibrate.store.errors import JournalError
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.list_rows import BLANK, line, teaching
from recalibrate.ui.screens.list_screen import ListScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.row import Row
from recalibrate.ui.widgets.writing import Writing


class ReviewsScreen(ListScreen):
    """The months that are closed, the latest first; those in which nothing was written are passed over."""

    HELP_TITLE = "Reviews"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "read", tooltip="Read the month, and write a note", id="list.open"),
    ]

    def under(self) -> str:
        """What a review is."""
        return "Worked out once, when the month closed. Never worked out again." if self._reviews() else ""

    def rows(self, width: int) -> Sequence[Row]:
        """A line a month."""
        found = self._reviews()
        if not found:
            none = "No month is closed yet. One closes by itself when it is over. "
            return teaching(none, "screen.back", " goes back.")
        return [BLANK] + [line(f"review:{each.id}", _title(each), width, _aside(each)) for each in found]

    def opened(self, kind: str, id: str) -> None:
        """Open the review."""
        self.app.push_screen(ReviewScreen(self.session, id))

    def _reviews(self) -> list[Review]:
        kept: dict[str, Review] = {}
        for each in self.session.journal.all(Review):
            if each.statements and (each.month not in kept or each.closed_at < kept[each.month].closed_at):
                kept[each.month] = each
        return sorted(kept.values(), key=lambda each: each.month, reverse=True)


class ReviewScreen(NotebookScreen[None]):
    """One closed month: claims first, then what has an interval, then the counts, and room for a note."""

    HELP_TITLE = "A closed month"
    AUTO_FOCUS = "VerticalScroll"

    DEFAULT_CSS = """
    ReviewScreen .head { height: 2; padding: 1 2 0 2; text-style: bold; color: $accent; }
    ReviewScreen VerticalScroll { height: 1fr; padding: 1 0 1 2; }
    ReviewScreen .said { height: auto; width: 1fr; max-width: 92; padding-right: 1; }
    ReviewScreen .label { height: 1; padding: 0 2; color: $quiet; }
    ReviewScreen Writing { margin: 0 2; max-width: 90; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "note", "write a note", tooltip="Write a note beside it", id="review.note"),
        Binding("escape", "back", "back", tooltip="Back; the note is kept", id="screen.back"),
    ]

    def __init__(self, session: Session, review_id: str) -> None:
        super().__init__(session)
        self._id = review_id

    def compose(self) -> ComposeResult:
        """The month, what it said, the note."""
        review = self._review
        yield Static(Content(_title(review) if review else ""), classes="head")
        with VerticalScroll(can_focus=True):
            yield Static(_said(review), classes="said")
        yield Static(Content("Your own note"), classes="label")
        yield Writing(review.note if review else "", placeholder="What do you make of it now?")
        yield KeysLine()

    def action_note(self) -> None:
        """Go to the note."""
        self.query_one(Writing).focus()

    def on_writing_finished(self) -> None:
        """Keep the note and go back to the reading."""
        self._keep_note()
        self.query_one(VerticalScroll).focus()

    def on_descendant_blur(self) -> None:
        """Keep the note whenever its field is left."""
        self._keep_note()

    def action_back(self) -> None:
        """Keep the note, then leave."""
        self._keep_note()
        super().action_back()

    async def holds_back_quit(self) -> bool:
        """Keep the note; stay where that fails, and, asked a second time, leave without it."""
        try:
            await self.session.put(*self._noted())
        except JournalError as error:
            return not await self.leaves_without_it(str(error))
        return False

    @property
    def _review(self) -> Review | None:
        return self.session.journal.get(Review, self._id)

    def _noted(self) -> tuple[Review, ...]:
        """The review with the note as it stands here; nothing where that is the note it has."""
        review, note = self._review, self.query_one(Writing).text.strip()
        return (replace(review, note=note),) if review and note != review.note else ()

    def _keep_note(self) -> None:
        for review in self._noted():
            self._save_note(review)

    @work(group="note")
    async def _save_note(self, review: Review) -> None:
        await self.save(review)


def _title(review: Review) -> str:
    return Month.read(review.month).words


def _aside(review: Review) -> str:
    claims = sum(said.level == Level.CLAIM for said in review.statements)
    note = one_line(review.note)
    said = counted(claims, "claim") if claims else "no claim"
    return f"{said} · {note}" if note else said


def _said(review: Review | None) -> Content:
    if review is None:
        return Content("This review is in the bin.")
    parts: list[Content] = []
    for level, name in ((Level.CLAIM, "Claims"), (Level.INTERVAL, "With an interval"), (Level.COUNTS, "Counts")):
        texts = [said.text for said in review.statements if said.level == level]
        if texts:
            parts.append(Content(name).stylize("bold"))
            parts += [Content(display_safe(one_line(text))) for text in texts]
            parts.append(Content(""))
    return Content("\n").join([*parts, Content(CAVEAT).stylize("$quiet")])
