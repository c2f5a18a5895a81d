"""What the save mark says, apart from where the saving happens."""

from __future__ import annotations

from typing import NamedTuple


class SaveState(NamedTuple):
    """All is on disk, a commit is under way, why one did not reach the disk, or that none can."""

    saving: bool = False
    reason: str = ""
    read_only: bool = False
