"""The monthly check line by line: one situation after the other, earlier values only after the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.plain.asking import Asking, Back, Park
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.situations.monthly_check import earlier_words, monthly_rating, to_rate
from recalibrate.domain.wording import counted

if TYPE_CHECKING:
    from recalibrate.commands.call import Call
    from recalibrate.store.journal import Journal

WAYS = "0 to 100 in tens · Enter skips one · . stops here; what is answered is kept"


def check(journal: Journal, call: Call) -> int:
    """Ask for the dread of each situation that was rated before; each answer is kept as it is given."""
    situations = journal.all(Situation)
    asked = to_rate(situations, journal.all(Rating), call.today, f"{call.today:%Y-%m}")
    if not asked:
        call.say_wrapped("Nothing to rate this month. A situation comes up here once its dread was rated.")
        return 0
    ask, kept = Asking(call), 0
    call.say_wrapped(WAYS)
    try:
        for place, situation in enumerate(asked, start=1):
            call.say_wrapped(f"{place} of {len(asked)}: {situation.name}")
            value = ask.rating("How much do you dread it right now?")
            if value is None:
                continue
            earlier = earlier_words(situation, situations, journal.all(Rating))
            journal.put(monthly_rating(situation, value, call.now))
            kept += 1
            call.say_wrapped(earlier, indent="  ")
    except (Park, Back):
        pass  # what was answered is kept already
    call.say_wrapped(f"{counted(kept, 'situation')} rated.")
    return 0
