"""Where things live, and that asking makes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from recalibrate.paths import Paths, beside


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    paths = Paths.of({"RECALIBRATE_HOME": str(tmp_path / "home")})
    home = tmp_path / "home"
    assert paths.journal == home / "journal.json"
    assert all(place.is_relative_to(home) for place in (paths.drafts, paths.backups, paths.settings, paths.cache))
    assert not home.exists()


def test_a_journal_of_ones_own_brings_its_drafts_and_backups_but_not_the_settings(tmp_path: Path) -> None:
    environ = {"RECALIBRATE_HOME": str(tmp_path / "home")}
    paths = Paths.of(environ, str(tmp_path / "else" / "work.json"))
    assert paths.journal == tmp_path / "else" / "work.json"
    assert paths.drafts == tmp_path / "else" / "work.drafts"
    assert paths.backups == tmp_path / "else" / "work.backups"
    assert paths.settings == tmp_path / "home" / "settings.toml"
    assert list(tmp_path.iterdir()) == []


def test_the_platforms_data_directory_is_the_usual_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    paths = Paths.of({})
    assert paths.journal.name == "journal.json"
    assert "recalibrate" in paths.journal.parts
    assert list(tmp_path.iterdir()) == []


def test_a_tilde_and_a_relative_path_are_understood(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert Paths.of({"RECALIBRATE_HOME": "~/notes"}).home == tmp_path / "notes"
    assert Paths.of({}, "here.json").journal == tmp_path / "here.json"


@pytest.mark.parametrize(
    ("journal", "folder"),
    [("journal.json", "backups"), ("journal.json.age", "backups"), ("a.b.json", "a.b.backups"), ("x", "x.backups")],
)
def test_two_journals_in_one_folder_keep_their_backups_apart(journal: str, folder: str) -> None:
    assert beside(Path("/n") / journal, "backups") == Path("/n") / folder
