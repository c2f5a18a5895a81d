"""Half-filled decision cards among the drafts: one place, so that screen and command line find the same words."""

from __future__ import annotations

from recalibrate.domain.experimenting.decision_draft import DecisionDraft
from recalibrate.domain.records.experiment import Experiment
from recalibrate.store.documents import decode
from recalibrate.store.drafts import Drafts


def keep_card(drafts: Drafts, experiment_id: str, card: DecisionDraft) -> None:
    """Keep what is filled in; an empty card is left alone. Raises NotSaved."""
    if not card.is_empty:
        drafts.save(_id(experiment_id), {"kind": "decision", "answers": card})


def kept_card(drafts: Drafts, experiment: Experiment | None, experiment_id: str) -> DecisionDraft:
    """The card as it was left; else that of a decision taken back, else an empty one."""
    for id, document in drafts.all():
        if id == _id(experiment_id):
            return decode(DecisionDraft, document.get("answers", {}))
    taken_back = experiment.undone_decisions if experiment else ()
    return DecisionDraft.again(taken_back[-1]) if taken_back else DecisionDraft()


def discard_card(drafts: Drafts, experiment_id: str) -> None:
    """Forget the card of an experiment that is decided."""
    drafts.discard(_id(experiment_id))


def _id(experiment_id: str) -> str:
    return f"decide-{experiment_id}"
