"""The words of the safety page and of what this notebook is not."""

from __future__ import annotations

WHAT_IT_IS = "recalibrate is a notebook for ordinary slips. It is not therapy, diagnosis or emergency help."

STOP_HERE = (
    "If you might act on thoughts of ending your life or of hurting someone, stop here. "
    "Call your local emergency number, or a person you trust. "
    "findahelpline.com lists free helplines by country."
)

NOT_MINE = "If someone is harming or humiliating you, that is not your slip to reframe."

NO_CONTACTS = "None yet. Settings has a place for people you trust."

WHEN_NOT_TO_WRITE = (
    "If writing makes it go round and round, stop after the second prompt and do something with your hands.",
    "For habits of checking or of seeking reassurance, more entries are not better.",
    "If low mood lasts two weeks or stops daily life, talk to a professional.",
)


def safety_paragraphs(contacts: tuple[str, ...]) -> tuple[str, ...]:
    """The safety page, paragraph by paragraph, with the user's own contacts; a heading starts with "# "."""
    own = ("\n".join(contacts),) if contacts else (NO_CONTACTS,)
    return (
        "# Stop here",
        STOP_HERE,
        "# Your own contacts",
        *own,
        "# When writing is not the thing",
        *WHEN_NOT_TO_WRITE,
        NOT_MINE,
        WHAT_IT_IS,
    )
