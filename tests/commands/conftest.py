"""A shell in which commands run: their own home, a clock that stands still, stdin given, output caught."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from recalibrate.cli import main
from recalibrate.domain.records.record import Record
from recalibrate.store.journal import Journal
from tests.builders import NOW

Lines = Callable[..., str]
"""Answers, as one types them."""


@dataclass(frozen=True)
class Done:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one sentence on stderr."""
        assert self.err.startswith("recalibrate: ")
        assert self.err.count("\n") == 1
        return self.err.removeprefix("recalibrate: ").strip()


class Shell:
    """Runs commands in one home."""

    def __init__(self, home: Path, capture: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.now: datetime = NOW
        self._capture = capture
        self._patch = patch

    @property
    def journal(self) -> Path:
        return self.home / "journal.json"

    @property
    def environ(self) -> dict[str, str]:
        return {"RECALIBRATE_HOME": str(self.home), "RECALIBRATE_NOW": self.now.isoformat()}

    def __call__(self, *words: str, stdin: str | io.StringIO = "", environ: dict[str, str] | None = None) -> Done:
        self._patch.setattr("sys.stdin", io.StringIO(stdin) if isinstance(stdin, str) else stdin)
        self._capture.readouterr()
        code = main(words, {**self.environ, **(environ or {})})
        caught = self._capture.readouterr()
        return Done(code, caught.out, caught.err)

    def open(self) -> Journal:
        return Journal.open(self.journal, lambda: self.now)

    def keep(self, *records: Record) -> None:
        self.open().put(*records)


def fine(shell: Shell, *words: str, stdin: str = "") -> Done:
    """What a command answered that ended well."""
    done = shell(*words, stdin=stdin)
    assert (done.code, done.err) == (0, "")
    return done


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


@pytest.fixture
def lines() -> Lines:
    """Answers as they would be typed, one a line."""
    return lambda *answers: "".join(f"{answer}\n" for answer in answers)
