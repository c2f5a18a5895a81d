"""The company as rows: people with how they meet a slip, and the moments with what can be borrowed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from textual.content import Content

from recalibrate.domain.company.company_words import MEETS, SHORT_KINDS
from recalibrate.domain.dates.deadlines import short_day
from recalibrate.domain.records.company import Moment, Person
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import one_line
from recalibrate.ui.screens.list_rows import day_width, line, margin, note, section, teaching
from recalibrate.ui.widgets.row import Row

ALIAS_WIDTH = 16
ROOM_FOR_KIND = 100
"""Columns from which on the kind of a moment stands beside its words, not under them."""


def company_rows(people: Sequence[Person], moments: Sequence[Moment], today: date, width: int) -> list[Row]:
    """Moments first, the newest at the top, then the people; no counts beside a person, and no scores."""
    aliases = {each.id: each.alias for each in people}
    rows: list[Row] = []
    if moments:
        rows += section("Moments", width)
        days = day_width((happened(each).date() for each in moments), today)
        for each in sorted(moments, key=happened, reverse=True):
            rows += _moment(each, aliases, today, width, days)
    else:
        rows += teaching("Did you see someone correct a mistake without drama? Note it with ", "company.note", ".")
    there = sorted((each for each in people if each.archived_at is None), key=_by_alias)
    away = sorted((each for each in people if each.archived_at is not None), key=_by_alias)
    for title, listed in (("People", there), ("Archived", away)):
        if listed:
            rows += section(title, width)
            rows += [_person(each) for each in listed]
    if moments and not people:
        rows += teaching("Nobody noted yet. Someone, by initials: ", "company.add", ".")
    return rows


def happened(moment: Moment) -> datetime:
    """When a moment was, for the order of the list."""
    return moment.happened_at or moment.created_at


def _moment(each: Moment, aliases: dict[str, str], today: date, width: int, days: int) -> list[Row]:
    day = short_day(happened(each).date(), today)
    alias = aliases.get(each.person_id or "", "")
    kind = f"{SHORT_KINDS[each.kind]}{f' · {alias}' if alias else ''}"
    borrow = f"to borrow: {each.borrow}" if each.borrow and each.what_happened else ""
    wide = width >= ROOM_FOR_KIND
    words = each.what_happened or each.borrow
    rows = [line(f"moment:{each.id}", words, width, kind if wide else "", before=f"{day:<{days}}")]
    under = [borrow] if wide else [borrow, kind]
    if any(under):
        rows.append(note(" · ".join(filter(None, under)), width, indent=2 + days))
    return rows


def _person(each: Person) -> Row:
    alias = Content(display_safe(one_line(each.alias))).truncate(ALIAS_WIDTH, ellipsis=True, pad=True)
    return Row(margin("  ", alias, "  ", (MEETS[each.meets], "$quiet")), f"person:{each.id}")


def _by_alias(person: Person) -> str:
    return person.alias.casefold()
