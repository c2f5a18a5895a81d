"""Letters that a field takes for its answers never hide a key that the screen around it shows."""

from __future__ import annotations

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from recalibrate.domain.reframing.questions import FEELINGS, PATHS, SCOPES
from recalibrate.ui.screens.company.moment import MomentScreen
from recalibrate.ui.screens.experimenting.decide import DecideScreen
from recalibrate.ui.screens.reframing.panes.five_questions import FiveQuestions
from recalibrate.ui.screens.reframing.panes.scope import ScopePane
from recalibrate.ui.screens.reframing.panes.triage import TriagePane
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.situations.monthly_check import MonthlyCheckScreen
from recalibrate.ui.screens.tasks.a_try import DONE, TryScreen
from recalibrate.ui.widgets.choices import Choices
from recalibrate.ui.widgets.pick import Pick
from recalibrate.ui.widgets.rating import Rating

LETTERS = {each.key for options in (SCOPES, FEELINGS) for each in options}


def keys_of(*kinds: type[DOMNode]) -> set[str]:
    """The keys that these classes bind themselves, as they are declared."""
    bound = [each for kind in kinds for each in vars(kind).get("BINDINGS", ()) if isinstance(each, Binding)]
    return {key for each in bound for key in each.key.split(",")} - {"enter"}  # on, for the field and its screen


@pytest.mark.parametrize(
    ("around", "taken"),
    [
        ((ReframeScreen,), LETTERS | keys_of(Rating, Choices)),
        ((ReframeScreen, ScopePane), {each.key for each in SCOPES} | keys_of(Choices)),
        ((ReframeScreen,), {each.key for each in PATHS} | keys_of(FiveQuestions, TriagePane)),
        ((DecideScreen,), keys_of(Rating, Choices, Pick)),
        ((TryScreen,), {key for _, key, _ in DONE} | keys_of(Rating, Choices)),
        ((MomentScreen,), keys_of(Choices)),
        ((MonthlyCheckScreen,), keys_of(Rating)),
    ],
)
def test_no_answer_hides_a_key_around_it(around: tuple[type[DOMNode], ...], taken: set[str]) -> None:
    assert not keys_of(*around) & taken


def test_a_letter_of_triage_is_the_one_beside_its_option_and_free_among_the_five() -> None:
    beside = {each.key for each in PATHS}
    assert {"e", "o", "l"} <= beside & keys_of(TriagePane)
    assert not keys_of(TriagePane) & keys_of(FiveQuestions)
