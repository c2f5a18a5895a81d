"""A made-up journal of ten slips a day, the same for the same count: what the benchmarks read and write.

`python tests/benchmarks/corpus.py FILE [COUNT]` writes one, so that it can be looked at with the app itself.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from recalibrate.domain.records.entry import Entry, Idea, Scope, Triage
from recalibrate.domain.records.entry import Path as Way
from recalibrate.domain.records.experiment import Choice, Decision, Experiment
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.review import Review
from recalibrate.domain.records.situation import Situation
from recalibrate.store.journal import Journal
from tests.builders import NOW, make_experiment, make_rating, make_reframed, make_situation, make_voice

TEN_YEARS = 36_500
"""Ten entries a day for ten years, some 30 MB."""

BETWEEN = timedelta(minutes=144)
NAMES = ("questions in meetings", "mail", "the phone", "handing over", "planning a week", "lunch with the team")
SENTENCES = (
    "I read out the wrong figure and everyone looked at me for a while.",
    "I lost my place on the second slide when the budget came up.",
    "I answered the mail before I had read it to its end.",
    "I said I would call back and thought of it the day after.",
    "I spoke over her twice, and noticed it only on the way home.",
    "I left the café without the folder that we had met for.",
    "I had not asked who else works on it, so it was done twice.",
    "I froze when I was asked for the reason, and said that it was late.",
)


def records(count: int, now: datetime = NOW) -> Iterator[Record]:
    """Situations, then so many entries up to `now`, some with an experiment or a rating."""
    chance = random.Random(count)
    situations = [make_situation(name, **_identity(chance, now - count * BETWEEN)) for name in NAMES]
    yield from situations
    yield Review(month=f"{now.replace(day=1) - timedelta(days=1):%Y-%m}", closed_at=now)  # no month is left to close
    for left in range(count, 0, -1):
        at = now - left * BETWEEN
        entry = _entry(chance, at, situations, parked=left <= 3 or chance.random() < 0.02)
        yield entry
        if left % 9 == 3 and entry.triage:
            yield _experiment(chance, entry, at, is_running=left < 20, is_due=left in (21, 30))
        if left % 5 == 0:
            yield _rating(chance, entry, at)


def write(path: Path, count: int, now: datetime = NOW) -> None:
    """A journal of so many entries at `path`."""
    journal = Journal.open(path, lambda: now)
    journal.put(*records(count, now))


def _identity(chance: random.Random, at: datetime) -> dict[str, object]:
    return {"id": str(UUID(int=chance.getrandbits(128), version=4)), "created_at": at}


def _text(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choices(SENTENCES, k=chance.randint(least, most)))


def _entry(chance: random.Random, at: datetime, situations: Sequence[Situation], *, parked: bool) -> Entry:
    entry = make_reframed(
        **_identity(chance, at),
        what_happened=_text(chance, 1, 1),
        happened_at=at,
        situation_id=chance.choice(situations).id,
        sting=chance.randrange(0, 101, 10),
        voice=make_voice(_text(chance, 1, 1), scope=chance.choice(tuple(Scope))),
        habits=tuple(chance.sample(("global_judgement", "should", "comparing"), k=chance.randint(0, 2))),
        observation=_text(chance, 1, 1),
        ideas=(Idea(text=_text(chance, 1, 1), chosen=True), Idea(text="Ask who knows it.")),
        triage=Triage(choice=chance.choice((Way.EXPERIMENT, Way.LET_GO))),
        reframed_at=at,
    )
    return replace(entry, observation="", ideas=(), triage=None, reframed_at=None) if parked else entry


def _experiment(chance: random.Random, entry: Entry, at: datetime, *, is_running: bool, is_due: bool) -> Experiment:
    days = 1 if is_due else 14
    decision = Decision(choice=chance.choice((Choice.KEEP, Choice.STOP)), decided_at=at, learned=_text(chance, 1, 1))
    return make_experiment(
        **_identity(chance, at),
        entry_id=entry.id,
        started_at=at,
        deadline=at.date() + timedelta(days=days),
        decision=None if is_running or is_due else decision,
    )


def _rating(chance: random.Random, entry: Entry, at: datetime) -> Rating:
    identity = _identity(chance, at)
    return make_rating(chance.randrange(0, 101, 10), **identity, situation_id=entry.situation_id, rated_at=at)


def main(words: Sequence[str]) -> int:
    """Write a journal where the command line says."""
    if len(words) not in (1, 2):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    write(Path(words[0]), int(words[1]) if words[1:] else TEN_YEARS, datetime.now().astimezone())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
