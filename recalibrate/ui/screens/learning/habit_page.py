"""A page to read about one habit."""

from __future__ import annotations

from collections.abc import Sequence

from recalibrate.domain.habits.page import habit_page
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.ui.screens.page import PageScreen


class LearnHabitScreen(PageScreen):
    """The page of the habit `key`, from the catalogue or of one's own."""

    def __init__(self, key: str, own: Sequence[OwnHabit] = ()) -> None:
        super().__init__(habit_page(key, own))
