"""Files that are no journal, one that is, and what is on disk."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

WHOLE = (
    b'{\n"_recalibrate": {\n"1":{"schema":1}\n},\n"entries": {\n'
    b'"1":{"what_happened":"a","id":"x"},\n"2":{"what_happened":"b","id":"y"}\n}\n}\n'
)

BROKEN = {
    "no json": b"dear diary",
    "truncated": WHOLE[:-20],
    "trailing bytes": WHOLE + b"}",
    "a tail of zeros": WHOLE + b"\0" * 20,
    "zeros inside": WHOLE.replace(b'"what_happened":"b"', b"\0" * 19),
    "a line lost its end": WHOLE.replace(b'"id":"x"}', b'"id":"x"'),
    "a comma is missing": WHOLE.replace(b'"x"},', b'"x"}'),
    "a comma too many": WHOLE.replace(b'"y"}\n', b'"y"},\n'),
    "a comma too many at the end": WHOLE.replace(b"}\n}\n}\n", b"}\n},\n}\n"),
    "a bit flipped": WHOLE.replace(b'"b"', b'"b!'),
    "a list": b"[1, 2]",
    "a word": b'"journal"',
    "a record that is a number": b'{"entries": {"1": 5}}',
    "a number that is a word": b'{"entries": {"abc": {"id": "x"}}}',
    "a number with zeros in front": b'{"entries": {"007": {"id": "x"}}}',
    "a number with zeros, in our lines": WHOLE.replace(b'"2":', b'"02":'),
    "a table twice": b'{"entries": {"1": {"id": "x"}}, "entries": {"1": {"id": "y"}}}',
    "a number twice": b'{"entries": {"1": {"id": "x"}, "1": {"id": "y"}}}',
    "beyond 64 bits": b'{"entries": {"1": {"id": "x", "sting": 36893488147419103232}}}',
    "latin-1": b'{"entries": {"1": {"what_happened": "caf\xe9"}}}',
    "a json bomb": b'{"entries": {"1": {"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}}}",
    "conflict marks of git": WHOLE.replace(b'"2":', b'<<<<<<< HEAD\n"2":'),
    "a strange schema": WHOLE.replace(b'"schema":1', b'"schema":"one"'),
    "utf-16": WHOLE.decode().encode("utf-16"),
}


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(".lock")
    }
