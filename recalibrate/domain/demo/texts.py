"""What the made-up year is written with: scenes, and the sentences that belong to no scene."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """An experiment of a scene: when, I will, what is expected, how one knows, and what to change next time."""

    cue: str
    action: str
    fear: str
    sign: str
    changed: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A situation with its slips (and each as an observation), voices about the whole and the moment, and plans."""

    name: str
    slips: tuple[tuple[str, str], ...]
    whole: tuple[str, ...]
    moment: tuple[str, ...]
    habits: tuple[str, ...]
    plans: tuple[Plan, ...]


HOPES = (
    ("the others wait without a word", "nobody goes on without me"),
    ("I do it on three days out of five", "three ticks on the card"),
    ("it takes less than two minutes", "the clock says so"),
    ("I notice it before I act", "a dot in the notebook each time"),
)
"""What is hoped for, and its sign, where nothing is feared."""

WENT = {
    "yes": ("It came as I had expected, twice.", "Yes, on the second day already."),
    "no": (
        "Nothing of the kind. They waited and went on.",
        "It did not happen in four tries.",
        "Nobody remarked on it.",
    ),
    "partly": ("Once it did, once it did not.",),
    "could_not_tell": ("There was no occasion that I could judge.",),
}
"""What happened, by outcome."""

LEARNED = (
    "A pause is shorter for the others than for me.",
    "It is easier before ten than after three.",
    "The card helps even when I do not look at it.",
    "What I expect and what comes are two things.",
    "",
)

NEXT = {
    "keep": "I go on with it as it is.",
    "change": "One thing changes, the rest stays.",
    "stop": "It is not worth the effort here.",
    "overhaul": "The set-up has to change first.",
}

OVERHAULS = (
    ("The figures come an hour before the round.", "Ask for it in the Monday mail.", "M."),
    ("One calendar instead of two.", "Copy the paper one on Sunday.", ""),
    ("The agenda names who speaks to what.", "Suggest it to R. after the round.", "R."),
    ("The mailing lists get names one cannot mix up.", "Write to the help desk.", "the help desk"),
)
"""What must change, the first step, who must agree."""

ASSUMPTIONS = (
    ("If I say that I don't know, people stop asking me.", "They ask me again within the week."),
    ("When I make a mistake in writing, people talk about it for days.", "Nobody mentions it after a day."),
)
"""What one is sure of, and what one would see if it were not so."""

MOMENTS = (
    ("saw_calm", "M.", "She said “wrong slide”, went back and carried on.", "Name it in two words and go on."),
    (
        "saw_calm",
        "K.",
        "He wrote “I misread this, here is the right figure”.",
        "Say the right thing right behind it.",
    ),
    ("met_me", "M.", "She asked what had made it sensible at the time.", "Ask that question myself."),
    ("met_me", "Aunt L.", "She laughed and handed me a cloth.", "A cloth before a comment."),
    ("i_met", "the trainee", "I said that I had done the same in my first week.", ""),
    ("saw_calm", "M.", "She thanked the man who found her error.", "Thank the finder."),
    ("used_against", "R.", "He brought up last month's date again in front of all.", ""),
    ("i_met", "K.", "I waited until he had finished and then showed him the row.", ""),
    ("met_me", "K.", "He moved the date and said nothing else.", "Move the date, leave the lecture."),
    ("saw_calm", "the baker", "She gave the right change and said “there we are”.", ""),
)
"""Kind, alias, what happened, and what can be borrowed."""

TASK: tuple[str, tuple[str, ...]] = (
    "ask one question in the Monday round",
    ("in writing, beforehand", "to my neighbour", "in the round", "to the director"),
)
OLD_TASK: tuple[str, tuple[str, ...]] = ("ring up instead of writing", ("a friend", "a shop", "an office"))
IMPROVEMENTS = (
    "Write the first three words down.",
    "Ask in the first ten minutes.",
    "Look at one friendly face.",
    "Say “a small question” in front.",
)
AFTER_A_TRY = ("Heart in the throat, and then it was over.", "Shorter than planned.", "She answered kindly.", "")
AGAIN = ("Again: ", "Once more: ")
