"""A folder of Markdown files with front matter, or one such file: each is a slip."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from recalibrate.exchange.export_markdown import EXPERIMENT, IDEAS, OBSERVATION, OVERHAUL, VOICE
from recalibrate.exchange.front_matter import split_front_matter
from recalibrate.exchange.incoming import (
    Incoming,
    NotReadable,
    Problem,
    Slip,
    read_moment,
    read_rating,
    read_scope,
    read_text,
    split_list,
)

MOST_FILES = 100_000
_BULLET = "- "
_CHOSEN = "**→** "
_DAY = r"# \d{4}-\d\d-\d\d\n\n"
_FOR_READING = re.compile(rf"{_DAY}(?:.*\n---\n\n{_DAY}|.*\n## (?:{VOICE}|{OBSERVATION})\n)", re.DOTALL)

FOR_READING = "holds whole entries in one text, for reading; import the JSON export, or the folder that --each wrote"

_STAYS = "Markdown only shows what came of an entry: experiments, overhauls and decisions stay behind; JSON brings all."


def from_markdown(path: Path, now: datetime) -> Incoming:
    """The files below a folder, in the order of their names; links out of it and hidden files are passed over."""
    slips, problems = [], []
    left_behind = ""
    for file in _files(path):
        place = str(file.relative_to(path)) if path.is_dir() else file.name
        try:
            text = read_text(file)
            if is_for_reading(text):
                raise ValueError(f"it {FOR_READING}.")
            slips.append(_slip(text, file.stem, place, now))
            if f"\n## {EXPERIMENT}, " in text or f"\n## {OVERHAUL}\n" in text:
                left_behind = _STAYS
        except ValueError as error:
            problems.append(Problem(place, str(error)))
    return Incoming("Markdown", tuple(slips), tuple(problems), left_behind)


def is_for_reading(text: str) -> bool:
    """Whether this is the one file of our own Markdown export, which holds all entries without their identities."""
    return bool(_FOR_READING.match(text))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    home = path.resolve()
    found = [
        file
        for file in sorted(path.rglob("*.md"))
        if file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
        and file.resolve().is_relative_to(home)
    ]
    if not found:
        raise NotReadable(f"{path} holds no Markdown files; their names end with .md.")
    if len(found) > MOST_FILES:
        raise NotReadable(f"{path} holds {len(found):,} files; at most {MOST_FILES:,} are read. Import it in parts.")
    return found


def _slip(text: str, stem: str, place: str, now: datetime) -> Slip:
    facts, body = split_front_matter(text.replace("\r\n", "\n"))
    sections = _sections(body)
    words = facts.get("what_happened") or sections[""] or facts.get("title", "")
    if not words:
        raise ValueError("it has no words.")
    moment, precision = read_moment(facts.get("date") or facts.get("created") or _day_of(stem), now)
    ideas = [line.removeprefix(_BULLET) for line in sections.get(IDEAS, "").split("\n") if line.strip()]
    return Slip(
        place=place,
        what_happened=words,
        happened_at=moment,
        precision=precision,
        id=facts.get("id", ""),
        situation=facts.get("situation", ""),
        people=split_list(facts.get("people", "")),
        sting=read_rating(facts.get("sting", ""), "sting"),
        voice=facts.get("voice") or sections.get(VOICE, ""),
        scope=read_scope(facts.get("scope", "")),
        belief_before=read_rating(facts.get("belief_before", ""), "belief_before"),
        belief_after=read_rating(facts.get("belief_after", ""), "belief_after"),
        habits=split_list(facts.get("habits", "")),
        observation=sections.get(OBSERVATION, ""),
        ideas=tuple(idea.removeprefix(_CHOSEN) for idea in ideas),
        chosen=next((number for number, idea in enumerate(ideas) if idea.startswith(_CHOSEN)), 0),
        tags=split_list(facts.get("tags", "")),
    )


def _sections(body: str) -> Mapping[str, str]:
    """The text under each of our headings; "" is what stands before the first, other headings stay part of it."""
    known = {f"## {name}": name for name in (VOICE, OBSERVATION, IDEAS)}
    ours = (*known, "## Experiment", "## Overhaul")
    sections: dict[str, list[str]] = {"": []}
    name = ""
    for line in body.split("\n"):
        if line.startswith(ours):
            name = known.get(line.strip(), line)
            sections.setdefault(name, [])
            continue
        sections[name].append(line[1:] if line[:2] in ("\\#", "\\\\") or line[:4] == "\\---" else line)
    return {name: "\n".join(lines).strip() for name, lines in sections.items()}


def _day_of(stem: str) -> str:
    """The date that a file's name begins with, if it does."""
    day = stem[:10]
    return day if len(day) == 10 and day.count("-") == 2 and day.replace("-", "").isdigit() else ""
