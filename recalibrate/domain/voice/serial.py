"""A judgement as plain data, for the command's JSON lines."""

from __future__ import annotations

from .cues import Cue, Judgement


def as_json(judgement: Judgement) -> dict[str, object]:
    """The judgement with keys in the order the command promises."""
    return {
        "text": judgement.text,
        "scope": judgement.scope.value,
        "score": judgement.score,
        "cues": [_cue(cue) for cue in judgement.cues],
        "habits": [
            {"key": habit.key, "certainty": habit.certainty, "cues": [_cue(cue) for cue in habit.cues]}
            for habit in judgement.habits
        ],
    }


def _cue(cue: Cue) -> dict[str, object]:
    return {
        "start": cue.start,
        "end": cue.end,
        "text": cue.text,
        "family": cue.family,
        "points_to": cue.points_to,
    }
