from __future__ import annotations

import re

from recalibrate.domain.learning import evidence
from recalibrate.domain.learning.evidence import Evidence
from recalibrate.domain.learning.pages import PAGES, learn_page, page_paragraphs

STUDIES = [each for each in vars(evidence).values() if isinstance(each, Evidence)]


def test_every_study_is_on_a_page_and_none_is_cited_without_its_limit() -> None:
    cited = [each for page in PAGES for each in page.evidence]
    assert {each.source for each in cited} == {each.source for each in STUDIES}
    for each in cited:
        assert each.limit.endswith("."), each.source
        assert f"Limit: {each.limit}" in each.as_paragraph()


def test_every_page_says_what_is_not_known() -> None:
    for page in PAGES:
        assert page.unknown
        assert page.unknown in page_paragraphs(page)
        assert learn_page(page.key) is page


def test_figures_stand_only_beside_their_source() -> None:
    for page in PAGES:
        for paragraph in page.paragraphs:
            assert not re.search(r"\d{2}|%", paragraph), paragraph


def test_the_tone_is_quiet() -> None:
    for page in PAGES:
        text = " ".join(page_paragraphs(page))
        assert "!" not in text
        assert not re.search(r"\b(amazing|journey|relapse|failed|best)\b", text, re.IGNORECASE)


def test_titles_and_their_lines_fit_eighty_columns() -> None:
    for page in PAGES:
        assert len(page.title) + len(page.about) <= 72, page.key
        assert len(page.about) <= 38, page.key
