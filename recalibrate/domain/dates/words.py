"""The words people write dates with, and how a typed phrase becomes plain ones.

`plain(tidy("By the 2nd of  Febuary!"))` is `"by the 2th of feb"`: lower case, one spelling for each word, numbers
as digits, every ordinal ending in `th`. The rules then only ever see that small vocabulary.
"""

from __future__ import annotations

import re
import unicodedata

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Long enough that one wrong letter still leaves no doubt which was meant.
_LONG_NAMES = """
    monday tuesday wednesday thursday friday saturday sunday
    january february august september october november december
"""
_MENDABLE = {name: name[:3] for name in _LONG_NAMES.split()}
_MENDABLE |= {name: name for name in ("tomorrow", "yesterday", "weekend", "fortnight", "tonight")}

# One letter away from a name above, and words in their own right.
_FALSE_FRIENDS = frozenset({"sundry", "sundae", "frida", "augusta", "weekends"})

_SPELLINGS = {
    "mon": "mon",
    "tue": "tue tues",
    "wed": "wed weds wensday wendsday",
    "thu": "thu thur thurs",
    "fri": "fri frday friay",
    "sat": "sat",
    "sun": "sun",
    "jan": "jan",
    "feb": "feb febr",
    "mar": "mar march marhc mrach",
    "apr": "apr april apirl arpil aprill",
    "may": "may",
    "jun": "jun june",
    "jul": "jul july",
    "aug": "aug",
    "sep": "sep sept",
    "oct": "oct",
    "nov": "nov",
    "dec": "dec",
    "today": "today tdy",
    "tonight": "tonite",
    "tomorrow": "tom tmrw tmrow tmr tmw tomo tomoz tommorow 2moro 2morrow 2mrw",
    "overmorrow": "overmorrow",
    "yesterday": "yday",
    "day": "day days dyas dasy",
    "week": "week weeks wk wks weks",
    "fortnight": "fortnights",
    "month": "month months monht monhts mo mos mth mths",
    "year": "year years yr yrs",
    "weekend": "wkend wknd",
    "eod": "eod cob cop",
    "until": "until till til",
    "coming": "coming upcoming",
    "start": "start beginning",
    "mid": "mid middle",
    "past": "past previous",
    "daypart": "morning afternoon evening eve night lunchtime",
    "a": "a an",
    "1": "one",
    "2": "two",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
    "10": "ten",
    "11": "eleven",
    "12": "twelve dozen",
    "13": "thirteen",
    "14": "fourteen",
    "15": "fifteen",
    "16": "sixteen",
    "17": "seventeen",
    "18": "eighteen",
    "19": "nineteen",
    "20": "twenty",
    "30": "thirty",
    "40": "forty fourty",
    "50": "fifty",
    "60": "sixty",
    "70": "seventy",
    "80": "eighty",
    "90": "ninety",
    "0": "zero",
    "1th": "first",
    "2th": "second",
    "3th": "third",
    "4th": "fourth",
    "5th": "fifth",
    "6th": "sixth",
    "7th": "seventh",
    "8th": "eighth",
    "9th": "ninth",
    "10th": "tenth",
    "11th": "eleventh",
    "12th": "twelfth",
    "13th": "thirteenth",
    "14th": "fourteenth",
    "15th": "fifteenth",
    "16th": "sixteenth",
    "17th": "seventeenth",
    "18th": "eighteenth",
    "19th": "nineteenth",
    "20th": "twentieth",
    "30th": "thirtieth",
}

_AS_THEY_ARE = """
    the of from after before by on in for within over at during due latest last this next end time now hence away
    ahead ago back gone same and early late just eow eom eoy eonw eonm midweek
"""

_WORDS = (
    {spelling: word for word, spellings in _SPELLINGS.items() for spelling in spellings.split()}
    | _MENDABLE
    | {word: word for word in _AS_THEY_ARE.split()}
)

# After a number only: alone, a letter is no unit.
_SHORT_UNITS = {"d": "day", "w": "week", "y": "year"}

_POSSESSIVES = frozenset({"day", "days", "week", "weeks", "fortnight", "month", "months", "year", "years"})

_PLURALS = frozenset({"days", "weeks", "wks", "fortnights", "months", "years", "mos", "mths", "yrs"})

# Joins two words that mean one thing, before words are looked at singly. Order matters.
_JOINED = (
    (r"\bn(?:o|ot) later than\b", "by"),
    (r"\blater today\b", "today"),
    (r"\bat the latest\b", "latest"),
    (r"\b(?:close|end) of (?:business|play)\b", "eod"),
    (r"\bend of (?:the )?day\b", "eod"),
    (r"\b(?:a )?couple(?: of)?(?= )", "2"),
    (r"\ba (?=dozen )", ""),
    (r"\bweek end\b", "weekend"),
    (r"\bmonth'?s end\b", "month end"),
)

