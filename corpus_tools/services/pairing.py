"""Which document of one collection is which of another."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence

Named = tuple[str, str]
"""A document by the id of its article and its path in the collection."""


def paired(old: Sequence[Named], new: Sequence[Named]) -> list[tuple[int | None, int | None]]:
    """Pair the documents of two collections by index, in the order of the new one; None where there is no partner.

    Two documents are the same if their articles have one id, or else if they lie at the same place, whatever their
    suffix: a document keeps its id when it is moved, and mostly its place when it gets another id. An id or place that
    stands twice on a side tells nothing. What was removed comes where it stood, after its predecessor's partner.
    """
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for number in (0, 1):
        olds = _places([_key(one, number) if i not in partner else "" for i, one in enumerate(old)])
        news = _places([_key(one, number) if j not in taken else "" for j, one in enumerate(new)])
        for key, i in olds.items():
            if key in news:
                partner[i] = news[key]
                taken.add(news[key])
    return _in_order(partner, len(old), len(new))


def _key(document: Named, number: int) -> str:
    return document[0] if number == 0 else os.path.splitext(document[1])[0]  # noqa: PTH122  runs for each document


def _places(keys: Sequence[str]) -> dict[str, int]:
    """Where each key stands that is there, and only once."""
    often = Counter(keys)
    return {key: index for index, key in enumerate(keys) if key and often[key] == 1}


def _in_order(partner: dict[int, int], olds: int, news: int) -> list[tuple[int | None, int | None]]:
    back = {j: i for i, j in partner.items()}
    made: list[tuple[int | None, int | None]] = []
    gone = iter([i for i in range(olds) if i not in partner])
    waiting = next(gone, None)
    for j in range(news):
        i = back.get(j)
        while waiting is not None and i is not None and waiting < i:
            made.append((waiting, None))
            waiting = next(gone, None)
        made.append((i, j))
    while waiting is not None:
        made.append((waiting, None))
        waiting = next(gone, None)
    return made
