"""Annotations as witnesses of what was edited: where equal words let an edit lie in several places, they tell which.

If `very` becomes `very very`, either of the two may be new. An annotation that both versions have, with one id or as
the same one of its type and words in its block, says which one is old, as long as that makes no more of the text other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from corpus_tools.diffing.sequences import Gap, joined, longest_increasing
from corpus_tools.diffing.words import edits, whole_clusters

_Key = tuple[Any, ...]
_Place = tuple[str, int, int]


def witnessed_edits(old: Mapping[str, Any], new: Mapping[str, Any], delta: Mapping[str, Any]) -> dict[str, list[Gap]]:
    """What was edited in blocks of which annotations tell it better than `delta` does, by old ids of the blocks.

    Only blocks are looked at in which an annotation seems to be gone or to have another boundary.
    """
    doubtful = {
        span["block"]
        for change in delta["layers"]
        if not {"boundary", "removed"}.isdisjoint(change["kinds"])
        for span in change["old"].get("spans", ())
    }
    changes = [
        change
        for change in delta["blocks"]
        if change["edits"] and len(change["old"]) == len(change["new"]) == 1 and _id(change["old"]) in doubtful
    ]
    if not changes:
        return {}
    places = _places(old, doubtful), _places(new, {_id(change["new"]) for change in changes})
    texts = [{block["id"]: block["text"] for block in version["blocks"]} for version in (old, new)]
    made = {}
    for change in changes:
        x, y = _id(change["old"]), _id(change["new"])
        found = _witnessed(_pairs(places[0][x], places[1][y]), texts[0][x], texts[1][y], change["edits"])
        if found:
            made[x] = found
    return made


def _id(placed: Sequence[Mapping[str, Any]]) -> str:
    name: str = placed[0]["block"]["id"]
    return name


def _witnessed(
    pairs: Sequence[tuple[int, int, int]], old: str, new: str, told: Sequence[Mapping[str, Any]]
) -> list[Gap] | None:
    """Other edits that keep the words of `pairs`; None if all are kept, or the text would be edited more."""
    found = [Gap(each["old"]["start"], each["old"]["end"], each["new"]["start"], each["new"]["end"]) for each in told]
    if all(_is_kept(found, pair) for pair in pairs):
        return None
    other = _between(pairs, old, new)
    return other if other != found and _cost(other) <= _cost(found) else None


def _pairs(x: Mapping[_Key, _Place], y: Mapping[_Key, _Place]) -> list[tuple[int, int, int]]:
    """Words that an annotation of both versions marks: where they begin in each, and how long they are."""
    pairs = {(x[key][1], y[key][1], x[key][2] - x[key][1]) for key in x if key in y and x[key][0] == y[key][0]}
    return sorted(pair for pair in pairs if pair[2])


def _places(article: Mapping[str, Any], blocks: AbstractSet[str]) -> dict[str, dict[_Key, _Place]]:
    """For each of `blocks` what is marked in it: by layer, type and id, and by layer, type, words and count."""
    made: dict[str, dict[_Key, _Place]] = defaultdict(dict)
    often: Counter[_Key] = Counter()
    for name, layer in article.get("layers", {}).items():
        for item in layer.get("annotations", ()):
            for number, span in enumerate(item.get("spans", ())):
                if span["block"] not in blocks:
                    continue
                block = made[span["block"]]
                place = span["text"], span["start"], span["end"]
                kind = item.get("type", "")
                block[name, kind, item["id"], number] = place
                words = span["block"], name, kind, span["text"]
                often[words] += 1
                block[name, kind, "", span["text"], often[words]] = place
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
