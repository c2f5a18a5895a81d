"""The trail of the four movements: where one is in the reframe."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

MOVEMENTS = ("notice", "name", "ask", "set")


class Trail(Widget):
    """notice ━━━   name ───   ask ───   set ───, the current one heavy and in the accent."""

    DEFAULT_CSS = """
    Trail { height: 1; width: 1fr; color: $quiet; }
    """

    movement: reactive[str] = reactive(MOVEMENTS[0])

    def render(self) -> Content:
        """The four, sharing the width."""
        width = max((self.content_size.width - 3 * 3) // 4, 8)
        now = MOVEMENTS.index(self.movement) if self.movement in MOVEMENTS else -1
        parts = []
        for number, name in enumerate(MOVEMENTS):
            line = max(width - len(name) - 1, 1)
            if number == now:
                parts.append(Content.assemble((name, "bold $accent"), " ", ("━" * line, "$accent")))
            elif number < now:
                parts.append(Content.assemble(name, " ", "━" * line))
            else:
                parts.append(Content.assemble(name, " ", ("─" * line, "$rule")))
        return Content("   ").join(parts)
