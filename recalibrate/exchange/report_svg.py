"""Figures as inline SVG: no script, no style from elsewhere, every text escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from recalibrate.domain.text import display_safe
from recalibrate.exchange.report_figures import Course, ShareLine, Shares

WIDTH, LABEL, NOTE, ROW = 640, 190, 80, 24
PLOT = WIDTH - LABEL - NOTE
COURSE_HEIGHT = 170


def svg(figure: Shares | Course) -> str:
    """The figure as one `<svg>` element that speaks its own numbers in a title."""
    return _shares(figure) if isinstance(figure, Shares) else _course(figure)


def safe(text: str) -> str:
    """Text that can stand in HTML and do nothing there."""
    return escape(display_safe(text))


def _shares(figure: Shares) -> str:
    height = ROW * len(figure.lines) + 26
    parts = [
        f'<line x1="{_x(share):.1f}" y1="4" x2="{_x(share):.1f}" y2="{height - 20}" class="grid"/>'
        f'<text x="{_x(share):.1f}" y="{height - 6}" class="axis" text-anchor="middle">{share * 100:.0f}</text>'
        for share in (0, 0.5, 1)
    ]
    for number, line in enumerate(figure.lines):
        parts += _share(line, ROW * number + ROW // 2 + 4)
    return _framed(parts, height, "; ".join(f"{line.label}: {line.happened} of {line.cases}" for line in figure.lines))


def _share(line: ShareLine, y: int) -> Iterator[str]:
    yield f'<text x="{LABEL - 10}" y="{y + 4}" text-anchor="end">{safe(line.label)}</text>'
    yield f'<text x="{WIDTH}" y="{y + 4}" text-anchor="end" class="axis">{line.happened} of {line.cases}</text>'
    if not line.is_drawn:
        yield f'<text x="{_x(0.5):.1f}" y="{y + 4}" text-anchor="middle" class="axis">too early</text>'
        return
    low, high = _x(line.interval.low), _x(line.interval.high)
    yield f'<path d="M{low:.1f} {y - 5}v10m0 -5H{high:.1f}m0 -5v10" class="range"/>'
    if line.expected is not None:
        x = _x(line.expected)
        yield f'<line x1="{x:.1f}" y1="{y - 8}" x2="{x:.1f}" y2="{y + 8}" class="expected"/>'
    yield f'<circle cx="{_x(line.happened / line.cases):.1f}" cy="{y}" r="4" class="dot"/>'


def _course(figure: Course) -> str:
    days = [day for day, _, _ in figure.points]
    first, span = min(days), max((max(days) - min(days)).days, 1)
    left, right = 40, WIDTH - 110

    def x(ordinal: int) -> float:
        return left + ordinal / span * (right - left)

    def y(value: float) -> float:
        return 10 + (100 - value) / 100 * (COURSE_HEIGHT - 40)

    parts = [
        f'<line x1="{left}" y1="{y(value):.1f}" x2="{right}" y2="{y(value):.1f}" class="grid"/>'
        f'<text x="{left - 8}" y="{y(value) + 4:.1f}" text-anchor="end" class="axis">{value}</text>'
        for value in (0, 50, 100)
    ]
    for name, level in (("baseline", figure.baseline), ("recent", figure.recent)):
        if level is not None:
            parts.append(
                f'<line x1="{left}" y1="{y(level):.1f}" x2="{right}" y2="{y(level):.1f}" class="level"/>'
                f'<text x="{right + 8}" y="{y(level) + 4:.1f}" class="axis">{name} {level:g}</text>'
            )
    parts += [
        f'<circle cx="{x((day - first).days):.1f}" cy="{y(value):.1f}" r="4" class="{"ring" if aside else "dot"}"/>'
        for day, value, aside in figure.points
    ]
    for day, anchor in ((first, "start"), (max(days), "end")):
        place = f'x="{left if anchor == "start" else right}" y="{COURSE_HEIGHT - 8}" text-anchor="{anchor}"'
        parts.append(f'<text {place} class="axis">{day:%Y-%m-%d}</text>')
    return _framed(parts, COURSE_HEIGHT, ", ".join(f"{day:%Y-%m-%d}: {value}" for day, value, _ in figure.points))


def _framed(parts: list[str], height: int, spoken: str) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">'
        f"<title>{safe(spoken)}</title>{''.join(parts)}</svg>"
    )


def _x(share: float) -> float:
    return LABEL + share * PLOT
