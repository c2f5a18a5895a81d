"""Drafts as a list shows them, read from their files as they lie there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recalibrate.domain.reframing.steps import ASSUMPTION_STEPS, STEPS
from recalibrate.domain.wording import one_line


def unfinished(id: str, document: Mapping[str, Any]) -> tuple[str, str, str]:
    """A draft as its file holds it, for a list: its id, its words on one line, and the prompt it stopped at."""
    words = document.get("what_happened") or document.get("assumption") or document.get("action") or ""
    names = {str(step.key): step.name for step in (*STEPS, *ASSUMPTION_STEPS)}
    return id, one_line(str(words)), names.get(str(document.get("at", "")), "the start")
