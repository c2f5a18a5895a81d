"""What a lone `?` says at a question inside a prompt; where nothing stands here, the prompt's own help is said."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

HELP: Mapping[str, str] = MappingProxyType(
    {
        "when": "The day it was: now, today, yesterday, fri, 3 days ago, 14 mar or 2026-03-14. About is fine.",
        "situation": "A few words for the kind of moment it belongs to, so that the same kind can be found again.",
        "people": "Initials or made-up names, with commas between them.",
        "sting": "How much it stings as you think of it now.",
        "belief_before": "How true the sentence of the voice felt at the time.",
        "belief_after": "How true the same sentence of the voice feels now.",
        "cue": "The moment in which you will try it, as you would recognise it.",
        "action": "One thing you will do, small enough for a bad day.",
        "prediction": "What you think will happen. Both ways are of use: it can be checked afterwards.",
        "probability": "How likely you hold what you expect.",
        "sign": "What you or a camera would see if it happened.",
        "can_do": "How sure you are that you can do this, as it is today: 50 could go either way.",
        "obstacle": "What may come between: a mood, a person, a habit.",
        "obstacle_plan": "What you will do then.",
        "leave_out": "What you usually do to stay safe, and leave out this time so that the guess is really checked.",
        "first_step": "The first thing to be done, by you.",
        "who_must_agree": "Whose yes it takes.",
        "sure_before": "How sure you are of the sentence.",
    }
)
