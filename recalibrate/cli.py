"""The way in: finds the command, owns the clock and the places, and turns what goes wrong into one sentence."""

from __future__ import annotations

import gc
import os
import sys

from recalibrate import __version__

TYPE_CHECKING = False  # the name mypy knows, without the cost of importing typing
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import cast

    from recalibrate.commands.parsing.parser import Command
    from recalibrate.domain.clock import Clock

TERMINAL = 0
"""The file number of what is typed."""

FINE, COULD_NOT, WRONG_USAGE, INTERRUPTED, NOBODY_READS = 0, 1, 2, 130, 141

LONG_LIVED = ("reframe", "decide", "demo")
"""Commands that may last; the app itself turns the collector on when all is imported."""


def main(argv: Sequence[str] | None = None, environ: Mapping[str, str] | None = None) -> int:
    """Run one command; answers its exit code: 0 fine, 1 could not, 2 wrong usage."""
    if argv is None:
        gc.disable()  # a command is over before there is anything to collect; the app turns it on again
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from recalibrate.commands.printing.streams import open_what_is_closed

        open_what_is_closed()
    words = list(sys.argv[1:] if argv is None else argv)
    if words == ["--version"]:
        return _guarded(lambda: _said(f"recalibrate {__version__}\n"))
    environ = os.environ if environ is None else environ
    if words or argv is not None or not os.isatty(TERMINAL):
        code = _guarded(lambda: _run(words, environ))
    else:
        from recalibrate.commands.early_keys import keys_kept

        with keys_kept(TERMINAL):
            code = _guarded(lambda: _run(words, environ))
    if argv is None and "recalibrate.ui.app" in sys.modules:
        _end_at_once(code)
    return code


def _end_at_once(code: int) -> None:
    """End the process when the app is gone, the journal closed and the terminal what it was.

    Python would take apart what it holds piece by piece, and ten years of entries keep the shell waiting for that.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _remembered(words: list[str], environ: Mapping[str, str]) -> str | None:
    """What a prompt shows, from the copy that a shell need not wait for; None when it has to be worked out."""
    from time import strftime

    from recalibrate.commands.due_short import remembered_line

    return remembered_line(words, environ, strftime("%Y-%m-%d"))


def _said(text: str, code: int = FINE) -> int:
    try:
        sys.stdout.write(text)
    except OSError as error:
        from recalibrate.commands.printing.streams import refused

        refused(error)
    return code


def _guarded(run: Callable[[], int]) -> int:
    """Run what was asked for; whatever ends it early becomes an exit code and at most one sentence."""
    try:
        try:
            code = run()
        except SystemExit as left:  # argparse, after it printed the help
            code = left.code if isinstance(left.code, int) else FINE
        _flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        from recalibrate.commands.printing.streams import silence_stdout

        silence_stdout()  # whoever read our output has gone
        return NOBODY_READS
    except Exception as error:
        from recalibrate.commands.failures import WrongUsage
        from recalibrate.commands.printing.lines import for_stderr
        from recalibrate.commands.printing.streams import silence_stdout
        from recalibrate.domain.text import display_safe

        sentence = _sentence(error)
        if sentence is None:
            raise
        try:
            sys.stdout.flush()
        except OSError:
            silence_stdout()
        sys.stderr.write(for_stderr(f"recalibrate: {display_safe(sentence)}"))
        return WRONG_USAGE if isinstance(error, WrongUsage) else COULD_NOT


def _flush() -> None:
    """Send what was printed; a full disk behind stdout is said, since what was asked for is done by now."""
    try:
        sys.stdout.flush()
    except OSError as error:
        from recalibrate.commands.printing.streams import refused

        refused(error)
    if "recalibrate.commands.printing.streams" in sys.modules:
        from recalibrate.commands.printing.streams import need_printed

        need_printed("All was done, but not all of it could be printed")


def _sentence(error: Exception) -> str | None:
    """What to tell the user; None for a mistake of ours, which should be seen as one."""
    from recalibrate.commands.failures import CouldNot, WrongUsage
    from recalibrate.store.errors import JournalError

    if isinstance(error, (WrongUsage, CouldNot, JournalError)):
        return str(error)
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{error.strerror or error}."
    return None


def _run(words: list[str], environ: Mapping[str, str]) -> int:
    if "due" in words and "--short" in words and "RECALIBRATE_NOW" not in environ:
        remembered = _remembered(words, environ)
        if remembered is not None:
            return _said(remembered, COULD_NOT if remembered and "--exit-code" in words else FINE)
    from recalibrate.commands import COMMANDS
    from recalibrate.commands.failures import WrongUsage
    from recalibrate.commands.parsing.global_options import split_global, unknown_command

    _keep_text_out_of_crashes()
    line = split_global(words)
    if line.version:
        return _said(f"recalibrate {__version__}\n")
    if line.help:
        from recalibrate.commands.parsing.overview import overview
        from recalibrate.commands.parsing.parser import width_of_help

        return _said(overview({name: about for name, (_, about) in COMMANDS.items()}, width_of_help()))
    if line.command is not None and line.command not in COMMANDS:
        raise WrongUsage(unknown_command(line.command, COMMANDS))
    clock = _clock(environ)
    from recalibrate.commands.call import Call

    call = Call(environ, line.journal, clock, passphrase_on_stdin=line.passphrase_on_stdin)
    if line.command is None:
        from recalibrate.commands.app import open_app

        return open_app(call)
    if line.command in LONG_LIVED:
        gc.enable()
    file, about = COMMANDS[line.command]
    command = _command(file)
    from recalibrate.commands.parsing.quick_parser import quickly_parsed

    arguments = quickly_parsed(command, line.rest)
    if arguments is None:
        from recalibrate.commands.parsing.parser import parsed

        arguments = parsed(line.command, about, command, line.rest)
    if line.passphrase_on_stdin:
        call.prompt.take_first_line()
    return command.run(arguments, call)


def _command(file: str) -> Command:
    """The module of a command, imported now and not before."""
    from importlib import import_module

    module = import_module(f"recalibrate.commands.{file}")
    return cast("Command", module) if TYPE_CHECKING else module


def _clock(environ: Mapping[str, str]) -> Clock:
    """The one clock: the machine's, or one that stands at `RECALIBRATE_NOW`."""
    from datetime import datetime

    fixed = environ.get("RECALIBRATE_NOW", "")
    if not fixed:
        return lambda: datetime.now().astimezone()
    try:
        now = datetime.fromisoformat(fixed)
    except ValueError:
        now = datetime.min
    if now.tzinfo is None:
        from recalibrate.commands.failures import WrongUsage

        raise WrongUsage(f"RECALIBRATE_NOW is no time with an offset: {fixed!r}; write 2026-03-14T09:30+01:00.")
    return lambda: now


def _keep_text_out_of_crashes() -> None:
    """No core file, which would hold what was written; and no crash over a character that a terminal cannot show."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=errors)
