"""The guided reframe: one prompt at a time, from what happened to the date on which one decides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.offer import offer
from recalibrate.domain.reframing.plan import Asked, Pause, pause_before
from recalibrate.domain.reframing.records import finished, parked
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.reframing.summary import closing, parking
from recalibrate.ui.screens.reframing.draft_screen import LOOK_AT_THE_CLOCK_EVERY
from recalibrate.ui.screens.reframing.keeping import known_now, opened
from recalibrate.ui.screens.reframing.pane_screen import PaneScreen
from recalibrate.ui.screens.reframing.panes.pane import PromptPane
from recalibrate.ui.screens.reframing.slip_head import SlipHead
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Choices
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.own_keys import keys_taken


class ReframeScreen(PaneScreen):
    """Holds the draft, hands it to the pane of its prompt, and keeps what becomes of it."""

    HELP_TITLE = "Notice a slip"
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]  # noqa: RUF012 - typed by Textual

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "enter",
            "on",
            tooltip="On: the next field, then the next prompt",
            priority=True,
            id="reframe.enter",
        ),
        Binding("escape", "back", "back", tooltip="One prompt back, nothing is lost", priority=True, id="screen.back"),
        Binding(
            "ctrl+s", "park", "park it here", tooltip="Keep what there is and leave", priority=True, id="reframe.park"
        ),
        Binding("f1", "why", "help", tooltip="About this prompt, and why it is asked", id="reframe.why"),
        Binding("f2", "app.safety", "safety", tooltip="The safety page", id="app.safety"),
        Binding(
            "ctrl+n",
            "on",
            "on",
            tooltip="On to the next prompt, from anywhere",
            show=False,
            priority=True,
            id="reframe.on",
        ),
    ]

    def __init__(
        self,
        session: Session,
        draft_id: str = "",
        entry_id: str = "",
        *,
        assumption: bool = False,
        draft: Draft | None = None,
    ) -> None:
        """`draft_id` resumes an unfinished draft, `entry_id` goes on with a parked slip."""
        super().__init__(session, draft or opened(session, draft_id, entry_id, assumption=assumption))
        self._paused: Asked | None = None

    async def on_mount(self) -> None:
        """Stand at the prompt of the draft."""
        if not await self.stand_here():
            return
        self.keeper.watch_for_the_end()
        self.set_interval(LOOK_AT_THE_CLOCK_EVERY, self.look_at_the_clock)

    def on_prompt_pane_answered(self, event: PromptPane.Answered) -> None:
        """Take an answer into the draft, and let the disk have it within a second."""
        if event.pane.is_attached and not self.kept:  # a pane that was left was read then; what comes late is older
            self._take(**{event.field: event.value})

    def _take(self, **answers: Any) -> None:
        draft = self.draft.answered(**answers)
        if draft == self.draft:
            return
        self.draft = draft
        self.keeper.changed()
        self.pane.renew(replace(self.pane.desk, draft=draft))
        if not self._still_paused():
            self._paused = None
            self.pane.pause_is_over()
        if "scope" in answers:
            self.show_head()

    async def _read(self) -> bool:
        """Let the field in focus take the keys typed before this one, then read every field; False without fields."""
        if self.kept:
            return True
        if not await self.is_standing():
            return False
        if self.focused:
            await keys_taken(self.focused)
        self._take(**self.pane.collected())
        return True

    async def action_enter(self) -> None:
        """On to the next field of this prompt, and from the last one to the next prompt."""
        if not await self._read():
            return
        if isinstance(self.focused, Choices) and self.focused.takes_walked_to():
            return
        if not self.kept and self.draft.held_back and self.focused is self.pane.answers()[0]:
            self.pane.pause(self.draft.held_back)
            return
        field = None if self.kept else self.pane.after(self.focused)
        if field is None:
            await self._on()
        else:
            self.set_focus(field)

    async def action_on(self) -> None:
        """On to the next prompt from any field."""
        if await self._read():
            await self._on()

    async def _on(self) -> None:
        """On, unless this prompt holds; from the summary, keep it all."""
        if self.kept:
            self.dismiss()
            return
        if self.draft.at is Prompt.CLOSE:
            self._finish()
            return
        if self.draft.held_back:
            self.pane.pause(self.draft.held_back)
            return
        pause = self._pause_before(self.draft)
        if pause:
            self._paused = pause.asked
            self.draft = self.draft.having_asked(pause.asked)
            self.pane.pause(pause.sentence)
            self.set_focus(self.pane.query_one(f"#answer-{pause.field}"))
            return
        self._paused = None
        self.draft = self.draft.forward()
        await self._moved()

    def _pause_before(self, draft: Draft) -> Pause | None:
        offered = offer(draft, self.desk().known, self.session.now) if draft.at is Prompt.TRIAGE else None
        return pause_before(draft, self.session.today, self.session.settings.week_start, offered)

    def _still_paused(self) -> bool:
        """Whether the sentence under the fields would be said again of the answers as they are now."""
        if self._paused is None:
            return bool(self.draft.held_back)
        again = self._pause_before(self.draft.not_having_asked(self._paused))
        return again is not None and again.asked == self._paused

    def action_back(self) -> None:
        """One prompt back; from the first, leave with the draft kept."""
        self.run_worker(self._back(), exclusive=True, group="reframe-back")

    async def _back(self) -> None:
        if not await self._read():
            return
        if not self.kept and self.pane.took_back():
            return
        if self.kept or not self.draft.can_go_back:
            await self.leave()
            return
        self._paused = None
        self.draft = self.draft.back()
        await self._moved()

    async def _moved(self) -> None:
        self.keeper.changed()
        self.keeper.keep_now()
        await self.stand_here()

    @work
    async def action_park(self) -> None:
        """Keep what there is as an entry, and leave."""
        if not await self._read():
            return
        if self.kept:
            self.dismiss()
        elif not self.draft.can_be_saved:
            self.pane.pause(self.draft.held_back or "A few words are enough: what happened?")
        else:
            kept = parked(self.draft, known_now(self.session, Prompt.CLOSE), self.session.now)
            if await self.commit(kept):
                self.say(parking(kept))
                self.dismiss()

    @work
    async def _finish(self) -> None:
        """Keep everything in one commit, then say what was written down."""
        kept = finished(self.draft, known_now(self.session, Prompt.CLOSE), self.session.now)
        if await self.commit(kept):
            self.kept = kept
            first, then = closing(kept, self.session.today)
            from recalibrate.ui.screens.reframing.panes.written import WrittenPane

            place = self.query_one("#reframe-pane", Vertical)
            await place.remove_children()
            await place.mount(WrittenPane(first, then))
            self.query_one(SlipHead).display = False
            self.query_one(KeysLine).say("")
            self.refresh_bindings()
            self.query_one(WrittenPane).focus()
