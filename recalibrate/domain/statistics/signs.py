"""More down than up, or chance: the sign test."""

from __future__ import annotations


def sign_test(down: int, up: int) -> float:
    """The two-sided p of so uneven a split if down and up were equally likely; unchanged pairs are left out.

    Exact binomial: Arbuthnott (1710); Conover, Practical Nonparametric Statistics, section 3.4.
    With no changes at all it is 1. ValueError when a count is negative.
    """
    if down < 0 or up < 0:
        raise ValueError("counts start at 0")
    total = down + up
    ways, term = 0, 1
    for few in range(min(down, up) + 1):
        ways += term
        term = term * (total - few) // (few + 1)
    return min(1.0, 2 * ways / (1 << total))
