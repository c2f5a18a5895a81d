"""A flat table for spreadsheets: one row for each entry, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from recalibrate.domain.records.entry import Entry
from recalibrate.exchange.choice import Leaving

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def export_csv(leaving: Leaving) -> str:
    """The table with its header, as RFC 4180 has it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    rows = [_row(entry, leaving) for entry in leaving.entries]
    names = list(_row(Entry(what_happened=""), leaving)) if not rows else list(rows[0])
    writer.writerow(names)
    for row in rows:
        writer.writerow(map(safe_cell, row.values()))
    return out.getvalue()


def safe_cell(text: str) -> str:
    """The text with a ' before it where a spreadsheet would take it for a formula, quotes in front or not."""
    return f"'{text}" if text.lstrip("\"' ").startswith(_DANGEROUS) or text.startswith(_DANGEROUS) else text


def _row(entry: Entry, leaving: Leaving) -> dict[str, str]:
    names = leaving.context
    voice, triage = entry.voice, entry.triage
    rounds = leaving.experiments(entry)
    last = rounds[-1] if rounds else None
    decision = last.decision if last else None
    return {
        "id": entry.id,
        "happened_at": entry.happened_at.isoformat() if entry.happened_at else "",
        "situation": names.situations.get(entry.situation_id or "", ""),
        "people": "; ".join(names.people.get(each, "") for each in entry.people),
        "what_happened": entry.what_happened,
        "sting": _number(entry.sting),
        "voice": voice.text if voice else "",
        "scope": (voice.scope or "") if voice else "",
        "belief_before": _number(voice.belief_before) if voice else "",
        "belief_after": _number(voice.belief_after) if voice else "",
        "belief_later": _number(voice.belief_later) if voice else "",
        "habits": "; ".join(entry.habits),
        "observation": entry.observation,
        "ideas": "\n".join(idea.text for idea in entry.ideas),
        "chosen_idea": entry.chosen_idea,
        "triage": triage.choice if triage else "",
        "tags": "; ".join(entry.tags),
        "rounds": _number(len(rounds) or None),
        "cue": last.cue if last else "",
        "action": last.action if last else "",
        "prediction": last.prediction if last else "",
        "probability": _number(last.probability) if last else "",
        "sign": last.sign if last else "",
        "deadline": last.deadline.isoformat() if last and last.deadline else "",
        "decision": decision.choice if decision else "",
        "outcome": (decision.outcome or "") if decision else "",
        "learned": decision.learned if decision else "",
        "overhauls": "\n".join(_overhauls(entry, leaving)),
    }


def _overhauls(entry: Entry, leaving: Leaving) -> Iterator[str]:
    return (each.what_must_change for each in leaving.overhauls(entry))


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
