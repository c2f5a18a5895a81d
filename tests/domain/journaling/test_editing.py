from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalibrate.domain.journaling.editing import Editable, brought_back, earlier, read_ideas, rewritten, said
from recalibrate.domain.records.entry import Idea, Path, Precision, Scope
from tests.builders import NOW, make_entry, make_reframed

LATER = NOW + timedelta(days=2)

WORDINGS = {
    Editable.WHAT_HAPPENED: st.text(min_size=1).filter(str.strip),
    Editable.VOICE: st.text(min_size=1).filter(str.strip),
    Editable.OBSERVATION: st.text(),
    Editable.IDEAS: st.lists(st.sampled_from(["wait", "> ask", "look it up"])).map("\n".join),
    Editable.SITUATION: st.sampled_from(["", "one", "other"]),
    Editable.WHEN: st.sampled_from(["2026-03-01T12:00:00+01:00 day", "2026-03-02T09:05:00+01:00"]),
    Editable.PEOPLE: st.lists(st.sampled_from(["m", "t"]), unique=True).map(",".join),
    Editable.TAGS: st.lists(st.sampled_from(["work", "mail"]), unique=True).map(",".join),
    Editable.HABITS: st.lists(st.sampled_from(["should", "labelling"]), unique=True).map(",".join),
    Editable.SCOPE: st.sampled_from(["", *Scope]),
    Editable.STING: st.sampled_from(["", "0", "50", "100"]),
    Editable.BELIEF_BEFORE: st.sampled_from(["", "0", "50", "100"]),
    Editable.BELIEF_AFTER: st.sampled_from(["", "0", "50", "100"]),
    Editable.TRIAGE: st.sampled_from(["", *Path]),
}

EDITS = st.sampled_from(Editable).flatmap(lambda field: st.tuples(st.just(field), WORDINGS[field]))


@given(st.lists(EDITS, max_size=8))
def test_any_edits_can_be_taken_back_one_by_one_and_the_first_voice_stays(edits: list[tuple[Editable, str]]) -> None:
    entry = make_reframed()
    was = [entry]
    for field, text in edits:
        changed = rewritten(was[-1], field, text, LATER)
        if changed != was[-1]:
            was.append(changed)
    now = was[-1]
    assert now.voice is not None
    assert entry.voice is not None
    assert now.voice.text == entry.voice.text
    assert len(now.history) == len(was) - 1
    for before, version in zip(reversed(was[:-1]), earlier(was[-1]), strict=True):
        now = brought_back(now, version, LATER)
        for field in Editable:
            assert said(now, field) == said(before, field)


def test_an_edit_that_changes_nothing_leaves_no_version() -> None:
    entry = make_reframed(tags=("work",))
    assert rewritten(entry, Editable.TAGS, "Work", LATER) is entry
    assert rewritten(entry, Editable.VOICE, "  ", LATER) is entry


def test_a_voice_that_comes_later_is_its_first_wording() -> None:
    entry = rewritten(make_entry(), Editable.VOICE, "I froze.", LATER)
    assert entry.voice is not None
    assert entry.voice.text == "I froze."


def test_what_the_voice_is_about_needs_a_voice() -> None:
    with pytest.raises(ValueError, match="Write down what the voice said first"):
        rewritten(make_entry(), Editable.SCOPE, "local", LATER)


def test_a_rating_stays_on_the_scale() -> None:
    with pytest.raises(ValueError, match="not on the scale"):
        rewritten(make_entry(), Editable.STING, "45", LATER)


def test_a_slip_keeps_words() -> None:
    with pytest.raises(ValueError, match="needs a few words"):
        rewritten(make_entry(), Editable.WHAT_HAPPENED, " ", LATER)


def test_a_day_without_a_time_is_known_to_the_day() -> None:
    entry = rewritten(make_entry(), Editable.WHEN, "2026-03-01T12:00:00+01:00 day", LATER)
    assert entry.precision is Precision.DAY


def test_ideas_are_written_one_a_line_and_one_is_chosen() -> None:
    assert read_ideas("wait\n\n> ask back\n> look") == (
        Idea(text="wait"),
        Idea(text="ask back", chosen=True),
        Idea(text="look"),
    )
