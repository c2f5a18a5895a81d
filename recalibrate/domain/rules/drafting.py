"""Where drafts come from: a slip's chosen idea, or something one is fairly sure of about oneself."""

from __future__ import annotations

from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.entry import Entry, Path
from recalibrate.domain.records.experiment import Experiment, Kind
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.rules.starting import on_scale


def draft_from_slip(entry: Entry) -> Experiment:
    """A draft with the entry's chosen idea as its action; refused for a slip that was not one's own."""
    if entry.triage is not None and entry.triage.choice is Path.NOT_MINE:
        raise Refused("You marked this one as not yours. Change that first, or leave it closed.")
    return Experiment(entry_id=entry.id, action=entry.chosen_idea)


def draft_from_assumption(assumption: Assumption) -> Experiment:
    """A draft that tests an assumption, which needs its sentence, how sure, and what one would see if not."""
    if not assumption.text.strip():
        raise Refused("Say what you are fairly sure of about yourself.", field="text")
    if assumption.sure_before is None:
        raise Refused("Say how sure you are of it, from 0 to 100.", field="sure_before")
    on_scale(assumption.sure_before, "sure_before")
    if not assumption.expect_if_not.strip():
        raise Refused("Say what you would expect to see if it were not so.", field="expect_if_not")
    return Experiment(kind=Kind.ASSUMPTION, assumption_id=assumption.id)
