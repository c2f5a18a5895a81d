"""The guided session line by line; which prompts are asked, and what becomes of them, the domain decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot
from recalibrate.commands.finding.known import known_of
from recalibrate.commands.plain.answers import answered
from recalibrate.commands.plain.asking import NOTHING_WRITTEN, WAYS, Asking, Back, Park
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.offer import offer
from recalibrate.domain.reframing.plan import Pause, pause_before
from recalibrate.domain.reframing.questions import questions
from recalibrate.domain.reframing.records import Kept, finished, parked
from recalibrate.domain.reframing.steps import BACKFIRE, Prompt
from recalibrate.domain.reframing.summary import SAFETY_KEY, closing, parking, summary
from recalibrate.domain.reframing.triaging import with_counts
from recalibrate.store.documents import encode

if TYPE_CHECKING:
    from recalibrate.commands.call import Call
    from recalibrate.store.journal import Journal

SAFETY_COMMAND = "`recalibrate safety` has the safety page."


def walk(draft: Draft, journal: Journal, call: Call) -> int:
    """Go through the prompts to the end, or until the input ends; then what there is gets parked."""
    ask = Asking(call)
    call.say_wrapped(WAYS)
    try:
        while True:
            try:
                if draft.at is Prompt.CLOSE:
                    _show_summary(draft, journal, call)
                    if ask.go_on("Enter keeps it; < changes something; . parks it without a start."):
                        break
                    continue
                draft = _one_prompt(draft, journal, ask, call)
            except Back:
                draft = _latest(draft, call).back()
    except Park:
        draft = _latest(draft, call)
        return _park(draft, journal, call)
    return _keep(finished(draft, known_of(journal, call.settings), call.now), draft, journal, call)


def _one_prompt(draft: Draft, journal: Journal, ask: Asking, call: Call) -> Draft:
    """The draft after one prompt: asked, held back, warned once, and gone on."""
    if draft.at is Prompt.TRIAGE:
        draft = with_counts(draft, known_of(journal, call.settings), call.now)
    step = draft.step
    ask.help = f"{step.help} {BACKFIRE} {WAYS}"
    call.say()
    call.say(f"{step.movement} · {draft.place}")
    call.say_wrapped(step.title)
    if step.lead:
        call.say_wrapped(step.lead, indent="  ")
    for question in questions(draft):
        draft = answered(draft, question, journal, ask, call)
        _keep_draft(draft, call)
        ask.leave()
        if draft.held_back:
            call.say_wrapped(draft.held_back)
            return draft
    while (pause := _pause(draft, journal, call)) is not None:
        draft = draft.having_asked(pause.asked)
        call.say_wrapped(pause.sentence)
        if not ask.go_on("Enter goes on; anything else asks this prompt again."):
            return draft
    draft = draft.forward()
    _keep_draft(draft, call)
    return draft


def _pause(draft: Draft, journal: Journal, call: Call) -> Pause | None:
    """What is asked once before the prompt is left: a plan with gaps, triage for a situation that slips often."""
    offered = offer(draft, known_of(journal, call.settings), call.now) if draft.at is Prompt.TRIAGE else None
    return pause_before(draft, call.today, call.settings.week_start, offered)


def _keep_draft(draft: Draft, call: Call) -> None:
    """Each answer is on disk before the next question."""
    if not draft.is_empty:
        call.drafts.save(draft.id, encode(draft))


def _latest(draft: Draft, call: Call) -> Draft:
    """The draft with the answers given within the prompt that was broken off."""
    from recalibrate.store.documents import decode

    return next((decode(Draft, {**kept, "id": id}) for id, kept in call.drafts.all() if id == draft.id), draft)


def _show_summary(draft: Draft, journal: Journal, call: Call) -> None:
    call.say()
    call.say_wrapped("As it stands now")
    refused = finished(draft, known_of(journal, call.settings), call.now).refused
    shown = summary(draft, call.today, call.settings.week_start, refused)
    for said in shown.sentences:
        remark = f" · {said.remark}" if said.remark else ""
        call.say_wrapped(f"{said.mark}  {said.words}{remark}", indent="  ")
    for line in (*shown.plan, shown.date, shown.note.replace(SAFETY_KEY, SAFETY_COMMAND)):
        if line:
            call.say_wrapped(line, indent="  ")


def _park(draft: Draft, journal: Journal, call: Call) -> int:
    if not draft.can_be_saved:
        call.drafts.discard(draft.id)
        raise CouldNot(NOTHING_WRITTEN)
    kept = parked(draft, known_of(journal, call.settings), call.now)
    journal.put(*kept.records)
    call.drafts.discard(draft.id)
    call.say()
    goes_on = f" `recalibrate reframe --plain {kept.entry.id[:8]}` goes on with it." if kept.entry else ""
    call.say_wrapped(f"{parking(kept)}{goes_on}")
    _say_id(kept, call)
    return 0


def _keep(kept: Kept, draft: Draft, journal: Journal, call: Call) -> int:
    journal.put(*kept.records)
    call.drafts.discard(draft.id)
    call.say()
    for line in closing(kept, call.today):
        if line:
            call.say_wrapped(line.replace(SAFETY_KEY, SAFETY_COMMAND))
    _say_id(kept, call)
    return 0


def _say_id(kept: Kept, call: Call) -> None:
    record = kept.entry or kept.experiment or kept.assumption
    if record is not None:
        call.say(record.id)
