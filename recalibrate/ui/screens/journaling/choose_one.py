"""A small list of what may change while one looks at it; one of it is the answer."""

from __future__ import annotations

from textual import on
from textual.widget import Widget

from recalibrate.ui.screens.small import SmallScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Choices, Option


class ChooseOneScreen(SmallScreen[str]):
    """Answers the key of one of its `options`; a subclass says which there are now, and may change them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def options(self) -> tuple[Option, ...]:
        """What there is to choose from, as it stands now."""
        raise NotImplementedError

    @property
    def choices(self) -> Choices:
        """The list."""
        return self.query_one(Choices)

    def answering(self) -> Widget:
        """The options."""
        return Choices(self.options())

    def renew(self) -> None:
        """Show the options as they stand now."""
        self.choices.options = self.options()

    @on(Choices.Finished)
    def _done(self) -> None:
        if current := self.choices.current:
            self.dismiss(current.key)

    @on(Choices.Chosen)
    def _clicked(self, event: Choices.Chosen) -> None:
        self.dismiss(event.key)
