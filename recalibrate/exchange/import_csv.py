"""A table of slips: which column holds what is said once, or read off our own headers."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import datetime
from io import StringIO

from recalibrate.exchange.incoming import (
    Incoming,
    NotReadable,
    Problem,
    Slip,
    read_moment,
    read_rating,
    read_scope,
    split_list,
)

_STAYS = (
    "A table only shows what came of a slip: triage, experiments, decisions and overhauls stay behind; JSON brings all."
)

_CAME_OF_IT = ("triage", "rounds", "overhauls")
"""Columns of our own table that tell of it."""

FIELDS = (
    "what_happened", "happened_at", "situation", "people", "sting", "voice", "scope", "belief_before",
    "belief_after", "habits", "observation", "ideas", "tags", "id",
)  # fmt: skip
"""The fields that a column may be given to."""


def from_csv(text: str, columns: Mapping[str, str], now: datetime) -> Incoming:
    """The rows as slips; `columns` maps our fields to the table's headers, empty takes headers named as ours.

    Raises NotReadable when a column is not there or none says what happened.
    """
    csv.field_size_limit(100_000_000)
    rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    slips, problems = [], []
    left_behind = ""
    try:
        headers = next(rows, [])
        places = _places(headers, columns)
        behind = [] if columns else [at for at, name in enumerate(headers) if name in _CAME_OF_IT]
        for row in rows:
            text = "".join(row)
            if not text.strip():
                continue
            if any(row[at:] and row[at] for at in behind):
                left_behind = _STAYS
            place = f"line {rows.line_num}"
            values = {field: row[at] for field, at in places.items() if at < len(row)}
            if "'" in text:
                values = {field: _plain(cell) if cell[:1] == "'" else cell for field, cell in values.items()}
            try:
                slips.append(_slip(values, place, now))
            except ValueError as error:
                problems.append(Problem(place, str(error)))
    except csv.Error as error:
        problems.append(Problem(f"line {rows.line_num}", f"the table ends here: {error}."))
    return Incoming("CSV", tuple(slips), tuple(problems), left_behind)


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _places(headers: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    names = [header.strip() for header in headers]
    wanted = columns or {field: field for field in FIELDS if field in names}
    for field, header in wanted.items():
        if field not in FIELDS:
            raise NotReadable(f"There is no field {field}; a column can be {', '.join(FIELDS)}.")
        if header not in names:
            raise NotReadable(f"There is no column “{header}”; the table has {', '.join(names) or 'none'}.")
    if "what_happened" not in wanted:
        raise NotReadable(
            f"Say which column holds what happened: --columns what_happened=…; the table has {', '.join(names)}."
        )
    return {field: names.index(header) for field, header in wanted.items()}


def _slip(values: Mapping[str, str], place: str, now: datetime) -> Slip:
    text = values["what_happened"].strip() if "what_happened" in values else ""
    if not text:
        raise ValueError("it does not say what happened.")
    moment, precision = read_moment(values.get("happened_at", ""), now)
    return Slip(
        place=place,
        what_happened=text,
        happened_at=moment,
        precision=precision,
        id=values.get("id", "").strip(),
        situation=values.get("situation", ""),
        people=split_list(values.get("people", "")),
        sting=read_rating(values.get("sting", ""), "sting"),
        voice=values.get("voice", "").strip(),
        scope=read_scope(values.get("scope", "")),
        belief_before=read_rating(values.get("belief_before", ""), "belief_before"),
        belief_after=read_rating(values.get("belief_after", ""), "belief_after"),
        habits=split_list(values.get("habits", "")),
        observation=values.get("observation", "").strip(),
        ideas=tuple(_lines(values.get("ideas", ""))),
        tags=split_list(values.get("tags", "")),
    )


def _plain(cell: str) -> str:
    """The cell, which begins with one, without the ' that our own export puts before what looks like a formula."""
    return cell[1:] if cell[1:].lstrip("\"' ")[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _lines(text: str) -> Iterator[str]:
    return filter(None, map(str.strip, text.split("\n")))
