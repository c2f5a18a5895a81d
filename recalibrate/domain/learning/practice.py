"""Two dozen mild sentences to sort into the whole or the moment, and to name; nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace

from recalibrate.domain.habits.catalogue import CATALOGUE
from recalibrate.domain.voice import Reading

WHOLE, MOMENT = Reading.GLOBAL, Reading.LOCAL


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence to sort, with our answer: its reach, the habits one may hear in it, and why."""

    text: str
    scope: Reading
    habits: tuple[str, ...]
    reason: str


SENTENCES: tuple[Sentence, ...] = (
    Sentence("I'm hopeless with names.", WHOLE, ("labelling",), "“Hopeless” is about you, not about one name."),
    Sentence("I called Tom Tim.", MOMENT, (), "One name, one time."),
    Sentence("I always burn the rice.", WHOLE, ("overgeneralising",), "“Always” is longer than anyone has kept count."),
    Sentence("I left the rice on while I was on the phone.", MOMENT, (), "It says what happened, and how."),
    Sentence(
        "A decent person would have found the form.",
        WHOLE,
        ("moralising",),
        "A lost form is made a matter of worth.",
    ),
    Sentence("I put the form in the wrong folder.", MOMENT, (), "A place to look next time."),
    Sentence(
        "I missed the bus, so the whole day is wasted.",
        WHOLE,
        ("all_or_nothing",),
        "One bus, and nothing of the day is left standing.",
    ),
    Sentence("I missed the bus by a minute.", MOMENT, (), "A minute can be moved."),
    Sentence("I'll go blank again on Thursday.", WHOLE, ("fortune_telling",), "A guess about Thursday, told as news."),
    Sentence("I lost my thread on the third slide.", MOMENT, (), "It has a place: the third slide."),
    Sentence(
        "She thinks I'm not up to this.",
        WHOLE,
        ("mind_reading",),
        "Her thought is guessed, and it is about all of you.",
    ),
    Sentence("She asked me to send it again.", MOMENT, (), "What she said, no more."),
    Sentence(
        "The picnic was flat because of me.", WHOLE, ("personalising",), "Weather, company and food are left out."
    ),
    Sentence("I forgot the salt.", MOMENT, (), "One thing, and one that can be put on a list."),
    Sentence("They only clapped to be polite.", WHOLE, ("discounting",), "The applause is explained away."),
    Sentence(
        "Ten good answers, and all I can think of is the one I fumbled.",
        WHOLE,
        ("mental_filter",),
        "One answer fills the picture.",
    ),
    Sentence("I should be able to do this in my sleep.", WHOLE, ("should",), "A rule nobody signed."),
    Sentence("I would have liked to finish by five.", MOMENT, (), "A wish about today, not a rule about you."),
    Sentence(
        "I feel like a fraud, so I must be one.",
        WHOLE,
        ("emotional_reasoning", "labelling"),
        "The feeling is called as its own witness.",
    ),
    Sentence(
        "With a better manager I would never be late.",
        WHOLE,
        ("blaming",),
        "The whole cause sits elsewhere, and nothing is left to try.",
    ),
    Sentence(
        "Everyone else got it the first time.", WHOLE, ("comparing",), "You saw their outside and your own inside."
    ),
    Sentence("It took me three tries to get the key in.", MOMENT, (), "Three tries, one door."),
    Sentence(
        "It was obvious. I should have known.", WHOLE, ("hindsight", "should"), "It is obvious now; it was not then."
    ),
    Sentence(
        "One wrong number, and they will never trust me with figures again.",
        WHOLE,
        ("catastrophising", "fortune_telling"),
        "From a digit to for ever, with nothing in between.",
    ),
)


NAMES_OFFERED = 4


def names_offered(sentence: Sentence) -> tuple[str, ...]:
    """The keys of a few habits to choose from, ours among them, always the same for one sentence."""
    keys = [each.key for each in CATALOGUE]
    start = sum(map(ord, sentence.text)) % len(keys)
    others = [key for key in (*keys[start:], *keys[:start]) if key not in sentence.habits]
    offered = {*sentence.habits, *others[: NAMES_OFFERED - len(sentence.habits)]}
    return tuple(key for key in keys if key in offered)


@dataclass(frozen=True, slots=True)
class Practice:
    """A short run through the sentences: where one is, and what was answered. It ends with the page."""

    sentences: tuple[Sentence, ...] = SENTENCES
    answers: tuple[Reading, ...] = ()

    @property
    def current(self) -> Sentence | None:
        """The sentence that waits for an answer, or None at the end."""
        return self.sentences[len(self.answers)] if not self.finished else None

    @property
    def last(self) -> Sentence | None:
        """The sentence answered just now, for showing the reason, or None at the start."""
        return self.sentences[len(self.answers) - 1] if self.answers else None

    @property
    def finished(self) -> bool:
        """Whether every sentence has its answer."""
        return len(self.answers) >= len(self.sentences)

    def answered(self, scope: Reading) -> Practice:
        """The run with one more answer; after the end it stays as it is."""
        return self if self.finished else replace(self, answers=(*self.answers, scope))

    def taken_back(self) -> Practice:
        """The run with the last answer taken back."""
        return replace(self, answers=self.answers[:-1])
