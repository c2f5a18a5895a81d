"""The seam between a journal's text and its bytes on disk, where encryption fits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

Piece = bytes | memoryview
"""A part of a text that is written bit by bit."""


class Codec(Protocol):
    """Turns the whole text of a file into what lies on disk and back; the same for drafts and snapshots.

    `decode` raises ValueError when the bytes are not its own, were altered, or cannot be opened.
    """

    def encode(self, text: bytes) -> bytes:
        """The bytes for the disk."""
        ...

    def encode_pieces(self, pieces: Iterable[Piece]) -> Iterable[Piece]:
        """The same for a text that comes in pieces, and in pieces."""
        ...

    def decode(self, data: bytes) -> bytes:
        """The text again."""
        ...


class Plain:
    """Text as it is."""

    def encode(self, text: bytes) -> bytes:
        """The text itself."""
        return text

    def encode_pieces(self, pieces: Iterable[Piece]) -> Iterable[Piece]:
        """The pieces themselves."""
        return pieces

    def decode(self, data: bytes) -> bytes:
        """The text itself."""
        return data


PLAIN = Plain()
