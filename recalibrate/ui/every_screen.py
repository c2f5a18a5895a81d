"""Loading every screen and piece there is, so that the classes can be asked for the keys they declare."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from recalibrate.ui import screens, widgets


@cache
def load_every_screen() -> None:
    """Import all of them, which takes a moment the first time."""
    for package in (screens, widgets):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
