"""Closing a month: its statements are worked out once, kept as a review, and never worked out again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from recalibrate.domain.look_back import SECTIONS, Month, Notebook, as_of, while_running
from recalibrate.domain.look_back.sections import Page, Section
from recalibrate.domain.look_back.speech import Direction, Level, Metric, Standing, Standings, without_waiting
from recalibrate.domain.records.record import NEVER
from recalibrate.domain.records.review import Review, Statement

MOST_MONTHS = 24
"""Months further back than this are left open: after a large import nobody waits for decades to close."""


def months_to_close(notebook: Notebook, today: date) -> tuple[Month, ...]:
    """The past months without a review, from the first one with a record on (two years back at most), in order."""
    first = first_day(notebook)
    if first is None:
        return ()
    this = Month.of(today)
    month = max(Month.of(first), this.later(-MOST_MONTHS))
    closed = {review.month for review in notebook.reviews}
    found = []
    while month < this:
        if month.key not in closed:
            found.append(month)
        month = month.later(1)
    return tuple(found)


def nothing_to_close(reviews: Iterable[Review], today: date) -> bool:
    """Whether the month before this one is closed: known without reading anything but the reviews."""
    return Month.of(today).later(-1).key in {review.month for review in reviews}


def nothing_between() -> None:
    """No pause between two sections."""


def close_months(
    notebook: Notebook, now: datetime, *, until: Month | None = None, between: Callable[[], None] = nothing_between
) -> Iterator[Review]:
    """A review for each month that is over and has none, in order; each leans on the one before it.

    A month in which nothing was written is closed without statements. With `until` only what that month needs to
    be read: itself and the one that it leans on. `between` is called before each section, to let others work.
    """
    reviews = list(notebook.reviews)
    months = months_to_close(notebook, now.date())
    if until is not None:
        months = tuple(month for month in months if month <= until)[-2:]
    for month in months:
        review = close_month(notebook, month, reviews, now, between)
        reviews.append(review)
        yield review


def close_month(
    notebook: Notebook,
    month: Month,
    reviews: Iterable[Review],
    now: datetime,
    between: Callable[[], None] = nothing_between,
) -> Review:
    """What the month says at its end. A claim says "so far" unless the closed month before it claimed the same."""
    then = as_of(notebook, month.last)
    if not _has_activity(then, month):
        return Review(month=month.key, closed_at=now)
    before = review_before(reviews, month)
    standings = standings_after(before)
    statements: list[Statement] = []
    for section in SECTIONS:
        between()
        statements += [said for page in section.pages(then, month.last, standings) for said in named(page)]
    return Review(month=month.key, closed_at=now, statements=tuple(dict.fromkeys(statements)))


def standings_after(before: Review | None) -> Standings:
    """The standing of a claim in a month that closes after `before`."""
    claimed = {
        (said.metric, said.about, said.direction)
        for said in (before.statements if before else ())
        if said.level == Level.CLAIM
    }

    def standing(metric: Metric, about: str, direction: Direction) -> Standing:
        return Standing.AGREED if (metric.value, about, direction.value) in claimed else Standing.CLOSED

    return standing


def review_before(reviews: Iterable[Review], month: Month) -> Review | None:
    """The last review before `month` that says anything."""
    earlier = [review for review in reviews if review.month < month.key and review.statements]
    return max(earlier, key=lambda review: review.month, default=None)


def review_of(reviews: Iterable[Review], month: Month) -> Review | None:
    """The review of a month; the first one kept where two windows closed it at once."""
    found = [review for review in reviews if review.month == month.key]
    return min(found, key=lambda review: review.closed_at, default=None)


def pages_of(section: Section, notebook: Notebook, month: Month, today: date) -> tuple[Page, ...]:
    """The pages of a section for a month: live counts while it runs, with the last closed claims beside them.

    A closed month shows its frozen statements over the numbers of its last day; what it had no statement for is
    said as counts.
    """
    if month >= Month.of(today):
        pages = section.pages(notebook, today, while_running)
        before = review_before(notebook.reviews, Month.of(today))
        return tuple(_with_claims(page, before) for page in pages)
    then = as_of(notebook, month.last)
    review = review_of(notebook.reviews, month)
    return tuple(_frozen(page, review) for page in section.pages(then, month.last, while_running))


def named(page: Page) -> Iterator[Statement]:
    """The statements of a page as a review keeps them: one that speaks of a thing names it."""
    for said in page.statements:
        is_about = page.about and said.about.startswith(page.about)
        yield replace(said, text=f"{page.title}: {said.text}") if is_about else said


def _with_claims(page: Page, review: Review | None) -> Page:
    """The page of a running month with the claims of the last closed one, each behind the counts it speaks of."""
    if review is None:
        return page
    month = Month.read(review.month)
    claims = {
        (said.metric, said.about): replace(
            said, text=f"At the end of {month.name}: {_continued(_without_title(said.text, page.title))}"
        )
        for said in review.statements
        if said.level == Level.CLAIM
    }
    statements: list[Statement] = []
    for said in page.statements:
        claim = claims.pop((said.metric, said.about), None)
        statements += [said] if claim is None else [replace(said, text=without_waiting(said.text)), claim]
    return replace(page, statements=tuple(statements))


def _frozen(page: Page, review: Review | None) -> Page:
    if review is None:
        return page
    kept: dict[tuple[str, str], list[Statement]] = {}
    for said in review.statements:
        kept.setdefault((said.metric, said.about), []).append(said)
    statements = tuple(_taken(kept.get((said.metric, said.about)), said, page.title) for said in page.statements)
    return replace(page, statements=statements)


def _taken(found: list[Statement] | None, said: Statement, title: str) -> Statement:
    if not found:
        return said
    frozen = found.pop(0)
    return replace(frozen, text=_without_title(frozen.text, title))


def _without_title(text: str, title: str) -> str:
    return text.removeprefix(f"{title}: ")


def _continued(sentence: str) -> str:
    """A sentence of the look back as it stands behind a colon."""
    return sentence if sentence.startswith("I ") else sentence[:1].lower() + sentence[1:]


def first_day(notebook: Notebook) -> date | None:
    """The first day with a record; None in an empty notebook."""
    days = [each.happened_on for each in notebook.entries]
    days += [each.rated_at.date() for each in notebook.ratings]
    days += [each.started_at.date() for each in notebook.experiments if each.started_at]
    days += [(each.opened_at or each.created_at).date() for each in notebook.attempts]
    days += [(each.happened_at or each.created_at).date() for each in notebook.moments]
    return min((day for day in days if day > NEVER.date()), default=None)


def _has_activity(then: Notebook, month: Month) -> bool:
    start = month.first
    days: Sequence[Iterator[date]] = (
        (each.happened_on for each in then.entries),
        (each.rated_at.date() for each in then.ratings),
        (each.decision.decided_at.date() for each in then.experiments if each.decision),
        ((each.opened_at or each.created_at).date() for each in then.attempts),
        ((each.happened_at or each.created_at).date() for each in then.moments),
    )
    return any(day >= start for group in days for day in group)
