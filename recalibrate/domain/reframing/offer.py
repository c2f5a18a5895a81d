"""Triage offered from inside a draft: five slips in one situation and nothing decided there."""

from __future__ import annotations

from datetime import datetime

from recalibrate.domain.experimenting.triage import Offer, offer_triage
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.entry_of import happened, situation_named
from recalibrate.domain.reframing.known import Known, with_id
from recalibrate.domain.situations.tending import followed


def offer(draft: Draft, known: Known, now: datetime) -> Offer | None:
    """The offer for the situation of this slip, itself counted; None once something was chosen."""
    here = situation_named(draft.situation, known)
    if here is None or draft.path is not None or with_id(known.situations, here.id) is None:
        return None
    id = draft.entry_id or draft.id
    before = with_id(known.entries, id)
    moment = before.happened_at if before and not draft.when.strip() else happened(draft, now)[0]
    slip = Entry(id=id, what_happened=draft.what_happened, happened_at=moment, situation_id=here.id)
    entries = (*(each for each in followed(known.entries, known.situations) if each.id != id), slip)
    return offer_triage(here, entries, known.experiments, known.overhauls, now.date())
