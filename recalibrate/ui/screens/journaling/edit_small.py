"""The small questions of editing: a longer text, a rating, one of a few, several of many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from recalibrate.ui.editor import EditorFailed, edited_outside
from recalibrate.ui.saying import say
from recalibrate.ui.screens.small import SmallScreen
from recalibrate.ui.widgets.choices import Choices, Option
from recalibrate.ui.widgets.rating import Rating
from recalibrate.ui.widgets.writing import Writing


class TextScreen(SmallScreen[str]):
    """Answers a text of any length."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "keep", tooltip="Keep it", id="edit_text.keep"),
        Binding(
            "ctrl+e", "outside", "editor", tooltip="Go on in your own editor", priority=True, id="edit_text.outside"
        ),
    ]

    keys = "enter keep   ctrl+j new line   {edit_text.outside} editor   {small.leave} leave it"

    def __init__(self, question: str, text: str, about: str = "") -> None:
        super().__init__()
        self.question, self.about, self._text = question, about, text

    def answering(self) -> Widget:
        """The text."""
        writing = Writing(self._text)
        writing.move_cursor(writing.document.end)
        return writing

    @on(Writing.Finished)
    def action_keep(self) -> None:
        """Answer with what stands here."""
        self.dismiss(self.query_one(Writing).text)

    @property
    def is_changed(self) -> bool:
        """Whether something was written."""
        return self.query_one(Writing).text != self._text

    def action_outside(self) -> None:
        """Go on in $VISUAL or $EDITOR; the text comes back here."""
        writing = self.query_one(Writing)
        try:
            writing.load_text(edited_outside(self.app, writing.text))
        except EditorFailed as failed:
            say(self, str(failed), wrong=True)
        writing.move_cursor(writing.document.end)


class RateScreen(SmallScreen[str]):
    """Answers a rating as digits; empty when it was cleared or declined."""

    keys = "0–9, {rating.hundred} = 100   {rating.clear} clear   {rating.finish} keep   {small.leave} leave it"

    def __init__(self, question: str, value: str) -> None:
        super().__init__()
        self.question, self._value = question, int(value) if value else None

    def answering(self) -> Widget:
        """The scale."""
        return Rating("", self._value)

    @property
    def is_changed(self) -> bool:
        """Whether another value stands here."""
        return self.query_one(Rating).value != self._value

    @on(Rating.Finished)
    def _done(self) -> None:
        value = self.query_one(Rating).value
        self.dismiss("" if value is None else str(value))


class PickScreen(SmallScreen[tuple[str, ...]]):
    """Answers the keys of what is chosen, in the order of the options."""

    def __init__(
        self, question: str, options: Sequence[Option], chosen: Sequence[str] = (), *, many: bool = False
    ) -> None:
        super().__init__()
        self.question, self._options, self._chosen, self._many = question, tuple(options), chosen, many
        self.keys = "{choices.choose} choose   {choices.finish} keep" if many else "{choices.finish} choose"
        self.keys += "   {small.leave} leave it"

    def answering(self) -> Widget:
        """The options."""
        return Choices(self._options, chosen=self._chosen, many=self._many)

    @property
    def is_changed(self) -> bool:
        """Whether others of many are chosen; one of a few is kept as it is chosen."""
        return self._many and self.query_one(Choices).chosen != frozenset(self._chosen)

    @on(Choices.Finished)
    def _done(self) -> None:
        choices = self.query_one(Choices)
        if not self._many and choices.current:
            self.dismiss((choices.current.key,))
            return
        self.dismiss(tuple(each.key for each in self._options if each.key in choices.chosen))

    @on(Choices.Chosen)
    def _by_letter(self, event: Choices.Chosen) -> None:
        if not self._many:
            self.dismiss((event.key,))
