"""The settings file: readable, tolerant, and never a reason not to start."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recalibrate.domain.settings import SavedSearch, Settings
from recalibrate.store.settings import load_settings, save_settings

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)


def test_no_file_means_the_settings_to_start_from(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml").settings == Settings()
    assert not list(tmp_path.iterdir())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, st.lists(TEXTS, max_size=2), st.integers(2, 5))
def test_settings_come_back_as_they_were_saved(tmp_path: Path, text: str, texts: list[str], rounds: int) -> None:
    path = tmp_path / "home" / "settings.toml"
    saved = Settings(
        theme=text,
        rounds_per_root=rounds,
        safety_contacts=tuple(texts),
        saved_searches=(SavedSearch(name=text, query=text),),
        keymap=(("reframe.save", text),),
        seen_welcome=True,
    )
    save_settings(path, saved)
    found = load_settings(path)
    assert (found.settings, found.ignored) == (saved, ())
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("week_start = 9", "week_start"),
        ("rounds_per_root = 1", "rounds_per_root"),
        ("open_at_once = true", "open_at_once"),
        ("theme = 3", "theme"),
        ('safety_contacts = "one"', "safety_contacts"),
        ("colour = 1", "colour"),
    ],
)
def test_a_bad_setting_is_named_and_the_others_count(tmp_path: Path, line: str, word: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"{line}\nidle_lock_minutes = 7\n")
    found = load_settings(path)
    assert found.settings == Settings(idle_lock_minutes=7)
    (sentence,) = found.ignored
    assert word in sentence


@pytest.mark.parametrize("content", [b"not toml at all [", b"\xff\xfe\x00", b"a = 1\na = 2"])
def test_a_file_that_is_no_toml_is_named_and_stays(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    found = load_settings(path)
    assert found.settings == Settings()
    assert str(path) in found.ignored[0]
    assert path.read_bytes() == content


def test_saving_keeps_a_file_that_could_not_be_read_beside(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("not toml [")
    save_settings(path, Settings(theme="x"))
    assert load_settings(path).settings.theme == "x"
    assert (tmp_path / "settings.toml.bad").read_text() == "not toml ["


def test_unknown_settings_survive_a_save(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('later = { a = [1, 2.5], "b c" = "d" }\nweek_start = 6\n')
    save_settings(path, load_settings(path).settings)
    found = tomllib.loads(path.read_text())
    assert (found["later"], found["week_start"]) == ({"a": [1, 2.5], "b c": "d"}, 6)
