from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry, Precision, Scope
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.situation import Situation
from recalibrate.exchange.incoming import NotReadable
from recalibrate.exchange.kinds import Read, read
from recalibrate.exchange.taking_in import Taken, take_in
from recalibrate.store.journal import Journal
from tests.builders import NOW, FixedClock, make_situation

JRNL = {
    "tags": {"@work": 1},
    "entries": [
        {"title": "I was late.", "body": "The bus left.", "date": "2026-02-03", "time": "09:30", "tags": ["@work"]},
        {"title": "", "body": "", "date": "2026-02-04", "time": "10:00", "tags": [], "starred": False},
        {"title": "Said the wrong name.", "body": "", "date": "someday", "time": "", "tags": []},
        "not an entry",
    ],
}
DAY_ONE = {
    "metadata": {"version": "1.0"},
    "entries": [
        {
            "uuid": "1546F37361264E129200B2CA6A885855",
            "creationDate": "2026-02-03T23:30:00Z",
            "timeZone": "Asia/Taipei",
            "text": "![](dayone-moment://AB12)\n\nI dropped the cup\\. It broke\\!",
            "tags": ["Home"],
        },
        {"creationDate": "2026-02-04T08:00:00Z", "text": "![](dayone-moment://CD34)"},
    ],
}
THOUGHT = {
    "automaticThought": "I always ruin it",
    "alternativeThought": "I spilled once.",
    "challenge": "Yesterday went well.",
    "cognitiveDistortions": [
        {"slug": "all-or-nothing", "selected": True},
        {"slug": "labeling", "selected": False},
        {"slug": "should-statements", "selected": True},
    ],
    "createdAt": "2026-02-03T10:00:00.000Z",
    "uuid": "@Quirk:thoughts:1",
}


def _write(folder: Path, name: str, value: Any) -> Path:
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
    return path


def _read(path: Path, kind: str = "", columns: Mapping[str, str] | None = None) -> tuple[Journal, Read, Taken]:
    journal = Journal.in_memory(FixedClock())
    found = read(path, kind, columns or {}, journal, NOW)
    return journal, found, take_in(journal, found.documents, ours=found.is_ours)


def _asserts_nothing_more(path: Path, journal: Journal, columns: Mapping[str, str] | None = None) -> None:
    later = NOW + timedelta(days=3)
    again = take_in(journal, read(path, "", columns or {}, journal, later).documents)
    assert not again.added
    assert again.already > 0


def test_jrnl_comes_in(tmp_path: Path) -> None:
    path = _write(tmp_path, "jrnl.json", JRNL)
    journal, found, _ = _read(path)
    (entry,) = journal.all(Entry)
    assert entry.what_happened == "I was late.\nThe bus left."
    assert entry.happened_at == datetime(2026, 2, 3, 9, 30, tzinfo=NOW.tzinfo)
    assert entry.tags == ("work",)
    assert [each.place for each in found.problems] == ["entry 2", "entry 3", "entry 4"]
    _asserts_nothing_more(path, journal)


def test_day_one_comes_in_at_the_time_it_was_there(tmp_path: Path) -> None:
    path = _write(tmp_path, "Journal.json", DAY_ONE)
    journal, found, _ = _read(path)
    (entry,) = journal.all(Entry)
    assert entry.what_happened == "I dropped the cup. It broke!"
    assert entry.happened_at == datetime(2026, 2, 4, 7, 30, tzinfo=timezone(timedelta(hours=8)))
    assert entry.happened_on.isoformat() == "2026-02-04"
    assert entry.tags == ("home",)
    assert [str(each) for each in found.problems] == ["entry 2: it has no words."]
    _asserts_nothing_more(path, journal)


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
    path = _write(tmp_path, "thoughts.json", document)
    journal, _, _ = _read(path)
    (entry,) = journal.all(Entry)
    assert entry.voice
    assert entry.voice.text == entry.what_happened == "I always ruin it"
    assert entry.habits == ("all_or_nothing", "should")
    assert entry.observation == "I spilled once.\n\nYesterday went well."
    _asserts_nothing_more(path, journal)


def test_slugs_alone_are_habits_too_and_an_unknown_one_becomes_ones_own(tmp_path: Path) -> None:
    journal, _, _ = _read(
        _write(tmp_path, "t.json", [{**THOUGHT, "cognitiveDistortions": ["labeling", "gut-feeling", 3]}])
    )
    (own,) = journal.all(OwnHabit)
    assert own.name == "gut-feeling"
    assert journal.all(Entry)[0].habits == ("labelling", own.id)


def test_a_table_comes_in_by_its_columns(tmp_path: Path) -> None:
    rows = ("2026-02-03;I was late;Talks;57", ";;;", "2026-02-30;Bad;;", "2026-02-04;;;", "yesterday;Lost it;talks;")
    text = "\n".join(("Date;Text;Where;How bad", *rows, ""))
    path = _write(tmp_path, "slips.csv", text)
    columns = {"what_happened": "Text", "happened_at": "Date", "situation": "Where", "sting": "How bad"}
    journal, found, _ = _read(path, columns=columns)
    first, second = journal.all(Entry)
    assert (first.what_happened, first.sting, first.precision) == ("I was late", 60, Precision.DAY)
    assert second.happened_on == NOW.date() - timedelta(days=1)
    assert [each.name for each in journal.all(Situation)] == ["Talks"]
    assert [each.place for each in found.problems] == ["line 4", "line 5"]
    _asserts_nothing_more(_write(tmp_path, "again.csv", text.replace("yesterday", "2026-03-04")), journal, columns)


