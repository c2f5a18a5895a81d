"""Signal or structure: five questions, the counts the app knows, and a suggestion that never decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from recalibrate.domain.records.entry import Entry, Path, Triage
from recalibrate.domain.records.experiment import Choice, Experiment, Status, StillSo
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.wording import counted, number_word

WINDOW_DAYS = 60
OFFER_AT = 5
OFFER_EVERY_DAYS = 30
OVERHAUL_AT = 3
NOT_ALONE = "Not one to experiment on alone."
NOT_MINE = "If someone is harming or humiliating you, that is not your slip to reframe."


class Answer(StrEnum):
    """An answer to one of the five questions."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True)
class Question:
    """One of the five questions, with the key it is kept under."""

    key: str
    text: str


QUESTIONS = (
    Question("a", "Has this happened three or more times in 60 days here?"),
    Question("b", "Would a rested, capable person in this set-up probably slip too?"),
    Question("c", "Did it hinge on something I do not control: tools, load, rules, other people?"),
    Question("d", "Have two or more small changes here already made no difference?"),
    Question("e", "Would one more slip cost a lot: safety, money, health, trust?"),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What the app knows about a situation: slips in 60 days, and rounds that made no difference."""

    slips: int
    rounds_without_difference: int

    @property
    def answers(self) -> dict[str, Answer]:
        """The questions that these counts answer, to be changed by the user at will."""
        return {
            "a": Answer.YES if self.slips >= 3 else Answer.NO,
            "d": Answer.YES if self.rounds_without_difference >= 2 else Answer.NO,
        }

    @property
    def words(self) -> dict[str, str]:
        """The counts as they stand beside their questions."""
        rounds = counted(self.rounds_without_difference, "round")
        return {
            "a": f"{counted(self.slips, 'slip')} here in {WINDOW_DAYS} days, this one included.",
            "d": f"{rounds} decided here and not kept, or not so any more.",
        }


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Where the answers point, if anywhere, and the sentence that says so."""

    path: Path | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Triage offered for a situation that has been reframed often and decided never."""

    situation: Situation
    count: int

    @property
    def count_words(self) -> str:
        """The count alone, for where the situation is named already."""
        return f"{number_word(self.count).capitalize()} slips in {WINDOW_DAYS} days, nothing decided here yet."

    @property
    def words(self) -> str:
        """The count and the question, in one line."""
        name = " ".join(self.situation.name.split())
        count = number_word(self.count).capitalize()
        return f"{count} slips in {WINDOW_DAYS} days: {name}. Nothing decided there yet. Signal or structure?"


def known_counts(
    entry: Entry, entries: Iterable[Entry], experiments: Iterable[Experiment], today: date
) -> Counts | None:
    """The counts for the situation of `entry` (itself included, old or new); None when it has no situation.

    A round made no difference when it was decided otherwise than *keep*, or when its check-back said no.
    """
    if entry.situation_id is None:
        return None
    here = {each.id: each for each in entries if each.situation_id == entry.situation_id}
    here[entry.id] = entry
    slips = sum(_is_recent(each.happened_on, today) or each.id == entry.id for each in here.values())
    rounds = sum(each.entry_id in here and _made_no_difference(each) for each in experiments)
    return Counts(slips, rounds)


def suggest(answers: Mapping[str, Answer]) -> Suggestion:
    """What the answers suggest: three or more yes an overhaul, five times no an experiment, else nothing.

    A yes to the last question adds that this is not one to experiment on alone.
    """
    given = [answers.get(question.key) for question in QUESTIONS]
    yes = given.count(Answer.YES)
    words = []
    path = None
    if yes >= OVERHAUL_AT:
        path = Path.OVERHAUL
        words.append(f"{number_word(yes).capitalize()} of five point to the set-up: perhaps an overhaul.")
    elif given.count(Answer.NO) == len(QUESTIONS):
        path = Path.EXPERIMENT
        words.append("Nothing points beyond a small experiment.")
    if answers.get("e") is Answer.YES:
        words.append(NOT_ALONE)
    return Suggestion(path, " ".join(words))


def triaged(entry: Entry, choice: Path, answers: Mapping[str, Answer]) -> Entry:
    """The entry with the user's choice, the answers given, and what they had suggested, all kept."""
    given = tuple((q.key, str(answers[q.key])) for q in QUESTIONS if q.key in answers)
    return replace(entry, triage=Triage(choice=choice, suggestion=suggest(answers).path, answers=given))


def offer_triage(
    situation: Situation,
    entries: Iterable[Entry],
    experiments: Iterable[Experiment],
    overhauls: Iterable[Overhaul],
    today: date,
) -> Offer | None:
    """Triage for a situation with five slips in 60 days and no decision there; once per 30 days.

    A decision of those 60 days counts, and so does an experiment or overhaul that is on its way to one.
    Slips marked *not mine* are not counted.
    """
    offered = situation.triage_offered_at
    if offered is not None and (today - offered.date()).days < OFFER_EVERY_DAYS:
        return None
    here = [each for each in entries if each.situation_id == situation.id]
    own = [each for each in here if each.triage is None or each.triage.choice is not Path.NOT_MINE]
    count = sum(_is_recent(each.happened_on, today) for each in own)
    if count < OFFER_AT:
        return None
    ids = {each.id for each in here}
    if any(each.entry_id in ids and _leads_to_a_decision(each, today) for each in experiments):
        return None
    if any(each.entry_id in ids and _is_standing(each, today) for each in overhauls):
        return None
    return Offer(situation, count)


def offered(situation: Situation, now: datetime) -> Situation:
    """The situation with the time at which triage was offered."""
    return replace(situation, triage_offered_at=now)


def _is_recent(day: date, today: date) -> bool:
    return day >= today - timedelta(days=WINDOW_DAYS)


def _made_no_difference(experiment: Experiment) -> bool:
    if experiment.decision is None:
        return False
    look = experiment.check_back
    return experiment.decision.choice is not Choice.KEEP or (look is not None and look.answer is StillSo.NO)


def _leads_to_a_decision(experiment: Experiment, today: date) -> bool:
    if experiment.decision is not None:
        return _is_recent(experiment.decision.decided_at.date(), today)
    return experiment.status(today) in (Status.OPEN, Status.DUE)


def _is_standing(overhaul: Overhaul, today: date) -> bool:
    return overhaul.closed_at is None or _is_recent(overhaul.closed_at.date(), today)
