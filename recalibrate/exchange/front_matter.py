"""Front matter: `key: value` lines between two rules at the head of a Markdown file; no YAML beyond that."""

from __future__ import annotations

from collections.abc import Mapping

RULE = "---"


def front_matter(facts: Mapping[str, str]) -> str:
    """The head of a file, with the empty line after it."""
    lines = (f"{name}: {' '.join(value.split())}" for name, value in facts.items())
    return "\n".join((RULE, *lines, RULE, "", ""))


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The facts of the head, keys in lower case, and the rest; a file without a head is all rest.

    Lists as `[a, b]` or as `- a` lines below their key become "a, b"; quotes around a value are taken off.
    """
    lines = text.split("\n")
    if lines[0].strip() != RULE or RULE not in map(str.strip, lines[1:]):
        return {}, text
    end = next(number for number, line in enumerate(lines) if number and line.strip() == RULE)
    facts: dict[str, str] = {}
    key = ""
    for line in lines[1:end]:
        stripped = line.strip()
        if stripped.startswith("- ") and key:
            facts[key] = ", ".join(part for part in (facts[key], _unquoted(stripped[2:])) if part)
            continue
        name, colon, value = stripped.partition(":")
        if colon and not stripped.startswith("#"):
            key = name.strip().lower().replace(" ", "_")
            facts[key] = _value(value.strip())
    return facts, "\n".join(lines[end + 1 :]).lstrip("\n")


def _value(text: str) -> str:
    if text.startswith("[") and text.endswith("]"):
        return ", ".join(filter(None, (_unquoted(part.strip()) for part in text[1:-1].split(","))))
    return _unquoted(text)


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
