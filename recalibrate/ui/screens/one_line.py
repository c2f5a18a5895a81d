"""A question answered with one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from recalibrate.ui.screens.ask import AskScreen

Answer = TypeVar("Answer")


class OneLineScreen(AskScreen[Answer]):
    """Answers what `make` makes of the line; a ValueError it raises is shown, and the line stays."""

    def __init__(
        self, question: str, make: Callable[[str], Answer], initial: str = "", *, label: str = "", placeholder: str = ""
    ) -> None:
        super().__init__()
        self.question = question
        self.fields = (("line", label, placeholder),)
        self._make, self._initial = make, initial

    def initial(self, name: str) -> str:
        """The line as it was."""
        return self._initial

    def answer(self, typed: dict[str, str]) -> Answer:
        """What the line makes."""
        return self._make(typed["line"])
