from __future__ import annotations

import pytest

from recalibrate.domain.company.company_words import (
    ASKED,
    KINDS,
    MEETS,
    SHORT_KINDS,
    initials,
    noted_person,
    person_named,
)
from recalibrate.domain.records.company import Meeting, MomentKind
from recalibrate.domain.rules import Refused
from tests.builders import make_person


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Maria Keller", "M. K."),
        ("anne-marie de vries", "A. M. D. V."),
        ("Émile Ñandú", "É. Ñ."),
        ("M. K.", ""),
        ("Maria", ""),
        ("", ""),
        ("7 9", ""),
    ],
)
def test_initials_are_suggested_for_names_of_two_words_and_more(name: str, short: str) -> None:
    assert initials(name) == short


def test_each_way_and_kind_has_its_words() -> None:
    assert set(MEETS) == set(Meeting)
    assert set(KINDS) == set(SHORT_KINDS) == set(ASKED) == set(MomentKind)


def test_an_alias_is_needed_and_taken_only_once() -> None:
    mary = make_person("M.")
    with pytest.raises(Refused):
        noted_person("  ", Meeting.CURIOUS, ())
    with pytest.raises(Refused):
        noted_person("m.", Meeting.CURIOUS, (mary,))
    assert noted_person("M.", Meeting.CURIOUS, (mary,), mary).meets is Meeting.CURIOUS
    assert person_named(" m. ", (mary,)) is mary
    assert person_named("", (mary,)) is None
