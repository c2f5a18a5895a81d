"""What a guided session starts from."""

from __future__ import annotations

from enum import StrEnum


class Beginning(StrEnum):
    """What a session starts from."""

    SLIP = "slip"
    ASSUMPTION = "assumption"
    PLAN = "plan"
