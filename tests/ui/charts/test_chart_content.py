"""Lines become Textual content with theme colours, and brackets stay brackets."""

from recalibrate.ui.charts import Role, Span
from recalibrate.ui.charts.content import STYLES, as_content


def test_user_text_is_never_markup():
    content = as_content([(Span("[/x] [b]very[/b]"),), (Span("$accent"), Span(" ●", Role.ACCENT))])
    assert content.plain == "[/x] [b]very[/b]\n$accent ●"
    assert [(span.start, span.end, span.style) for span in content.spans if span.style == STYLES[Role.ACCENT]] == [
        (24, 26, "$accent")
    ]


def test_every_role_has_a_style_and_no_colour_of_its_own():
    assert set(STYLES) == set(Role)
    assert all(style.startswith("$") for style in STYLES.values())


def test_no_lines_are_no_content():
    assert as_content([]).plain == ""
