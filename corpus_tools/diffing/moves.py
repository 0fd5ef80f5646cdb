"""Which of several things have moved: the fewest, and of those the lightest, without which the rest is in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise


def out_of_order(places: Sequence[int], weight: Callable[[int], int]) -> list[int]:
    """Indices of the things that have moved.

    Args:
        places: where each thing stands now, in the order in which they stood before; all differ.
        weight: how heavy the thing at an index is; of several ways with equally few moves, the one that moves the
            smallest weight is taken.
    """
    if all(first < second for first, second in pairwise(places)):
        return []
    ranks = {place: rank for rank, place in enumerate(sorted(places), 1)}
    best: list[tuple[int, int, int]] = [(0, 0, -1)] * (len(places) + 1)
    before: list[int] = []
    for index, place in enumerate(places):
        count, heavy, last = _best_below(best, ranks[place])
        before.append(last)
        _offer(best, ranks[place], (count + 1, heavy + weight(index) + 1, index))
    kept = set()
    at = _best_below(best, len(places) + 1)[2]
    while at >= 0:
        kept.add(at)
        at = before[at]
    return [index for index in range(len(places)) if index not in kept]


def _best_below(best: list[tuple[int, int, int]], rank: int) -> tuple[int, int, int]:
    """The best chain that ends at a rank below `rank`: a Fenwick tree of maxima."""
    found = (0, 0, -1)
    at = rank - 1
    while at > 0:
        found = max(found, best[at])
        at -= at & -at
    return found


def _offer(best: list[tuple[int, int, int]], rank: int, chain: tuple[int, int, int]) -> None:
    at = rank
    while at < len(best):
        best[at] = max(best[at], chain)
        at += at & -at
