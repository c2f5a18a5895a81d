"""A text in the user's own editor: through a private file that is wiped afterwards."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
import termios
from collections.abc import Callable, Mapping
from pathlib import Path

from textual.app import App, SuspendNotSupported

from recalibrate.domain.text import clean_text

FALLBACKS = ("sensible-editor", "nano", "vi")


class EditorFailed(Exception):
    """The editor could not be used; `str(error)` says why and what to do."""


def edited_outside(app: App[None], text: str) -> str:
    """The text after $VISUAL or $EDITOR had it, while the app stands aside. Raises EditorFailed."""
    command = editor_command(os.environ)

    def run(path: Path) -> None:
        try:
            with app.suspend():
                if sys.stdin.isatty():
                    pass_lines_on(sys.stdin.fileno())
                code = subprocess.call([*command, str(path)])
        except SuspendNotSupported:
            raise EditorFailed("This terminal cannot hand over to an editor; write here instead.") from None
        except OSError:
            raise EditorFailed(f"{command[0]} does not start; set VISUAL or EDITOR to your editor.") from None
        if code:
            raise EditorFailed("The editor ended with an error; the text is as it was.")

    return through_a_file(text, run, os.environ)


def pass_lines_on(terminal: int) -> None:
    """Have a terminal that passed on key by key put lines together again: an editor may be a simple one."""
    usual = termios.tcgetattr(terminal)
    usual[0] |= termios.ICRNL
    usual[3] |= termios.ICANON | termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, usual)


def editor_command(environ: Mapping[str, str]) -> list[str]:
    """The user's editor with its arguments. Raises EditorFailed when it cannot be read."""
    for name in ("VISUAL", "EDITOR"):
        if environ.get(name, "").strip():
            try:
                return shlex.split(environ[name])
            except ValueError:
                raise EditorFailed(f"{name} cannot be read: {environ[name]}") from None
    from shutil import which

    return [next((each for each in FALLBACKS if which(each, path=environ.get("PATH"))), "vi")]


def through_a_file(text: str, run: Callable[[Path], None], environ: Mapping[str, str]) -> str:
    """The text after `run` had it as a file (0600, in a folder 0700); nothing stays, whatever `run` raises.

    In memory where the system offers that (XDG_RUNTIME_DIR), so that it never meets a disk.
    """
    memory = environ.get("XDG_RUNTIME_DIR", "")
    place = memory if memory and os.access(memory, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="recalibrate-", dir=place))
    try:
        path = folder / "entry.md"
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        run(path)
        try:
            written = clean_text(path.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            raise EditorFailed("The editor took the file away; the text is as it was.") from None
        # editors end a file with a line end that nobody typed
        return written if text.endswith("\n") else written.removesuffix("\n")
    finally:
        wipe(folder)


def wipe(folder: Path) -> None:
    """Write over and remove the folder's files, those the editor left as well, then the folder."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
            continue
        if not path.is_symlink():
            with path.open("r+b") as file:
                file.write(b"\0" * path.stat().st_size)
                file.flush()
                os.fsync(file.fileno())
        path.unlink()
    folder.rmdir()
