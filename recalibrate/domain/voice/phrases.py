"""A tiny notation for phrases, and the reader that finds thousands of them in one walk.

    word            that word, contractions opened ("i am", "do not", "can not")
    a|b             either word
    {class}         any entry of a named class; entries may be phrases themselves
    slot?  slot*    perhaps  /  any number of times
    -ed  judg-      any word with that ending  /  beginning
    _   ..   ...    any word  /  up to three words  /  any words, over commas too
    ^   ,   ?       start of the sentence  /  a comma or dash  /  a question mark

A phrase never crosses punctuation unless it says so. All phrases become one automaton whose states are worked
out the first time a text reaches them, so the cost grows with the words read and never with the phrases known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_ANY, _ANYTHING = "_", "..."
_NOT_ENDINGS = frozenset(
    """
    need feed bleed exceed proceed succeed indeed hundred bed red speed seed weed wed sled shed breed greed deed
    thing something nothing anything everything king ring bring sing string spring during morning evening wing
    tired bored stressed annoyed exhausted confused frustrated depressed overwhelmed excited scared worried
    married divorced interested supposed only family early july lonely ugly silly holy belly jelly bully reply
    apply supply rely fly
    """.split()  # noqa: SIM905 -- a list of words reads better than eighty quoted ones
)
_MEMORY = 20_000  # words and steps remembered before starting afresh, so that odd input cannot fill the memory

Hit = tuple[int, int, int]


def split_phrases(block: str) -> list[str]:
    """The phrases of a block of data: one a line, or several parted by ` / `."""
    return [phrase.strip() for line in block.splitlines() for phrase in line.split("/") if phrase.strip()]


class _State:
    """A set of places in the phrases that the words so far have led to."""

    __slots__ = ("accepts", "places", "steps")

    def __init__(self, places: tuple[int, ...], accepts: tuple[int, ...]) -> None:
        self.places = places
        self.accepts = accepts
        self.steps: dict[str, _State | None] = {}


class PhraseBook:
    """Phrases with labels (small integers), ready to be found in a list of words."""

    def __init__(self, entries: Iterable[tuple[str, int]], classes: Mapping[str, str]) -> None:
        self._classes = classes
        self._known: dict[str, tuple[frozenset[str], list[str]]] = {}
        self._words: list[dict[str, list[int]]] = [{}]
        self._sets: list[list[tuple[frozenset[str], int]]] = [[]]
        self._shapes: list[list[tuple[str, int]]] = [[]]
        self._free: list[list[int]] = [[]]
        self._labels: dict[int, int] = {}
        self._affixes: set[str] = set()
        self._vocabulary: set[str] = set()
        for phrase, label in entries:
            end = self._lay(phrase, 0)
            if end == 0 or end in self._free_from(0):
                raise ValueError(f"The phrase {phrase!r} would match anything.")
            self._labels[end] = label
        self._states: dict[frozenset[int], _State] = {}
        self._shape_of: dict[str, str] = {}
        self._start = self._state({0})
        self._first: dict[str, set[int]] = {}
        for place in self._start.places:
            for word, targets in self._words[place].items():
                self._first.setdefault(word, set()).update(targets)
            for words, target in self._sets[place]:
                for word in words:
                    self._first.setdefault(word, set()).add(target)

    def find(self, words: tuple[str, ...]) -> list[Hit]:
        """The longest hit of each label at each place: (label, first word, one past the last word)."""
        shapes = ["^", *map(self._shape, words)]
        hits: list[Hit] = []
        last = len(shapes)
        for begin in range(last):
            state: _State | None = self._start
            found: dict[int, int] | None = None
            at = begin
            while at < last and state is not None:
                shape = shapes[at]
                at += 1
                state = state.steps[shape] if shape in state.steps else self._step(state, shape)
                if state is not None and state.accepts:
                    found = found or {}
                    for label in state.accepts:
                        found[label] = at
            if found:
                hits.extend((label, max(begin - 1, 0), end - 1) for label, end in found.items())
        return hits

    def _lay(self, phrase: str, start: int) -> int:
        here = start
        for slot in phrase.split():
            here = self._lay_slot(slot, here)
        return here

    def _lay_slot(self, slot: str, here: int) -> int:
        if slot == "..":
            for _ in range(3):
                here = self._lay_slot("_?", here)
            return here
        if slot == _ANYTHING:
            place = self._place()
            self._free[here].append(place)
            self._shapes[place].append((_ANYTHING, place))
            return place
        repeat = slot[-1] if len(slot) > 1 and slot[-1] in "?*" else ""
        core = slot[:-1] if repeat else slot
        if repeat == "*":
            loop = self._place()
            self._free[here].append(loop)
            self._free[self._lay_core(core, loop)].append(loop)
            return loop
        there = self._lay_core(core, here)
        if repeat == "?":
            self._free[here].append(there)
        return there

    def _lay_core(self, core: str, here: int) -> int:
        there = self._place()
        if core.startswith("{"):
            words, longer = self._class(core[1:-1])
            self._sets[here].append((words, there))
            for phrase in longer:
                self._free[self._lay(phrase, here)].append(there)
        elif core == _ANY:
            self._shapes[here].append((_ANY, there))
        else:
            for word in core.split("|"):
                if len(word) > 2 and (word[0] == "-" or word[-1] == "-"):
                    self._affixes.add(word)
                    self._shapes[here].append((word, there))
                else:
                    self._vocabulary.add(word)
                    self._words[here].setdefault(word, []).append(there)
        return there

    def _class(self, name: str) -> tuple[frozenset[str], list[str]]:
        if name not in self._known:
            entries = [entry for line in self._classes[name].splitlines() for entry in _entries(line)]
            plain = frozenset(entry for entry in entries if _is_plain(entry))
            self._vocabulary |= plain
            self._known[name] = plain, [entry for entry in entries if entry not in plain]
        return self._known[name]

    def _place(self) -> int:
        self._words.append({})
        self._sets.append([])
        self._shapes.append([])
        self._free.append([])
        return len(self._words) - 1

    def _free_from(self, place: int) -> set[int]:
        reached, todo = {place}, [place]
        while todo:
            for there in self._free[todo.pop()]:
                if there not in reached:
                    reached.add(there)
                    todo.append(there)
        return reached

    def _state(self, places: set[int]) -> _State:
        reached = frozenset(there for place in places for there in self._free_from(place))
        state = self._states.get(reached)
        if state is None:
            accepts = tuple(sorted({self._labels[place] for place in reached if place in self._labels}))
            state = self._states[reached] = _State(tuple(reached), accepts)
        return state

    def _shape(self, word: str) -> str:
        """The word itself when some phrase names it, else what its ending and beginning tell."""
        shape = self._shape_of.get(word)
        if shape is None:
            if word in self._vocabulary or word in (",", "?"):
                shape = word
            else:
                shape = "~" + " ".join(sorted(affix for affix in self._affixes if _has(word, affix)))
            if len(self._shape_of) > _MEMORY:
                self._shape_of.clear()
            self._shape_of[word] = shape
        return shape

    def _step(self, state: _State, shape: str) -> _State | None:
        targets: set[int] = set()
        if state is self._start:
            targets |= self._first.get(shape, set())
        affixes = shape[1:].split() if shape[0] == "~" else None
        for place in state.places:
            if state is not self._start:
                targets.update(self._words[place].get(shape, ()))
                targets.update(there for words, there in self._sets[place] if shape in words)
            for affix, there in self._shapes[place]:
                if affix == _ANYTHING:
                    fits = shape != "^"
                elif affix == _ANY:
                    fits = shape not in (",", "?", "^")
                else:
                    fits = affix in affixes if affixes is not None else _has(shape, affix)
                if fits:
                    targets.add(there)
        following = self._state(targets) if targets else None
        state.steps[shape] = following
        return following


def _entries(line: str) -> list[str]:
    return split_phrases(line) if "/" in line else line.split()


def _is_plain(entry: str) -> bool:
    return not any(mark in entry for mark in " {}|*?_") and entry[0] != "-" and entry[-1] != "-"


def _has(word: str, affix: str) -> bool:
    if affix[0] == "-":
        return word.endswith(affix[1:]) and len(word) > len(affix) and word not in _NOT_ENDINGS
    return word.startswith(affix[:-1])
