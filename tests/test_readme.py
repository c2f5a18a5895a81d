"""The README's tables are made from the program, so that they cannot differ from it.

`python -m tests.test_readme` writes them anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from textual.binding import Binding

from recalibrate.commands import COMMANDS
from recalibrate.ui.key_table import spoken
from recalibrate.ui.screens.today.today import TodayScreen

README = Path(__file__).parent.parent / "README.md"


def keys_table() -> str:
    """The keys of Today as a Markdown table."""
    rows = ["| key | does |", "|---|---|"]
    for binding in TodayScreen.BINDINGS:
        assert isinstance(binding, Binding)
        rows.append(f"| `{spoken(binding.key_display or binding.key)}` | {binding.tooltip} |")
    return "\n".join(rows)


def commands_table() -> str:
    """All commands as a Markdown table."""
    rows = ["| command | does |", "|---|---|", "| `recalibrate` | opens the app |"]
    rows += [f"| `recalibrate {name}` | {about} |" for name, (_, about) in COMMANDS.items()]
    return "\n".join(rows)


def between(start: str, end: str) -> re.Pattern[str]:
    return re.compile(f"(?<=<!-- {start} -->\n).*?(?=<!-- {end} -->)", re.S)


KEYS = between("keys of Today", "end of keys")
COMMANDS_PART = between("commands", "end of commands")


def test_the_keys_table_is_true() -> None:
    found = KEYS.search(README.read_text("utf-8"))
    assert found
    assert found[0].strip() == keys_table()


def test_the_commands_table_is_true() -> None:
    found = COMMANDS_PART.search(README.read_text("utf-8"))
    assert found
    assert found[0].strip() == commands_table()


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README.read_text("utf-8"))
    assert pictures
    for picture in pictures:
        assert (README.parent / picture).is_file(), picture


if __name__ == "__main__":
    text = README.read_text("utf-8")
    text = KEYS.sub(lambda _: keys_table() + "\n", text)
    text = COMMANDS_PART.sub(lambda _: commands_table() + "\n", text)
    README.write_text(text, "utf-8")
