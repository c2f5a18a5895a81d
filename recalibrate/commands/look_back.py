"""`look-back`: what changed over months, as text, JSON, or a report to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from recalibrate.commands.failures import CouldNot, WrongUsage
from recalibrate.commands.printing.streams import put

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from recalibrate.commands.call import Call
    from recalibrate.domain.look_back import Month, Notebook, Page

EXAMPLES = """
recalibrate look-back                             the month so far
recalibrate look-back --month 2026-02 --json
recalibrate look-back --html --after "3 months ago" -o report.html
recalibrate look-back --markdown --leave-out voice,people
"""


def arguments(parser: ArgumentParser) -> None:
    """Which month or span, and in which form."""
    parser.add_argument("--month", metavar="YYYY-MM", default="", help="one month; without it the running one")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the numbers and sentences as JSON")
    form.add_argument("--markdown", action="store_true", help="a report as Markdown")
    form.add_argument("--html", action="store_true", help="a report as one HTML file that needs nothing else")
    parser.add_argument("--after", metavar="DATE", default="", help="reports: from the day after that one")
    parser.add_argument("--before", metavar="DATE", default="", help="reports: up to the day before that one")
    parser.add_argument("--leave-out", metavar="FIELD,…", default="", help="reports: parts that stay behind")
    parser.add_argument("-o", "--output", metavar="FILE", default="", help="where to; without it the terminal")


def run(arguments: Namespace, call: Call) -> int:
    """Print or write the look-back."""
    is_report = arguments.markdown or arguments.html
    if not is_report and (arguments.after or arguments.before or arguments.leave_out):
        raise WrongUsage("--after, --before and --leave-out belong to a report: add --markdown or --html.")
    from dataclasses import replace

    from recalibrate.domain.look_back import Month
    from recalibrate.domain.look_back.closing import close_months
    from recalibrate.store.notebook import notebook_of

    month = _month(arguments.month, call)
    journal = call.journal_to_read()
    notebook = notebook_of(journal)
    # what is not closed yet is worked out for this once and not kept: reading writes nothing
    due = close_months(notebook, call.now, until=month)
    notebook = replace(notebook, reviews=(*notebook.reviews, *due))
    if is_report:
        text = _report(notebook, month if arguments.month else None, arguments, call)
    elif arguments.json:
        from recalibrate.commands.printing.json_text import json_text

        text = json_text(document(notebook, month, call)) + "\n"
    else:
        text = ""
    if arguments.output:
        _write(Path(arguments.output).expanduser(), text or "\n".join(_lines(notebook, month, call)) + "\n")
    elif text:
        put(text)
    else:
        for line in _lines(notebook, month, call):
            call.say_wrapped(line)
        if month == Month.of(call.today):
            call.hint("Closed months are read with `recalibrate review`.")
    return 0


def document(notebook: Notebook, month: Month, call: Call) -> dict[str, Any]:
    """The look-back as JSON holds it: sections, pages, statements with their levels, and the numbers behind them."""
    from recalibrate.domain.look_back import CAVEAT, SECTIONS, Month
    from recalibrate.store.documents import encode

    def page_document(page: Page) -> dict[str, Any]:
        facts = encode(page.facts) if page.facts is not None else {}
        return {
            "title": page.title,
            "about": page.about,
            "statements": encode(page.statements),
            "facts": _without_ids(facts),
            "entry_ids": list(page.entry_ids),
        }

    return {
        "month": month.key,
        "running": month >= Month.of(call.today),
        "caveat": CAVEAT,
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "pages": [page_document(page) for page in _pages(section, notebook, month, call)],
            }
            for section in SECTIONS
        ],
    }


def _pages(section: Any, notebook: Notebook, month: Month, call: Call) -> tuple[Page, ...]:
    from recalibrate.domain.look_back.closing import pages_of

    return pages_of(section, notebook, month, call.today)


def _lines(notebook: Notebook, month: Month, call: Call) -> list[str]:
    from recalibrate.domain.look_back import CAVEAT, SECTIONS, Month
    from recalibrate.domain.look_back.speech import said_together

    running = month >= Month.of(call.today)
    lines = [f"{month.words}, so far" if running else f"At the end of {month.words}"]
    early: tuple[str, ...] = ()
    for section in SECTIONS:
        said: list[str] = []
        for page in _pages(section, notebook, month, call):
            fresh = [text for text in (statement.text for statement in page.statements) if text not in said]
            said += [page.title] if fresh and page.title != section.title else []
            said += fresh
        together = said_together(said)
        early = together[len(said) :] or early
        lines += ["", section.title.upper(), *together[: len(said)]]
    return [*lines, "", *early, CAVEAT]


def _report(notebook: Notebook, month: Month | None, arguments: Namespace, call: Call) -> str:
    from recalibrate.domain.journaling.report import report

    first, last = _span(notebook, month, arguments, call)
    leave_out = frozenset(filter(None, (name.strip() for name in arguments.leave_out.split(","))))
    try:
        made = report(notebook, notebook.people, first, last, leave_out)
    except ValueError as error:
        raise WrongUsage(f"--leave-out: {error}") from None
    if arguments.html:
        from recalibrate.exchange.report_html import report_html

        return report_html(made)
    from recalibrate.exchange.report_markdown import report_markdown

    return report_markdown(made)


def _span(notebook: Notebook, month: Month | None, arguments: Namespace, call: Call) -> tuple[date, date]:
    """The first and the last day of a report: a month, or what lies between two dates, else everything."""
    from datetime import timedelta

    from recalibrate.domain.look_back.closing import first_day

    if month is not None:
        if arguments.after or arguments.before:
            raise WrongUsage("Give a month or dates, not both.")
        return month.first, min(month.last, call.today)
    first, last = first_day(notebook) or call.today, call.today
    if arguments.after:
        first = _past(arguments.after, "--after", call)[1] + timedelta(days=1)
    if arguments.before:
        last = _past(arguments.before, "--before", call)[0] - timedelta(days=1)
    if last < first:
        raise CouldNot("Nothing lies between those dates.")
    return first, last


def _past(phrase: str, option: str, call: Call) -> tuple[date, date]:
    from recalibrate.domain.dates.deadlines import Refusal
    from recalibrate.domain.dates.past_dates import read_past

    read = read_past(phrase, call.today, week_start=call.settings.week_start)
    if isinstance(read, Refusal):
        raise WrongUsage(f"{option}: {read.reason}")
    return read.first, read.last


def _month(text: str, call: Call) -> Month:
    from recalibrate.domain.look_back import Month

    if not text:
        return Month.of(call.today)
    try:
        month = Month.read(text)
    except ValueError:
        raise WrongUsage(f"“{text}” is no month; write it as 2026-02.") from None
    if month > Month.of(call.today):
        raise CouldNot(f"{month.words} has not begun.")
    return month


def _write(target: Path, text: str) -> None:
    """Write a new file for its owner alone; never over one that is there."""
    from recalibrate.store.new_file import write_new

    try:
        write_new(target, text.encode())
    except FileExistsError:
        raise CouldNot(f"{target} is there already; choose another name.") from None


def _without_ids(facts: Any) -> Any:
    """The facts without the long lists of ids that the page has anyway."""
    if isinstance(facts, dict):
        return {name: _without_ids(value) for name, value in facts.items() if name != "entry_ids"}
    return [_without_ids(each) for each in facts] if isinstance(facts, list) else facts
