"""What can be done about the company: someone added or renamed, a moment noted line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot, WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recalibrate.commands.call import Call
    from recalibrate.commands.plain.asking import Asking
    from recalibrate.domain.company.moment_draft import MomentDraft
    from recalibrate.domain.records.company import Meeting, Moment, Person
    from recalibrate.store.journal import Journal


def add(words: Sequence[str], call: Call) -> int:
    """Someone new; prints the id."""
    from recalibrate.domain.company.company_words import noted_person
    from recalibrate.domain.records.company import Meeting, Person

    meeting = _meeting(words[1]) if words[1:] else Meeting.NOT_SURE
    journal = call.journal_to_write()
    person = noted_person(words[0], meeting, journal.all(Person))
    journal.put(person)
    call.say(person.id)
    return 0


def meets(words: Sequence[str], call: Call) -> int:
    """How someone meets a slip."""
    from recalibrate.domain.company.company_words import MEETS

    meeting = _meeting(words[1])
    journal = call.journal_to_write()
    person = _person(words[0], journal)
    journal.put(replace(person, meets=meeting))
    call.say(f"{person.alias}: {MEETS[meeting]}.")
    return 0


def rename(words: Sequence[str], call: Call) -> int:
    """Another alias."""
    from recalibrate.domain.company.company_words import noted_person
    from recalibrate.domain.records.company import Person

    journal = call.journal_to_write()
    person = _person(words[0], journal)
    changed = noted_person(words[1], person.meets, journal.all(Person), person)
    journal.put(changed)
    call.say(f"“{person.alias}” is “{changed.alias}” now.")
    return 0


def archive(words: Sequence[str], call: Call) -> int:
    """Out of the list."""
    journal = call.journal_to_write()
    person = _person(words[0], journal)
    journal.put(replace(person, archived_at=call.now))
    call.say(f"“{person.alias}” is archived; the moments stay.")
    return 0


def bring_back(words: Sequence[str], call: Call) -> int:
    """Into the list again."""
    journal = call.journal_to_write()
    person = _person(words[0], journal)
    journal.put(replace(person, archived_at=None))
    call.say(f"“{person.alias}” is back in the list.")
    return 0


def note(words: Sequence[str], call: Call) -> int:
    """A moment line by line, a new one or the one with this id; prints its id.

    What was answered before one leaves is a draft, the same that the card of the app keeps.
    """
    from recalibrate.commands.plain.asking import NOTHING_WRITTEN, WAYS, Asking, Back, Park
    from recalibrate.domain.company.moment_draft import MomentDraft
    from recalibrate.domain.records.company import Moment, Person
    from recalibrate.domain.rules import Refused

    journal = call.journal_to_write()
    before = journal.find(Moment, words[0]) if words else None
    unchanged = MomentDraft.of(before, journal.all(Person)) if before else MomentDraft()
    id, drafts = f"moment-{before.id if before else 'new'}", call.drafts
    draft = _kept(id, call) or unchanged
    ask = Asking(call)
    call.say_wrapped(WAYS)
    place = 0
    while True:
        try:
            while place < len(QUESTIONS):
                draft = QUESTIONS[place](draft, before, ask, call)
                if draft != unchanged:
                    drafts.save(id, {"kind": "moment", "answers": draft})
                place += 1
            records = draft.records(before, journal.all(Person), call.now, call.settings.week_start)
        except Back:
            place = max(place - 1, 0)
            continue
        except Park:
            if replace(draft, kind=unchanged.kind) == unchanged:
                drafts.discard(id)
                raise CouldNot(NOTHING_WRITTEN) from None
            raise CouldNot("What you wrote is kept; `recalibrate people note` and the app go on with it.") from None
        except Refused as refused:
            call.say_wrapped(str(refused))
            place = next((at for at, each in enumerate(FIELDS) if each == refused.field), 0)
            continue
        journal.put(*records)
        drafts.discard(id)
        call.say(records[0].id)
        return 0


def _kept(id: str, call: Call) -> MomentDraft | None:
    from recalibrate.domain.company.moment_draft import MomentDraft
    from recalibrate.store.documents import decode

    for kept, document in call.drafts.all():
        if kept == id:
            try:
                return decode(MomentDraft, document.get("answers", {}))
            except (ValueError, TypeError):
                return None
    return None


def _kind(draft: MomentDraft, before: Moment | None, ask: Asking, call: Call) -> MomentDraft:
    from recalibrate.commands.plain.asking import Pick
    from recalibrate.domain.company.company_words import KINDS
    from recalibrate.domain.records.company import MomentKind

    kinds = [Pick(kind, "", words) for kind, words in KINDS.items()]
    return replace(draft, kind=MomentKind(ask.pick_one("What kind of moment was it?", kinds, draft.kind or "")))


def _what_happened(draft: MomentDraft, before: Moment | None, ask: Asking, call: Call) -> MomentDraft:
    from recalibrate.domain.company.company_words import ASKED

    assert draft.kind is not None, "the kind is asked for first"
    return replace(draft, what_happened=ask.text(ASKED[draft.kind], draft.what_happened))


def _who(draft: MomentDraft, before: Moment | None, ask: Asking, call: Call) -> MomentDraft:
    return replace(draft, who=ask.line("Who? Initials will do, or nobody.", draft.who))


def _borrow(draft: MomentDraft, before: Moment | None, ask: Asking, call: Call) -> MomentDraft:
    return replace(draft, borrow=ask.text("What can I borrow?", draft.borrow))


def _when(draft: MomentDraft, before: Moment | None, ask: Asking, call: Call) -> MomentDraft:
    from recalibrate.commands.plain.help import HELP
    from recalibrate.domain.rules import Refused

    while True:
        hint = "Enter keeps the day" if before else "Enter is now"
        draft = replace(draft, when=ask.line("When was it? About is fine.", draft.when, hint, help=HELP["when"]))
        if not draft.when:
            return draft
        call.say_wrapped(draft.echo(before, call.now, call.settings.week_start), indent="  ")
        try:
            draft.happened(before, call.now, call.settings.week_start)
        except Refused:
            draft = replace(draft, when="")
            continue
        return draft


QUESTIONS = (_kind, _what_happened, _who, _borrow, _when)
"""The card of a moment in the order in which it is asked for."""

FIELDS = ("kind", "what_happened", "who", "borrow", "when")
"""The field that each of these answers."""


def _person(word: str, journal: Journal) -> Person:
    from recalibrate.commands.finding.by_name import named
    from recalibrate.domain.records.company import Person

    return named(word, journal.all(Person), "people")


def _meeting(word: str) -> Meeting:
    """How someone meets a slip. Raises WrongUsage."""
    from recalibrate.domain.records.company import Meeting

    try:
        return Meeting(word.strip().casefold().replace("-", "_").replace(" ", "_"))
    except ValueError:
        words = ", ".join(each.replace("_", "-") for each in Meeting)
        raise WrongUsage(f"“{word}” is not one of {words}.") from None
