"""The layers of the package, read off its imports."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import recalibrate

PACKAGE = Path(recalibrate.__file__).parent
PLACES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))

MAY_IMPORT = {
    "domain": {"domain"},
    "store": {"domain", "store", "paths"},
    "exchange": {"domain", "store", "exchange"},
    "ui/charts": {"domain", "ui/charts"},
    "ui/widgets": {"domain", "ui/widgets", "ui/charts", "ui/theme", "ui/key_table", "ui/key_words", "ui/save_state"},
    "ui": {"domain", "store", "exchange", "paths", "ui"},
    "commands": {"domain", "store", "exchange", "paths", "commands"},
    "cli": {"commands", "domain", "store"},
    "paths": set[str](),
}
"""Which rooms each room may look into; a room inside another counts as part of it unless it is named here."""

OPENS_THE_APP = {"commands/app.py", "commands/reframe.py", "commands/decide.py", "commands/demo.py"}
"""The commands that lead to the screens, and so may name them."""

WIRES = {
    "aiohttp", "asyncore", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip

CLOCKS = {
    ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"), ("time", "time"),
    ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime"), ("time", "strftime"), ("pendulum", "now"),
    ("pendulum", "today"), ("pendulum", "tomorrow"), ("pendulum", "yesterday"),
}  # fmt: skip


@cache
def tree_of(place: str) -> ast.Module:
    return ast.parse((PACKAGE / place).read_text("utf-8"))


@cache
def imported(place: str) -> tuple[tuple[str, int], ...]:
    """The modules a file imports, wherever in it, as dotted names with their lines."""
    here = ("recalibrate", *place.removesuffix(".py").split("/"))
    found: list[tuple[str, int]] = []
    for node in ast.walk(tree_of(place)):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(here[: -node.level]) if node.level else ""
            module = ".".join(part for part in (base, node.module or "") if part)
            found += [(f"{module}.{alias.name}", node.lineno) for alias in node.names]
    return tuple(found)


def heads(place: str) -> set[str]:
    """The top names of what a file imports."""
    return {module.partition(".")[0] for module, _ in imported(place)}


def own(place: str) -> Iterator[tuple[str, int]]:
    """What a file imports of the package itself, as paths inside it."""
    for module, line in imported(place):
        head, _, rest = module.partition(".")
        if head == "recalibrate" and rest and rest != "__version__":
            yield rest.replace(".", "/"), line


def is_in(place: str, room: str) -> bool:
    return place == room or place.startswith((f"{room}/", f"{room}."))


def room_of(place: str) -> str:
    """The room that a path inside the package belongs to."""
    return max((room for room in MAY_IMPORT if is_in(place, room)), key=len, default="")


def test_every_file_has_a_room() -> None:
    assert {place for place in PLACES if not room_of(place)} == {"__init__.py", "__main__.py"}


def test_each_room_looks_only_where_it_may() -> None:
    wrong = [
        f"{place}:{line} imports {module}"
        for place in PLACES
        if room_of(place)
        for module, line in own(place)
        if not any(is_in(module, room) for room in MAY_IMPORT[room_of(place)])
        and not (place in OPENS_THE_APP and is_in(module, "ui"))
        and not (room_of(place) == "commands" and is_in(module, "ui") and _is_for_types_only(place, line))
    ]
    assert not wrong


def _is_for_types_only(place: str, line: int) -> bool:
    """Whether the line stands under `if TYPE_CHECKING`, where nothing is imported when the program runs."""
    return any(
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        and node.lineno < line <= (node.end_lineno or line)
        for node in tree_of(place).body
    )


def test_only_the_store_knows_tinydb_and_only_the_screens_textual() -> None:
    assert [place for place in PLACES if "tinydb" in heads(place) and not is_in(place, "store")] == []
    assert [place for place in PLACES if {"textual", "rich"} & heads(place) and not is_in(place, "ui")] == []


def test_only_the_way_in_reads_the_clock() -> None:
    wrong = []
    for place in PLACES:
        if place == "cli.py":
            continue
        for node in ast.walk(tree_of(place)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            value = node.func.value
            name = value.id if isinstance(value, ast.Name) else value.attr if isinstance(value, ast.Attribute) else ""
            if (name, node.func.attr) in CLOCKS:
                wrong.append(f"{place}:{node.lineno}")
        named = {f"{module}.{name}" for module, name in CLOCKS if module in ("time", "pendulum")}
        wrong += [f"{place}:{line}" for module, line in imported(place) if module in named]
    assert not wrong


def test_nothing_imports_what_opens_a_connection() -> None:
    assert [place for place in PLACES if heads(place) & WIRES] == []


def test_each_file_says_its_one_idea_first() -> None:
    assert [place for place in PLACES if not (ast.get_docstring(tree_of(place)) or "").partition("\n")[0]] == []


def test_every_ignore_is_explained_on_its_line() -> None:
    marked = re.compile(r"#\s*(?:type: ignore(?:\[[^\]]*\])?|noqa(?::\s*[A-Z0-9]+(?:, ?[A-Z0-9]+)*)?)(.*)$")
    wrong = []
    for place in PLACES:
        for number, line in enumerate((PACKAGE / place).read_text("utf-8").split("\n"), start=1):
            found = marked.search(line)
            if found and len(found[1].strip(" #-—").split()) < 2:
                wrong.append(f"{place}:{number} {line.strip()}")
    assert not wrong


def test_importing_a_module_touches_nothing() -> None:
    touching = {"mkdir", "open", "write_text", "read_text", "read_bytes", "getenv", "touch", "unlink"}
    wrong = []
    for place in PLACES:
        for node in tree_of(place).body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.If)):
                continue
            for call in ast.walk(node):
                if isinstance(call, ast.Call):
                    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                    wrong += [f"{place}:{call.lineno}"] if name in touching else []
    assert not wrong
