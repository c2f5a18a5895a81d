"""The look-back: what changed over months, counted honestly and said carefully.

`Notebook` holds the records; each metric is a pure function over it and a day, one file a family; `speech` decides
what may be said; `sections` puts both into pages; `closing` (beside this package) freezes a month.
"""

from recalibrate.domain.look_back.as_of import as_of, within
from recalibrate.domain.look_back.notebook import Notebook
from recalibrate.domain.look_back.periods import Month
from recalibrate.domain.look_back.sections import SECTIONS, Page, Section, Table
from recalibrate.domain.look_back.speech import CAVEAT, Direction, Level, Metric, Standing, Standings, while_running

__all__ = [
    "CAVEAT",
    "SECTIONS",
    "Direction",
    "Level",
    "Metric",
    "Month",
    "Notebook",
    "Page",
    "Section",
    "Standing",
    "Standings",
    "Table",
    "as_of",
    "while_running",
    "within",
]
