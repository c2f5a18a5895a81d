"""Every screen by the name of its picture, and the way to it. To add one, add a `Shot`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from textual.app import App

from recalibrate.domain.journaling.editing import Editable, rewritten
from recalibrate.domain.look_back import SECTIONS
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Choice, Experiment
from recalibrate.ui.screens.experimenting.check_back import CheckBackScreen
from recalibrate.ui.screens.journaling.history import HistoryScreen
from recalibrate.ui.screens.settings.encryption import (
    ChangePassphraseScreen,
    NewPassphraseScreen,
    RecoveryKeyScreen,
)
from recalibrate.ui.screens.today.noticing import NoticingScreen
from recalibrate.ui.screens.unlock import UnlockScreen
from recalibrate.ui.screens.welcome import WelcomeScreen
from recalibrate.ui.session import Session
from tests.staging import (
    HOME,
    NOW,
    Reach,
    after,
    damaged_app,
    demo_app,
    empty_app,
    first_entry_app,
    keys,
    not_rated_app,
    onto,
    opted_in_app,
    shown,
    situation,
)


@dataclass(frozen=True)
class Shot:
    """A screen by the name of its file, the way to it from Today, and the app it is taken of."""

    name: str
    reach: Reach
    app: Callable[[], App[Any]] = demo_app


VOICE = ("n", "text:Lost my place when she asked about the budget.", "ctrl+n")
SCOPE = (*VOICE, "text:I'm hopeless at this, I always freeze", "enter", "7", "enter", "w")
OBSERVATION = (*SCOPE, "enter", "space", "enter", "text:This time I skipped the second slide, maybe in a hurry.")
QUESTION = (*OBSERVATION, "enter", "4", "enter", "text:say “let me check” and look")
PLAN = (*QUESTION, "ctrl+n", "ctrl+n", "text:she asks for a number", "enter", "enter", "text:she waits", "enter")
THEN = ("right", "enter", "8", "enter", "text:the meeting goes on", "enter", "text:in 12 days", "enter", "6")
FULL_PLAN = (*PLAN, *THEN)
FIVE = ("n", "y", "y", "y", "n")
OVERHAUL = (*QUESTION, "ctrl+n", *FIVE, "enter", "o", "enter", "text:The figures come an hour before it.")

DECIDED = ("d", "text:Twice. She waited both times.", "enter", "y", "enter", "enter", "3", "enter")


def kept_one(session: Session) -> CheckBackScreen:
    """The card that asks whether what was kept is still so."""
    found = (each for each in session.journal.all(Experiment) if each.decision)
    kept = next(each.id for each in found if each.decision and each.decision.choice is Choice.KEEP)
    return CheckBackScreen(session, kept)


def reworded(session: Session) -> HistoryScreen:
    """The earlier wordings of an entry that has been said anew."""
    entry = next(each for each in session.journal.all(Entry) if each.observation and each.voice)
    for day, words in enumerate(("I was late.", "I came late because I had planned too much.")):
        entry = rewritten(entry, Editable.OBSERVATION, words, NOW - timedelta(days=3 - day))
    return HistoryScreen(session, entry)


SHOTS: list[Shot] = [
    Shot("welcome", shown(lambda session: WelcomeScreen(HOME / "journal.json")), empty_app),
    Shot("today", keys()),
    Shot("today-empty", keys(), empty_app),
    Shot("today-after-the-first-slip", keys(), first_entry_app),
    Shot("today-with-what-one-asked-for", keys(), opted_in_app),
    Shot("noticing-plan", shown(lambda session: NoticingScreen("I hear “I always …”", lambda: None)), empty_app),
    Shot("cover", keys("ctrl+l")),
    Shot("unlock", shown(UnlockScreen)),
    Shot("recovery", keys(), damaged_app),
    Shot("reframe-what-happened", keys("n", "text:Lost my place when she asked about the budget.")),
    Shot("reframe-voice", keys(*VOICE, "text:I'm hopeless at this, I always freeze", "enter", "7")),
    Shot("reframe-scope", keys(*SCOPE)),
    Shot("reframe-habit", keys(*SCOPE, "enter")),
    Shot("reframe-observation", keys(*OBSERVATION)),
    Shot("reframe-question", keys(*QUESTION)),
    Shot("reframe-triage", keys(*QUESTION, "ctrl+n", "n", "y", "n")),
    Shot("reframe-plan", keys(*FULL_PLAN)),
    Shot("reframe-overhaul", keys(*OVERHAUL)),
    Shot("reframe-summary", keys(*FULL_PLAN, "ctrl+n")),
    Shot("reframe-why", keys(*VOICE, "f1")),
    Shot("assumption", keys("a", "text:When I say that I don't know, people stop asking me.")),
    Shot("next-round", onto("attach the file", "enter")),
    Shot("decide", keys("d", "text:Twice. She waited both times.", "enter", "y")),
    Shot("decide-change", keys(*DECIDED, "down", "space")),
    Shot("extend", keys("e", "enter", "x")),
    Shot("withdraw", after(keys("e"), onto("fill in the names", "enter", "w"))),
    Shot("check-back", shown(kept_one, "p")),
    Shot("overhaul", onto("One calendar", "enter")),
    Shot("overhaul-done", onto("One calendar", "enter", "d")),
    Shot("overhaul-another-date", onto("One calendar", "enter", "x")),
    Shot("all-experiments", keys("e")),
    Shot("one-experiment", keys("e", "enter")),
    Shot("journal", after(keys("j"), onto("paid the bill"))),
    Shot("journal-search", keys("j", "slash", "text:scope:global -tag:x meeting")),
    Shot("journal-saved-searches", keys("j", "f")),
    Shot("journal-save-a-search", keys("j", "slash", "text:scope:global meeting", "enter", "F")),
    Shot("journal-tags", keys("j", "T")),
    Shot("journal-marked", keys("j", "space", "space", "space", "m")),
    Shot("journal-bin", keys("j", "x", "x", "b")),
    Shot("entry", after(keys("j"), onto("paid the bill", "enter"))),
    Shot("entry-edit", after(keys("j"), onto("paid the bill", "e"))),
    Shot("entry-edit-text", after(keys("j"), onto("paid the bill", "e", "enter"))),
    Shot("entry-before", shown(reworded)),
    Shot("confirm", keys("j", "x", "b", "x")),
    Shot("task", keys("t")),
    Shot("task-new", keys("t", "a")),
    Shot("try", keys("t", "n")),
    Shot("situations", keys("i")),
    Shot("situation", keys("i", "enter")),
    Shot("monthly-check", keys("i", "c", "4"), not_rated_app),
    Shot("company", keys("c")),
    Shot("person", keys("c", "a")),
    Shot("moment", keys("c", "n")),
    Shot("share-which", keys("c", "s")),
    Shot("share", keys("c", "s", "enter")),
    Shot("practice", keys("p", "w", "enter")),
    Shot("learn", keys("h")),
    Shot("learn-page", keys("h", "enter")),
    Shot("learn-habit", after(keys("h"), onto("One becomes all", "enter"))),
    Shot("own-habit", keys("h", "a")),
    Shot("settings", keys("s")),
    Shot("settings-keys", after(keys("s"), onto("All keys", "enter"))),
    Shot("settings-new-key", after(keys("s"), onto("All keys", "enter", "down", "enter"))),
    Shot("settings-safety-contact", after(keys("s"), onto("Safety contacts", "enter"))),
    Shot("settings-privacy", after(keys("s"), onto("Privacy", "enter"))),
    Shot("passphrase", shown(lambda session: NewPassphraseScreen())),
    Shot("passphrase-change", shown(lambda session: ChangePassphraseScreen())),
    Shot("recovery-key", shown(lambda session: RecoveryKeyScreen("AGE-SECRET-KEY-1 MADE UP FOR THIS PICTURE", ()))),
    Shot("help", keys("question_mark")),
    Shot("palette", keys("ctrl+p")),
    Shot("safety", keys("f2")),
    *(
        Shot(f"look-back-{section.key.replace('_', '-')}", keys("l", str((number + 1) % 10)))
        for number, section in enumerate(SECTIONS)
    ),
    Shot("look-back-one-situation", situation("questions in meetings")),
    Shot("look-back-situation-that-rises", situation("planning a day")),
    Shot("look-back-too-early", situation("lunch at the long table")),
    Shot("look-back-global-and-local", keys("l", "2", "j")),
    Shot("look-back-table", keys("l", "4", "t")),
    Shot("look-back-month", keys("l", "m")),
    Shot("look-back-reviews", keys("l", "r")),
    Shot("look-back-review", keys("l", "r", "enter")),
    Shot("look-back-empty", keys("l"), empty_app),
]
