"""Dates for a calendar: one all-day event for each experiment, overhaul and check-back that is still open."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.today.due import Waiting, WaitingKind, waiting

if TYPE_CHECKING:
    from icalendar import Alarm, Event  # type: ignore[import-untyped] # it brings no types

TITLE = "recalibrate: decide"
"""Says nothing, since calendars sync to other people's machines."""


def export_ics(
    experiments: Iterable[Experiment],
    overhauls: Iterable[Overhaul],
    *,
    alarm: time | None = None,
    titles: bool = False,
    ids: Collection[str] | None = None,
) -> bytes:
    """The calendar; `titles` writes what it is about, `alarm` rings at that time of its day, `ids` limits it.

    The same date comes out the same each time, so a second import into a calendar changes nothing.
    """
    from icalendar import Calendar  # here, since no other command should pay for it

    calendar = Calendar()
    calendar.add("prodid", "-//recalibrate//EN")
    calendar.add("version", "2.0")
    for item in waiting(experiments, overhauls, date.max):
        if ids is None or item.id in ids:
            calendar.add_component(_event(item, alarm, titles))
    return bytes(calendar.to_ical())


def _event(item: Waiting, alarm: time | None, titles: bool) -> Event:
    from icalendar import Event, vDuration

    look = "-check-back" if item.kind is WaitingKind.CHECK_BACK else ""
    event = Event()
    event.add("uid", f"{item.id}{look}@recalibrate")
    event.add("summary", f"recalibrate: {item.title}" if titles else TITLE)
    event.add("dtstart", item.since)
    event.add("dtend", item.since + timedelta(days=1))
    event.add("dtstamp", item.record.updated_at)
    event.add("sequence", 1 if item.record.extension and not look else 0)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if alarm is not None:
        event.add_component(_alarm(vDuration(timedelta(hours=alarm.hour, minutes=alarm.minute))))
    return event


def _alarm(after_midnight: object) -> Alarm:
    from icalendar import Alarm

    bell = Alarm()
    bell.add("action", "DISPLAY")
    bell.add("description", TITLE)
    bell.add("trigger", after_midnight)
    return bell
