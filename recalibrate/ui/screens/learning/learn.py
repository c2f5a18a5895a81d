"""Learn: why each part is there and what is known about it, and all habits of judging, one's own among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from recalibrate.domain.habits.catalogue import CATALOGUE
from recalibrate.domain.learning.pages import PAGES, learn_page, page_paragraphs
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.ui.key_words import in_keys, key_for
from recalibrate.ui.screens.learning.habit_page import LearnHabitScreen
from recalibrate.ui.screens.list_rows import line, note, section
from recalibrate.ui.screens.list_screen import ListScreen
from recalibrate.ui.screens.page import PageScreen
from recalibrate.ui.widgets.row import Row


class LearnScreen(ListScreen):
    """Pages to read, the catalogue, and the habits that the user named."""

    HELP_TITLE = "Learn"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "read", tooltip="Read the page here", id="learn.read"),
        Binding("a", "add", "add a habit", tooltip="Add a habit of your own", id="learn.add"),
        Binding("e", "edit", "edit", tooltip="Edit the habit of your own here", id="learn.edit"),
        Binding(
            "z",
            "put_away",
            "archive",
            tooltip="Archive the habit of your own here, or bring it back",
            id="learn.put_away",
        ),
        Binding(
            "p",
            "practice",
            "practice",
            tooltip="Practise on mild examples; nothing is stored",
            show=False,
            id="learn.practice",
        ),
        Binding("escape", "back", "back", tooltip="Back", id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def under(self) -> str:
        """What stands here, in a line."""
        return "What is known, with its limits. A page takes about a minute."

    def rows(self, width: int) -> Sequence[Row]:
        """The pages, the catalogue, the user's own habits, those put away."""
        journal = self.session.journal
        named = Counter(key for entry in journal.all(Entry) for key in entry.habits)
        own = journal.all(OwnHabit)
        rows = section("Why it is as it is", width)
        rows += [line(f"page:{each.key}", each.title, width, each.about) for each in PAGES]
        rows += section("Habits of judging", width)
        rows += [line(f"habit:{each.key}", each.name, width, _times(named[each.key])) for each in CATALOGUE]
        rows += section("Your own", width)
        rows += [
            line(f"own:{each.id}", each.name, width, _times(named[each.id])) for each in own if not each.archived_at
        ]
        if all(each.archived_at for each in own):
            rows.append(note(in_keys("A habit that has no name here gets one with {learn.add}."), width))
        if away := [each for each in own if each.archived_at]:
            rows += section("Archived", width)
            back = f"{key_for('learn.put_away')} brings it back"
            rows += [line(f"own:{each.id}", each.name, width, back) for each in away]
        return rows

    def opened(self, kind: str, id: str) -> None:
        """Read what the cursor stands on."""
        page = learn_page(id) if kind == "page" else None
        if page:
            self.app.push_screen(PageScreen(page_paragraphs(page)))
        else:
            self.app.push_screen(LearnHabitScreen(id, self.session.journal.all(OwnHabit)))

    def action_practice(self) -> None:
        """Open the practice page."""
        from recalibrate.ui.screens.learning.practice import PracticeScreen

        self.app.push_screen(PracticeScreen(self.session))

    @work
    async def action_add(self) -> None:
        """Ask for a habit of one's own and keep it."""
        await self._ask(None)

    @work
    async def action_edit(self) -> None:
        """Ask for other words for the habit here."""
        await self._ask(self._own_here)

    @work
    async def action_put_away(self) -> None:
        """Archive the habit here, or bring it back."""
        if own := self._own_here:
            gone = None if own.archived_at else self.session.now
            await self.save(replace(own, archived_at=gone), said="Archived." if gone else "Back in the list.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a habit of one's own can be edited or put away."""
        return not (action in ("edit", "put_away") and self.is_mounted and not self._own_here)

    @property
    def _own_here(self) -> OwnHabit | None:
        kind, id = self.here
        return self.session.journal.get(OwnHabit, id) if kind == "own" else None

    async def _ask(self, habit: OwnHabit | None) -> None:
        from recalibrate.ui.screens.learning.own_habit import OwnHabitScreen

        answer = await self.app.push_screen_wait(OwnHabitScreen(habit))
        if answer and await self.save(answer, said="Kept."):
            self.show()


def _times(count: int) -> str:
    return f"named {count}×" if count else ""
