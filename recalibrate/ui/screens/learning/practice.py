"""Practice: mild sentences to sort and to name, with answers and reasons; nothing is stored."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.habits.catalogue import habit
from recalibrate.domain.learning.practice import Practice, names_offered
from recalibrate.domain.learning.practice_words import END, QUESTION, WHICH_HABIT, reason, verdict
from recalibrate.domain.voice import Reading
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.widgets.choices import Choices, Option
from recalibrate.ui.widgets.keys_line import KeysLine

SORT = f"{QUESTION}  {{practice.whole}} · {{practice.moment}}"


class PracticeScreen(NotebookScreen[None]):
    """One sentence at a time: sort it, name it where it has a name, read the reason."""

    HELP_TITLE = "Practice"
    IS_FORM = True

    DEFAULT_CSS = """
    PracticeScreen { align: center top; }
    PracticeScreen > Vertical { width: 80; max-width: 100%; height: 1fr; padding: 1 2 0 2; }
    PracticeScreen .place { color: $quiet; }
    PracticeScreen .sentence { text-style: bold; margin: 2 0; }
    PracticeScreen .question { margin-bottom: 1; }
    PracticeScreen .reason { margin-top: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "sort('global')", "whole", tooltip="It is about the whole person", id="practice.whole"),
        Binding("m", "sort('local')", "moment", tooltip="It is about one moment", id="practice.moment"),
        Binding("enter", "on", "on", tooltip="The next sentence", id="practice.on"),
        Binding(
            "left,backspace", "take_back", "before", tooltip="The sentence before", show=False, id="practice.before"
        ),
        Binding("escape", "back", "back", tooltip="Leave; nothing was stored", id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    practice = Practice()
    sorted_as: Reading | None = None

    def compose(self) -> ComposeResult:
        """The sentence, the question, the reason."""
        with Vertical():
            yield Static(classes="place")
            yield Static(classes="sentence")
            yield Static(classes="question")
            yield Choices(id="names")
            yield Static(classes="reason")
        yield KeysLine(in_column=True)

    def show(self) -> None:
        """The sentence one is at, and what is asked of it."""
        current = self.practice.current
        names = self.query_one("#names", Choices)
        if current is None:
            self._say("", END, "", "")
            names.display = False
            return
        place = f"{len(self.practice.answers) + 1} of {len(self.practice.sentences)} · nothing is stored"
        if self.sorted_as is None:
            names.display = False
            self._say(place, f"“{current.text}”", SORT, "")
        elif current.habits and not names.chosen:
            names.options = tuple(_name_option(key) for key in names_offered(current))
            names.display = True
            names.focus()
            self._say(place, f"“{current.text}”", f"{verdict(current, self.sorted_as)} {WHICH_HABIT}", "")
        else:
            answer = f"{reason(current)}\n\n{{practice.on}} goes on"
            self._say(place, f"“{current.text}”", verdict(current, self.sorted_as), answer)

    def on_choices_chosen(self) -> None:
        """A name was chosen: say ours."""
        self.show()

    def on_choices_finished(self) -> None:
        """Enter chooses a name, and then goes on."""
        names = self.query_one("#names", Choices)
        if names.chosen:
            self.action_on()
        else:
            names.action_choose()

    def action_sort(self, reading: str) -> None:
        """Sort the sentence."""
        if self.sorted_as is None and self.practice.current:
            self.sorted_as = Reading(reading)
            self.show()
            self.refresh_bindings()

    def action_on(self) -> None:
        """The next sentence, once this one is answered."""
        if self.practice.finished:
            self.dismiss()
        elif self.sorted_as is not None:
            self.practice = self.practice.answered(self.sorted_as)
            self._fresh()

    def action_take_back(self) -> None:
        """The sentence before."""
        self.practice = self.practice.taken_back()
        self._fresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Sorting only while a sentence waits for it."""
        return self.sorted_as is None if action == "sort" else super().check_action(action, parameters)

    def _fresh(self) -> None:
        self.sorted_as = None
        self.query_one("#names", Choices).chosen = frozenset()
        self.set_focus(None)
        self.show()
        self.refresh_bindings()

    def _say(self, place: str, sentence: str, question: str, answer: str) -> None:
        for name, words in (("place", place), ("sentence", sentence), ("question", question), ("reason", answer)):
            self.query_one(f".{name}", Static).update(Content(in_keys(words)))


def _name_option(key: str) -> Option:
    found = habit(key)
    return Option(key, found.name if found else key, found.definition if found else "")
