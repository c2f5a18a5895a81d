"""The slips of the made-up year: what happened, the voice, its habits, and what was made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from recalibrate.domain.demo.diary import Diary
from recalibrate.domain.demo.texts import AGAIN, Scene
from recalibrate.domain.records.entry import Entry, InnerVoice, Path, Precision, Scope, Triage
from recalibrate.domain.records.rating import Context, Measure, Rating

TURN = 100
"""So many days ago the first voices began to be about the moment more often."""


class Slips:
    """Writes one slip after the other, each text once before any comes a second time."""

    def __init__(self, diary: Diary, own_habit: str) -> None:
        self._diary = diary
        self._own_habit = own_habit
        self._texts: dict[str, Iterator[tuple[str, str]]] = {}

    def write(self, scene: Scene, situation_id: str, day: date, *, whole: bool = True) -> Entry:
        """A slip on that day, with as much of a reframe as this one got; `whole` = all of it."""
        diary = self._diary
        happened = diary.at(day, diary.random.randint(8, 19), diary.random.randint(0, 59))
        what, observation = next(self._texts.setdefault(scene.name, self._cycle(scene)))
        day_only = diary.chance(0.08)
        entry = Entry(
            id=diary.new_id(),
            what_happened=what,
            happened_at=happened,
            precision=Precision.DAY if day_only else Precision.MINUTE,
            situation_id=situation_id,
            sting=diary.tens(50, 20) if diary.chance(0.85) else None,
            tags=("home",) if scene.name == "planning a day" else ("work",),
        )
        written = min(happened + timedelta(minutes=diary.random.randint(2, 60)), diary.now)
        if whole:
            entry = self._reframed(entry, scene, observation, written)
        if diary.chance(0.3):
            self._rate(entry, written)
        return diary.write(entry, written)

    def _reframed(self, entry: Entry, scene: Scene, observation: str, written: datetime) -> Entry:
        diary = self._diary
        recent = (diary.today - written.date()).days < TURN
        draw = diary.random.random()
        scope = Scope.GLOBAL if draw < (0.32 if recent else 0.76) else Scope.LOCAL
        if draw > 0.95:
            scope = diary.one_of((Scope.MIXED, Scope.CANT_TELL))
        before = diary.tens(70 if scope is Scope.GLOBAL else 50, 20)
        delay = diary.one_of((1, 1, 2, 5, 11, 20, 27, 50, 120))
        reframed_at = min(written + timedelta(hours=delay), diary.now)
        voice = InnerVoice(
            text=diary.one_of(scene.moment if scope is Scope.LOCAL else scene.whole),
            scope=scope,
            belief_before=before,
            belief_after=diary.tens(before - 10, 20) if diary.chance(0.7) else None,
        )
        entry = replace(entry, voice=voice if diary.chance(0.9) else None)
        if diary.chance(0.15):  # not every slip is gone through to its end; most of these are let go
            return replace(entry, triage=Triage(choice=Path.LET_GO)) if diary.chance(0.85) else entry
        named = entry.voice is not None and scope is not Scope.LOCAL
        found = diary.random.sample(scene.habits, k=diary.one_of((1, 1, 2)))
        habits = set(found) if named and diary.chance(0.85) else set()
        if named and diary.chance(0.08):
            habits.add(self._own_habit)
        triage = Triage(choice=diary.one_of((Path.LET_GO, Path.LET_GO, Path.NOT_MINE))) if diary.chance(0.2) else None
        return replace(
            entry,
            habits=tuple(sorted(habits)),
            named=named,
            observation=observation,
            triage=triage,
            reframed_at=reframed_at,
        )

    def _rate(self, entry: Entry, when: datetime) -> None:
        rating = Rating(
            id=self._diary.new_id(),
            measure=Measure.DREAD,
            value=self._diary.tens(70),
            rated_at=when,
            context=Context.SLIP,
            situation_id=entry.situation_id,
            entry_id=entry.id,
        )
        self._diary.write(rating, when)

    def _cycle(self, scene: Scene) -> Iterator[tuple[str, str]]:
        texts = list(scene.slips)
        self._diary.random.shuffle(texts)
        yield from texts
        for again in AGAIN:
            yield from ((f"{again}{what[0].lower()}{what[1:]}", observation) for what, observation in texts)
        while True:
            yield from texts
