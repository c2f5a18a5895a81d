"""Searches kept under a name."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from recalibrate.domain.settings import SavedSearch, Settings
from recalibrate.domain.text import clean_text
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.screens.journaling.choose_one import ChooseOneScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Option

IDEAS = (
    SavedSearch(name="waits for a decision", query="state:due"),
    SavedSearch(name="parked", query="state:parked"),
    SavedSearch(name="the last four weeks", query='after:"4 weeks ago"'),
)
"""What stands here until something is saved."""

NOTHING = "Nothing saved yet; {journal.save_search} in the journal saves a search. To begin with:"


class SearchesScreen(ChooseOneScreen):
    """Answers the query of a saved search."""

    question = "Searches"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d,delete", "forget", "forget", tooltip="Forget this search", id="searches.forget"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        saved = session.settings.saved_searches
        self.about = "" if saved else NOTHING
        self.keys = "{choices.finish} search   {searches.forget} forget" if saved else "{choices.finish} search"
        self.keys += "   {small.leave} back"

    def options(self) -> tuple[Option, ...]:
        """The searches."""
        searches = self.session.settings.saved_searches or IDEAS
        return tuple(Option(each.query, each.name, each.query) for each in searches)

    @work
    async def action_forget(self) -> None:
        """Forget the search under the cursor."""
        choices, settings = self.choices, self.session.settings
        if choices.current is None or not settings.saved_searches:
            return
        kept = list(settings.saved_searches)
        del kept[choices.cursor]
        await self.session.keep_settings(replace(settings, saved_searches=tuple(kept)))
        self.renew()


class SaveSearchScreen(AskScreen[Settings]):
    """Answers the settings with a search more; the same name replaces the one before."""

    question = "Save this search"

    def __init__(self, settings: Settings, query: str) -> None:
        super().__init__()
        self._settings, self._query = settings, query
        self.fields = (("name", query, "a name for it"),)

    def answer(self, typed: dict[str, str]) -> Settings:
        """The settings with the search; refused without a name."""
        name = " ".join(clean_text(typed["name"]).split())
        if not name:
            raise ValueError("A search needs a name.")
        others = tuple(each for each in self._settings.saved_searches if each.name.casefold() != name.casefold())
        return replace(self._settings, saved_searches=(*others, SavedSearch(name=name, query=self._query)))
