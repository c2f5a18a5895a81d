"""Reading the front of a command line: which command, and the options that stand anywhere."""

from __future__ import annotations

from recalibrate.commands.failures import WrongUsage

TYPE_CHECKING = False  # the name mypy knows, without the cost of importing typing
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Line:
    """A command line with the global options taken out of it."""

    def __init__(self) -> None:
        self.command: str | None = None
        self.rest: list[str] = []
        self.journal: str | None = None
        self.passphrase_on_stdin = False
        self.version = False
        self.help = False


def split_global(words: Sequence[str]) -> Line:
    """Take `--journal FILE` and `--version` out, before or after the command, up to a lone `--`.

    Raises WrongUsage for a `--journal` without its file and an option before the command that is not global.
    """
    line = Line()
    queue = list(words)
    while queue:
        word = queue.pop(0)
        if word == "--":
            line.rest += [word, *queue]
            break
        if word == "--journal" or word.startswith("--journal="):
            line.journal = word[len("--journal=") :] if "=" in word else queue.pop(0) if queue else ""
            if not line.journal or line.journal == "--":
                raise WrongUsage("--journal needs the name of a file after it.")
        elif word == "--passphrase-stdin":
            line.passphrase_on_stdin = True
        elif word == "--version":
            line.version = True
        elif line.command is None and word in ("-h", "--help"):
            line.help = True
        elif line.command is None and word.startswith("-"):
            allowed = "--journal FILE, --passphrase-stdin, --version and --help"
            raise WrongUsage(f"There is no option {word}; before a command go {allowed}.")
        elif line.command is None:
            line.command = word
        else:
            line.rest.append(word)
    if line.command is None and line.rest[1:]:
        line.command = line.rest[1]
        line.rest = line.rest[2:]
    return line


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant; empty when none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def did_you_mean(word: str, known: Iterable[str], otherwise: str, form: str = "{}") -> str:
    """The end of a sentence about a word that is not known: the one that is near, put in `form`, or `otherwise`."""
    better = nearest(word, known)
    return f"did you mean {form.format(better)}?" if better else otherwise


def unknown_command(word: str, known: Iterable[str]) -> str:
    """What to say about a command that is not there."""
    hint = did_you_mean(word, known, "`recalibrate --help` lists them.", "`recalibrate {}`")
    return f"There is no command “{word}”; {hint}"
