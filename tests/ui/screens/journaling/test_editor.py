from __future__ import annotations

import os
from pathlib import Path

import pytest

from recalibrate.ui.editor import EditorFailed, editor_command, through_a_file


def test_the_file_is_private_and_nothing_of_it_stays(tmp_path: Path) -> None:
    seen: list[Path] = []

    def edit(path: Path) -> None:
        seen.append(path)
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700
        assert path.read_text() == "It froze.\nTwice."
        path.write_text("I froze.\n")
        path.with_name("entry.md~").write_text("what an editor leaves")

    environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
    assert through_a_file("It froze.\nTwice.", edit, environ) == "I froze."
    assert seen
    assert list(tmp_path.iterdir()) == []


def test_the_words_are_wiped_before_the_file_goes(tmp_path: Path) -> None:
    kept = tmp_path / "held"

    def edit(path: Path) -> None:
        os.link(path, kept)  # another name for the same bytes

    through_a_file("a secret", edit, {"XDG_RUNTIME_DIR": str(tmp_path)})
    assert kept.read_bytes() == b"\0" * len("a secret")


def test_nothing_stays_when_the_editor_fails(tmp_path: Path) -> None:
    def edit(path: Path) -> None:
        raise EditorFailed("no editor")

    with pytest.raises(EditorFailed):
        through_a_file("words", edit, {"XDG_RUNTIME_DIR": str(tmp_path)})
    assert list(tmp_path.iterdir()) == []


def test_an_editor_that_takes_the_file_away_loses_nothing(tmp_path: Path) -> None:
    with pytest.raises(EditorFailed, match="as it was"):
        through_a_file("words", Path.unlink, {"XDG_RUNTIME_DIR": str(tmp_path)})


def test_visual_comes_before_editor_and_may_have_arguments() -> None:
    assert editor_command({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor_command({"EDITOR": "vi"}) == ["vi"]
    with pytest.raises(EditorFailed):
        editor_command({"EDITOR": 'vi "'})
