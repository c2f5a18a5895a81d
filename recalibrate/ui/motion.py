"""Motion, for those who want less of it: nothing slides or spins where the setting or the environment says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.constants import TEXTUAL_ANIMATIONS

from recalibrate.domain.settings import Settings

if TYPE_CHECKING:
    from textual.types import AnimationLevel


def animation_level(settings: Settings) -> AnimationLevel:
    """How much may move; our own widgets stay still in any case, and no cursor blinks."""
    return TEXTUAL_ANIMATIONS if settings.motion else "none"
