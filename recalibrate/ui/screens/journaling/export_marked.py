"""Some entries into a file, in the form its name asks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recalibrate.domain.habits.catalogue import habit_names
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import counted
from recalibrate.store.journal import Journal
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.screens.base import NotebookScreen

FORMS = (".md", ".json", ".csv")


class WhereScreen(AskScreen[Path]):
    """Answers the file to write."""

    question = "Export to a file"
    fields = (("path", "Its name ends in .md, .json or .csv; only you can read it", "~/entries.md"),)

    def answer(self, typed: dict[str, str]) -> Path:
        """The file; refused when it exists, or its name says no form."""
        path = Path(clean_text(typed["path"]).strip() or "~/entries.md").expanduser().absolute()
        if path.suffix.lower() not in FORMS:
            raise ValueError("End the name in .md, .json or .csv.")
        if path.exists():
            raise ValueError("There is a file of that name; choose another.")
        if not path.parent.is_dir():
            raise ValueError(f"There is no folder {path.parent}.")
        return path


async def export(screen: NotebookScreen[None], entries: Sequence[Entry]) -> None:
    """Ask where to, and write the entries there."""
    path = await screen.app.push_screen_wait(WhereScreen())
    if path is None:
        return
    try:
        await screen.session.run(write_entries, screen.session.journal, tuple(entries), path)
    except OSError as error:
        screen.say(f"{path} could not be written: {error.strerror}.", wrong=True)
        return
    screen.say("{entries} in {path}.", entries=counted(len(entries), "entry", "entries"), path=str(path))


def write_entries(journal: Journal, entries: tuple[Entry, ...], path: Path) -> None:
    """Write the entries to a new file that only its owner reads. Raises OSError."""
    from recalibrate.exchange.choice import Choice, leaving
    from recalibrate.exchange.export_csv import export_csv
    from recalibrate.exchange.export_json import export_json
    from recalibrate.exchange.export_markdown import export_markdown
    from recalibrate.store.new_file import write_new

    choice = Choice(entries=entries)
    if path.suffix.lower() == ".json":
        data = export_json(journal, choice)
    else:
        out = leaving(journal, choice, habit_names(journal.all(OwnHabit)))
        text = export_csv(out) if path.suffix.lower() == ".csv" else export_markdown(out)
        data = text.encode()
    write_new(path, data)
