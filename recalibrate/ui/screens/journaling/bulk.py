"""One action on several entries: tag, situation, export."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App

from recalibrate.domain.journaling.bulk import in_situation, with_tag, without_tag
from recalibrate.domain.journaling.tags import tag_counts
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.wording import counted
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.journaling.edit_lines import SituationScreen, TagsScreen
from recalibrate.ui.screens.journaling.edit_small import PickScreen
from recalibrate.ui.widgets.choices import Option

WAYS = {
    "tag": ("t", "tag"),
    "untag": ("a", "take a tag away"),
    "situation": ("s", "put in a situation"),
    "export": ("o", "export to a file"),
    "delete": ("x", "delete"),
    "unmark": ("u", "take the marks away"),
}
"""What can be done with several: the letter and the words of each."""


async def ask_what(app: App[None], entries: Sequence[Entry]) -> str:
    """What to do with these entries: tag, untag, situation, export, delete or unmark; empty for nothing."""
    is_tagged = any(entry.tags for entry in entries)
    ways = [(what, *way) for what, way in WAYS.items() if what != "untag" or is_tagged]
    options = [Option(what, words, letter=letter) for what, letter, words in ways]
    picked = await app.push_screen_wait(PickScreen(f"With {_these(entries)}", options))
    return picked[0] if picked else ""


async def done_with(screen: NotebookScreen[None], what: str, entries: Sequence[Entry]) -> None:
    """Ask for what the action needs and keep the change in one commit."""
    if what == "export":
        from recalibrate.ui.screens.journaling.export_marked import export

        await export(screen, entries)
        return
    changed = await _changed(screen, what, entries)
    if changed is None:
        return
    touched = [each for each in changed if isinstance(each, Entry)]
    if touched:
        await screen.save(*changed, said=f"Changed {_these(touched)}. {{screen.undo}} undoes it.")
    else:
        screen.say("Nothing to change.")


async def _changed(screen: NotebookScreen[None], what: str, entries: Sequence[Entry]) -> tuple[Record, ...] | None:
    app, journal = screen.app, screen.session.journal
    if what == "situation":
        answer = await app.push_screen_wait(SituationScreen(journal.all(Situation)))
        if answer is None:
            return None
        if not isinstance(answer, Situation):
            return in_situation(entries, None)
        new = () if journal.get(Situation, answer.id) else (answer,)
        return (*in_situation(entries, answer.id), *new)
    if what == "untag":
        options = [Option(each.tag, each.tag, counted(each.count, "entry", "entries")) for each in tag_counts(entries)]
        picked = await app.push_screen_wait(PickScreen("Take which tag away?", options))
        return without_tag(entries, picked[0]) if picked else None
    tags = await app.push_screen_wait(TagsScreen(f"Tag {_these(entries)}"))
    if not tags:
        return None
    tagged = {entry.id: entry for entry in entries}
    for tag in tags.split(","):
        tagged |= {entry.id: entry for entry in with_tag(tagged.values(), tag)}
    before = {entry.id: entry for entry in entries}
    return tuple(entry for id, entry in tagged.items() if entry != before[id])


def _these(entries: Sequence[Entry]) -> str:
    return "this entry" if len(entries) == 1 else counted(len(entries), "entry", "entries")
