"""The two calm themes of our own: paper at night and paper by day, one accent each."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.color import Color
from textual.theme import Theme

NIGHT = Theme(
    name="night",
    primary="#7fb8ab",
    secondary="#b9a37c",
    accent="#7fb8ab",
    foreground="#dcd9d0",
    background="#16191b",
    surface="#16191b",
    panel="#20252a",
    warning="#d0a86a",
    error="#d79a82",
    success="#93b98a",
    dark=True,
    variables={
        "quiet": "#9d9b93",
        "rule": "#3a4046",
        "here": "#252c31",
        "input-cursor-background": "#dcd9d0",
        "input-selection-background": "#7fb8ab 35%",
        "block-cursor-text-style": "none",
    },
)

DAY = Theme(
    name="day",
    primary="#1f6b5e",
    secondary="#6f5a2c",
    accent="#1f6b5e",
    foreground="#2b2a27",
    background="#faf7f1",
    surface="#faf7f1",
    panel="#efeae0",
    warning="#7d5410",
    error="#93402a",
    success="#38652f",
    dark=False,
    variables={
        "quiet": "#5f5c54",
        "rule": "#cfc9bc",
        "here": "#ece6da",
        "input-cursor-background": "#2b2a27",
        "input-selection-background": "#1f6b5e 25%",
        "block-cursor-text-style": "none",
    },
)

SIXTEEN_COLOURS = "standard"
"""What rich calls the colours of a terminal that mixes none of its own."""

READABLE = 4.5
"""The least contrast of words with their ground, as WCAG 2.1 asks for at level AA."""


def usual_theme(wanted: str, app: App[Any]) -> str:
    """The theme where the one that is `wanted` is not there, or none is: for its ground and for the terminal."""
    if app.console.color_system == SIXTEEN_COLOURS and not app.no_color:
        return "ansi-light" if wanted.endswith("light") else "ansi-dark"
    return DAY.name if wanted.endswith("light") else NIGHT.name


def own_variables(theme: Theme) -> dict[str, str]:
    """Our own variables for a theme that is not ours, mixed from its text and its background.

    Quiet words stay as readable as the theme's own text allows.
    """
    if theme.name in (NIGHT.name, DAY.name):
        return {}
    if theme.ansi:
        return {"quiet": "ansi_bright_black", "rule": "ansi_bright_black", "here": "ansi_bright_black"}
    colors = theme.to_color_system().generate()
    text, ground = Color.parse(colors["foreground"]), Color.parse(colors["background"])
    mixed = (ground.blend(text, share) for share in (0.7, 0.8, 0.9))
    quiet = next((color for color in mixed if contrast(color, ground) >= READABLE), text)
    return {"quiet": quiet.hex6, "rule": ground.blend(text, 0.3).hex6, "here": ground.blend(text, 0.12).hex6}


def contrast(text: Color, ground: Color) -> float:
    """The contrast ratio of two opaque colours, 1 to 21, as WCAG 2.1 defines it."""
    dark, light = sorted((_luminance(text), _luminance(ground)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
