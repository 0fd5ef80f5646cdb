"""Annotations as witnesses of what was edited: where equal words let an edit lie in several places, they tell which.

If `very` becomes `very very`, either of the two may be new. An annotation that both versions have, with one id or alone
with its type and words in its block, says which one is the old one, as long as that makes no more of the text other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from corpus_tools.diffing.sequences import Gap, joined, longest_increasing
from corpus_tools.diffing.words import edits, whole_clusters

_Key = tuple[str, ...]
_Place = tuple[str, int, int]


class Anchors:
    """The places of the annotations of both versions, in the blocks that were edited."""

    def __init__(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Look at the layers of two versions, as soon as a block needs it."""
        self._versions = old, new
        self._places: tuple[dict[str, dict[_Key, _Place]], dict[str, dict[_Key, _Place]]] | None = None

    def edits(
        self, olds: Sequence[Mapping[str, Any]], news: Sequence[Mapping[str, Any]], old: str, new: str
    ) -> list[Gap]:
        """What was edited between the texts of blocks, several of them with a break between each two."""
        found = edits(old, new)
        if len(olds) > 1 or len(news) > 1:
            return found
        pairs = self._pairs(olds[0]["id"], news[0]["id"])
        if all(_is_kept(found, pair) for pair in pairs):
            return found
        other = _between(pairs, old, new)
        return other if _cost(other) <= _cost(found) else found

    def _pairs(self, old: str, new: str) -> list[tuple[int, int, int]]:
        """Words that an annotation of both versions marks: where they begin in each, and how long they are."""
        if self._places is None:
            self._places = _places(self._versions[0]), _places(self._versions[1])
        x, y = self._places[0].get(old, {}), self._places[1].get(new, {})
        pairs = {(x[key][1], y[key][1], x[key][2] - x[key][1]) for key in x if key in y and x[key][0] == y[key][0]}
        return sorted(pair for pair in pairs if pair[2])


def _places(article: Mapping[str, Any]) -> dict[str, dict[_Key, _Place]]:
    """For each block the words marked in it: by layer, type and id; where they are unique by layer, type and words."""
    made: dict[str, dict[_Key, _Place]] = defaultdict(dict)
    again: set[tuple[str, _Key]] = set()
    for name, layer in article.get("layers", {}).items():
        for item in layer.get("annotations", ()):
            for number, span in enumerate(item.get("spans", ())):
                block = made[span["block"]]
                place = span["text"], span["start"], span["end"]
                kind = item.get("type", "")
                block[name, kind, item["id"], str(number)] = place
                words = name, kind, span["text"]
                if block.setdefault(words, place) != place:
                    again.add((span["block"], words))
    for where, key in again:
        del made[where][key]
    return made


def _is_kept(found: Iterable[Gap], pair: tuple[int, int, int]) -> bool:
    """Whether words lie between two edits, at the same place in both texts."""
    start, begins, size = pair
    shift = 0
    for gap in found:
        if gap.i2 <= start and (gap.i1 < start or gap.i1 == gap.i2):
            shift = gap.j2 - gap.i2
        elif gap.i1 < start + size:
            return False
    return start + shift == begins


def _between(pairs: Sequence[tuple[int, int, int]], old: str, new: str) -> list[Gap]:
    """The edits between words that are taken to be the same, as many of them as stand in one order in both texts."""
    found: list[Gap] = []
    i = j = 0
    for index in longest_increasing([begins for _, begins, _ in pairs]):
        start, begins, size = pairs[index]
        if start < i or begins < j:  # it overlaps the one before
            continue
        found += _moved(edits(old[i:start], new[j:begins]), i, j)
        i, j = start + size, begins + size
    return whole_clusters(old, new, joined(found + _moved(edits(old[i:], new[j:]), i, j)))


def _moved(found: Iterable[Gap], i: int, j: int) -> list[Gap]:
    return [Gap(i + gap.i1, i + gap.i2, j + gap.j1, j + gap.j2) for gap in found]


def _cost(found: Iterable[Gap]) -> int:
    return sum(gap.i2 - gap.i1 + gap.j2 - gap.j1 for gap in found)