def test_a_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = _write(tmp_path, "slips.csv", "Date,Text\n")
    for columns in ({"what_happened": "Words"}, {"mood": "Text"}, {"happened_at": "Date"}, {}):
        with pytest.raises(NotReadable, match=r"Text|field"):
            _read(path, columns=columns)


def test_markdown_with_front_matter_comes_in(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    (notes / "deep").mkdir(parents=True)
    _write(
        notes,
        "a.md",
        '---\nDate: 2026-02-03\ntags: [Work, late night]\nsituation: "talks"\n'
        "people:\n  - M.\n  - J.\nscope: global\n---\n"
        "\nI was late.\n\n## The inner voice\n\nI am slow.\n\n## As one moment\n\nThis once.\n",
    )
    _write(notes / "deep", "2026-02-05 bus.md", "No head at all.\n# A heading of theirs\n")
    _write(notes, "empty.md", "---\ndate: 2026-02-03\n---\n")
    (notes / "latin.md").write_bytes(b"caf\xe9")
    (notes / ".hidden.md").write_text("hidden")
    _write(tmp_path, "outside.md", "outside")
    (notes / "link.md").symlink_to(tmp_path / "outside.md")
    journal, found, _ = _read(notes)
    first, second = sorted(journal.all(Entry), key=lambda each: each.happened_on)
    assert (first.what_happened, first.observation, first.tags) == ("I was late.", "This once.", ("work", "late-night"))
    assert first.voice
    assert (first.voice.text, first.voice.scope) == ("I am slow.", Scope.GLOBAL)
    assert {each.alias for each in journal.all(Person)} == {"M.", "J."}
    assert second.what_happened == "No head at all.\n# A heading of theirs"
    assert second.happened_on.isoformat() == "2026-02-05"
    assert [each.place for each in found.problems] == ["empty.md", "latin.md"]
    _asserts_nothing_more(notes, journal)


def test_a_known_name_is_used_as_it_is(tmp_path: Path) -> None:
    journal = Journal.in_memory(FixedClock())
    journal.put(make_situation("Talks", id="old", merged_into="new"), make_situation("Speaking", id="new"))
    path = _write(tmp_path, "slips.csv", "what_happened,situation\nI was late,talks\n")
    take_in(journal, read(path, "", {}, journal, NOW).documents)
    assert journal.all(Entry)[0].situation_id == "new"
    assert len(journal.all(Situation)) == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", "{"),
        ("a.json", "[" * 5000 + "]" * 5000),
        ("a.json", "3"),
        ("a.json", "[]"),
        ("a.json", "{}"),
        ("a.json", '{"entries": {"1": {"what_happened": "x"}}}'),
        ("a.json", '{"n": 1e999}'),
        ("a.csv", ""),
        ("a.zip", "PK"),
    ],
)
def test_what_is_no_notebook_is_one_sentence(name: str, content: str, tmp_path: Path) -> None:
    with pytest.raises(NotReadable) as caught:
        _read(_write(tmp_path, name, content))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00\xd8", "is no text"),
        (b"  ", "is empty"),
        (b"[2026-02-03 09:30] I was late.\nThe bus left.\n", "jrnl --export json"),
        (b'{"entries": [', "is not whole JSON (line 1"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_plain_words(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "from-elsewhere"
    path.write_bytes(content)
    with pytest.raises(NotReadable) as caught:
        _read(path)
    assert said in str(caught.value)
    assert not any(word in str(caught.value) for word in ("surrogate", "document", "expected", "codec"))


def _zip(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_json", ".json").replace("UP", ".."), text)
    return path


def test_a_zip_is_read_without_being_unpacked(tmp_path: Path) -> None:
    more = {"metadata": {}, "entries": [*DAY_ONE["entries"], {"creationDate": "2026-01-01T08:00:00Z", "text": "More."}]}
    path = _zip(tmp_path / "Export.zip", Journal_json=json.dumps(DAY_ONE), Other_json=json.dumps(more), photos__a="x")
    journal, found, _ = _read(path)
    assert [each.what_happened for each in journal.all(Entry)] == ["I dropped the cup. It broke!", "More."]
    assert [each.place for each in found.problems] == ["Journal.json, entry 2", "Other.json, entry 2"]
    assert [each.name for each in tmp_path.iterdir()] == ["Export.zip"]
    _asserts_nothing_more(path, journal)


def test_a_zip_that_no_notebook_wrote_is_refused(tmp_path: Path) -> None:
    for name, members in {
        "out.zip": {"UP__UP__out_json": "[]"},
        "bomb.zip": {"a_json": " " * 5_000_000},
        "none.zip": {"a.txt": "x"},
        "broken.zip": {"a_json": "{"},
    }.items():
        with pytest.raises(NotReadable):
            _read(_zip(tmp_path / name, **members))


def test_a_missing_or_strange_place_is_one_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "nosuch.json", tmp_path):
        with pytest.raises(NotReadable):
            _read(path)


@pytest.mark.parametrize("kind", ["json", "jrnl", "dayone", "quirk"])
def test_a_file_of_another_kind_is_refused(kind: str, tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="does not look like"):
        _read(_write(tmp_path, "a.json", {"entries": 3}), kind)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(200_000_001)
    with pytest.raises(NotReadable, match="200,000,001"):
        _read(path)


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
        path = _write(tmp_path, "slips.csv", export_csv(chosen))
    else:
        path = tmp_path / "notes"
        path.mkdir()
        for name, text in each_markdown(chosen):
            _write(path, name, text)
    journal, found, _ = _read(path)
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
