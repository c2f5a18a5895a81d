"""Entries to be read: front matter for what can be looked up, headings for what was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.text import display_safe
from recalibrate.exchange.choice import Leaving
from recalibrate.exchange.front_matter import front_matter

VOICE, OBSERVATION, IDEAS = "The inner voice", "As one moment", "What I can try differently next time"
EXPERIMENT, OVERHAUL = "Experiment", "Overhaul"


def export_markdown(leaving: Leaving) -> str:
    """All entries in one file to be read, oldest first, parted by rules; what a terminal would obey is shown."""
    text = "\n---\n\n".join(_reading(entry, leaving) for entry in leaving.entries) or "No entries.\n"
    return "\n".join(map(_harmless, text.split("\n")))


def _harmless(line: str) -> str:
    """The line safe to look at, with what makes it a list still at its beginning."""
    mark = next((mark for mark in ("- **→** ", "- ") if line.startswith(mark)), "")
    return mark + display_safe(line[len(mark) :])


def each_markdown(leaving: Leaving) -> Iterator[tuple[str, str]]:
    """For each entry the name of its file and the text, which comes in again by `import`."""
    taken: set[str] = set()
    for entry in leaving.entries:
        # an id from an import may hold anything, and no file may land outside its folder
        id = "".join(character for character in entry.id if character.isalnum() or character == "-")
        name = f"{entry.happened_on}-{id[:8]}"
        while name in taken:
            name = f"{entry.happened_on}-{id}" if len(name) < len(id) + 11 else f"{name}-again"
        taken.add(name)
        yield f"{name}.md", front_matter(_facts(entry, leaving)) + _body(entry, leaving)


def _reading(entry: Entry, leaving: Leaving) -> str:
    facts = {name: value for name, value in _facts(entry, leaving).items() if name not in ("id", "date")}
    lines = "".join(f"{name.replace('_', ' ')}: {value}  \n" for name, value in facts.items())
    return f"# {entry.happened_on}\n\n{_body(entry, leaving)}" + (f"\n{lines}" if lines else "")


def _facts(entry: Entry, leaving: Leaving) -> dict[str, str]:
    names, voice = leaving.context, entry.voice
    when = entry.happened_at or entry.created_at
    facts = {
        "id": entry.id,
        "date": when.date().isoformat() if entry.precision == "day" else when.isoformat(),
        "situation": names.situations.get(entry.situation_id or "", ""),
        "people": ", ".join(filter(None, (names.people.get(each, "") for each in entry.people))),
        "sting": _number(entry.sting),
        "scope": (voice.scope or "") if voice else "",
        "belief_before": _number(voice.belief_before) if voice else "",
        "belief_after": _number(voice.belief_after) if voice else "",
        "habits": ", ".join(names.habits.get(each, each) for each in entry.habits),
        "triage": entry.triage.choice if entry.triage else "",
        "tags": ", ".join(entry.tags),
    }
    return {name: value for name, value in facts.items() if value}


def _body(entry: Entry, leaving: Leaving) -> str:
    parts = [plain_lines(entry.what_happened)]
    if entry.voice:
        parts.append(f"## {VOICE}\n\n{plain_lines(entry.voice.text)}")
    if entry.observation:
        parts.append(f"## {OBSERVATION}\n\n{plain_lines(entry.observation)}")
    if entry.ideas:
        lines = (f"- {'**→** ' if idea.chosen else ''}{' '.join(idea.text.split())}" for idea in entry.ideas)
        parts.append(f"## {IDEAS}\n\n" + "\n".join(lines))
    parts += [_listed(f"{EXPERIMENT}, round {each.round}", _plan(each)) for each in leaving.experiments(entry)]
    parts += [_listed(OVERHAUL, _overhaul(each)) for each in leaving.overhauls(entry)]
    return "\n\n".join(parts) + "\n"


def plain_lines(text: str) -> str:
    """The text with a backslash before what Markdown would take for a heading, a rule or an escape of ours."""
    return "\n".join(f"\\{line}" if line[:1] in ("#", "\\") or line[:3] == "---" else line for line in text.split("\n"))


def _plan(each: Experiment) -> Iterator[tuple[str, str]]:
    yield "when", each.cue
    yield "I will", each.action
    yield "I expect", each.prediction + (f" ({each.probability} in 100)" if each.probability is not None else "")
    yield "I'll know because", each.sign
    yield "decide by", each.deadline.isoformat() if each.deadline else ""
    if each.withdrawal:
        yield "withdrawn", each.withdrawal.reason
    if each.decision:
        yield "what happened", each.decision.what_happened
        yield "as expected", (each.decision.outcome or "").replace("_", " ")
        yield "learned", each.decision.learned
        yield "decided", each.decision.choice
        yield "next", each.decision.next_line


def _overhaul(each: Overhaul) -> Iterator[tuple[str, str]]:
    yield "what must change", each.what_must_change
    yield "first step", each.first_step
    yield "must agree", each.who_must_agree
    yield "by", each.deadline.isoformat() if each.deadline else ""
    yield "ended", each.ending or ""
    yield "why", each.why


def _listed(heading: str, pairs: Iterable[tuple[str, str]]) -> str:
    lines = (f"- {name}: {' '.join(text.split())}" for name, text in pairs if text.strip())
    return f"## {heading}\n\n" + "\n".join(lines)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
