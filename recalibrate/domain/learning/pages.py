"""What there is to learn here: why each part is there, what is known about it, and where that knowledge ends."""

from __future__ import annotations

from dataclasses import dataclass

from recalibrate.domain.learning.evidence import (
    ABSOLUTE_WORDS,
    AFFIRMATIONS,
    APPS,
    APPS_LEFT,
    BEFORE_AND_AFTER,
    BLAMED_CHARACTER,
    BROKEN_STREAKS,
    CONCRETE,
    CONFIDENCE_FOLLOWS,
    CONFIDENCE_RATED,
    DISTANCE,
    EXPLANATIONS,
    HABITS_TAKE_TIME,
    IF_THEN,
    IF_THEN_LATER,
    LOOKING_BACK,
    MINDSET,
    OWN_DEADLINES,
    PREFERRED_REFRAMES,
    SELF_COMPASSION,
    TRYING_OUT,
    WATCHING,
    WORRIES,
    Evidence,
)


@dataclass(frozen=True, slots=True)
class LearnPage:
    """One page: what it is called, a line about it, paragraphs, and the studies behind them.

    `unknown` says in a sentence what no study here shows.
    """

    key: str
    title: str
    about: str
    paragraphs: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    unknown: str = ""


PAGES: tuple[LearnPage, ...] = (
    LearnPage(
        "notice",
        "Notice: the verdict and the moment",
        "why the voice, word for word",
        (
            "A slip happens, and a sentence follows. “I am hopeless” is about a whole person and cannot be acted on. "
            "“I skipped the second slide” is about one moment, could be wrong, and can be.",
            "Written down as it was said, the sentence stands beside the event instead of in its place. You mark how "
            "far it reaches before the app says what it hears; both readings are kept and neither is corrected.",
            "How true it felt is one key, because a feeling fades from memory sooner than the event.",
        ),
        (BLAMED_CHARACTER, EXPLANATIONS, ABSOLUTE_WORDS),
        "That marking a sentence as global or local changes anything by itself.",
    ),
    LearnPage(
        "name",
        "Name: the habit, then the moment",
        "why a name, and why one moment",
        (
            "A habit of judging with a name is easier to see the next time. Naming is not a diagnosis, and none of "
            "them is a fine answer.",
            "Then the same event as one moment: what you did, missed or misread. Three quiet ticks look for a "
            "moment, a deed, and room to be wrong. They are no grade.",
            "Stuck? Tell it with your own name instead of “I”, or ask what made it sensible at the time.",
        ),
        (CONCRETE, DISTANCE, PREFERRED_REFRAMES, BEFORE_AND_AFTER),
        "Which of the habits is the right one: people who rate the same sentence often differ.",
    ),
    LearnPage(
        "ask",
        "Ask: one question",
        "what can I try differently next time?",
        (
            "The question leaves the verdict where it is and turns to the next time. Said out loud it is harder to "
            "answer with another verdict.",
            "The answer wants to be small enough for a bad day, and different enough to be noticed.",
            "Nothing here asks you to think well of yourself. Kind sentences that one does not believe can do harm.",
        ),
        (LOOKING_BACK, AFFIRMATIONS, MINDSET),
        "That this question is better than others.",
    ),
    LearnPage(
        "set",
        "Set: a plan, a guess and a date",
        "why if–then, a number and a date",
        (
            "“When she asks for a number, I will say ‘let me check’.” A plan tied to a moment is met when the moment "
            "comes, without having to be remembered.",
            "The guess with its chance makes it a small experiment: something can come out. A guess that comes true "
            "is information, and so is one that does not.",
            "At the date you decide: keep, change one thing, stop, or overhaul. The date is for deciding, not for "
            "succeeding, so nothing turns red.",
        ),
        (IF_THEN, IF_THEN_LATER, WATCHING, OWN_DEADLINES, WORRIES),
        "How long is long enough. Fourteen days is a habit of ours.",
    ),
    LearnPage(
        "signal",
        "Signal or structure",
        "what is yours to try, and what is not",
        (
            "Some slips are a signal: something small could be done otherwise. Some say that the set-up would make "
            "anyone slip; then the set-up must change. Some are not yours at all, and many can be let go.",
            "Five questions help to tell: has it come back here, would a rested and capable person slip too, did it "
            "hang on something you do not control, have small changes already made no difference, would one more "
            "cost a lot? Three times yes suggests an overhaul. The suggestion and your choice are both kept.",
            "If someone is harming or humiliating you, that is not your slip to reframe. The safety page says where to "
            "turn.",
        ),
        (),
        "The five questions and the number three are rules of thumb of ours. No study stands behind them.",
    ),
    LearnPage(
        "doing",
        "Doing builds belief",
        "one small task, rated before each try",
        (
            "Whether you can do a thing is a belief about that thing, not about you. So there is one task, small and "
            "named, and before each try one number: how sure are you that you can do it, as it is today?",
            "What made a try a bit easier is worth writing down, because it can be used again.",
            "The number follows the tries more than it leads them. It is there to be looked back on, not to be raised.",
        ),
        (CONFIDENCE_RATED, CONFIDENCE_FOLLOWS, TRYING_OUT),
        "That rating it makes the next try go better.",
    ),
    LearnPage(
        "company",
        "Company: mending without drama",
        "what can be borrowed from others",
        (
            "How a slip is met by the people around you is part of the set-up. Some correct a mistake in one "
            "sentence and go on. It helps to see exactly what they do, and to borrow it.",
            "Note the moment: who, what they did, what you could borrow. People stand under an alias, and nobody is "
            "scored.",
            "Kindness towards oneself can be learnt in programmes, and seems to soften the inner critic somewhat.",
        ),
        (SELF_COMPASSION,),
        "That noting such moments changes how you meet your own.",
    ),
    LearnPage(
        "months",
        "Months, not minutes",
        "why “too early to tell” is an answer",
        (
            "Three good days are three good days. The look back claims nothing before there are enough cases, and "
            "then says how sure one may be, with the counts beside it.",
            "A gap is no failure and is not mentioned. There are no streaks here, and no number rises because you "
            "opened the app.",
            "Ratings start empty and earlier ones are hidden until you have answered, so that the old number does "
            "not answer for you.",
        ),
        (HABITS_TAKE_TIME, BROKEN_STREAKS, APPS_LEFT),
        "What changed it. A curve that falls does not say why.",
    ),
    LearnPage(
        "numbers",
        "How to read the numbers",
        "d, g, β, ρ and p, in a minute",
        (
            "d and g say how far two groups lie apart, counted in their usual spread. By custom 0.2 is small, 0.5 "
            "middling, 0.8 large. At 0.5 about seven in ten of those who were helped do better than the middle one "
            "of those who were not; three do not.",
            "β and ρ say how closely two things go together, from 0 for not at all to 1 for wholly. At one tenth, one "
            "of them tells next to nothing about the other in a single person.",
            "p, in the look back, is how often chance alone would look like this if nothing had changed. A small p "
            "is no proof, and says nothing of why.",
            "“Between this and that” is a range that fits the data. Where two ranges overlap much, no difference is "
            "claimed.",
        ),
        (),
        "What any of these averages means for you. They are about groups.",
    ),
    LearnPage(
        "limits",
        "What this cannot do",
        "and when to leave it alone",
        (
            "recalibrate is a notebook for ordinary slips. It is not therapy, diagnosis or emergency help, and it "
            "has not been tested in a study.",
            "If writing makes it go round and round, stop after the second prompt and do something with your hands. "
            "For habits of checking or of asking for reassurance, more entries are not better.",
            "If low mood lasts two weeks or stops daily life, talk to a professional.",
        ),
        (APPS,),
        "Whether any of it does for you what it did for others. That is what the look back is for.",
    ),
)


def learn_page(key: str) -> LearnPage | None:
    """The page of that key."""
    return next((page for page in PAGES if page.key == key), None)


def page_paragraphs(page: LearnPage) -> tuple[str, ...]:
    """The page as one reads it, a heading starting with "# "."""
    known = ("# What is known", *(each.as_paragraph() for each in page.evidence)) if page.evidence else ()
    unknown = ("# What is not known", page.unknown) if page.unknown else ()
    return (f"# {page.title}", *page.paragraphs, *known, *unknown)
