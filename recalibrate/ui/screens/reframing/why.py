"""F1: what the prompt asks, why this movement is there, and the limits of what is known."""

from __future__ import annotations

from recalibrate.domain.reframing.steps import BACKFIRE, REASONS, Step
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.screens.page import PageScreen

WAYS = (
    "{reframe.enter} goes to the next field and then to the next prompt; {reframe.on} goes on from anywhere, "
    "{screen.back} goes back. ctrl+j or alt+enter starts a new line. Ratings: 0–9 are 0 to 90, "
    "{rating.hundred} is 100, arrows move by ten, {rating.clear} clears, {rating.rather_not} is rather not."
)


class WhyScreen(PageScreen):
    """The help of one prompt."""

    def __init__(self, step: Step) -> None:
        words = [f"# {step.title}", *[each for each in (step.lead, step.help) if each]]
        super().__init__([*words, REASONS[step.movement], BACKFIRE, in_keys(WAYS)])
