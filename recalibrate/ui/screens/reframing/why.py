"""F1: what the prompt asks, why this movement is there, and the limits of what is known."""

from __future__ import annotations

from recalibrate.domain.reframing.steps import BACKFIRE, REASONS, Step
from recalibrate.ui.screens.page import PageScreen

WAYS = (
    "Enter goes to the next field and then to the next prompt; ctrl+n goes on from anywhere, Esc goes back. "
    "ctrl+j or alt+enter starts a new line. Ratings: 0–9 are 0 to 90, t is 100, arrows move by ten, "
    "Backspace clears, - is rather not."
)


class WhyScreen(PageScreen):
    """The help of one prompt."""

    def __init__(self, step: Step) -> None:
        words = [f"# {step.title}", *[each for each in (step.lead, step.help) if each]]
        super().__init__([*words, REASONS[step.movement], BACKFIRE, WAYS])
