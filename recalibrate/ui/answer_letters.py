"""The letters that fields take for their answers, by the screen that asks: no bindings, so told here."""

from __future__ import annotations

from textual.binding import Binding
from textual.dom import DOMNode

NINE = "123456789"
"""The levels of a task are chosen by their numbers."""


def answers_on(kind: type[DOMNode]) -> tuple[Binding, ...]:
    """What the fields on a screen take for answers, as bindings; of such a field, which may stand anywhere, all."""
    from recalibrate.ui.widgets.choices import Choices
    from recalibrate.ui.widgets.one_of import OneOf
    from recalibrate.ui.widgets.pick import Pick

    is_field = issubclass(kind, (Choices, OneOf, Pick))
    found = letters_by_screen().items()
    letters = {letter for screen, each in found if is_field or issubclass(kind, screen) for letter in each}
    return tuple(Binding(each, "answer", f"{each}, an answer", id="an answer") for each in sorted(letters))


def letters_by_screen() -> dict[type[DOMNode], frozenset[str]]:
    """The letters, and digits, of every screen, or part of one, whose fields have some."""
    from recalibrate.domain.company.company_words import KINDS
    from recalibrate.domain.reframing.questions import FEELINGS, PATHS, SCOPES
    from recalibrate.ui.screens.company.moment import MomentScreen
    from recalibrate.ui.screens.experimenting.check_back import ANSWERS, CheckBackScreen
    from recalibrate.ui.screens.experimenting.decide import DecideScreen
    from recalibrate.ui.screens.journaling.bulk import WAYS
    from recalibrate.ui.screens.journaling.edit import LETTERS
    from recalibrate.ui.screens.journaling.edit_small import PickScreen
    from recalibrate.ui.screens.reframing.panes.pane import PromptPane
    from recalibrate.ui.screens.reframing.reframe import ReframeScreen
    from recalibrate.ui.screens.tasks.a_try import DONE, TryScreen
    from recalibrate.ui.widgets.decision_card import OUTCOMES

    reframe = frozenset(each.key for options in (SCOPES, FEELINGS, PATHS) for each in options)
    return {
        ReframeScreen: reframe,
        PromptPane: reframe,
        DecideScreen: frozenset(words[0] for _, words in OUTCOMES),
        CheckBackScreen: frozenset(words[0] for _, words in ANSWERS),
        TryScreen: frozenset(letter for _, letter, _ in DONE) | set(NINE),
        MomentScreen: frozenset(NINE[: len(KINDS)]),
        PickScreen: frozenset(letter for letter, _ in (*LETTERS.values(), *WAYS.values())),
    }
