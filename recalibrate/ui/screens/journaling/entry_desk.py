"""What can be done with one entry, on whatever screen it is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from recalibrate.domain.journaling.bin import deleted_words, goes_with
from recalibrate.domain.journaling.editing import LONG, rewritten, said
from recalibrate.domain.journaling.story import Story
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Status
from recalibrate.domain.records.record import Record
from recalibrate.domain.text import clean_text
from recalibrate.store.errors import JournalError
from recalibrate.ui.catalogue import Finder
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.journaling.reading import story_in


class EntryDesk(NotebookScreen[None]):
    """The base of the screens on which entries are read: edit, history, continue, decide, delete."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "edit", tooltip="Edit a field of this entry", id="entry.edit"),
        Binding(
            "E",
            "edit_outside",
            "editor",
            tooltip="Edit a long text in your own editor",
            show=False,
            id="entry.edit_outside",
        ),
        Binding("y", "tell", "told", tooltip="Told as an experiment, and back", id="entry.tell"),
        Binding(
            "h",
            "history",
            "history",
            tooltip="Earlier wordings; any can be brought back",
            show=False,
            id="entry.history",
        ),
        Binding("r", "go_on", "go on", tooltip="Go on with a parked slip", show=False, id="entry.go_on"),
        Binding("D", "decide", "decide", tooltip="Decide what waits here, or early", show=False, id="entry.decide"),
        Binding(
            "o",
            "experiment",
            "experiment",
            tooltip="Its experiment: rounds, typos, more time",
            show=False,
            id="entry.experiment",
        ),
        Binding(
            "U",
            "take_back",
            "take back",
            tooltip="Take its last decision back, within a day",
            show=False,
            id="entry.take_back",
        ),
        Binding("a", "note", "note", tooltip="Add a note to its last experiment", show=False, id="entry.note"),
        Binding(
            "s", "share", "share", tooltip="Share it as a card you see in full first", show=False, id="entry.share"
        ),
        Binding("x,delete", "delete", "delete", tooltip="Delete; it can be undone", show=False, id="entry.delete"),
        Binding(
            "n", "notice", "notice a slip", tooltip="Notice a slip: the guided reframe", show=False, id="entry.notice"
        ),
    ]

    is_told = False

    @property
    def entry(self) -> Entry | None:
        """The entry one is at."""
        raise NotImplementedError

    @property
    def finder(self) -> Finder:
        """What the session read and indexed."""
        if self.session.finder is None:
            self.session.finder = Finder()
        return self.session.finder

    def story(self, entry: Entry) -> Story:
        """All that hangs on the entry."""
        return story_in(self.finder.catalogue, self.session.journal, entry)

    def show_story(self) -> None:
        """Lay the story out again."""

    def action_tell(self) -> None:
        """The story told as an experiment, or in full again."""
        self.is_told = not self.is_told
        self.show_story()

    @work
    async def action_edit(self) -> None:
        """Ask which field, then ask for it anew."""
        from recalibrate.ui.screens.journaling.edit import ask_field, edited

        entry = self.entry
        field = await ask_field(self.app, entry) if entry else None
        if entry is None or field is None:
            return
        try:
            records = await edited(self.app, self.session, entry, field)
        except ValueError as refused:
            self.say(str(refused), wrong=True)
            return
        if records:
            await self.save(*records, said="Changed. {screen.undo} undoes it.")

    @work
    async def action_edit_outside(self) -> None:
        """Ask which long text, then hand it to $VISUAL or $EDITOR."""
        from recalibrate.domain.reframing.hearing import with_reading
        from recalibrate.ui.editor import EditorFailed, edited_outside
        from recalibrate.ui.screens.journaling.edit import ask_field

        entry = self.entry
        field = await ask_field(self.app, entry, LONG) if entry else None
        if entry is None or field is None:
            return
        try:
            text = clean_text(edited_outside(self.app, said(entry, field)))
            changed = rewritten(self.session.journal.get(Entry, entry.id) or entry, field, text, self.session.now)
        except (EditorFailed, ValueError) as failed:
            self.say(str(failed), wrong=True)
            return
        if changed.history != entry.history:
            await self.save(with_reading(changed, self.session.settings), said="Changed. {screen.undo} undoes it.")

    @work
    async def action_history(self) -> None:
        """Show earlier wordings and bring one back."""
        from recalibrate.ui.screens.journaling.history import HistoryScreen

        if entry := self.entry:
            changed = await self.app.push_screen_wait(HistoryScreen(self.session, entry))
            if changed is not None:
                await self.save(changed, said="Brought back. {screen.undo} undoes it.")

    def action_go_on(self) -> None:
        """Take a parked slip through the rest of the reframe."""
        from recalibrate.ui.screens.reframing.reframe import ReframeScreen

        entry = self.entry
        if entry is None:
            return
        if entry.is_parked:
            self.app.push_screen(ReframeScreen(self.session, entry_id=entry.id))
        else:
            self.say("This one was thought through; {entry.edit} edits it.")

    def action_decide(self) -> None:
        """Decide what waits in this story, else what runs, else fill in the plan that was not started."""
        from recalibrate.ui.screens.journaling.deciding import deciding_screen

        entry = self.entry
        if entry is None:
            return
        if screen := deciding_screen(self.story(entry), self.session):
            self.app.push_screen(screen)
        else:
            self.say("Nothing waits for a decision here.")

    def action_experiment(self) -> None:
        """Open the experiment that waits or runs here, else the last one there was."""
        from recalibrate.ui.screens.experimenting.experiment import ExperimentScreen

        rounds = self.story(self.entry).experiments if self.entry else ()
        running = [each for each in rounds if each.status(self.session.today) in (Status.DUE, Status.OPEN)]
        if rounds:
            self.app.push_screen(ExperimentScreen(self.session, (running or rounds)[-1].id))
        else:
            self.say("No experiment grew out of this one.")

    @work
    async def action_take_back(self) -> None:
        """Take the last decision in this story back."""
        from recalibrate.ui.screens.experimenting.experiment_desk import take_back

        rounds = self.story(self.entry).experiments if self.entry else ()
        decided = [(each.decision.decided_at, each) for each in rounds if each.decision]
        if decided:
            await take_back(self, max(decided, key=lambda pair: pair[0])[1])
        else:
            self.say("There is no decision to take back.")

    def action_share(self) -> None:
        """See it as a card, less what should stay at home."""
        from recalibrate.ui.screens.company.share import ShareScreen

        if entry := self.entry:
            self.app.push_screen(ShareScreen(self.session, entry.id))

    @work
    async def action_note(self) -> None:
        """Write a note to the last round."""
        from recalibrate.domain.rules import Refused, add_note
        from recalibrate.ui.screens.journaling.edit_small import TextScreen

        rounds = self.story(self.entry).experiments if self.entry else ()
        if not rounds:
            self.say("There is no experiment here to note something about.")
            return
        text = await self.app.push_screen_wait(TextScreen("A note, later", "", rounds[-1].action))
        if not text:
            return
        try:
            noted = add_note(rounds[-1], clean_text(text), self.session.now)
        except Refused as refused:
            self.say(str(refused), wrong=True)
            return
        await self.save(noted, said="Noted. {screen.undo} undoes it.")

    def action_delete(self) -> None:
        """Put the entry into the bin, with what hangs on it."""
        if entry := self.entry:
            self.delete([entry])

    @work
    async def delete(self, entries: Sequence[Entry]) -> None:
        """Put entries into the bin in one commit."""
        gone: dict[str, Record] = {}
        for entry in entries:
            gone |= {each.id: each for each in goes_with(self.story(entry))}
        try:
            await self.session.delete(*gone.values())
        except JournalError as error:
            self.say(str(error), wrong=True)
            return
        self.say(f"{deleted_words(gone.values())} {{screen.undo}} undoes it.")
        self.deleted()

    def deleted(self) -> None:
        """What follows when something went into the bin."""

    def action_notice(self) -> None:
        """Begin a reframe."""
        from recalibrate.ui.screens.reframing.reframe import ReframeScreen

        self.app.push_screen(ReframeScreen(self.session))
