"""How each kind of question is put in words, and what comes of the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recalibrate.commands.plain.asking import Asking, Pick
from recalibrate.commands.plain.habits import named
from recalibrate.commands.plain.help import HELP
from recalibrate.domain.dates.deadlines import SMALL_EXPERIMENT, Deadline, Refusal, read_deadline
from recalibrate.domain.records.entry import Path, Scope
from recalibrate.domain.records.experiment import Feeling
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.plan import plan_deadline
from recalibrate.domain.reframing.questions import Kind, Option, Question, earlier_value
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.reframing.triaging import suggestion
from recalibrate.domain.reframing.when import unread_when
from recalibrate.domain.wording import listed

if TYPE_CHECKING:
    from recalibrate.commands.call import Call
    from recalibrate.store.journal import Journal


def answered(draft: Draft, question: Question, journal: Journal, ask: Asking, call: Call) -> Draft:
    """The draft with the answer to one question. Raises Back and Park."""
    field, label = question.field, question.label
    help = HELP.get(field, "")
    hint = f"such as: {question.hint.removeprefix('e.g. ')}" if question.hint else ""
    if question.folded and not _unfolds(draft, field, ask):
        return draft
    match question.kind:
        case Kind.WRITING if field == "ideas":
            draft = draft.answered(ideas=ask.lines("One idea a line; an empty line ends.", draft.ideas, keeps=True))
            return draft if ask.is_leaving else _chosen_idea(draft, ask)
        case Kind.WRITING:
            draft = draft.answered(**{field: ask.text(label, getattr(draft, field), hint, help=help)})
            _say_ticks(draft, field, call)
            return draft
        case Kind.LINE:
            return draft.answered(**{field: ask.line(label, getattr(draft, field), hint, help=help)})
        case Kind.RATING:
            draft = draft.answered(**{field: ask.rating(label, getattr(draft, field), help=help)})
            if earlier := earlier_value(draft, field):
                call.say_wrapped(earlier, indent="  ")
            return draft
        case Kind.PAST:
            return draft.answered(when=_past(draft, label, ask, call))
        case Kind.DEADLINE:
            return _deadline(draft, question, ask, call)
        case Kind.CHOICE if field == "scope":
            return _scope(draft, question, ask, call)
        case Kind.CHOICE:
            feeling = ask.pick(label, _picks(question.options), draft.feeling or "")
            return draft.answered(feeling=Feeling(feeling) if feeling else None)
        case Kind.HABITS:
            return named(draft, journal, ask, call)
        case Kind.TRIAGE:
            return _triage(draft, question, ask, call)


def _unfolds(draft: Draft, field: str, ask: Asking) -> bool:
    """Whether the folded questions are asked: decided at the first of them, the others follow it."""
    if field == "obstacle":
        return bool(draft.obstacle) or ask.yes("Anything that may get in the way?")
    if field == "obstacle_plan":
        return bool(draft.obstacle.strip())
    return bool(draft.leave_out) or bool(draft.obstacle.strip())


def _past(draft: Draft, label: str, ask: Asking, call: Call) -> str:
    while True:
        phrase = ask.line(label, draft.when, "Enter is now", help=HELP["when"]).strip()
        reason = unread_when(phrase, call.today, call.settings.week_start)
        if not reason:
            return phrase
        call.say_wrapped(reason)


def _deadline(draft: Draft, question: Question, ask: Asking, call: Call) -> Draft:
    week_start = call.settings.week_start
    far = None if draft.at is Prompt.OVERHAUL else SMALL_EXPERIMENT

    def read(phrase: str) -> Deadline | Refusal:
        return read_deadline(phrase, call.today, week_start=week_start, longest=far)

    phrase = ask.date(question.label, read, getattr(draft, question.field), f"Enter: {question.hint}")
    draft = draft.answered(**{question.field: phrase})
    if not phrase:
        offered = plan_deadline(draft, call.today, week_start)
        call.say_wrapped(offered.words if isinstance(offered, Deadline) else offered.reason, indent="  ")
    return draft


def _scope(draft: Draft, question: Question, ask: Asking, call: Call) -> Draft:
    """The user's own mark first, the cue words only after it."""
    from recalibrate.domain.reframing.hearing import reaching
    from recalibrate.domain.reframing.summary import REACH

    value = ask.pick("", _picks(question.options), draft.scope or "")
    draft = draft.answered(scope=Scope(value) if value else None)
    cues = reaching(draft.voice, call.settings) if value else ()
    if cues:
        call.say_wrapped(f"{listed([f'“{cue.text}”' for cue in cues])}. {REACH}", indent="  ")
    return draft


def _chosen_idea(draft: Draft, ask: Asking) -> Draft:
    ideas = draft.idea_list
    if len(ideas) < 2:
        return draft
    options = [Pick(str(number), "", idea) for number, idea in enumerate(ideas)]
    now = str(draft.chosen) if draft.chosen else ""
    return draft.answered(chosen=int(ask.pick("Which one will you try? Enter takes the first.", options, now) or 0))


def _triage(draft: Draft, question: Question, ask: Asking, call: Call) -> Draft:
    from recalibrate.domain.experimenting.triage import QUESTIONS, Answer

    if ask.yes("Five short questions first?"):
        answers = [Pick(Answer.YES, "y", "yes"), Pick(Answer.NO, "n", "no"), Pick(Answer.NOT_SURE, "s", "not sure")]
        for each in QUESTIONS:
            draft = draft.triaged(each.key, ask.pick(each.text, answers, dict(draft.answers).get(each.key, "")))
    if words := suggestion(draft).words:
        call.say_wrapped(words)
    value = ask.pick("", _picks(question.options), draft.path or "")
    return replace(draft, path=Path(value) if value else None)


def _say_ticks(draft: Draft, field: str, call: Call) -> None:
    """Under an observation, what it does; what it does not is left unsaid."""
    if field != "observation" or not draft.observation.strip():
        return
    from recalibrate.domain.voice.ticks import ticks

    found = ticks(draft.observation)
    said = [
        words
        for there, words in (
            (found.moment, "names the moment"),
            (found.deed, "names what I did or missed"),
            (found.room, "leaves room to be wrong"),
        )
        if there
    ]
    if said:
        call.say_wrapped(f"✓ {' · '.join(said)}", indent="  ")


def _picks(options: tuple[Option, ...]) -> list[Pick]:
    return [Pick(option.value, option.key, option.words, option.more) for option in options]
