"""`completion`: a script that completes commands and options in bash, zsh or fish."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate completion bash > ~/.local/share/bash-completion/completions/recalibrate
recalibrate completion zsh > ~/.zfunc/_recalibrate        with fpath+=~/.zfunc before compinit
recalibrate completion fish > ~/.config/fish/completions/recalibrate.fish
"""

_GLOBAL = ("--journal", "--passphrase-stdin", "--version", "--help")


def arguments(parser: ArgumentParser) -> None:
    """For which shell."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="bash|zsh|fish")


def run(arguments: Namespace, call: Call) -> int:
    """Print the script, made from the commands themselves."""
    from recalibrate.commands import COMMANDS
    from recalibrate.commands.parsing.parser import words_of

    abouts = {name: about for name, (_, about) in COMMANDS.items()}
    words = {name: (*words_of(name, file), *_names(name)) for name, (file, _) in COMMANDS.items()}
    scripts = {"bash": _bash, "zsh": _zsh, "fish": _fish}
    call.say(scripts[arguments.shell](abouts, words))
    return 0


def _names(command: str) -> tuple[str, ...]:
    """What a command can be given that is the same in every journal: settings, pages to read."""
    if command == "settings":
        from dataclasses import fields

        from recalibrate.domain.settings import Settings

        return tuple(field.name for field in fields(Settings))
    if command == "learn":
        from recalibrate.domain.habits.catalogue import CATALOGUE
        from recalibrate.domain.learning.pages import PAGES

        return (*(page.key for page in PAGES), *(habit.key for habit in CATALOGUE))
    return ()


def _bash(abouts: Mapping[str, str], words: Mapping[str, tuple[str, ...]]) -> str:
    cases = "\n".join(f'        {name}) words="{" ".join(words[name])}" ;;' for name in abouts)
    return f"""\
# bash completion for recalibrate
_recalibrate() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" previous="${{COMP_WORDS[COMP_CWORD-1]}}" command="" word words at
    case "$previous" in
        --journal|-o|--output) COMPREPLY=($(compgen -f -- "$current")); return ;;
    esac
    for ((at = 1; at < COMP_CWORD; at++)); do
        word="${{COMP_WORDS[at]}}"
        if [[ "${{COMP_WORDS[at-1]}}" != --journal && "$word" != -* ]]; then command="$word"; break; fi
    done
    case "$command" in
        "") words="{" ".join(abouts)}" ;;
{cases}
        *) words="" ;;
    esac
    COMPREPLY=($(compgen -W "$words {" ".join(_GLOBAL)}" -- "$current"))
    case "$command" in
        import|merge|restore) if [[ "$current" != -* ]]; then COMPREPLY+=($(compgen -f -- "$current")); fi ;;
    esac
}}
complete -F _recalibrate recalibrate"""


def _zsh(abouts: Mapping[str, str], words: Mapping[str, tuple[str, ...]]) -> str:
    commands = "\n".join(f"        '{name}:{_quoted(about)}'" for name, about in abouts.items())
    cases = "\n".join(f"        {name}) compadd -- {' '.join((*words[name], *_GLOBAL))} ;;" for name in abouts)
    return f"""\
#compdef recalibrate
_recalibrate() {{
    local -a commands
    local command="" word at
    commands=(
{commands}
    )
    if [[ "$words[CURRENT-1]" == (--journal|-o|--output) ]]; then _files; return; fi
    for ((at = 2; at < CURRENT; at++)); do
        word="$words[at]"
        if [[ "$words[at-1]" != --journal && "$word" != -* ]]; then command="$word"; break; fi
    done
    case "$command" in
        "") _describe command commands; compadd -- {" ".join(_GLOBAL)} ;;
        import|merge|restore) _files ;|
{cases}
    esac
}}
if [[ "$funcstack[1]" == _recalibrate ]]; then _recalibrate "$@"; else compdef _recalibrate recalibrate; fi"""


def _fish(abouts: Mapping[str, str], words: Mapping[str, tuple[str, ...]]) -> str:
    lines = ["# fish completion for recalibrate", "complete -c recalibrate -f"]
    lines += ["complete -c recalibrate -l journal -r -F -d 'use this journal'"]
    lines += ["complete -c recalibrate -l passphrase-stdin -d 'read the passphrase from stdin'"]
    lines += ["complete -c recalibrate -l version -d 'print the version'"]
    lines += [
        f"complete -c recalibrate -n __fish_use_subcommand -a {name} -d '{_quoted(about)}'"
        for name, about in abouts.items()
    ]
    for name, options in words.items():
        seen = f"complete -c recalibrate -n '__fish_seen_subcommand_from {name}'"
        for option in options:
            lines.append(f"{seen} -l {option[2:]}" if option.startswith("--") else f"{seen} -a {option}")
    lines.append("complete -c recalibrate -n '__fish_seen_subcommand_from import merge restore' -F")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return text.replace("'", "’").replace(":", " ")
