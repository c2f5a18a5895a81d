"""All tags: search for one, rename one, take one away everywhere."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from recalibrate.domain.journaling.bulk import with_tag, without_tag
from recalibrate.domain.journaling.tags import clean_tag, tag_counts
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.record import Record
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import counted
from recalibrate.store.errors import JournalError
from recalibrate.ui.saying import say
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.screens.journaling.choose_one import ChooseOneScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Option

KEYS = "{choices.finish} search   {tags.rename} rename   {tags.remove} take away everywhere   {small.leave} back"


class TagListScreen(ChooseOneScreen):
    """Answers the tag to search for."""

    question = "Tags"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "rename", "rename", tooltip="Rename it everywhere", id="tags.rename"),
        Binding("x,delete", "remove", "take away", tooltip="Take it away everywhere", id="tags.remove"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        used = bool(self.options())
        self.about = "" if used else "No tags yet; {journal.tag} in the journal tags an entry."
        self.keys = KEYS if used else "{small.leave} back"

    def options(self) -> tuple[Option, ...]:
        """The tags, the most used first."""
        counts = tag_counts(self.session.journal.all(Entry))
        return tuple(Option(each.tag, each.tag, counted(each.count, "entry", "entries")) for each in counts)

    @work
    async def action_rename(self) -> None:
        """Rename the tag under the cursor everywhere."""
        current = self.choices.current
        name = await self.app.push_screen_wait(RenameScreen(current.key)) if current else None
        if current is None or not name:
            return
        carrying = [entry for entry in self.session.journal.all(Entry) if current.key in entry.tags]
        bare = {entry.id: entry for entry in without_tag(carrying, current.key)}
        renamed = bare | {entry.id: entry for entry in with_tag(bare.values(), name)}
        await self._keep(tuple(renamed.values()))

    @work
    async def action_remove(self) -> None:
        """Take the tag under the cursor away everywhere."""
        if current := self.choices.current:
            await self._keep(without_tag(self.session.journal.all(Entry), current.key))

    async def _keep(self, changed: tuple[Record, ...]) -> None:
        try:
            await self.session.put(*changed)
        except JournalError as error:
            say(self, str(error), wrong=True)
            return
        self.renew()
        words = counted(len(changed), "entry", "entries")
        say(self, f"Changed {words}. {{screen.undo}} in the journal undoes it.")


class RenameScreen(AskScreen[str]):
    """Answers the new name of a tag."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.question = f"Rename #{tag}"
        self.fields = (("tag", "To", tag),)

    def answer(self, typed: dict[str, str]) -> str:
        """The new name, tidied."""
        tag = clean_tag(clean_text(typed["tag"]))
        if not tag:
            raise ValueError("A tag needs a letter or a number.")
        return tag
