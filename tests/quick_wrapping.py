"""A key wrapped in the passphrase's own letters: what scrypt does, without its second."""

from __future__ import annotations

import pytest

from recalibrate.store.errors import WrongPassphrase
from recalibrate.store.sealed import wrapping


def wrap_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what surrounds the wrapping; some go through the real one, with age itself looking on."""
    monkeypatch.setattr(wrapping, "wrapped", lambda text, passphrase, apart: passphrase.encode() + b"\n" + text)
    monkeypatch.setattr(wrapping, "unwrapped", _unwrapped)


def _unwrapped(data: bytes, passphrase: str, apart: bool) -> bytes:
    start = passphrase.encode() + b"\n"
    if not data.startswith(start):
        raise WrongPassphrase(wrapping.WRONG)
    return data.removeprefix(start)
