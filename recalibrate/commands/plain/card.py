"""The decision card line by line: what happened, what it taught, what now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from recalibrate.commands.plain.asking import NEEDED, Asking, Back, Pick
from recalibrate.domain.dates.deadlines import Deadline, Refusal, days_away, read_deadline, short_day
from recalibrate.domain.experimenting.decision_draft import LINE_NEEDED, DecisionDraft
from recalibrate.domain.experimenting.plan_words import plan_in_words, sign_in_words
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.experiment import Choice, Experiment, Outcome, Status
from recalibrate.domain.rules import choices_left, first_prediction, first_probability, may_extend, no_round_left
from recalibrate.domain.today.due import LONG_WAIT_DAYS
from recalibrate.domain.wording import as_sentence, long_day, one_line

if TYPE_CHECKING:
    from recalibrate.commands.call import Call
    from recalibrate.domain.records.entry import Entry
    from recalibrate.store.journal import Journal

EXTEND, WITHDRAW = "extend", "withdraw"

OUTCOMES = [
    Pick(Outcome.YES, "y", "yes"),
    Pick(Outcome.PARTLY, "p", "partly"),
    Pick(Outcome.NO, "n", "no"),
    Pick(Outcome.COULD_NOT_TELL, "c", "could not tell"),
]

WHAT_NOW = {
    Choice.KEEP: Pick(Choice.KEEP, "k", "Keep it", "say what, and when to look again"),
    Choice.CHANGE: Pick(Choice.CHANGE, "c", "Change one thing", "something you can name"),
    Choice.STOP: Pick(Choice.STOP, "s", "Stop", "stopping is a decision"),
    Choice.OVERHAUL: Pick(Choice.OVERHAUL, "o", "Overhaul the set-up", "it is not a small thing"),
}

NEXT_LINE: dict[Choice | None, tuple[str, str]] = {
    Choice.KEEP: ("What do you keep, in a line?", ""),
    Choice.CHANGE: ("What do you change?", "the plan comes next"),
}
"""What is asked for in a line after a choice, with a hint."""


def plan_words(experiment: Experiment, today: date) -> Iterator[str]:
    """Whether the date is here, and the plan as it was made."""
    deadline = experiment.deadline
    if deadline is not None and experiment.status(today) is Status.DUE:
        waited = f"Waiting for a decision since {long_day(deadline, today)}."
        yield waited if (today - deadline).days >= LONG_WAIT_DAYS else "The date you chose is here."
    elif deadline is not None and experiment.status(today) is Status.OPEN:
        yield f"The date you chose is {short_day(deadline, today)}, {days_away(deadline, today)}."
    yield as_sentence(plan_in_words(experiment.cue, experiment.action))
    if prediction := first_prediction(experiment):
        odds = first_probability(experiment)
        likely = f" ({odds} in 100)" if odds is not None else ""
        yield f"Round {experiment.round}. I expected: {one_line(prediction)}{likely}"
    if sign := sign_in_words(experiment.sign):
        yield sign


Asked = Callable[[DecisionDraft], DecisionDraft]
"""One question: the card with its answer."""


class CardQuestions:
    """The questions of one experiment's card, in their order; `asked` puts them."""

    def __init__(self, experiment: Experiment, entry: Entry | None, journal: Journal, ask: Asking, call: Call) -> None:
        self._experiment, self._journal, self._ask, self._call = experiment, journal, ask, call
        self._voice = entry.voice if entry else None
        self._tested = journal.get(Assumption, experiment.assumption_id)
        self._instead = ""

    def asked(self, card: DecisionDraft, keep: Callable[[DecisionDraft], None]) -> tuple[DecisionDraft, str]:
        """The card with its answers, those given before offered again; and `EXTEND` or `WITHDRAW` if that was chosen.

        Each answer is handed to `keep` before the next question; `<` goes one question back. Raises Park.
        """
        place = 0
        while place < len(order := self._order(card)) and not self._instead:
            try:
                card = order[place](card)
            except Back:
                place = max(place - 1, 0)
                continue
            keep(card)
            place += 1
        return card, self._instead

    def _order(self, card: DecisionDraft) -> tuple[Asked, ...]:
        looking_back = [self._what_happened, self._outcome, self._learned]
        if self._voice is not None:
            looking_back.append(self._belief_later)
        if self._tested is not None:
            looking_back.append(self._sure_after)
        match card.choice:
            case Choice.KEEP:
                return (*looking_back, self._what_now, self._next_line, self._look_again)
            case Choice.OVERHAUL:
                return (*looking_back, self._what_now, self._must_change, self._first_step, self._agree, self._by)
            case _:
                return (*looking_back, self._what_now, self._next_line)

    def _what_happened(self, card: DecisionDraft) -> DecisionDraft:
        return replace(card, what_happened=self._ask.text("What happened?", card.what_happened))

    def _outcome(self, card: DecisionDraft) -> DecisionDraft:
        outcome = self._ask.pick("Did the thing you expected happen?", OUTCOMES, card.outcome or "")
        return replace(card, outcome=Outcome(outcome) if outcome else None)

    def _learned(self, card: DecisionDraft) -> DecisionDraft:
        return replace(card, learned=self._ask.text("What did it teach?", card.learned))

    def _belief_later(self, card: DecisionDraft) -> DecisionDraft:
        assert self._voice is not None, "asked only where there is a voice"
        self._call.say_wrapped(f"The voice said: “{one_line(self._voice.text)}”")
        card = replace(card, belief_later=self._ask.rating("How true is it now?", card.belief_later))
        self._say_first(card.belief_later, self._voice.belief_before)
        return card

    def _sure_after(self, card: DecisionDraft) -> DecisionDraft:
        assert self._tested is not None, "asked only where an assumption is tested"
        self._call.say_wrapped(f"You were fairly sure: “{one_line(self._tested.text)}”")
        card = replace(card, sure_after=self._ask.rating("How sure are you of it now?", card.sure_after))
        self._say_first(card.sure_after, self._tested.sure_before)
        return card

    def _say_first(self, now: int | None, before: int | None) -> None:
        if now is not None and before is not None:
            self._call.say_wrapped(f"at first {before}", indent="  ")

    def _what_now(self, card: DecisionDraft) -> DecisionDraft:
        experiments, settings, today = self._journal.all(Experiment), self._call.settings, self._call.today
        left = choices_left(self._experiment, experiments, settings)
        if why := no_round_left(self._experiment, experiments, settings):
            self._call.say_wrapped(why)
        options = [pick for each, pick in WHAT_NOW.items() if each in left]
        if may_extend(self._experiment, today):
            options.append(Pick(EXTEND, "e", "More time", "once, with a reason"))
        if self._experiment.status(today) is Status.OPEN:
            options.append(Pick(WITHDRAW, "w", "Withdraw it", "with a reason"))
        now = card.choice if card.choice in left else None
        choice = self._ask.pick_one("What now?", options, now or "")
        if choice in (EXTEND, WITHDRAW):
            self._instead = choice
            return card
        made = Choice(choice)
        return replace(card, choice=made, next_line=card.line_for(made), line_of=made)

    def _next_line(self, card: DecisionDraft) -> DecisionDraft:
        label, hint = NEXT_LINE.get(card.choice, ("One line on it, if you like", ""))
        line = self._ask.line(label, card.next_line, hint)
        while card.choice in LINE_NEEDED and not line.strip():
            self._call.say_wrapped(NEEDED)
            line = self._ask.line(label, card.next_line, hint)
        return replace(card, next_line=line)

    def _look_again(self, card: DecisionDraft) -> DecisionDraft:
        asked = self._ask.date("When will you look again?", reader(self._call), card.look_again, "Enter: in 4 weeks")
        return replace(card, look_again=asked)

    def _must_change(self, card: DecisionDraft) -> DecisionDraft:
        asked = self._ask.text("What in the set-up must change?", card.what_must_change)
        return replace(card, what_must_change=asked)

    def _first_step(self, card: DecisionDraft) -> DecisionDraft:
        return replace(card, first_step=self._ask.line("What is the first step?", card.first_step))

    def _agree(self, card: DecisionDraft) -> DecisionDraft:
        return replace(card, who_must_agree=self._ask.line("Who must agree?", card.who_must_agree))

    def _by(self, card: DecisionDraft) -> DecisionDraft:
        return replace(card, by=self._ask.date("By when?", reader(self._call), card.by, "Enter: in 4 weeks"))


def reader(call: Call, longest: int | None = None) -> Callable[[str], Deadline | Refusal]:
    """What reads a date phrase today, at most `longest` days ahead."""

    def read(phrase: str) -> Deadline | Refusal:
        return read_deadline(phrase, call.today, week_start=call.settings.week_start, longest=longest)

    return read


def day_of(ask: Asking, call: Call, label: str) -> date:
    """A day, asked for until there is one."""
    read = reader(call)
    while True:
        found = read(ask.date(label, read, hint="such as: fri"))
        if isinstance(found, Deadline):
            return found.date
        call.say_wrapped(found.reason)
