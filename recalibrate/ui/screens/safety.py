"""The safety page: when to stop here, and whom to call."""

from __future__ import annotations

from recalibrate.domain.safety import safety_paragraphs
from recalibrate.ui.screens.page import PageScreen


class SafetyScreen(PageScreen):
    """The page behind F2, with the user's own contacts."""

    def __init__(self, contacts: tuple[str, ...]) -> None:
        super().__init__(safety_paragraphs(contacts))
