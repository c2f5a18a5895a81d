"""Work in another thread gives way to keys: beside it each key would wait twice as long."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recalibrate.ui.session import Session


class KeysFirst:
    """Holds a thread back for a moment where a key came since it last asked."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seen = session.keys_heard

    @property
    def came(self) -> bool:
        """Whether a key came since the last look."""
        seen, self._seen = self._seen, self._session.keys_heard
        return seen != self._seen

    def give_way(self, seconds: float) -> None:
        """Wait so long if a key came; the work goes on however many come."""
        if self.came:
            time.sleep(seconds)

    def let_pass(self, seconds: float) -> None:
        """Wait until no key has come for so long and no index is waited for; not for whoever is leaving."""
        while (self.came or self._session.is_indexing) and not self._session.is_over:
            time.sleep(seconds)
