"""The life of an experiment and of an overhaul: each step answers new records, or is refused in plain words."""

from recalibrate.domain.rules.deciding import Decided, Undone, decide, may_undo, undo_decision
from recalibrate.domain.rules.drafting import draft_from_assumption, draft_from_slip
from recalibrate.domain.rules.extending import (
    add_note,
    extend,
    extend_overhaul,
    longest_extension,
    may_extend,
    need_a_date_to_move,
    need_an_extension,
    need_its_date_ahead,
    withdraw,
)
from recalibrate.domain.rules.limits import (
    Limits,
    asks_if_small,
    asks_smaller,
    default_deadline,
    open_experiments,
    places,
    rounds_allowed,
)
from recalibrate.domain.rules.looking_again import answer_check_back, default_check_back, may_look_again
from recalibrate.domain.rules.overhauling import close_overhaul, default_overhaul_deadline, plan_overhaul
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.rules.rounds import choices_left, folded, next_round, no_round_left, rounds_of
from recalibrate.domain.rules.starting import (
    CORRECTABLE,
    WHY_NEEDED,
    correct,
    first_prediction,
    first_probability,
    missing,
    need_fresh_words,
    start,
)
from recalibrate.domain.rules.stepping_back import stepped_back

__all__ = [
    "CORRECTABLE",
    "WHY_NEEDED",
    "Decided",
    "Limits",
    "Refused",
    "Undone",
    "add_note",
    "answer_check_back",
    "asks_if_small",
    "asks_smaller",
    "choices_left",
    "close_overhaul",
    "correct",
    "decide",
    "default_check_back",
    "default_deadline",
    "default_overhaul_deadline",
    "draft_from_assumption",
    "draft_from_slip",
    "extend",
    "extend_overhaul",
    "first_prediction",
    "first_probability",
    "folded",
    "longest_extension",
    "may_extend",
    "may_look_again",
    "may_undo",
    "missing",
    "need_a_date_to_move",
    "need_an_extension",
    "need_fresh_words",
    "need_its_date_ahead",
    "next_round",
    "no_round_left",
    "open_experiments",
    "places",
    "plan_overhaul",
    "rounds_allowed",
    "rounds_of",
    "start",
    "stepped_back",
    "undo_decision",
    "withdraw",
]
