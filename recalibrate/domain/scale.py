"""The one scale of the notebook: 0 to 100 in tens, empty until answered."""

from __future__ import annotations

STEPS = range(0, 101, 10)


def in_tens(value: int | None) -> int | None:
    """The value itself when it is on the scale or empty.

    Raises ValueError for anything else, with a sentence fit for the user.
    """
    if value is None or value in STEPS:
        return value
    raise ValueError(f"{value} is not on the scale. Use 0 to 100 in tens.")
