"""Two sequences side by side: which stretches differ.

Sequences are strings with one character for each token, because those compare fastest. What differs is minimal, by a
longest common subsequence, wherever that is affordable; long stretches are first cut at runs of tokens that occur
once in both, as patience diff does, so that the work grows with the length and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import Indel, Postfix, Prefix

_AFFORDABLE = 4_000_000  # product of two lengths up to which the longest common subsequence is looked for
_LAST_RESORT = 100_000_000  # the same where nothing cuts the sequences
_RUNS = (16, 4, 1)  # lengths of the runs at which long sequences are cut
_MOST_TOKENS = 1_000_000  # characters that stand for tokens


class Gap(NamedTuple):
    """A stretch that differs: half-open intervals of both sequences, one of which may be empty."""

    i1: int
    i2: int
    j1: int
    j2: int


def tokens_as_text(*sequences: Iterable[str]) -> list[str] | None:
    """Each sequence of tokens as a string, the same character for the same token; None if there are too many."""
    numbers: dict[str, str] = {}
    made = []
    for sequence in sequences:
        known = numbers.get
        signs = []
        for token in sequence:
            sign = known(token)
            if sign is None:
                sign = numbers[token] = chr(len(numbers))
            signs.append(sign)
        if len(numbers) > _MOST_TOKENS:
            return None
        made.append("".join(signs))
    return made


def common_prefix(a: str, b: str) -> int:
    """How many characters `a` and `b` have in common at their beginnings."""
    return Prefix.similarity(a, b)


def common_suffix(a: str, b: str, most: int) -> int:
    """How many characters, `most` at most, `a` and `b` have in common at their ends."""
    return min(Postfix.similarity(a, b), most)


def gaps(a: str, b: str) -> list[Gap]:
    """The stretches in which `a` and `b` differ, in order; what lies between them is equal."""
    found: list[Gap] = []
    pending = [(0, len(a), 0, len(b))]
    while pending:
        i1, i2, j1, j2 = pending.pop()
        x, y = a[i1:i2], b[j1:j2]
        if x == y:
            continue
        start = common_prefix(x, y)
        end = common_suffix(x, y, min(len(x), len(y)) - start)
        i1, i2, j1, j2 = i1 + start, i2 - end, j1 + start, j2 - end
        if i1 == i2 or j1 == j2:
            found.append(Gap(i1, i2, j1, j2))
            continue
        x, y = a[i1:i2], b[j1:j2]
        cost = len(x) * len(y)
        anchors = _anchors(x, y) if cost > _AFFORDABLE else []
        if anchors:
            pending += _between(anchors, i1, i2, j1, j2)
        elif cost <= _LAST_RESORT:
            found += _by_subsequence(x, y, i1, j1)
        else:
            found.append(Gap(i1, i2, j1, j2))
    return joined(found)


def joined(found: list[Gap]) -> list[Gap]:
    """Stretches in order, those that touch in both sequences as one."""
    made: list[Gap] = []
    for gap in found:
        if made and made[-1].i2 == gap.i1 and made[-1].j2 == gap.j1:
            last = made.pop()
            gap = Gap(last.i1, gap.i2, last.j1, gap.j2)  # noqa: PLW2901  it grows
        made.append(gap)
    return made


def _by_subsequence(x: str, y: str, i: int, j: int) -> list[Gap]:
    """What lies between the blocks of a longest common subsequence; `i` and `j` are where the two begin."""
    made = []
    at_x = at_y = 0
    for block in Indel.editops(x, y).as_matching_blocks():
        if block.a > at_x or block.b > at_y:
            made.append(Gap(i + at_x, i + block.a, j + at_y, j + block.b))
        at_x, at_y = block.a + block.size, block.b + block.size
    return made


def _anchors(x: str, y: str) -> list[tuple[int, int, int]]:
    """Runs that occur once in both, in the same order: where they begin in each, and how long they are."""
    for size in _RUNS:
        in_y = _once(y, size)
        pairs = [(i, in_y[run]) for run, i in _once(x, size).items() if run in in_y]
        if pairs:
            return [(*pairs[index], size) for index in longest_increasing([j for _, j in pairs])]
    return []


def _once(text: str, size: int) -> dict[str, int]:
    """The runs of `size` characters that occur once in `text`, with their places, in order."""
    first: dict[str, int] = {}
    again: set[str] = set()
    for at in range(len(text) - size + 1):
        run = text[at : at + size]
        if first.setdefault(run, at) != at:
            again.add(run)
    return {run: at for run, at in first.items() if run not in again}


def _between(
    anchors: list[tuple[int, int, int]], i1: int, i2: int, j1: int, j2: int
) -> list[tuple[int, int, int, int]]:
    """The stretches between `anchors`, from the last one to the first, because they are worked off from the end."""
    made = []
    at_i, at_j = i1, j1
    for i, j, size in anchors:
        if i1 + i < at_i or j1 + j < at_j:
            continue  # it overlaps the one before
        made.append((at_i, i1 + i, at_j, j1 + j))
        at_i, at_j = i1 + i + size, j1 + j + size
    made.append((at_i, i2, at_j, j2))
    return made[::-1]


def longest_increasing(numbers: list[int]) -> list[int]:
    """Indices of a longest strictly increasing subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [index]
    made = []
    at = ends[-1] if ends else -1
    while at >= 0:
        made.append(at)
        at = before[at]
    return made[::-1]
