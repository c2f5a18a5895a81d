"""The company in words: how a slip is met, what kinds of moments there are, initials for a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from recalibrate.domain.records.company import Meeting, MomentKind, Person
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import one_line

MEETS = {
    Meeting.CURIOUS: "curious",
    Meeting.NEUTRAL: "neutral",
    Meeting.AGAINST: "uses slips against people",
    Meeting.NOT_SURE: "not sure",
}

KINDS = {
    MomentKind.SAW_CALM: "I saw someone correct a mistake calmly",
    MomentKind.MET_ME: "My slip was met with curiosity",
    MomentKind.I_MET: "I met someone's slip with curiosity",
    MomentKind.USED_AGAINST: "A slip was used against someone",
}

SHORT_KINDS = {
    MomentKind.SAW_CALM: "corrected calmly",
    MomentKind.MET_ME: "met me with curiosity",
    MomentKind.I_MET: "I met with curiosity",
    MomentKind.USED_AGAINST: "used against someone",
}

ASKED = {
    MomentKind.SAW_CALM: "What exactly did they do?",
    MomentKind.MET_ME: "What did they say or do?",
    MomentKind.I_MET: "What did you say or do?",
    MomentKind.USED_AGAINST: "What happened?",
}


def initials(name: str) -> str:
    """The initials of a name of two words and more ("M. K."); empty where there is nothing to shorten."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    short = " ".join(f"{word[0].upper()}." for word in words)
    return short if len(words) > 1 and short.casefold() != " ".join(name.split()).casefold() else ""


def noted_person(alias: str, meets: Meeting, people: Iterable[Person], before: Person | None = None) -> Person:
    """A person under an alias, new or changed. Refused without an alias, or with one that someone else has."""
    words = one_line(clean_text(alias))
    if not words:
        raise Refused("Initials will do, but there must be something.", field="alias")
    for each in people:
        if each.alias.casefold() == words.casefold() and (before is None or each.id != before.id):
            raise Refused("Someone has that alias already. Add a letter.", field="alias")
    return replace(before, alias=words, meets=meets) if before else Person(alias=words, meets=meets)


def person_named(alias: str, people: Iterable[Person]) -> Person | None:
    """The person of that alias, whatever its case; None for no alias or one that is new."""
    words = one_line(clean_text(alias)).casefold()
    return next((each for each in people if words and each.alias.casefold() == words), None)
