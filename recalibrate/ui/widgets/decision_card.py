"""The fields of a decision: what happened, whether it was expected, what it taught, what now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from recalibrate.domain.experimenting.decision_draft import DecisionDraft
from recalibrate.domain.records.experiment import Choice, Outcome
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import one_line
from recalibrate.ui.widgets.choices import Choices, Option
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.pick import Pick
from recalibrate.ui.widgets.rating import Rating
from recalibrate.ui.widgets.writing import Writing

OUTCOMES = (
    (Outcome.YES, "yes"),
    (Outcome.PARTLY, "partly"),
    (Outcome.NO, "no"),
    (Outcome.COULD_NOT_TELL, "could not tell"),
)

STOP_WORDS = "Stopping is a decision."

FOLLOWING: dict[Choice, tuple[tuple[str, str, str], ...]] = {
    Choice.KEEP: (
        ("next_line", "What do you keep?", "in a line"),
        ("look_again", "When will you look again?", "in 4 weeks"),
    ),
    Choice.CHANGE: (("next_line", "What do you change?", "one thing you can name; a plan comes next"),),
    Choice.STOP: (("next_line", "One line on it, if you like", ""),),
    Choice.OVERHAUL: (
        ("what_must_change", "What must change?", "tools, times, rules, who is there"),
        ("first_step", "What is the first step?", ""),
        ("who_must_agree", "Who must agree?", "nobody, or initials"),
        ("by", "By when?", "in 4 weeks"),
    ),
}
"""The lines that follow each choice: their field, what they ask, and what stands there before one types."""

DATES = frozenset({"look_again", "by"})

ANSWERS_AT = 30
"""The column at which what one answers begins, beside the question; also in the styles below."""


@dataclass(frozen=True, slots=True)
class CardAsks:
    """What this card asks beyond the rest: to rate the voice and a tested assumption again, with what each was."""

    voice: str = ""
    belief_before: int | None = None
    assumption: str = ""
    sure_before: int | None = None


class DecisionCard(VerticalScroll, can_focus=False):
    """Shows a draft of a decision and says when an answer changed; `echo` turns a date's words into its meaning."""

    DEFAULT_CSS = """
    DecisionCard { width: 80; max-width: 100%; height: 1fr; padding: 0 0 0 2; }
    DecisionCard > * { max-width: 76; }
    DecisionCard .label { margin-top: 1; }
    DecisionCard .row { height: auto; }
    DecisionCard .beside { width: 30; padding-right: 1; color: $quiet; }
    DecisionCard .row Line, DecisionCard .row Writing { width: 1fr; }
    DecisionCard .echo { color: $quiet; padding-left: 32; }
    DecisionCard .under { color: $quiet; padding-left: 2; }
    DecisionCard Vertical { height: auto; }
    DecisionCard #following { margin-top: 1; }
    """

    FIELDS: ClassVar[str] = "Writing, Pick, Rating, Choices, Line"

    @dataclass
    class Answered(Message):
        """An answer changed."""

        card: DecisionCard

    def __init__(self, draft: DecisionDraft, asks: CardAsks, echo: Callable[[str, str], str]) -> None:
        super().__init__(id="card")
        self._draft, self._asks, self._echo = draft, asks, echo
        self._followed: Choice | None = None

    def compose(self) -> ComposeResult:
        """The questions in their order; those of the choice follow when it is made."""
        yield _beside("What happened?", Writing(self._draft.what_happened, id="what_happened"))
        yield _beside("Did what you expected happen?", Pick(OUTCOMES, self._draft.outcome or "", id="outcome"))
        yield _beside("What did it teach?", Writing(self._draft.learned, id="learned"))
        if self._asks.voice:
            said = Content(f"The voice said: “{display_safe(one_line(self._asks.voice))}”")
            yield Static(said.truncate(76, ellipsis=True), classes="label")
            yield Rating("How true is it now?", self._draft.belief_later, label_width=ANSWERS_AT, id="belief_later")
        if self._asks.assumption:
            sure = Content(f"You were fairly sure: “{display_safe(one_line(self._asks.assumption))}”")
            yield Static(sure.truncate(76, ellipsis=True), classes="label")
            yield Rating("How sure are you now?", self._draft.sure_after, label_width=ANSWERS_AT, id="sure_after")
        yield Static(Content("What now?"), classes="label")
        yield Static(id="no-round", classes="under")
        yield Choices(id="choice", chosen=(self._draft.choice,) if self._draft.choice else ())
        yield Vertical(id="following")

    async def on_mount(self) -> None:
        """Ask what follows a choice that was made before; the first question stands at the top."""
        await self.follow(self._draft.choice)
        self.call_after_refresh(self.scroll_home, animate=False)

    def offer(self, options: tuple[Option, ...], why_not_change: str = "") -> None:
        """Offer these choices and no others; where *change* is not among them, say why."""
        self.query_one("#choice", Choices).options = options
        why = self.query_one("#no-round", Static)
        why.update(Content(display_safe(why_not_change)))
        why.display = bool(why_not_change)

    def collected(self) -> DecisionDraft:
        """The draft as the fields say it now."""
        answers: dict[str, object] = {}
        for field in self.query(self.FIELDS):
            name = field.id or ""
            if isinstance(field, Writing):
                answers[name] = field.text
            elif isinstance(field, Line):
                if name == "next_line":
                    if not field.value and self._draft.line_of not in (None, self._followed):
                        continue  # the words for another choice wait for it
                    answers["line_of"] = self._followed
                answers[name] = field.value
            elif isinstance(field, Pick):
                answers[name] = Outcome(field.picked) if field.picked else None
            elif isinstance(field, Rating):
                answers[name] = field.value
            elif isinstance(field, Choices):
                answers[name] = next((Choice(key) for key in field.chosen), None)
        return replace(self._draft, **answers)  # type: ignore[arg-type] # each field's name is that of its answer

    def after(self, field: Widget | None) -> Widget | None:
        """The field after this one; None after the last."""
        fields = list(self.query(self.FIELDS))
        if field not in fields:
            return fields[0]
        return next(iter(fields[fields.index(field) + 1 :]), None)

    async def choose(self) -> None:
        """Take the choice under the cursor, unless one is taken, and ask what follows it."""
        choices = self.query_one("#choice", Choices)
        if not choices.chosen:
            choices.action_choose()
        await self.follow(next((Choice(key) for key in choices.chosen), None))
        self.call_after_refresh(self.scroll_end, animate=False)

    async def follow(self, choice: Choice | None) -> None:
        """Ask what follows a choice; what was typed for that choice before stands again."""
        place = self.query_one("#following")
        fields = FOLLOWING[choice] if choice else ()
        if choice is self._followed:
            return
        self._draft = self.collected()
        self._followed = choice
        await place.remove_children()
        made: list[Widget] = [Static(Content(STOP_WORDS), classes="under")] if choice is Choice.STOP else []
        for name, label, placeholder in fields:
            typed = self._draft.line_for(choice) if name == "next_line" else getattr(self._draft, name)
            made.append(_beside(label, Line(typed, placeholder=placeholder, id=name)))
            if name in DATES:
                made.append(Static(Content(display_safe(self._echo(name, typed))), id=f"{name}-echo", classes="echo"))
        if made:
            await place.mount(*made)

    @on(Choices.Chosen)
    async def _chosen(self, event: Choices.Chosen) -> None:
        event.stop()
        await self.follow(Choice(event.key) if event.chosen else None)
        self.post_message(self.Answered(self))

    @on(Rating.Rated)
    def _rated(self, event: Rating.Rated) -> None:
        event.stop()
        before = self._asks.belief_before if event.rating.id == "belief_later" else self._asks.sure_before
        if event.value is not None and before is not None:
            event.rating.said = f"at first {before}"
        self.post_message(self.Answered(self))

    @on(Line.Changed)
    def _line(self, event: Line.Changed) -> None:
        event.stop()
        name = event.input.id or ""
        for echo in self.query(f"#{name}-echo").results(Static):
            echo.update(Content(display_safe(self._echo(name, event.value))))
        self.post_message(self.Answered(self))

    @on(Writing.Written)
    @on(Pick.Picked)
    def _answered(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Answered(self))


def _beside(label: str, field: Widget) -> Widget:
    """A question with the place for its answer at its right."""
    return Horizontal(Static(Content(label), classes="beside"), field, classes="row")
