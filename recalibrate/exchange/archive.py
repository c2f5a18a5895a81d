"""The JSON files inside a zip, read as data and never unpacked."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from recalibrate.exchange.incoming import LARGEST, NotReadable

MOST_MEMBERS = 10_000
MOST_BYTES = 500_000_000
MOST_RATIO = 100
"""How many times larger than packed a member may be; text packs at most to a tenth or so."""

SMALL = 100_000
"""Bytes up to which the ratio says nothing."""


def json_members(path: Path) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the JSON files in the archive. Raises NotReadable for one that is not to be trusted."""
    try:
        with ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > MOST_BYTES:
                raise NotReadable(f"{path} holds too much to be an export; unpack it and import the JSON file in it.")
            for each in members:
                _need_plain(each, path)
                if each.filename.lower().endswith(".json") and not each.filename.startswith("__MACOSX/"):
                    with archive.open(each) as member:
                        yield each.filename, member.read(LARGEST)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise NotReadable(f"{path} cannot be read as a zip: {error}.") from error


def _need_plain(member: ZipInfo, path: Path) -> None:
    name = PurePosixPath(member.filename.replace("\\", "/"))
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    swollen = member.file_size > SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1)
    if name.is_absolute() or ".." in name.parts or is_link or swollen or member.file_size > LARGEST:
        raise NotReadable(f"{path} holds something that no export holds ({member.filename:.60}); it is not read.")
