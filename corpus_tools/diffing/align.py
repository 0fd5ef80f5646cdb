"""Which blocks of two versions are the same: by their text, then by id, then by what they have in common.

Ids alone prove nothing, because a converter numbers blocks anew: a block that keeps its text is the same block,
wherever it stands and whatever it is called. Of equal texts those with equal ids belong together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import lt
from typing import Any, NamedTuple

from corpus_tools.diffing.moves import out_of_order
from corpus_tools.diffing.sequences import Gap, gaps, tokens_as_text
from corpus_tools.diffing.similar import Leftovers, pair_similar

Block = dict[str, Any]


class Match(NamedTuple):
    """Blocks that are the same, by index: one of each version, or one of one and several of the other."""

    old: tuple[int, ...]
    new: tuple[int, ...]


class Alignment(NamedTuple):
    """How the blocks of two versions belong together.

    Attributes:
        matches: the blocks that both versions have, in the order of the old one.
        moved: those of them that stand elsewhere among the others.
        removed, added: indices of the blocks that one version has alone.
    """

    matches: list[Match]
    moved: set[Match]
    removed: list[int]
    added: list[int]


def align(old: Sequence[Block], new: Sequence[Block]) -> Alignment:
    """Tell which blocks of two versions are the same."""
    pairs, between = _equal_texts(old, new)
    matches = [Match((i,), (j,)) for i, j in pairs.items()]
    if between:
        taken = set(pairs.values())
        leftovers = Leftovers(
            old,
            new,
            [i for i in range(len(old)) if i not in pairs],
            [j for j in range(len(new)) if j not in taken],
            between,
        )
        matches += [Match(*found) for found in pair_similar(leftovers)]
        matches.sort()
    moved = out_of_order([match.new[0] for match in matches], lambda at: _length(old, matches[at].old))
    gone = {i for match in matches for i in match.old}
    come = {j for match in matches for j in match.new}
    return Alignment(
        matches,
        {matches[at] for at in moved},
        [i for i in range(len(old)) if i not in gone],
        [j for j in range(len(new)) if j not in come],
    )


def _length(blocks: Sequence[Block], indices: tuple[int, ...]) -> int:
    return sum(len(blocks[index]["text"]) for index in indices)


def _equal_texts(old: Sequence[Block], new: Sequence[Block]) -> tuple[dict[int, int], list[Gap]]:
    """Pairs of blocks with the same text, and the stretches of blocks between those that stand in the same order."""
    texts = [block["text"] for block in old], [block["text"] for block in new]
    if texts[0] == texts[1]:
        return {i: i for i in range(len(old))}, []
    pairs = _unique_pairs(*texts)
    if pairs is not None:
        return pairs, _gaps_of(pairs, len(old), len(new))
    sequences = tokens_as_text(*texts)
    if sequences is None:
        return {}, [Gap(0, len(old), 0, len(new))]
    between = [_slid(gap, old, new) for gap in gaps(*sequences)]
    pairs = {}
    i = j = 0
    for gap in [*between, Gap(len(old), len(old), len(new), len(new))]:
        pairs.update(zip(range(i, gap.i1), range(j, gap.j1), strict=True))
        i, j = gap.i2, gap.j2
    by_id = _pairs_by_id(old, new)
    if len(by_id) >= len(pairs):
        pairs, between = by_id, _gaps_of(by_id, len(old), len(new))
    _pair_moved(old, new, between, pairs)
    return pairs, between


def _pairs_by_id(old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
    """Pairs with one text and one id, if all are in one order; else none."""
    places = {(block["id"], block["text"]): j for j, block in enumerate(new)}
    keys = [(block["id"], block["text"]) for block in old]
    pairs = {i: places[key] for i, key in enumerate(keys) if key in places}
    found = list(pairs.values())
    return pairs if all(map(lt, found, found[1:])) else {}


def _unique_pairs(old: list[str], new: list[str]) -> dict[int, int] | None:
    """Pairs of equal texts, if no text stands twice on a side and all pairs are in one order, as in most versions."""
    places = {text: j for j, text in enumerate(new)}
    if len(places) < len(new) or len(set(old)) < len(old):
        return None
    pairs = {i: places[text] for i, text in enumerate(old) if text in places}
    found = list(pairs.values())
    return pairs if all(map(lt, found, found[1:])) else None


def _gaps_of(pairs: dict[int, int], olds: int, news: int) -> list[Gap]:
    """The stretches between pairs."""
    made = []
    i = j = 0
    for old, new in [*pairs.items(), (olds, news)]:
        if old > i or new > j:
            made.append(Gap(i, old, j, new))
        i, j = old + 1, new + 1
    return made


def _slid(gap: Gap, old: Sequence[Block], new: Sequence[Block]) -> Gap:
    """A gap on one side only, where equal texts let it lie further left, too: where most ids are equal."""
    if gap.i1 < gap.i2 and gap.j1 < gap.j2:
        return gap
    if gap.i1 < gap.i2:
        turned = _slid(Gap(gap.j1, gap.j2, gap.i1, gap.i2), new, old)
        return Gap(turned.j1, turned.j2, turned.i1, turned.i2)
    i, j1, j2 = gap.i1, gap.j1, gap.j2
    size = j2 - j1
    best = shift = score = 0
    while min(i, j1) + shift > 0 and new[j1 + shift - 1]["text"] == new[j2 + shift - 1]["text"]:
        shift -= 1
        # the old block before the gap now stands after it
        moved = old[i + shift]["id"]
        score += (moved == new[j2 + shift]["id"]) - (moved == new[j1 + shift]["id"])
        if score > 0:
            best, score = shift, 0
    return Gap(i + best, i + best, j1 + best, j1 + best + size)


def _pair_moved(old: Sequence[Block], new: Sequence[Block], between: list[Gap], pairs: dict[int, int]) -> None:
    """Pair the blocks in the gaps that have equal texts, those with equal ids first."""
    places: dict[str, list[int]] = defaultdict(list)
    for gap in between:
        for j in range(gap.j1, gap.j2):
            places[new[j]["text"]].append(j)
    waiting = [i for gap in between for i in range(gap.i1, gap.i2) if old[i]["text"] in places]
    for by_id in (True, False):
        for i in waiting:
            free = places[old[i]["text"]]
            found = next((j for j in free if new[j]["id"] == old[i]["id"] or not by_id), None)
            if i not in pairs and found is not None:
                pairs[i] = found
                free.remove(found)