_TENS_AND_ONES = re.compile(
    r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (one|two|three|four|five|six|seven|eight|nine"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b"
)
_ISO = re.compile(r"(?<![\w/.-])(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?![\w/-])")
_COMPACT = re.compile(r"(?<![\w+/.-])([12]\d{3})(\d\d)(\d\d)(?![\w/-])")
_TOKEN = re.compile(r"\d{4}-\d\d-\d\d|\d+(?:st|nd|rd|th)\b|2(?:moro|morrow|mrw)\b|\d+|[^\W\d_]+(?:'[^\W\d_]*)?|\S")


class UnknownWord(ValueError):
    """A word that has no place in a date, as it was typed (tidied)."""


def tidy(phrase: str) -> str:
    """Lower case, single spaces, plain quotes, dashes and digits, no closing punctuation."""
    letters: list[str] = []
    for char in unicodedata.normalize("NFKC", phrase):
        kind = unicodedata.category(char)
        if kind == "Nd":
            letters.append(str(unicodedata.decimal(char)))
        elif kind == "Pd" or char == "\u2212":
            letters.append("-")
        elif char in "\u2018\u2019\u02bc\u00b4":
            letters.append("'")
        elif char in "\u201c\u201d\u201e":
            letters.append('"')
        elif kind != "Cf":  # zero-width marks come along with pasted text
            letters.append(char)
    text = " ".join("".join(letters).casefold().split())
    if len(text) > 2 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1].strip()
    return text.rstrip(" .,;!?")


def plain(text: str) -> str:
    """A tidied phrase in the grammar's own words; raises `UnknownWord` for the first that has no place there."""
    if re.search(r"\b2day\b", text):  # today in chat spelling, or two days
        raise UnknownWord("2day")
    text = _ISO.sub(lambda iso: f"{iso[1]}-{iso[3]:0>2}-{iso[4]:0>2}", text)
    text = _COMPACT.sub(r"\1-\2-\3", text)
    text = re.sub(r"(?<=[a-z])\.(?= |\d|$)|(?<=\d)\.(?= [a-z])|(?<=\w),(?= |$|[a-z])", " ", text)
    text = re.sub(r"(?<=[a-z])[-/](?=\w)|(?<=\w)[-/.](?=[a-z])", " ", text)
    text = re.sub(r"(?<= )'(?=\d\d$)", "20", text)
    text = re.sub(r"[()]", " ", text)
    for pattern, joined in _JOINED:
        text = re.sub(pattern, joined, text)
    text = _TENS_AND_ONES.sub(_joined_number, " ".join(text.split()))
    text = re.sub(r"\b(?:a|one) hundred\b", "100", text)
    words: list[str] = []
    tokens = _TOKEN.findall(text)
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        counted = bool(words) and words[-1].isdigit()
        if token in _PLURALS and not counted and following != "time":  # "in a weeks time" lost its apostrophe
            raise UnknownWord(token)
        words.append(_plain_word(token, after_number=counted))
    return " ".join(words)


def _joined_number(found: re.Match[str]) -> str:
    tens, ones = _WORDS[found[1]], _WORDS[found[2]]
    return str(int(tens) + int(ones.removesuffix("th"))) + ("th" if ones.endswith("th") else "")


def _plain_word(token: str, *, after_number: bool) -> str:
    if token.isdigit() or token == "+" or re.fullmatch(r"\d{4}-\d\d-\d\d", token):
        return token
    if token[0].isdigit() and token not in _WORDS:
        return f"{int(token[:-2])}th"
    if after_number and token in _SHORT_UNITS:
        return _SHORT_UNITS[token]
    owner = token.removesuffix("s").removesuffix("'") if token.endswith("'s") else token.removesuffix("'")
    word = _WORDS.get(owner if owner in _POSSESSIVES else token) or _mended(token)
    if word is None:
        raise UnknownWord(token)
    return word


def _mended(token: str) -> str | None:
    """The one long name that `token` is a single slip of the finger away from, if there is exactly one."""
    if len(token) < 5 or token in _FALSE_FRIENDS or token.removesuffix("s") in _MENDABLE:
        return None
    near = {word for name, word in _MENDABLE.items() if name[0] == token[0] and _one_slip(token, name)}
    return near.pop() if len(near) == 1 else None


def _one_slip(typed: str, name: str) -> bool:
    """Whether one letter was left out, doubled, changed or swapped with its neighbour."""
    same = next((i for i, (a, b) in enumerate(zip(typed, name, strict=False)) if a != b), min(len(typed), len(name)))
    rest, wanted = typed[same:], name[same:]
    return (
        rest[1:] == wanted
        or rest == wanted[1:]
        or rest[1:] == wanted[1:]
        or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )
