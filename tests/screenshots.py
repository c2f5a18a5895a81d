"""Writes screenshots/: each shot of `tests.shots` at two sizes, and the numbers of the look back.

Run `python -m tests.screenshots`, with words of the names to take only those shots.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from recalibrate.cli import main
from tests.shots import SHOTS, Shot
from tests.staging import NOW, until_still

FOLDER = Path(__file__).resolve().parents[1] / "screenshots"
SIZES = ((80, 24), (120, 40))


async def take(shot: Shot, size: tuple[int, int]) -> str:
    """The SVG of one shot."""
    app = shot.app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await shot.reach(pilot)
        await until_still(pilot)
        svg = app.export_screenshot(title="recalibrate", simplify=True)
    return re.sub(r"terminal-\d+", "terminal", svg)  # a number made of the content would change every line with it


def write_numbers() -> None:
    """The look-back of the made-up year as JSON, as the command prints it."""
    target = FOLDER / "look-back.json"
    with TemporaryDirectory() as folder:
        environ = {"RECALIBRATE_HOME": folder, "RECALIBRATE_NOW": NOW.isoformat()}
        journal = str(Path(folder) / "demo.json")
        target.unlink(missing_ok=True)
        if main(["demo", "-o", journal], environ) or main(
            ["--journal", journal, "look-back", "--json", "-o", str(target)], environ
        ):
            raise SystemExit("The numbers of the look-back could not be written.")
    target.chmod(0o644)


async def take_all(wanted: Sequence[str]) -> None:
    """Write the shots whose names hold one of the words; all without words."""
    for shot in SHOTS:
        if wanted and not any(word in shot.name for word in wanted):
            continue
        for size in SIZES:
            svg = await take(shot, size)
            file = FOLDER / f"{shot.name}-{size[0]}x{size[1]}.svg"
            file.write_text(svg, encoding="utf-8")
            sys.stdout.write(f"{file.name}\n")


if __name__ == "__main__":
    os.environ.pop("NO_COLOR", None)
    os.environ["TZ"] = "UTC"
    time.tzset()
    FOLDER.mkdir(exist_ok=True)
    write_numbers()
    asyncio.run(take_all(sys.argv[1:]))
