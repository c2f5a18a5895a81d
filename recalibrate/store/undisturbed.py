"""Making very many records without the garbage collector looking on."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 2000
"""So many new records are worth a pause of the garbage collector."""


@contextmanager
def undisturbed(new: int) -> Iterator[None]:
    """No garbage collection while many records are made: they hold no cycles, and a pass stops every thread."""
    if new < MANY or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
