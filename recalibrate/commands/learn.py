"""`learn`: why each part is there and what is known about it, and the page of each habit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate learn                 what there is to read
recalibrate learn ask             a page, by its key
recalibrate learn "Mind reading"  a habit, by its name or key; your own as well
"""


def arguments(parser: ArgumentParser) -> None:
    """Which page."""
    parser.add_argument("page", nargs="*", metavar="PAGE", help="a page or a habit; without it all are listed")


def run(arguments: Namespace, call: Call) -> int:
    """Print the pages there are, or one."""
    from recalibrate.domain.text import clean_text

    wanted = clean_text(" ".join(arguments.page))
    if not wanted:
        return _list(call)
    for number, paragraph in enumerate(_page(wanted, call)):
        is_heading = paragraph.startswith("# ")
        if number and is_heading:
            call.say()
        call.say_wrapped(paragraph.removeprefix("# "), indent="" if is_heading else "  ")
    return 0


def _list(call: Call) -> int:
    from recalibrate.domain.habits.catalogue import CATALOGUE
    from recalibrate.domain.learning.pages import PAGES

    call.say("Why it is as it is")
    for page in PAGES:
        call.say_hanging(f"  {page.key:<20}", f"{page.title} · {page.about}")
    call.say()
    call.say("Habits of judging")
    for habit in CATALOGUE:
        call.say_hanging(f"  {habit.key:<20}", habit.name)
    return 0


def _page(wanted: str, call: Call) -> tuple[str, ...]:
    """The paragraphs of the page or habit that is called so. Raises CouldNot, with a name that is near."""
    from recalibrate.domain.habits.catalogue import CATALOGUE
    from recalibrate.domain.habits.page import habit_page
    from recalibrate.domain.learning.pages import learn_page, page_paragraphs

    key = wanted.casefold().replace("-", "_").replace(" ", "_")
    if page := learn_page(key):
        return page_paragraphs(page)
    names = {each.name.casefold(): each.key for each in CATALOGUE} | {each.key: each.key for each in CATALOGUE}
    if found := names.get(wanted.casefold()) or names.get(key):
        return habit_page(found)
    from recalibrate.domain.records.own_habit import OwnHabit

    own = call.journal_to_read().all(OwnHabit)
    if mine := next((each for each in own if each.name.casefold() == wanted.casefold() or each.id == wanted), None):
        return habit_page(mine.id, own)
    from recalibrate.commands.parsing.global_options import did_you_mean
    from recalibrate.domain.learning.pages import PAGES

    known = [*(each.key for each in PAGES), *names, *(each.name for each in own)]
    hint = did_you_mean(wanted.casefold(), known, "`recalibrate learn` lists what there is.", "“{}”")
    raise CouldNot(f"There is no page “{wanted}”; {hint}")
