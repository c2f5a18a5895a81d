"""The words of a plan for noticing: taken from what the voice said most plainly, and said as one sentence."""

from __future__ import annotations

from recalibrate.domain.reframing.hearing import heard
from recalibrate.domain.settings import Settings
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import one_line

USUAL = "I always …"
LONGEST = 40
FIRST_WORDS = 4


def suggested_cue(voice: str, settings: Settings) -> str:
    """What to listen for, from the strongest cue of a voice; its first words when no cue is heard in it."""
    return f"I hear “{_heard(one_line(voice), settings)}”"


def cue_of(typed: str) -> str:
    """A cue as it is kept: on one line, without the "when" it is said after. Raises ValueError for an empty one."""
    first, _, rest = one_line(clean_text(typed)).partition(" ")
    cue = rest if first.casefold() == "when" else f"{first} {rest}".strip()
    if not cue:
        raise ValueError("Write what you will hear or see, or leave it.")
    return cue.rstrip(" ,")


def as_plan(cue: str, then: str = "I open this") -> str:
    """The plan as a sentence: "When I hear “I always …”, I open this."."""
    return f"When {cue}, {then}."


def _heard(voice: str, settings: Settings) -> str:
    if not voice:
        return USUAL
    cues = [cue for cue in heard(voice, settings).cues if cue.points_to == "global"]
    if not cues:
        words = voice.split()
        start, end = 0, len(" ".join(words[:FIRST_WORDS]))
    else:
        strongest = max(cues, key=lambda cue: (cue.strength, -cue.start))
        start, end = _with_its_i(voice, strongest.start), strongest.end
    if end - start > LONGEST:
        end = voice.rfind(" ", start, start + LONGEST)
        end = end if end > start else start + LONGEST
    words_heard = voice[start:end].strip(' .,;:!?…"“”')
    return f"{words_heard} …" if voice[end:].strip(' .!?…"“”') else words_heard


def _with_its_i(voice: str, start: int) -> int:
    """The place where an "I" directly before the words begins, else where the words begin."""
    before = voice[:start].rstrip()
    is_i = before[-1:] in ("I", "i") and (len(before) == 1 or not before[-2].isalnum())
    return len(before) - 1 if is_i else start
