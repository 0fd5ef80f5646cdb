"""Which of the annotations that might stand inline have to yield, because elements cannot cross.

Of two that cross, the one of the layer with the higher priority stays, then the earlier one in canonical
order. What is left nests. Each layer costs one sweep, so a block with many annotations stays linear but for
the sorting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from corpus_tools.model.article import Annotation

Candidate = tuple[int, int, int, str, int, int, Annotation]
"""Start and negative end (code points), nesting rank, layer, place in canonical order, priority, annotation.

Sorted candidates are in the order in which their elements open: by start, longest first, then by rank.
"""

_WHOLE = (-1, 1 << 62)


def without_crossings(candidates: list[Candidate]) -> list[Candidate]:
    """The sorted candidates without those that have to yield to one they cross."""
    if len(candidates) == 1 or len(_first_wins(candidates)) == len(candidates):
        return candidates
    kept: list[Candidate] = []
    for _, group in groupby(sorted(candidates, key=_rank), key=_rank):
        layer = list(group)
        kept = sorted([*kept, *_first_wins(_not_crossing(layer, kept))]) if kept else _first_wins(layer)
    return kept


_rank = itemgetter(5, 3)
"""Priority and layer."""


def _first_wins(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that cross no earlier one that is kept."""
    kept: list[Candidate] = []
    ends: list[int] = []
    for candidate in candidates:
        start, end = candidate[0], -candidate[1]
        while ends and ends[-1] <= start:
            ends.pop()
        if not ends or end <= ends[-1]:
            ends.append(end)
            kept.append(candidate)
    return kept


def _not_crossing(candidates: Sequence[Candidate], kept: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that cross none of `kept`, which nest.

    A candidate crosses one of them exactly if the innermost one around its start ends before it does, or
    the innermost one around its end starts after it does.
    """
    edges = {edge for start, minus_end, *_ in candidates for edge in (start, -minus_end)}
    around = _innermost(sorted(edges), kept)
    return [
        candidate
        for candidate in candidates
        if around.get(candidate[0], _WHOLE)[1] >= -candidate[1] and around.get(-candidate[1], _WHOLE)[0] <= candidate[0]
    ]


def _innermost(positions: Iterable[int], nested: Sequence[Candidate]) -> dict[int, tuple[int, int]]:
    """The innermost interval strictly around each position that has one."""
    around: dict[int, tuple[int, int]] = {}
    open_ones: list[tuple[int, int]] = []
    following = 0
    for position in positions:
        while following < len(nested) and nested[following][0] < position:
            start, end = nested[following][0], -nested[following][1]
            while open_ones and open_ones[-1][1] <= start:
                open_ones.pop()
            open_ones.append((start, end))
            following += 1
        while open_ones and open_ones[-1][1] <= position:
            open_ones.pop()
        if open_ones:
            around[position] = open_ones[-1]
    return around
