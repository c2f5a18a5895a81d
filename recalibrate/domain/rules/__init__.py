"""The life of an experiment and of an overhaul: each step answers new records, or is refused in plain words."""

from recalibrate.domain.rules.deciding import Decided, Undone, decide, may_undo, undo_decision
from recalibrate.domain.rules.drafting import draft_from_assumption, draft_from_slip
from recalibrate.domain.rules.extending import (
    add_note,
    extend,
    extend_overhaul,
    longest_extension,
    may_extend,
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
from recalibrate.domain.rules.rounds import choices_left, folded, next_round, rounds_of
from recalibrate.domain.rules.starting import (
    correct,
    first_prediction,
    first_probability,
    missing,
    start,
)

__all__ = [
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
    "next_round",
    "open_experiments",
    "places",
    "plan_overhaul",
    "rounds_allowed",
    "rounds_of",
    "start",
    "undo_decision",
    "withdraw",
]
