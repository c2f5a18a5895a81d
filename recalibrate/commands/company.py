"""What can be done about the company: someone added or renamed, a moment noted line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot, WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recalibrate.commands.asking import Asking
    from recalibrate.commands.call import Call
    from recalibrate.domain.company import Meeting, Moment, Person
    from recalibrate.domain.moment_draft import MomentDraft
    from recalibrate.store.journal import Journal


def add(words: Sequence[str], call: Call) -> int:
    """Someone new; prints the id."""
    from recalibrate.domain.company import Meeting, Person
    from recalibrate.domain.company_words import noted_person

    meets = _meeting(words[1]) if words[1:] else Meeting.NOT_SURE
    journal = call.journal_to_write()
    person = noted_person(words[0], meets, journal.all(Person))
    journal.put(person)
    call.say(person.id)
    return 0


def edit(words: Sequence[str], call: Call) -> int:
    """How someone meets a slip."""
    from recalibrate.domain.company_words import MEETS

    meets = _meeting(words[1])
    journal = call.journal_to_write()
    person = _person(words[0], journal)
    journal.put(replace(person, meets=meets))
    call.say(f"{person.alias}: {MEETS[meets]}.")
    return 0


def rename(words: Sequence[str], call: Call) -> int:
    """Another alias."""
    from recalibrate.domain.company import Person
    from recalibrate.domain.company_words import noted_person

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
    """A moment line by line, a new one or the one with this id; prints its id."""
    from recalibrate.commands.asking import WAYS, Asking, Back, Park
    from recalibrate.domain.company import Moment, Person
    from recalibrate.domain.moment_draft import MomentDraft
    from recalibrate.domain.rules import Refused

    journal = call.journal_to_write()
    before = journal.find(Moment, words[0]) if words else None
    draft = MomentDraft.of(before, journal.all(Person)) if before else MomentDraft()
    ask = Asking(call)
    call.say_wrapped(WAYS)
    while True:
        try:
            draft = _asked(draft, before, ask, call)
            records = draft.records(before, journal.all(Person), call.now, call.settings.week_start)
        except (Park, Back):
            raise CouldNot("Nothing was written, so nothing is kept.") from None
        except Refused as refused:
            call.say_wrapped(str(refused))
            continue
        journal.put(*records)
        call.say(records[0].id)
        return 0


def _asked(draft: MomentDraft, before: Moment | None, ask: Asking, call: Call) -> MomentDraft:
    from recalibrate.commands.asking import Pick
    from recalibrate.domain.company import MomentKind
    from recalibrate.domain.company_words import ASKED, KINDS

    kinds = [Pick(kind, "", words) for kind, words in KINDS.items()]
    kind = ""
    while not kind:
        kind = ask.pick("What kind of moment was it?", kinds, draft.kind or "") or (draft.kind or "")
    draft = replace(draft, kind=MomentKind(kind))
    draft = replace(draft, what_happened=ask.text(ASKED[MomentKind(kind)], draft.what_happened))
    draft = replace(draft, who=ask.line("Who? Initials will do, or nobody.", draft.who))
    draft = replace(draft, borrow=ask.text("What can I borrow?", draft.borrow))
    draft = replace(draft, when=ask.line("When was it? About is fine.", draft.when, "Enter is now"))
    if draft.when:
        call.say_wrapped(draft.echo(before, call.now, call.settings.week_start), indent="  ")
    return draft


def _person(word: str, journal: Journal) -> Person:
    from recalibrate.commands.by_name import named
    from recalibrate.domain.company import Person

    return named(word, journal.all(Person), "people")


def _meeting(word: str) -> Meeting:
    """How someone meets a slip. Raises WrongUsage."""
    from recalibrate.domain.company import Meeting

    try:
        return Meeting(word.strip().casefold().replace("-", "_").replace(" ", "_"))
    except ValueError:
        words = ", ".join(each.replace("_", "-") for each in Meeting)
        raise WrongUsage(f"“{word}” is not one of {words}.") from None
