"""A draft that did not reach the disk is tried again without being asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.reframing import keeping
from recalibrate.ui.widgets.save_mark import SaveMark
from tests.ui.screens.reframing.walk import begun, on_a_disk_that_takes_nothing
from tests.ui.waiting import until


async def test_the_mark_and_the_draft_come_right_by_themselves_when_the_disk_takes_writing_again(
    app: RecalibrateApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "TRY_AGAIN", 0.05)
    on_a_disk_that_takes_nothing(app, tmp_path)
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        assert await screen.keeper.secured() != ""
        assert screen.query_one(SaveMark).said == "not saved !"
        (tmp_path / "drafts").unlink()
        await until(lambda: screen.query_one(SaveMark).said == "saved ✓")
        ((_, document),) = app.session.drafts.all()
        assert document["what_happened"] == "Lost my place"
