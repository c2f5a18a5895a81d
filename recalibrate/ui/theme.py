"""The two calm themes of our own: paper at night and paper by day, one accent each."""

from __future__ import annotations

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
        "quiet": "#66635b",
        "rule": "#cfc9bc",
        "here": "#ece6da",
        "input-cursor-background": "#2b2a27",
        "input-selection-background": "#1f6b5e 25%",
        "block-cursor-text-style": "none",
    },
)


def own_variables(theme: Theme) -> dict[str, str]:
    """Our own variables for a theme that is not ours, mixed from its text and its background."""
    if theme.ansi:
        return {"quiet": "ansi_bright_black", "rule": "ansi_bright_black", "here": "ansi_black"}
    colors = theme.to_color_system().generate()
    text, ground = Color.parse(colors["foreground"]), Color.parse(colors["background"])
    shares = {"quiet": 0.7, "rule": 0.3, "here": 0.12}
    return {name: ground.blend(text, share).hex6 for name, share in shares.items()}
