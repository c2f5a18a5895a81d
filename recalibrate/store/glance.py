"""A glance at a journal's file and folder: two questions to the file system that spare a look."""

from __future__ import annotations

from pathlib import Path

from recalibrate.store.files import FileVersion

State = tuple[FileVersion | None, FileVersion | None]


class Glance:
    """Remembers how file and folder stood at the last two looks.

    One is not enough: what came within the same tick of the file system's clock would be missed for ever.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._looks: tuple[State | None, State | None] = (None, None)

    def note(self) -> None:
        """A look is about to begin."""
        self._looks = (self._looks[1], self._state())

    @property
    def shows_nothing_new(self) -> bool:
        """Whether file and folder still stand as they did at both looks."""
        before, last = self._looks
        return before is not None and before == last == self._state()

    def _state(self) -> State:
        return FileVersion.of(self._path), FileVersion.of(self._path.parent)
