"""The rounds of one question: which belong together, what counts as a change, how many are left."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from recalibrate.domain.records.experiment import Choice, Experiment
from recalibrate.domain.rules.limits import Limits, rounds_allowed
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.wording import number_word

NAME_A_CHANGE = "Change something you can name."


def rounds_of(experiment: Experiment, experiments: Iterable[Experiment]) -> tuple[Experiment, ...]:
    """All rounds with the same root, in order, with `experiment` itself in the form given."""
    others = [
        each
        for each in experiments
        if each.root == experiment.root and each.id != experiment.id and each.deleted_at is None
    ]
    return tuple(sorted((*others, experiment), key=lambda each: (each.round, each.created_at, each.id)))


def folded(text: str) -> str:
    """A text without case, spaces, punctuation and symbols, to tell whether two say the same.

    A mark between two digits stays, since 1.5 is not 15; a text of marks alone stays as it is.
    """
    wide = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    kept = []
    for index, char in enumerate(wide):
        between = wide[index - 1 : index] + wide[index + 1 : index + 2]
        if unicodedata.category(char)[0] in "LMN" and not "\ufe00" <= char <= "\ufe0f":
            kept.append(char)
        elif len(between) == 2 and between.isdigit() and not char.isspace():
            kept.append(".")
    return "".join(kept) or "".join(wide.split())


def need_a_named_change(experiment: Experiment, experiments: Iterable[Experiment]) -> None:
    """Refuse a round whose cue and action both are those of another round that has started."""
    same = (folded(experiment.cue), folded(experiment.action))
    for each in rounds_of(experiment, experiments):
        started = each.id != experiment.id and each.started_at is not None
        if started and (folded(each.cue), folded(each.action)) == same:
            raise Refused(NAME_A_CHANGE, field="action")


def next_number(experiment: Experiment, experiments: Iterable[Experiment]) -> int:
    """The number of the round after the last one that has started."""
    started = [each.round for each in rounds_of(experiment, experiments) if each.started_at is not None]
    return max(started, default=0) + 1


def need_a_round_left(number: int, limits: Limits) -> None:
    """Refuse round `number` when the rounds of a question are used up."""
    allowed = rounds_allowed(limits)
    if number > allowed:
        done = number_word(number - 1).capitalize()
        raise Refused(f"{done} rounds are done. Keep, stop or overhaul.")


def no_round_left(experiment: Experiment, experiments: Iterable[Experiment], limits: Limits) -> str:
    """Why *change* is not there to be chosen, in a sentence; empty while a round is left."""
    try:
        need_a_round_left(next_number(experiment, experiments), limits)
    except Refused as refused:
        return str(refused)
    return ""


def choices_left(experiment: Experiment, experiments: Iterable[Experiment], limits: Limits) -> tuple[Choice, ...]:
    """What can still be decided: *change* goes when the rounds are used up."""
    if no_round_left(experiment, experiments, limits):
        return (Choice.KEEP, Choice.STOP, Choice.OVERHAUL)
    return tuple(Choice)


def next_round(experiment: Experiment, experiments: Iterable[Experiment], limits: Limits) -> Experiment:
    """The draft of the round after this one: a copy to change, with every scale and the date empty.

    Refused when the experiment is neither decided nor withdrawn, a later round exists, or the rounds are used up.
    """
    rounds = rounds_of(experiment, experiments)
    if experiment.decision is None and experiment.withdrawal is None:
        raise Refused("Decide this round first.")
    later = next((each for each in rounds if each.round > experiment.round), None)
    if later is not None:
        raise Refused(f"Round {later.round} is there already. Go on with that one.")
    number = next_number(experiment, rounds)
    need_a_round_left(number, limits)
    return Experiment(
        entry_id=experiment.entry_id,
        root_id=experiment.root,
        round=number,
        kind=experiment.kind,
        cue=experiment.cue,
        action=experiment.action,
        prediction=experiment.prediction,
        feeling=experiment.feeling,
        sign=experiment.sign,
        obstacle=experiment.obstacle,
        obstacle_plan=experiment.obstacle_plan,
        leave_out=experiment.leave_out,
        assumption_id=experiment.assumption_id,
        task_id=experiment.task_id,
    )
