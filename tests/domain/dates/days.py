"""Days that deadlines are read on, and the day that a phrase means."""

from datetime import date

from recalibrate.domain.dates.deadlines import Deadline, read_deadline

SUNDAY_22_NOV = date(2026, 11, 22)
WEDNESDAY_4_MAR = date(2026, 3, 4)
FRIDAY_6_MAR = date(2026, 3, 6)
NEW_YEARS_EVE = date(2026, 12, 31)
LAST_OF_JANUARY = date(2026, 1, 31)
LEAP_DAY = date(2028, 2, 29)
SUNDAY_FIRST = 6


def day_of(phrase: str, today: date, week_start: int = 0) -> date | str:
    read = read_deadline(phrase, today, week_start=week_start, longest=None)
    return read.date if isinstance(read, Deadline) else read.reason
