"""Files as FreeCBT, Quirk, jrnl and Day One really write them, made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from recalibrate.domain.records.entry import Entry, Precision
from recalibrate.exchange.free_cbt import opened_backup
from recalibrate.exchange.incoming import NotReadable
from recalibrate.exchange.kinds import read
from recalibrate.exchange.lz_text import unpacked
from recalibrate.exchange.taking_in import take_in
from recalibrate.store.journal import Journal
from tests.builders import NOW, FixedClock

RICE = {
    "automaticThought": "I always ruin the rice",
    "challenge": "Last week it was fine.",
    "alternativeThought": "I left it on once – while I was on the phone 📞.",
    "cognitiveDistortions": ["overgeneralization", "labeling"],
    "createdAt": "2026-02-03T10:00:00.000Z",
    "updatedAt": "2026-02-03T10:05:00.000Z",
    "uuid": "7f3a",
    "v": "Thought-v1",
}
KNOWN = {
    **RICE,
    "automaticThought": "I should have known",
    "challenge": "",
    "alternativeThought": "",
    "cognitiveDistortions": [],
    "createdAt": "2026-02-04T08:00:00.000Z",
    "updatedAt": "2026-02-04T08:00:00.000Z",
    "uuid": "7f3b",
}
ARCHIVE = {"v": "Archive-v1", "thoughts": [RICE, KNOWN]}
PACKED = (
    "N4IgbiBcIIIE4GMAWBLMBTAtGAjCANCAC5ID2ArgOZJEDOUA2qAIblGkC2zRKCAKmSo0oIAJIACZgBsA7swCetcXHIoAduJLplvdARDJpU9Gsp"
    "7oAGWa0i4menQBrcSltylAM3XoAdPulE6HBq3GjoAhTURCISxh62ruKkGskI2oDIBHaoxuIS7kkaWuIADmRq2oC8G4B7O36ECKSUaq5hACIoNq"
    "RwPMn0kAwgpBhwZuVw0igAXqHJ+lLMAEboUuqUIAC6dXDo3OgAJjDR0ABMAAxHAGyYZ1cAzHw4J5Anj88+zycAWvrkxbs7+4cQKcLlcjrd7i8A"
    "KxPE5vZ5fQjkVS7EQAdg8N2Y+gg0AiQiI2DwAF98Cw2JxQvxBFEYuJaIIpLtxEhmBhxI41KQZGp9IYpMZTOYQP4pIFgqEMHiadBeQ0mjwMG0Ol"
    "0UD1GBsDFt/gcRMDLtcTgAWPgnAAcMJhcM+31+2sBetBV2NZotr3eCJASJQKOg6Ju82xIilNEJICJayJQA=="
)
TABLE = (
    "uuid,createdAt,updatedAt,automaticThought,cognitiveDistortions,challenge,alternativeThought\n"
    '7f3a,2026-02-03T10:00:00.000Z,2026-02-03T10:05:00.000Z,I always ruin the rice,"overgeneralization,labeling",'
    "Last week it was fine.,I left it on once – while I was on the phone 📞.\n"
    "7f3b,2026-02-04T08:00:00.000Z,2026-02-04T08:00:00.000Z,I should have known,,,\n"
)


def _entries(path: Path, journal: Journal) -> list[Entry]:
    found = read(path, "", {}, journal, NOW)
    assert not found.problems
    take_in(journal, found.documents)
    return list(journal.all(Entry))


def _asserts_both_thoughts(entries: list[Entry]) -> None:
    first, second = entries
    assert first.voice
    assert first.voice.text == RICE["automaticThought"]
    assert first.habits == ("overgeneralising", "labelling")
    assert first.observation == f"{RICE['alternativeThought']}\n\n{RICE['challenge']}"
    assert second.what_happened == KNOWN["automaticThought"]
    assert (second.habits, second.observation) == ((), "")


def test_its_json_its_table_and_its_backup_bring_the_same_slips_once(tmp_path: Path) -> None:
    journal = Journal.in_memory(FixedClock())
    for name, text in {
        "FreeCBT.json": json.dumps(ARCHIVE, indent=2),
        "FreeCBT.csv": TABLE,
        "FreeCBT-backup.txt": f":FreeCBT:{PACKED}:FreeCBT:\n",
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
        _asserts_both_thoughts(_entries(tmp_path / name, journal))


@pytest.mark.parametrize(
    "text",
    [":FreeCBT:", ":FreeCBT:N4Ig", ":FreeCBT::FreeCBT:", ":FreeCBT:N4Ig:FreeCBT:", ":FreeCBT:§§:FreeCBT:"],
)
def test_a_backup_that_is_broken_is_one_sentence(text: str) -> None:
    with pytest.raises(NotReadable, match="cannot be unpacked as a FreeCBT backup: it"):
        opened_backup(text.encode(), "backup.txt")


def test_a_backup_is_not_unpacked_beyond_what_is_read() -> None:
    assert json.loads(unpacked(PACKED, 10_000)) == ARCHIVE
    with pytest.raises(ValueError, match="more than 100 characters"):
        unpacked(PACKED, 100)


def test_its_markdown_is_refused_with_what_to_take_instead(tmp_path: Path) -> None:
    (tmp_path / "FreeCBT.md").write_text("created: 2026-02-03,\n\n# Automatic Thought\n\nI always ruin it\n")
    with pytest.raises(NotReadable, match="import the JSON"):
        read(tmp_path / "FreeCBT.md", "", {}, Journal.in_memory(FixedClock()), NOW)


def test_a_distortion_that_does_not_say_it_was_selected_was_not(tmp_path: Path) -> None:
    distortions: list[dict[str, Any]] = [
        {"slug": "labeling", "label": "Labeling", "description": "", "selected": True},
        {"slug": "mind-reading", "label": "Mind Reading", "description": "", "selected": False},
        {"slug": "catastrophizing", "label": "Catastrophizing", "description": ""},
    ]
    store = {"@Quirk:thoughts:1": json.dumps({**RICE, "cognitiveDistortions": distortions})}
    (tmp_path / "store.json").write_text(json.dumps(store))
    (entry,) = _entries(tmp_path / "store.json", Journal.in_memory(FixedClock()))
    assert entry.habits == ("labelling",)


def test_a_day_one_entry_with_rich_text_alone_has_words_and_an_all_day_one_is_a_day(tmp_path: Path) -> None:
    rich = {
        "meta": {"version": 1},
        "contents": [
            {"text": "Dropped the cup.\n", "attributes": {"line": {"header": 1}}},
            {"embeddedObjects": [{"type": "photo", "identifier": "AB12"}]},
            {"text": "It broke."},
        ],
    }
    document = {
        "metadata": {"version": "1.0"},
        "entries": [
            {
                "uuid": "1546F37361264E129200B2CA6A885855",
                "creationDate": "2026-02-03T11:30:00Z",
                "modifiedDate": "2026-02-03T11:31:00Z",
                "timeZone": "Europe/Berlin",
                "richText": json.dumps(rich),
                "isAllDay": True,
                "isPinned": False,
                "starred": False,
                "duration": 0,
                "creationOSName": "iOS",
                "location": {"localityName": "Somewhere", "latitude": 1.0},
                "weather": {"conditionsDescription": "Rain"},
            }
        ],
    }
    (tmp_path / "Journal.json").write_text(json.dumps(document))
    (entry,) = _entries(tmp_path / "Journal.json", Journal.in_memory(FixedClock()))
    assert entry.what_happened == "Dropped the cup.\nIt broke."
    assert entry.precision is Precision.DAY


def test_a_jrnl_entry_with_all_that_jrnl_writes_comes_in(tmp_path: Path) -> None:
    document = {
        "tags": {"@talks": 1, "@work": 1},
        "entries": [
            {
                "title": "Lost my place on slide 2 @talks.",
                "body": "Found it again.\n\n@work",
                "date": "2026-02-03",
                "time": "09:30",
                "tags": ["@talks", "@work"],
                "starred": True,
                "uuid": "B40EE704E15846DE8D45C44118A4D511",
                "creator": {"device_agent": "x86_64", "generation_date": "2026-02-03 09:30:00"},
            }
        ],
    }
    (tmp_path / "jrnl.json").write_text(json.dumps(document, indent=2))
    (entry,) = _entries(tmp_path / "jrnl.json", Journal.in_memory(FixedClock()))
    assert entry.what_happened == "Lost my place on slide 2 @talks.\nFound it again.\n\n@work"
    assert entry.tags == ("talks", "work")
