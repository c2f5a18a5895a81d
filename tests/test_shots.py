"""`screenshots/` holds a picture of each shot in both sizes, and no other."""

from __future__ import annotations

from tests.screenshots import FOLDER, SIZES
from tests.shots import SHOTS


def test_each_shot_has_its_pictures_and_no_other_is_there() -> None:
    wanted = [f"{shot.name}-{width}x{height}.svg" for shot in SHOTS for width, height in SIZES]
    assert sorted(wanted) == sorted(path.name for path in FOLDER.glob("*.svg"))
