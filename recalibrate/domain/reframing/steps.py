"""The prompts of a guided session, as data: four movements, eight prompts, and a short road for assumptions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Movement(StrEnum):
    """The four movements the trail shows, in their order."""

    NOTICE = "notice"
    NAME = "name"
    ASK = "ask"
    SET = "set"


class Prompt(StrEnum):
    """The key of a prompt."""

    WHAT_HAPPENED = "what_happened"
    VOICE = "voice"
    SCOPE = "scope"
    HABIT = "habit"
    OBSERVATION = "observation"
    IDEAS = "ideas"
    TRIAGE = "triage"
    PLAN = "plan"
    OVERHAUL = "overhaul"
    ASSUMPTION = "assumption"
    IF_NOT_SO = "if_not_so"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Step:
    """One prompt: where it stands, what it asks, one line beneath it and one line of help.

    `name` is how a list of unfinished drafts calls the place ("at the inner voice").
    """

    key: Prompt
    movement: Movement
    number: int
    name: str
    title: str
    lead: str = ""
    help: str = ""


STEPS: tuple[Step, ...] = (
    Step(
        Prompt.WHAT_HAPPENED,
        Movement.NOTICE,
        1,
        "what happened",
        "What happened?",
        "Just what a camera would have caught.",
        "“I lost my place when she asked about the budget.” One line is enough.",
    ),
    Step(
        Prompt.VOICE,
        Movement.NOTICE,
        2,
        "the inner voice",
        "What did the voice in your head say?",
        "As it said it. It does not have to be fair.",
        "Word for word if you can. It is kept as you write it.",
    ),
    Step(
        Prompt.SCOPE,
        Movement.NOTICE,
        3,
        "whole or moment",
        "Is that about you as a whole, or about this one moment?",
        "",
        "“I am hopeless” is about the whole. “I skipped the second slide” is about the moment.",
    ),
    Step(
        Prompt.HABIT,
        Movement.NAME,
        4,
        "the habit",
        "Does this habit have a name?",
        "Naming it is already something. None of these is fine.",
        "Suggestions come from the words of the voice. They are guesses; you choose.",
    ),
    Step(
        Prompt.OBSERVATION,
        Movement.NAME,
        5,
        "say it as one moment",
        "Say the same event as one moment.",
        "What did you misread, miss or do?",
        "Stuck? Tell it with your own name instead of “I”, or ask: what made it sensible at the time?",
    ),
    Step(
        Prompt.IDEAS,
        Movement.ASK,
        6,
        "the question",
        "What can I try differently next time?",
        "Small enough for a bad day.",
        "Several lines are several ideas; you mark one. Say it out loud if you can.",
    ),
    Step(
        Prompt.TRIAGE,
        Movement.ASK,
        7,
        "small or bigger",
        "Small experiment, or something bigger?",
        "Five short questions, each optional. Your call at the end.",
        "Three or more yes point to the set-up rather than to you.",
    ),
    Step(
        Prompt.PLAN,
        Movement.SET,
        8,
        "the plan",
        "What will you try, and by when?",
        "A guess you can check beats a hope you can't.",
        "One moment, one thing to do, one sign to look for.",
    ),
    Step(
        Prompt.OVERHAUL,
        Movement.SET,
        8,
        "what must change",
        "What in the set-up must change?",
        "Tools, load, rules, order: what would let anyone slip less.",
        "One change, its first step, and who has to agree.",
    ),
    Step(Prompt.CLOSE, Movement.SET, 8, "the summary", "As it stands now"),
)
"""The road of a slip; which of them are asked depends on the answers (see `draft.road`)."""

ASSUMPTION_STEPS: tuple[Step, ...] = (
    Step(
        Prompt.ASSUMPTION,
        Movement.NOTICE,
        1,
        "the assumption",
        "What are you fairly sure of about yourself here?",
        "One sentence that could turn out otherwise.",
        "“I am good at reading a room.” Being right is a result too.",
    ),
    Step(
        Prompt.IF_NOT_SO,
        Movement.ASK,
        2,
        "if it were not so",
        "What would you expect to see if it were not so?",
        "Something a camera could catch.",
        "If nothing could show it, it is not yet a guess that can be checked.",
    ),
    Step(
        Prompt.PLAN,
        Movement.SET,
        3,
        "the plan",
        "How will you look, and by when?",
        "A guess you can check beats a hope you can't.",
        "One moment, one thing to do, one sign to look for.",
    ),
    Step(Prompt.CLOSE, Movement.SET, 3, "the summary", "As it stands now"),
)
"""The road for the already confident: an assumption, how sure, what would show otherwise, a plan."""

REASONS: dict[Movement, str] = {
    Movement.NOTICE: (
        "Why notice first. The sentence the voice says and the thing that happened are two things; side by side "
        "they can be told apart. In two studies, blaming one's character went with low mood and blaming one's "
        "behaviour did not (Janoff-Bulman 1979; Peterson and others 1981). That is a link, not a cause, and it "
        "did not foretell how people felt later."
    ),
    Movement.NAME: (
        "Why name it. A habit with a name is easier to see the next time. Practice in concrete instead of "
        "sweeping thought eased low mood more than usual care in one trial of 121 people, and no more than "
        "relaxation did (Watkins and others 2012). Telling it with your own name gives a little distance "
        "(Kross and others 2014: seven lab studies, single sittings)."
    ),
    Movement.ASK: (
        "Why one question. Trying something out moved a belief slightly sooner and wider than writing alone in one "
        "study of 91 people (McManus and others 2012: one belief, one session). Not each slip is yours to "
        "experiment on: some say the set-up must change, some are not yours at all."
    ),
    Movement.SET: (
        "Why a date. Plans of the form “when this, I will that” help people do what they meant to: 642 tests, from "
        "d = .27 to .66 depending on what was measured (Sheeran and others 2024). Own deadlines help, less than "
        "well-set outside ones (Ariely and Wertenbroch 2002). The date is for deciding, not for succeeding."
    ),
}
"""What F1 says about each movement, with the limits of its evidence."""

BACKFIRE = (
    "If writing makes it go round and round, park it here and do something with your hands. "
    "If low mood lasts two weeks or stops daily life, talk to a professional."
)
"""Said under each help text: writing is not always the thing to do."""
