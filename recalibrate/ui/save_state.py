"""What the save mark says, apart from where the saving happens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SaveState:
    """All is on disk, a commit is under way, or why one did not reach the disk."""

    saving: bool = False
    reason: str = ""
