"""`searches`: the queries that are kept under a name; saved, forgotten, found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot
from recalibrate.commands.parsing.actions import Action, act, add_actions
from recalibrate.domain.wording import one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from recalibrate.commands.call import Call
    from recalibrate.domain.settings import SavedSearch

EXAMPLES = """
recalibrate searches
recalibrate searches save talks situation:talks scope:global
recalibrate searches find talks        what `recalibrate list` finds for it
"""


def save(words: Sequence[str], call: Call) -> int:
    """Keep a query under a name; the same name replaces the one before."""
    from recalibrate.commands.finding.found import as_query
    from recalibrate.domain.settings import SavedSearch

    as_query(words[1:], call)  # says what would be right for one that is none
    name = one_line(words[0])
    if not name:
        raise CouldNot("Give the search a name.")
    others = [each for each in call.settings.saved_searches if each.name.casefold() != name.casefold()]
    _keep((*others, SavedSearch(name=name, query=" ".join(words[1:]))), call)
    call.say(f"“{name}” is kept.")
    return 0


def forget(words: Sequence[str], call: Call) -> int:
    """Forget a search."""
    search = _named(words[0], call)
    _keep(tuple(each for each in call.settings.saved_searches if each != search), call)
    call.say(f"“{search.name}” is forgotten.")
    return 0


def find(words: Sequence[str], call: Call) -> int:
    """List what a search finds."""
    from argparse import Namespace

    from recalibrate.commands.list_entries import run as listed

    return listed(Namespace(query=_named(words[0], call).query.split(" "), json=False, limit=None), call)


ACTIONS = {
    "save": Action("NAME QUERY…", "keep a query under a name", save),
    "find": Action("NAME", "the entries it finds", find),
    "forget": Action("NAME", "keep it no longer", forget),
}

DASHED_WORDS = "-"
"""Words of the user's own may begin with a dash."""


def arguments(parser: ArgumentParser) -> None:
    """What to do, and the format."""
    add_actions(parser, "all are listed")
    parser.add_argument("--json", action="store_true", help="print the searches as a JSON array")


def run(arguments: Namespace, call: Call) -> int:
    """List the searches, or do something about one."""
    if arguments.words:
        return act("searches", ACTIONS, arguments.words, call)
    searches = call.settings.saved_searches
    if arguments.json:
        call.say_json([{"name": each.name, "query": each.query} for each in searches])
        return 0
    for each in searches:
        call.say_hanging("", f"{each.name} · {each.query}")
    if not searches:
        call.hint("No search is kept yet; `recalibrate searches save NAME QUERY` keeps one.")
    return 0


def _named(name: str, call: Call) -> SavedSearch:
    """The search of that name. Raises CouldNot, with a name that is near."""
    searches = call.settings.saved_searches
    wanted = " ".join(name.casefold().split())
    found = next((each for each in searches if each.name.casefold() == wanted), None)
    if found is None:
        from recalibrate.commands.parsing.global_options import did_you_mean

        hint = did_you_mean(name, [each.name for each in searches], "`recalibrate searches` lists them.", "“{}”")
        raise CouldNot(f"No search is called “{name}”; {hint}")
    return found


def _keep(searches: tuple[SavedSearch, ...], call: Call) -> None:
    from recalibrate.store.settings import save_settings

    save_settings(call.paths.settings, replace(call.settings, saved_searches=searches))
