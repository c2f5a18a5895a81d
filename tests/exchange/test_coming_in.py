from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry, Precision, Scope
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.situation import Situation
from recalibrate.exchange.kinds import read
from recalibrate.exchange.taking_in import take_in
from recalibrate.store.journal import Journal
from tests.builders import NOW, FixedClock, make_situation
from tests.exchange.files_from_elsewhere import DAY_ONE, JRNL, THOUGHT, asserts_nothing_more, came_in, written, zipped


def test_jrnl_comes_in(tmp_path: Path) -> None:
    path = written(tmp_path, "jrnl.json", JRNL)
    journal, found, _ = came_in(path)
    (entry,) = journal.all(Entry)
    assert entry.what_happened == "I was late.\nThe bus left."
    assert entry.happened_at == datetime(2026, 2, 3, 9, 30, tzinfo=NOW.tzinfo)
    assert entry.tags == ("work",)
    assert [each.place for each in found.problems] == ["entry 2", "entry 3", "entry 4"]
    asserts_nothing_more(path, journal)


def test_day_one_comes_in_at_the_time_it_was_there(tmp_path: Path) -> None:
    path = written(tmp_path, "Journal.json", DAY_ONE)
    journal, found, _ = came_in(path)
    (entry,) = journal.all(Entry)
    assert entry.what_happened == "I dropped the cup. It broke!"
    assert entry.happened_at == datetime(2026, 2, 4, 7, 30, tzinfo=timezone(timedelta(hours=8)))
    assert entry.happened_on.isoformat() == "2026-02-04"
    assert entry.tags == ("home",)
    assert [str(each) for each in found.problems] == ["entry 2: it has no words."]
    asserts_nothing_more(path, journal)


@pytest.mark.parametrize(
    "document",
    [
        [THOUGHT],
        {"thoughts": [THOUGHT]},
        {"@Quirk:thoughts:1": json.dumps(THOUGHT), "@Quirk:settings": "en"},
        [["@Quirk:thoughts:1", json.dumps(THOUGHT)]],
    ],
    ids=["list", "thoughts", "store", "pairs"],
)
def test_thoughts_come_in_from_every_shape(document: Any, tmp_path: Path) -> None:
    path = written(tmp_path, "thoughts.json", document)
    journal, _, _ = came_in(path)
    (entry,) = journal.all(Entry)
    assert entry.voice
    assert entry.voice.text == entry.what_happened == "I always ruin it"
    assert entry.habits == ("all_or_nothing", "should")
    assert entry.observation == "I spilled once.\n\nYesterday went well."
    asserts_nothing_more(path, journal)


def test_slugs_alone_are_habits_too_and_an_unknown_one_becomes_ones_own(tmp_path: Path) -> None:
    journal, _, _ = came_in(
        written(tmp_path, "t.json", [{**THOUGHT, "cognitiveDistortions": ["labeling", "gut-feeling", 3]}])
    )
    (own,) = journal.all(OwnHabit)
    assert own.name == "gut-feeling"
    assert journal.all(Entry)[0].habits == ("labelling", own.id)


def test_a_table_comes_in_by_its_columns(tmp_path: Path) -> None:
    rows = ("2026-02-03;I was late;Talks;57", ";;;", "2026-02-30;Bad;;", "2026-02-04;;;", "yesterday;Lost it;talks;")
    text = "\n".join(("Date;Text;Where;How bad", *rows, ""))
    path = written(tmp_path, "slips.csv", text)
    columns = {"what_happened": "Text", "happened_at": "Date", "situation": "Where", "sting": "How bad"}
    journal, found, _ = came_in(path, columns=columns)
    first, second = journal.all(Entry)
    assert (first.what_happened, first.sting, first.precision) == ("I was late", 60, Precision.DAY)
    assert second.happened_on == NOW.date() - timedelta(days=1)
    assert [each.name for each in journal.all(Situation)] == ["Talks"]
    assert [each.place for each in found.problems] == ["line 4", "line 5"]
    asserts_nothing_more(written(tmp_path, "again.csv", text.replace("yesterday", "2026-03-04")), journal, columns)


