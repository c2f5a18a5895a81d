"""The recovery screen: what is wrong with a journal that cannot be opened, what is left, and the ways on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import counted, listed
from recalibrate.store.errors import JournalError
from recalibrate.store.recovery import Report, State
from recalibrate.ui.calm_app import CalmApp
from recalibrate.ui.key_words import in_keys, key_for
from recalibrate.ui.theme import usual_theme
from recalibrate.ui.widgets.keys_line import KeysLine

LOST_SHOWN = 8


class RecoveryScreen(Screen[bool]):
    """Shows a report, and ends the app with True once the journal can be opened again."""

    DEFAULT_CSS = """
    RecoveryScreen { align: center top; background: $background; color: $foreground; }
    RecoveryScreen VerticalScroll { width: 80; max-width: 100%; height: 1fr; padding: 1 0 0 2; }
    RecoveryScreen Static { margin-bottom: 1; max-width: 76; }
    RecoveryScreen .heading { text-style: bold; color: $accent; }
    RecoveryScreen .quiet { color: $quiet; }
    RecoveryScreen #said { text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "bring_back", "bring it back", tooltip="Bring back all that is whole", id="recovery.bring_back"),
        Binding("n", "begin_anew", "begin anew", tooltip="Begin an empty journal", id="recovery.begin_anew"),
        Binding("enter", "open", "open the journal", tooltip="Open the journal", id="recovery.open"),
        Binding("q,escape", "leave", "leave", tooltip="Leave; nothing is changed", id="recovery.leave"),
    ]

    def __init__(self, report: Report, bring_back: Callable[[], str], begin_anew: Callable[[], str]) -> None:
        super().__init__()
        self._report, self._bring_back, self._begin_anew = report, bring_back, begin_anew
        self._done = can_be_read(report)

    def compose(self) -> ComposeResult:
        """What is wrong, what there is, what one can do."""
        with VerticalScroll():
            heading = "The journal can only be read" if self._done else "The journal cannot be opened"
            yield Static(Content(heading), classes="heading")
            for paragraph in recovery_words(self._report):
                yield Static(Content(display_safe(paragraph)))
            yield Static(Content("Nothing has been changed. Whatever you choose, the file is kept."), classes="quiet")
            open_it = in_keys("{recovery.open} opens it as it is; nothing can be saved.")
            yield Static(Content(open_it if self._done else ""), id="said")
        yield KeysLine(in_column=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Bringing back where there is something, beginning anew where there is not, opening once it is done."""
        if action == "open":
            return self._done
        if action == "bring_back":
            return not self._done and has_something(self._report)
        if action == "begin_anew":
            return not self._done and not has_something(self._report)
        return True

    def action_bring_back(self) -> None:
        """Make the journal from what is whole."""
        self._do(self._bring_back)

    def action_begin_anew(self) -> None:
        """Make an empty journal; the present file is kept."""
        self._do(self._begin_anew)

    def action_open(self) -> None:
        """On to the app."""
        self.app.exit(True)

    def action_leave(self) -> None:
        """Leave; what was brought back stays."""
        self.app.exit(self._done)

    def _do(self, work: Callable[[], str]) -> None:
        try:
            sentence = f"{work()} {key_for('recovery.open')} opens it."
            self._done = True
        except JournalError as error:
            sentence = str(error)
        self.query_one("#said", Static).update(Content(display_safe(sentence)))
        self.refresh_bindings()


class RecoveryApp(CalmApp[bool]):
    """The recovery screen alone, before there is a journal to open the other screens on.

    `bring_back` makes the journal from the newest good backup and all that is whole, `begin_anew` makes an
    empty one; both keep the present file, answer a sentence, and raise JournalError when they cannot.
    """

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, report: Report, bring_back: Callable[[], str], begin_anew: Callable[[], str]) -> None:
        super().__init__()
        self.theme = usual_theme("", self)
        self._screen = RecoveryScreen(report, bring_back, begin_anew)

    def get_default_screen(self) -> Screen[bool]:
        """The one screen there is."""
        return self._screen


def can_be_read(report: Report) -> bool:
    """Whether the journal can be opened, though not written: from a newer version, or read-only."""
    return report.state is State.NEWER or bool(report.is_whole and report.read_only)


def has_something(report: Report) -> bool:
    """Whether a backup or a part of the file can be brought back."""
    return report.backup is not None or any(report.salvaged.values())


def recovery_words(report: Report) -> tuple[str, ...]:
    """The report as paragraphs: the problem, the newest good backup, what is whole, what is lost."""
    said = [report.problem or report.read_only or f"{report.path} cannot be read."]
    if can_be_read(report):
        return (*said, f"It holds {_counts(report.counts)}.") if report.counts else tuple(said)
    if report.backup:
        when = f"{report.backup.taken_at.astimezone():%d %B %Y, %H:%M}".lstrip("0")
        said.append(f"The newest good backup is of {when} and holds {_counts(report.backup_counts)}.")
    else:
        said.append("There is no good backup of it.")
    if any(report.salvaged.values()):
        said.append(f"In the damaged file these are whole: {_counts(report.salvaged)}.")
    if report.lost:
        shown = "\n".join(report.lost[:LOST_SHOWN])
        more = f"\n… and {counted(len(report.lost) - LOST_SHOWN, 'more')}" if len(report.lost) > LOST_SHOWN else ""
        said.append(f"These cannot be read:\n{shown}{more}")
    return tuple(said)


def _counts(counts: Mapping[str, int]) -> str:
    return listed([_counted(table, count) for table, count in counts.items() if count]) or "nothing"


def _counted(table: str, count: int) -> str:
    one = {"entries": "entry", "people": "person"}.get(table, table.removesuffix("s"))
    return counted(count, one.replace("_", " "), table.replace("_", " "))
