"""Word that something changed in a folder."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from recalibrate.ui.folder_watch import FolderWatch
from tests.ui.waiting import until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has dnotify")


def written_over(file: Path) -> None:
    with file.open("a") as grown:
        grown.write("\n")


def replaced(file: Path) -> None:
    file.with_name("beside").write_text("{}\n")
    file.with_name("beside").replace(file)


@pytest.mark.parametrize("change", [Path.touch, Path.unlink, written_over, replaced])
async def test_each_way_to_change_a_file_is_told(tmp_path: Path, change: Callable[[Path], None]) -> None:
    file = tmp_path / "journal.json"
    file.write_text("{}\n")
    told: list[str] = []
    watch = FolderWatch(tmp_path, lambda: told.append("changed"))
    assert watch.begin()
    try:
        for _ in range(2 if change is not Path.unlink else 1):
            change(file)
            await until(lambda: told == ["changed"])
            told.clear()
            watch.listen()
    finally:
        watch.end()


async def test_what_cannot_be_watched_is_said(tmp_path: Path) -> None:
    assert not FolderWatch(tmp_path / "nowhere", lambda: None).begin()
