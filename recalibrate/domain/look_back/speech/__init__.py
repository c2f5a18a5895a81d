"""What may be said about the numbers: levels and wording, for screens, commands, reviews and reports alike."""

from recalibrate.domain.look_back.speech.levels import (
    CAVEAT,
    SHARE_FROM,
    Direction,
    Level,
    Metric,
    Standing,
    Standings,
    in_100,
    said_together,
    while_running,
    without_waiting,
)

__all__ = [
    "CAVEAT",
    "SHARE_FROM",
    "Direction",
    "Level",
    "Metric",
    "Standing",
    "Standings",
    "in_100",
    "said_together",
    "while_running",
    "without_waiting",
]
