"""What all full screens share: the session, the common keys, and showing the journal as it is now."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.screen import Screen

from recalibrate.domain.records.record import Record
from recalibrate.store.errors import JournalError
from recalibrate.store.journal import Commit
from recalibrate.ui.saying import say
from recalibrate.ui.screens.leaving import HoldsBackQuit
from recalibrate.ui.session import Session

Result = TypeVar("Result")


class NotebookScreen(Screen[Result]):
    """A full screen over the session; `show` fills it from the journal and is called again at each change."""

    HELP_TITLE: ClassVar[str] = ""

    IS_FORM: ClassVar[bool] = False
    """Whether one answers here: letters are meant as answers then, and nothing kept earlier is undone by one."""

    FOLLOWS_WIDTH: ClassVar[bool] = False
    """Whether `show` lays lines out for the width of the window, and is called for another one."""

    AUTO_FOCUS = "*"

    idle: frozenset[str] = frozenset()
    """The ids of the keys that have nothing to do just now, and so no place at the bottom."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", tooltip="Back, nothing is lost", show=False, id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", show=False, id="screen.help"),
        Binding("u", "undo", "undo", tooltip="Undo the last change", show=False, id="screen.undo"),
        Binding("ctrl+r", "redo", "redo", tooltip="Redo what was undone", show=False, id="screen.redo"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._told_of_the_disk = False
        self._width_shown = 0

    def show(self) -> None:
        """Fill the widgets from the journal; keeps cursors and typed text."""

    @on(events.Mount)
    @on(events.ScreenResume)
    def renew(self) -> None:
        """Show the journal as it is now, unless the screen is not built yet, or left, or the app is on its way out."""
        if self.children and self.is_open and self.app.return_code is None:
            self._width_shown = self.size.width
            self.show()

    @on(events.Resize)
    def follow_width(self) -> None:
        """Show everything anew where it was laid out for another width."""
        if self.FOLLOWS_WIDTH and self.size.width != self._width_shown:
            self.renew()

    @property
    def is_open(self) -> bool:
        """Whether somebody is on this screen or may come back to it; one that was left loses its widgets at once."""
        return self in self.app.screen_stack

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Undo and redo belong where one reads."""
        return not (self.IS_FORM and action in ("undo", "redo"))

    async def leaves_without_it(self, trouble: str) -> bool:
        """Whether to leave although words are not on disk; the first time only the trouble is said."""
        if not self._told_of_the_disk:
            self._told_of_the_disk = True
            self.say(trouble, wrong=True)
            return False
        from recalibrate.ui.screens.confirm import ConfirmScreen

        return await self.app.push_screen_wait(ConfirmScreen(f"{trouble} Leave without it?", "leave", "stay"))

    async def save(self, *records: Record, said: str = "", **words: str) -> Commit | None:
        """Keep records in one commit; says `said` when it is durable, or what went wrong, and returns None then."""
        try:
            commit = await self.session.put(*records)
        except JournalError as error:
            self.say(str(error), wrong=True)
            return None
        if said:
            self.say(said, wrong=False, **words)
        return commit

    def say(self, sentence: str, /, *, wrong: bool = False, **words: str) -> None:
        """One quiet sentence in the corner, in place of the one before, with its keys as they are; never markup.

        What somebody typed goes in by name: `say("“{words}” is kept.", words=typed)`.
        """
        say(self, sentence, wrong=wrong, **words)

    def action_back(self) -> None:
        """Leave this screen."""
        self.dismiss()

    @work(exclusive=True, group="leave")
    async def leave_in_step(self) -> None:
        """Leave once the keys typed so far were taken, unless the screen holds back."""
        from recalibrate.ui.widgets.own_keys import keys_taken  # the first screen has no field

        if self.focused is not None:
            await keys_taken(self.focused)
        if not (isinstance(self, HoldsBackQuit) and await self.holds_back_quit()):
            self.dismiss()

    def action_help(self) -> None:
        """Open the keys of this screen."""
        from recalibrate.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self))

    @work
    async def action_undo(self) -> None:
        """Take back the last change of this session."""
        await self._step(back=True)

    @work
    async def action_redo(self) -> None:
        """Do again what was undone."""
        await self._step(back=False)

    async def _step(self, *, back: bool) -> None:
        from recalibrate.domain.rules.refused import Refused  # the rules are loaded only where something is changed

        try:
            commit = await (self.session.undo() if back else self.session.redo())
        except (JournalError, Refused) as error:
            self.say(str(error), wrong=True)
            return
        if commit is None:
            self.say("Nothing to undo." if back else "Nothing to redo.")
        else:
            said = "Undone: {change}. {screen.redo} does it again." if back else "Done again: {change}."
            self.say(said, change=self._change_of(commit, back=back))
            self.stepped(commit)

    def stepped(self, commit: Commit) -> None:
        """What follows when a change was undone or done again."""

    def _change_of(self, commit: Commit, *, back: bool) -> str:
        """What was undone or done again, since it may not stand on this screen."""
        from recalibrate.domain.journaling.change_words import change_words  # loaded only where something is undone

        now, before = (commit.before, commit.records) if back else (commit.records, commit.before)
        changes = [(each, was) for each, was in zip(now, before, strict=True) if each is not None]
        return change_words(changes, self.session.today)
