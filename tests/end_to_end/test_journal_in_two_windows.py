"""Two windows on one journal and a capture from the shell, in real terminals."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from pathlib import Path
from typing import Any

from tests.end_to_end.terminal import PROGRAM, Terminal

NOW = "2026-03-05T14:30:00+01:00"
SETTINGS = "seen_welcome = true\n"


def slip(home: Path, words: str) -> None:
    """Capture a slip from the shell."""
    environ = {**os.environ, "RECALIBRATE_HOME": str(home), "RECALIBRATE_NOW": NOW}
    subprocess.run([PROGRAM, "slip", words], env=environ, check=True, capture_output=True)


def entries(home: Path) -> list[dict[str, Any]]:
    """The entries as the file has them."""
    return list(json.loads((home / "journal.json").read_text())["entries"].values())


def begun(home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "settings.toml").write_text(SETTINGS)


def test_two_windows_and_a_shell_lose_nothing_of_each_other(tmp_path: Path) -> None:
    begun(tmp_path)
    slip(tmp_path, "Lost my place at the second slide")
    slip(tmp_path, "Sent the wrong draft")
    with Terminal(tmp_path, now=NOW) as one, Terminal(tmp_path, now=NOW, size=(120, 40)) as other:
        for window in (one, other):
            window.sees("Parked")
            window.press("j")
            window.sees("2 entries")
        one.press("/")
        one.types("slide")
        one.sees("1 of 2")
        other.press("t")
        other.sees("Tag this entry")
        other.types("mail")
        other.press("enter")
        other.sees("#mail")
        slip(tmp_path, "Skipped a slide from the shell")
        one.sees("2 of 3", "Skipped a slide from the shell", "Lost my place at the second slide")
        other.sees("3 entries", "Skipped a slide")
        one.press("enter")
        one.sees("n notice a slip")
        one.press("x")
        one.sees("1 of 2")
        other.sees("2 entries")
        one.press("u")
        one.sees("2 of 3")
        other.sees("3 entries")
    found = entries(tmp_path)
    assert len(found) == 3
    assert [entry["tags"] for entry in found if entry["tags"]] == [["mail"]]
    assert all(entry["deleted_at"] is None for entry in found)


def test_a_text_goes_through_ones_own_editor_and_leaves_nothing_behind(tmp_path: Path) -> None:
    home, held = tmp_path / "home", tmp_path / "held"
    begun(home)
    held.mkdir()
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nstat -c %a "$1" > ' + f"{tmp_path}/mode\n" + 'printf "\\nand again" >> "$1"\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    slip(home, "Froze at the slide")
    with Terminal(home, now=NOW, environ={"VISUAL": str(editor), "XDG_RUNTIME_DIR": str(held)}) as window:
        window.sees("Parked")
        window.press("j")
        window.sees("1 entry")
        window.press("E")
        window.sees("Edit what?")
        window.press("w")
        window.sees("Changed. u undoes it.")
    (entry,) = entries(home)
    assert entry["what_happened"] == "Froze at the slide\nand again"
    assert entry["history"][0]["text"] == "Froze at the slide"
    assert (tmp_path / "mode").read_text().strip() == "600"
    assert list(held.iterdir()) == []
