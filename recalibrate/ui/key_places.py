"""Every key there is, by the screen or the widget it belongs to; read from the classes, so that none is left out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from textual.binding import Binding
from textual.dom import DOMNode

from recalibrate.ui.every_screen import load_every_screen

TITLES = {
    "RecalibrateApp": "Everywhere",
    "NotebookScreen": "On every screen",
    "ListScreen": "Lists of a screen",
    "Rows": "A list",
    "VimRows": "A list, with letters",
    "AskScreen": "A question with lines",
    "SmallScreen": "A small question",
    "ConfirmScreen": "A yes or no",
    "PageScreen": "A page to read",
}


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where keys belong: its `title`, the bindings first declared there, and all that are heard there.

    `before` are the keys of its lists, which hear them first; `answers` are the letters that fields there take for
    answers.
    """

    title: str
    own: tuple[Binding, ...]
    heard: tuple[Binding, ...]
    before: tuple[Binding, ...] = ()
    answers: tuple[Binding, ...] = ()


@cache
def key_places(app: type[DOMNode]) -> tuple[KeyPlace, ...]:
    """The places in the order one meets them, the `app` itself first; a binding is `own` where its id comes up first.

    Imports every screen, which takes a moment.
    """
    from recalibrate.ui.answer_letters import answers_on
    from recalibrate.ui.screens.base import NotebookScreen
    from recalibrate.ui.screens.today.today import TodayScreen
    from recalibrate.ui.widgets.rows import Rows, VimRows

    load_every_screen()
    first: list[type[DOMNode]] = [app, NotebookScreen, TodayScreen]
    rest = sorted(_ours(DOMNode) - set(first), key=lambda kind: (not issubclass(kind, NotebookScreen), _title(kind)))
    listed: set[str] = set()
    places = []
    for kind in (*first, *rest):
        own = tuple(each for each in _declared(kind) if each.id not in listed)
        listed.update(each.id for each in own if each.id)
        heard = _heard(kind)
        if heard:
            before: tuple[Binding, ...] = ()
            if issubclass(kind, NotebookScreen):
                before = _heard(Rows if kind is TodayScreen else VimRows)
            places.append(KeyPlace(_title(kind), own, heard, before, answers_on(kind)))
    return tuple(places)


def _heard(kind: type[DOMNode]) -> tuple[Binding, ...]:
    """All bindings that hold in a class, its own and those of what it is made from."""
    return tuple(each for base in kind.__mro__ if issubclass(base, DOMNode) for each in _declared(base))


def _ours(kind: type[DOMNode]) -> set[type[DOMNode]]:
    found = {each for each in kind.__subclasses__() if each.__module__.startswith("recalibrate.")}
    return found.union(*(_ours(each) for each in kind.__subclasses__()))


def _declared(kind: type[DOMNode]) -> tuple[Binding, ...]:
    """The bindings with an id that a class itself declares; the framework's own have none."""
    if not kind.__module__.startswith("recalibrate."):
        return ()
    return tuple(each for each in vars(kind).get("BINDINGS", ()) if isinstance(each, Binding) and each.id)


def _title(kind: type[DOMNode]) -> str:
    named = TITLES.get(kind.__name__) or vars(kind).get("HELP_TITLE")
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind.__name__).strip()
    return named or words.removesuffix(" screen").capitalize()
