"""Charts as text: values and a width in, lines of spans out. Only `content` knows Textual."""

from recalibrate.ui.charts.bars import DECISIONS, BarRow, Kind, habit_bars, stacked_counts
from recalibrate.ui.charts.calendar import Day, calendar
from recalibrate.ui.charts.intervals import ShareRow, share_rows
from recalibrate.ui.charts.levels import LevelRow, level_rows
from recalibrate.ui.charts.lines import Line, Lines, Role, Span, plain
from recalibrate.ui.charts.small import bar, days_left, sparkline
from recalibrate.ui.charts.strips import Point, Series, pair_of_lines, rating_strip
from recalibrate.ui.charts.table import as_table

__all__ = [
    "DECISIONS",
    "BarRow",
    "Day",
    "Kind",
    "LevelRow",
    "Line",
    "Lines",
    "Point",
    "Role",
    "Series",
    "ShareRow",
    "Span",
    "as_table",
    "bar",
    "calendar",
    "days_left",
    "habit_bars",
    "level_rows",
    "pair_of_lines",
    "plain",
    "rating_strip",
    "share_rows",
    "sparkline",
    "stacked_counts",
]