def test_markdown_with_front_matter_comes_in(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    (notes / "deep").mkdir(parents=True)
    written(
        notes,
        "a.md",
        '---\nDate: 2026-02-03\ntags: [Work, late night]\nsituation: "talks"\n'
        "people:\n  - M.\n  - J.\nscope: global\n---\n"
        "\nI was late.\n\n## The inner voice\n\nI am slow.\n\n## As one moment\n\nThis once.\n",
    )
    written(notes / "deep", "2026-02-05 bus.md", "No head at all.\n# A heading of theirs\n")
    written(notes, "empty.md", "---\ndate: 2026-02-03\n---\n")
    (notes / "latin.md").write_bytes(b"caf\xe9")
    (notes / ".hidden.md").write_text("hidden")
    written(tmp_path, "outside.md", "outside")
    (notes / "link.md").symlink_to(tmp_path / "outside.md")
    journal, found, _ = came_in(notes)
    first, second = sorted(journal.all(Entry), key=lambda each: each.happened_on)
    assert (first.what_happened, first.observation, first.tags) == ("I was late.", "This once.", ("work", "late-night"))
    assert first.voice
    assert (first.voice.text, first.voice.scope) == ("I am slow.", Scope.GLOBAL)
    assert {each.alias for each in journal.all(Person)} == {"M.", "J."}
    assert second.what_happened == "No head at all.\n# A heading of theirs"
    assert second.happened_on.isoformat() == "2026-02-05"
    assert [each.place for each in found.problems] == ["empty.md", "latin.md"]
    asserts_nothing_more(notes, journal)


def test_a_known_name_is_used_as_it_is(tmp_path: Path) -> None:
    journal = Journal.in_memory(FixedClock())
    journal.put(make_situation("Talks", id="old", merged_into="new"), make_situation("Speaking", id="new"))
    path = written(tmp_path, "slips.csv", "what_happened,situation\nI was late,talks\n")
    take_in(journal, read(path, "", {}, journal, NOW).documents)
    assert journal.all(Entry)[0].situation_id == "new"
    assert len(journal.all(Situation)) == 2


def test_a_zip_is_read_without_being_unpacked(tmp_path: Path) -> None:
    more = {"metadata": {}, "entries": [*DAY_ONE["entries"], {"creationDate": "2026-01-01T08:00:00Z", "text": "More."}]}
    path = zipped(tmp_path / "Export.zip", Journal_json=json.dumps(DAY_ONE), Other_json=json.dumps(more), photos__a="x")
    journal, found, _ = came_in(path)
    assert [each.what_happened for each in journal.all(Entry)] == ["I dropped the cup. It broke!", "More."]
    assert [each.place for each in found.problems] == ["Journal.json, entry 2", "Other.json, entry 2"]
    assert [each.name for each in tmp_path.iterdir()] == ["Export.zip"]
    asserts_nothing_more(path, journal)


@pytest.mark.parametrize("ending", ["csv", "md"])
def test_our_own_export_comes_in_again(ending: str, tmp_path: Path) -> None:
    from recalibrate.domain.habits.catalogue import CATALOGUE
    from recalibrate.exchange.choice import Choice, leaving
    from recalibrate.exchange.export_csv import export_csv
    from recalibrate.exchange.export_markdown import each_markdown
    from tests.builders import make_entry, make_person, make_reframed, make_voice

    source = Journal.in_memory(FixedClock())
    source.put(
        make_situation("talks", id="s1"),
        make_person("M.", id="p1"),
        make_reframed(
            id="0a12898f-6721-45c9-85eb-996a802fbe98",
            what_happened="=1+1\n# not a heading\n\n--- nor a rule\n\\escaped",
            voice=make_voice("-I am slow."),
            habits=("moralising", "labelling"),
            situation_id="s1",
            people=("p1",),
            tags=("late-night",),
        ),
        make_entry(id="0a12898f-6721-45c9-85eb-996a802fbe99", precision=Precision.DAY),
    )
    chosen = leaving(source, Choice(), {each.key: each.name for each in CATALOGUE})
    if ending == "csv":
        path = written(tmp_path, "slips.csv", export_csv(chosen))
    else:
        path = tmp_path / "notes"
        path.mkdir()
        for name, text in each_markdown(chosen):
            written(path, name, text)
    journal, found, _ = came_in(path)
    assert found.problems == ()
    before, after = source.all(Entry), sorted(journal.all(Entry), key=lambda each: each.id)
    for one, other in zip(sorted(before, key=lambda each: each.id), after, strict=True):
        assert (one.id, one.what_happened, one.happened_on) == (other.id, other.what_happened, other.happened_on)
        assert (one.voice and one.voice.text, one.observation, one.habits) == (
            other.voice and other.voice.text,
            other.observation,
            other.habits,
        )
        assert (one.sting, one.tags, one.chosen_idea) == (other.sting, other.tags, other.chosen_idea)
    assert [each.name for each in journal.all(Situation)] == ["talks"]
    assert [each.alias for each in journal.all(Person)] == ["M."]
