from __future__ import annotations

import json
import stat
from html.parser import HTMLParser
from pathlib import Path

import pytest

from recalibrate.cli import main
from recalibrate.domain.journaling.report import FIELDS
from recalibrate.domain.look_back import CAVEAT, SECTIONS
from recalibrate.domain.records.review import Review
from recalibrate.store.journal import Journal
from tests.builders import NOW, FixedClock, make_entry, make_person, make_reframed, make_situation, make_voice
from tests.commands.conftest import Shell

HOSTILE = "<script>alert(1)</script> [x](javascript:1) | `y` \x1b[31m & \u202eabc"


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"RECALIBRATE_HOME": str(tmp_path / "home"), "RECALIBRATE_NOW": NOW.isoformat()}


@pytest.fixture
def demo(tmp_path: Path, environ: dict[str, str]) -> str:
    file = tmp_path / "demo.json"
    assert main(["demo", "-o", str(file)], environ) == 0
    return str(file)


def test_the_demo_writes_a_journal_once_and_nothing_of_the_users(
    demo: str, environ: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not (tmp_path / "home").exists()
    assert main(["demo", "-o", demo], environ) == 1
    assert "already" in capsys.readouterr().err


def test_the_demo_needs_a_terminal_and_leaves_nothing(
    environ: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    assert main(["demo"], environ) == 1
    assert "terminal" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_text_names_every_section_and_ends_with_the_caveat(
    demo: str, environ: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--journal", demo, "look-back"], environ) == 0
    said = capsys.readouterr().out
    assert all(section.title.upper() in said for section in SECTIONS)
    assert " ".join(said.split()).endswith(CAVEAT)


def test_the_json_holds_every_section_with_levels(
    demo: str, environ: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--journal", demo, "look-back", "--json"], environ) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["month"], document["running"], document["caveat"]) == ("2026-03", True, CAVEAT)
    assert [each["key"] for each in document["sections"]] == [each.key for each in SECTIONS]
    levels = {said["level"] for each in document["sections"] for page in each["pages"] for said in page["statements"]}
    assert levels == {"counts", "interval", "claim"}


def test_reading_the_look_back_writes_nothing(demo: str, environ: dict[str, str]) -> None:
    before = Path(demo).read_bytes()
    assert main(["--journal", demo, "look-back", "--month", "2026-01"], environ) == 0
    assert Path(demo).read_bytes() == before


def test_review_closes_the_months_that_are_over(
    demo: str, environ: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--journal", demo, "review", "--json"], environ) == 0
    months = [each["month"] for each in json.loads(capsys.readouterr().out)]
    assert months[-1] == "2026-02"
    kept = Journal.open(Path(demo), FixedClock()).all(Review)
    assert [each.month for each in kept] == months


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--month", "march"], "no month"),
        (["--after", "yesterday"], "report"),
        (["--html", "--leave-out", "soul"], "soul"),
        (["--html", "--month", "2026-02", "--after", "yesterday"], "not both"),
        (["--html", "--after", "14/3"], "--after"),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(
    demo: str, environ: dict[str, str], capsys: pytest.CaptureFixture[str], arguments: list[str], reason: str
) -> None:
    assert main(["--journal", demo, "look-back", *arguments], environ) == 2
    assert reason in capsys.readouterr().err


def hostile_journal(environ: dict[str, str]) -> None:
    home = Path(environ["RECALIBRATE_HOME"])
    home.mkdir()
    journal = Journal.open(home / "journal.json", FixedClock())
    situation, person = make_situation(HOSTILE), make_person(HOSTILE)
    entry = make_reframed(
        what_happened=HOSTILE, situation_id=situation.id, people=(person.id,), voice=make_voice(HOSTILE)
    )
    journal.put(situation, person, entry, make_entry("Plain."))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.outside += [str(value) for name, value in attrs if name in ("src", "href", "onclick", "style")]


def test_the_html_stands_alone_and_runs_nothing(environ: dict[str, str], tmp_path: Path) -> None:
    hostile_journal(environ)
    target = tmp_path / "report.html"
    assert main(["look-back", "--html", "-o", str(target)], environ) == 0
    text = target.read_text(encoding="utf-8")
    parser = _Tags()
    parser.feed(text)
    assert "script" not in parser.tags
    assert parser.outside == []
    assert "http" not in text.replace("http-equiv", "")
    assert "\x1b" not in text
    assert "&lt;script&gt;" in text
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert main(["look-back", "--html", "-o", str(target)], environ) == 1


def test_the_markdown_keeps_hostile_words_as_words(environ: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    hostile_journal(environ)
    assert main(["look-back", "--markdown"], environ) == 0
    text = capsys.readouterr().out
    assert "<script" not in text
    assert "[x](" not in text
    assert "\x1b" not in text


def test_pictures_are_drawn_in_the_html(demo: str, environ: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--journal", demo, "look-back", "--html"], environ) == 0
    assert capsys.readouterr().out.count("<svg") >= 10


@pytest.mark.parametrize("form", ["--html", "--markdown"])
def test_whatever_is_left_out_is_not_there(
    environ: dict[str, str], capsys: pytest.CaptureFixture[str], form: str
) -> None:
    hostile_journal(environ)
    sections = ",".join(sorted(FIELDS - {"slips", "what_happened"}))
    assert main(["look-back", form, "--leave-out", sections], environ) == 0
    text = capsys.readouterr().out
    assert "Plain" in text
    assert "Situation" not in text
    assert "voice" not in text.casefold().replace("voices", "")


def test_a_new_journal_says_once_that_there_is_nothing_to_say(shell: Shell) -> None:
    said = " ".join(shell("look-back").out.split())
    assert said.count("that is fine") == 1
    assert "Nothing to say yet" not in said
