"""The notebook as it stood at the end of a day: what came later is not there yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from recalibrate.domain.look_back.notebook import Notebook
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.task import Attempt


def as_of(notebook: Notebook, day: date) -> Notebook:
    """The notebook without what happened, was rated or was decided after `day`.

    A slip counts from the day it happened, also when it was written down later. Names stay as they are now.
    """
    return replace(
        notebook,
        entries=[_entry(each, day) for each in notebook.entries if each.happened_on <= day],
        experiments=[_experiment(each, day) for each in notebook.experiments if _began(each) <= day],
        overhauls=[_overhaul(each, day) for each in notebook.overhauls if each.created_at.date() <= day],
        ratings=[each for each in notebook.ratings if each.rated_at.date() <= day],
        attempts=[
            _attempt(each, day) for each in notebook.attempts if (each.opened_at or each.created_at).date() <= day
        ],
        improvements=[each for each in notebook.improvements if each.created_at.date() <= day],
        moments=[each for each in notebook.moments if (each.happened_at or each.created_at).date() <= day],
        reviews=[each for each in notebook.reviews if each.month <= f"{day:%Y-%m}"],
    )


def within(notebook: Notebook, first: date, last: date) -> Notebook:
    """The notebook as it stood at the end of `last`, without what happened or began before `first`."""
    then = as_of(notebook, last)
    return replace(
        then,
        entries=[each for each in then.entries if each.happened_on >= first],
        experiments=[each for each in then.experiments if _began(each) >= first],
        overhauls=[each for each in then.overhauls if each.created_at.date() >= first],
        ratings=[each for each in then.ratings if each.rated_at.date() >= first],
        attempts=[each for each in then.attempts if (each.opened_at or each.created_at).date() >= first],
        moments=[each for each in then.moments if (each.happened_at or each.created_at).date() >= first],
        reviews=[each for each in then.reviews if each.month >= f"{first:%Y-%m}"],
    )


def _began(experiment: Experiment) -> date:
    return (experiment.started_at or experiment.created_at).date()


def _entry(entry: Entry, day: date) -> Entry:
    if entry.reframed_at is None or entry.reframed_at.date() <= day:
        return entry
    voice = replace(entry.voice, belief_after=None) if entry.voice else None
    return replace(entry, reframed_at=None, voice=voice, observation="", ideas=(), triage=None)


def _experiment(experiment: Experiment, day: date) -> Experiment:
    changed = experiment
    if changed.decision and changed.decision.decided_at.date() > day:
        changed = replace(changed, decision=None, check_back=None)
    look = changed.check_back
    if look and look.answered_at and look.answered_at.date() > day:
        changed = replace(changed, check_back=replace(look, answer=None, answered_at=None, note=""))
    if changed.withdrawal and changed.withdrawal.withdrawn_at.date() > day:
        changed = replace(changed, withdrawal=None)
    if changed.extension and changed.extension.extended_at.date() > day:
        changed = replace(changed, extension=None, deadline=changed.extension.deadline_before)
    return changed


def _overhaul(overhaul: Overhaul, day: date) -> Overhaul:
    if overhaul.closed_at and overhaul.closed_at.date() > day:
        return replace(overhaul, ending=None, closed_at=None, why="")
    return overhaul


def _attempt(attempt: Attempt, day: date) -> Attempt:
    if attempt.closed_at and attempt.closed_at.date() > day:
        return replace(attempt, done=None, difficulty_after=None, closed_at=None, improvements_used=())
    return attempt
