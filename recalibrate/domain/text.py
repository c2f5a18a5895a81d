"""Text made clean at every entrance and harmless at every exit."""

from __future__ import annotations

from functools import cache

_OPEN = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_CLOSE = {"\u202c", "\u2069"}
_ISOLATE, _END = "\u2068", "\u2069"


def clean_text(text: str) -> str:
    """Text as it is kept: NFC, LF line ends, no NUL or BOM in front, lone surrogates as U+FFFD.

    Nothing else is taken away: escapes, bidi controls and emoji stay as they were given.
    """
    if text.isascii() and "\r" not in text and "\0" not in text:
        return text
    text = text.lstrip("\ufeff").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    try:
        text.encode()
    except UnicodeEncodeError:
        # a pair of surrogates is one character; only the lone ones are lost
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    from unicodedata import normalize  # most text is ASCII, and each command would wait for it

    return normalize("NFC", text)


def display_safe(text: str) -> str:
    """Text as it may reach a terminal: C0, C1 and DEL as visible symbols, bidi controls kept to their line.

    Tabs and line ends stay; a line that turns the direction is wrapped in an isolate that ends with the line, unless
    it keeps that to isolates within: a text made safe before it was put behind other words leaves these alone.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = text.translate(_symbols())
    if not any(control in shown for control in (*_OPEN, *_CLOSE)):
        return shown
    return "\n".join(_isolated(line) for line in shown.split("\n"))


def visible_controls(text: str) -> str:
    """Text of the same length for a field one types in: each control and bidi control as one visible symbol."""
    return text.translate(_field_symbols())


@cache
def _symbols() -> dict[int, int]:
    """What stands for each character that a terminal might obey, by code."""
    symbols = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
    symbols[0x7F] = 0x2421
    symbols |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
    symbols |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
    return symbols | {0x2028: 0x23CE, 0x2029: 0x23CE}


@cache
def _field_symbols() -> dict[int, int]:
    """The same, and one for each bidi control."""
    return _symbols() | {ord(control): 0xFFFD for control in (*_OPEN, *_CLOSE)}


def _isolated(line: str) -> str:
    """One line whose bidi controls end with it: every opened one is closed, none closes what it did not open."""
    kept: list[str] = []
    opened: list[str] = []
    leaks = False
    for character in line:
        if character in _OPEN:
            leaks = leaks or (not opened and character in "\u202a\u202b\u202d\u202e")
            opened.append("\u2069" if character in "\u2066\u2067\u2068" else "\u202c")
        elif character in _CLOSE:
            if not opened or opened[-1] != character:
                continue
            opened.pop()
        kept.append(character)
    if not leaks and not opened:
        return "".join(kept)
    return _ISOLATE + "".join(kept) + "".join(reversed(opened)) + _END
