"""Why a phrase is no date: what people type that has no single day in it, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable

from recalibrate.domain.dates.words import MONTHS

NOT_READ = "That is not a date this notebook can read; write one like fri, 2 weeks, 14 mar or 2026-03-14."

_UNITS = r"(?:d|w|wks?|days?|weeks?|fortnights?|mo|mths?|months?|years?|yrs?)\b"
_LONG_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days"
_CLOCK = re.compile(
    r"(?:^| |(?<=\d)t)(?:at |by |@ ?)?(?:\d{1,2}[:.]\d\d(?::\d\d\S*)? ?(?:[ap]\.?m\b\.?)?z?|\d{1,2} ?[ap]\.?m\b\.?"
    r"|\d{1,2} ?o'?clock|\d{1,2}h(?:\d\d)?$|(?:at )?(?:noon|midday|midnight)|(?<=at )\d{1,2}$)"
    r"|(?:^| )(?:at|@) ?\d{1,4}$"
)

_WHOLE = {
    "": "Write a day, like fri, 2 weeks or 14 mar.",
    "one day": "A day from now, or some day? Write tomorrow, or a date.",
    "first": "The first of what? Write 1 mar or the 1st.",
    "second": "The second of what? Write 2 mar or the 2nd.",
}

_HOLIDAYS = (
    (r"(?:xmas|christmas) eve", "24 dec"),
    (r"xmas|christmas\w*", "25 dec"),
    (r"boxing", "26 dec"),
    (r"new year'?s? eve|nye", "31 dec"),
    (r"new year'?s?", "1 jan"),
    (r"valentine'?s?", "14 feb"),
    (r"halloween", "31 oct"),
)
"""The holidays with one date everywhere, the longer names first."""

# Looked for in the tidied phrase, in this order.
_REASONS = (
    (
        r"^(?:right |just )?now$|^immediately$|^straight ?away$|^right away$|^at once$|^instantly$",
        "That is this very moment; write today, or a day further on.",
    ),
    (
        r"\b(?:try|tries|attempts?|goes|times|sessions|rounds)\b",
        "Tries need a date too: write the day you decide in any case, like fri.",
    ),
    (r"\b2day\b", "Today, or 2 days? Write today or 2 days."),
    (r"\b(?:business|working|work|week) ?days?\b", "Working days are not known here; count plain days, like 7 days."),
    (r"\bworking week\b|\bwork week\b", "The working week is not known here; write fri or end of week."),
    (
        rf"\b(?:every|each|daily|weekly|monthly|yearly|fortnightly|{_LONG_DAYS}|weekends)\b",
        "One day is needed, not a rhythm; write the first of them, like fri.",
    ),
    (
        r"\b(?:soon|someday|some ?time|later|asap|eventually|whenever|never|shortly|presently|ages|forever|some|tbd)\b",
        "That names no day; write one, like fri or 2 weeks.",
    ),
    (
        r"\b(?:a while|a bit|before long|when|if|once|as soon as)\b",
        "That names no day; write one, like fri or 2 weeks.",
    ),
    (
        r"\b(?:maybe|perhaps|probably|ish|around|about|roughly|approximately|circa|or so|any|ideally|hopefully)\b",
        "One certain day is needed; write it plainly, like fri or 2 weeks.",
    ),
    (r"\b(?:few|several|many)\b", "How many? Write a number, like 3 days."),
    (r"\b(?:early|late)\b", "Which day is that? Write one, like 5 dec, mid december or end of december."),
    (
        r"\b(?:half|halves|quarters?|eoq|q[1-4])\b|\d[.,]\d+ ?[a-z]|\d/\d ?[a-z]",
        "Count in whole days, weeks or months, like 10 days.",
    ),
    (
        r"^-|^in -|\bago\b|\byesterday\b|\b(?:previous|past)\b|^last (?!\w+ (?:of|in)\b)",
        "That is in the past; write today or a coming day, like fri.",
    ),
    (
        r"\b(?:hours?|hrs?|h|minutes?|mins?|seconds|secs?|moment|minute)\b|\ba second$|\d ?s$",
        "Hours and minutes are too short here; write today or a coming day.",
    ),
    (r"^\d{4}-\d\d?$|^(?:\d{4}-)?w\d\d?$|\bweek \d+", "Which day is that? Write the whole date, like 2026-03-14."),
    (r"\b\d+ ?m\b", "Minutes or months? Write 1 month, or 30 days."),
    (
        rf"\b\d+ ?- ?\d+ ?[a-z]|\b(?:\d+|one|two|three|four) (?:or|to) \w+ {_UNITS}|\ba {_UNITS} or \w+\b",
        "One number is needed, not a range; write the longer one.",
    ),
    *((rf"\b(?:{holiday})\b", f"Holidays are not known here; write the date, {day}.") for holiday, day in _HOLIDAYS),
    (
        r"\b(?:easter|thanksgiving|hanukkah|eid|diwali|ramadan|holidays?|birthday|bank)\b",
        "Holidays are not known here; write the date it falls on, as 14 mar or 2026-03-14.",
    ),
    (r"\b(?:spring|summer|autumn|fall|winter|term|semester)\b", "A season has no one day; write a date, like 1 jun."),
    (r"^(?:in |a |the |next |this )*(?:days|weeks|months|years)\b", "How many? Write a number, like 3 days."),
)

# Looked for in the plain words, when every word is known and still no rule fits.
_PLAIN_REASONS = (
    (
        r"(?:(?:by|on|in|until|before|after) )?(?:the )?(?P<unit>week|month) after next|"
        r"(?:(?:by|on|in|until|after) )?next (?P<next>week|month|year|fortnight)",
        "",
    ),
    (rf"(?:(?:by|on|in|until|after|next|this) )*(?P<mon>{'|'.join(MONTHS)})(?: \d{{4}})?", ""),
    (r"(?:\+ ?)?\d+(?:th)?", "A number of what? Write it like 14 days, 14 mar or the 14th."),
    (r"(?:in |the )?(?:day|week|month|year)", "How many, or the end of it? Write 1 week or end of week."),
    (r"after .+", "After has no last day; write the day itself, like sat or 5 dec."),
)


Reads = Callable[[str], bool]


def reason_for_shape(text: str, readable: Reads) -> str | None:
    """Why a tidied phrase is refused for what it looks like, before its words are read; None if it may be read."""
    if text in _WHOLE:
        return _WHOLE[text]
    if slashed := _slashed(text):
        return slashed
    rest, found = _CLOCK.subn(" ", text)
    if not found:
        return None
    rest = " ".join(rest.removesuffix(" at").split())
    date_only = rest if readable(rest) else "a day, like fri"
    return f"A date is enough, it stands for its whole day. Write {date_only}."


def reason_for_unknown(text: str, word: str, readable: Reads) -> str:
    """Why a tidied phrase with a word that no date has is refused."""
    if reason := _known_reason(text) or _two_dates(text, readable):
        return reason
    if len(word) > 20 or not word.isalpha():
        return NOT_READ
    return f"“{word}” is not a word for a date here; write one like fri, 2 weeks or 14 mar."


def reason_for_words(text: str, words: str, readable: Reads) -> str:
    """Why a phrase is refused whose words are all known and which no rule reads."""
    if reason := _known_reason(text) or _two_dates(text, readable):
        return reason
    for pattern, reason in _PLAIN_REASONS:
        if found := re.fullmatch(pattern, words):
            groups = found.groupdict()
            if groups.get("mon"):
                return f"Which day of the month? Write 1 {groups['mon']} or end of {groups['mon']}."
            if unit := groups.get("next") or groups.get("unit"):
                return _which_day(unit)
            return reason
    return NOT_READ


def _known_reason(text: str) -> str | None:
    return next((reason for pattern, reason in _REASONS if re.search(pattern, text)), None)


def _slashed(text: str) -> str | None:
    """Why `14/3` or `3.4.2026` is refused, None if there is nothing of the kind."""
    found = re.search(
        r"(?<![\w/.+-])(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?[/.-] ?(\d{4}|\d\d))?\.?(?![\w/-])(?! ?[a-z])", text
    )
    if not found or (found[2] == "-" and not found[4] and re.search(r"[a-z]", text)):
        return None
    first, second = int(found[1]), int(found[3])
    year = int(found[4]) if found[4] else None
    day, month = (first, second) if second <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return "The calendar has no such day; write it like 3 apr or 2026-04-03."
    words = f"{day} {MONTHS[month - 1]}"
    either = day <= 12 and day != month
    why = "Day or month first? Write" if either else "Numbers alone are easily misread; write"
    if year is None:
        return f"{why} {words}{f' or {month} {MONTHS[day - 1]}' if either else ''}."
    full = year if year > 99 else 2000 + year
    return f"{why} {words} {full} or {full:04}-{month:02}-{day:02}."


def _which_day(unit: str) -> str:
    match unit:
        case "week":
            return "Which day of that week? Write next mon, 7 days or end of next week."
        case "month":
            return "Which day of that month? Write 1 month, 1st of next month or end of next month."
        case _:
            return "Which day is that? Write a date, like 14 mar."


def _two_dates(text: str, readable: Reads) -> str | None:
    """The reason for two dates side by side or joined, each readable by itself."""
    parts = re.sub(r"(?<=[a-z])\s*[-,&]\s*(?=[a-z])", " ", text).split()
    if parts and parts[0] in ("from", "between"):
        parts = parts[1:]
    for at in range(1, min(len(parts), 12)):
        left, right = parts[:at], parts[at:]
        if right[0] in ("to", "through", "thru", "or", "and", "until", "till", "-", "&") and len(right) > 1:
            right = right[1:]
        if readable(" ".join(left)) and readable(" ".join(right)):
            return f"One day is needed, the one you decide on; write only {' '.join(right).removeprefix('on ')}."
    return None
