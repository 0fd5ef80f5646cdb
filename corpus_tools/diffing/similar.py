"""Blocks whose text is not the same in both versions: edited, split or merged ones are found by their words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from corpus_tools.diffing.sequences import Gap, common_prefix, common_suffix, tokens_as_text
from corpus_tools.diffing.words import words

Block = dict[str, Any]
Found = tuple[tuple[int, ...], tuple[int, ...]]

_SAME = 0.5  # of the words of two blocks, how many must be common for one to be the other, edited
_EXPECTED = 0.35  # the same if they have one id, or stand at the same place
_PART = 0.8  # of the words of a part, and of the whole against all parts, when a block was split
_FEW = 12  # blocks of which all pairs are compared
_RARE = 6  # blocks that a word may stand in to tell by it which ones to compare
_PLAIN = 0.8  # of the characters of two blocks, how many must be common for one to be plainly the other, edited
_AFFORDABLE = 2_000  # characters of texts that are compared in order
_REACH = 3  # blocks on either side of one among which parts of it are looked for
_SHORT = 12  # code points at an end of a block that are looked for in another
_MOST = 5  # blocks that one block is compared with


class Leftovers(NamedTuple):
    """Blocks whose text the other version does not have.

    Attributes:
        old, new: all blocks of both versions.
        of_old, of_new: the indices of those that are left over, in order.
        between: the stretches in which they stand, between blocks that both versions have.
    """

    old: Sequence[Block]
    new: Sequence[Block]
    of_old: list[int]
    of_new: list[int]
    between: list[Gap]


def pair_similar(leftovers: Leftovers) -> list[Found]:
    """Tell which of the blocks left over are the same, edited, by index: several where one was split or merged."""
    if not leftovers.of_old or not leftovers.of_new:
        return []
    found: list[Found] = [((i,), (j,)) for i, j in _plainly_edited(leftovers)]
    rest = _without(leftovers, found)
    if not rest.of_old or not rest.of_new:
        return found
    compare = _Comparison(rest)
    there, back = compare.candidates, _turned(compare.candidates)
    split: list[Found] = [((i,), news) for i, news in _parts(rest.of_old, rest.of_new, there, back, compare.texts)]
    rest = _without(rest, split)
    merged: list[Found] = [
        (olds, (j,)) for j, olds in _parts(rest.of_new, rest.of_old, back, there, compare.texts[::-1])
    ]
    rest = _without(rest, merged)
    pairs: list[Found] = [((i,), (j,)) for i, j in compare.best_pairs(rest)]
    found += [*split, *merged, *pairs]
    return found + [((i,), (j,)) for i, j in _only_ones(_without(rest, pairs))]


def _without(leftovers: Leftovers, found: list[Found]) -> Leftovers:
    old = {i for olds, _ in found for i in olds}
    new = {j for _, news in found for j in news}
    return leftovers._replace(
        of_old=[i for i in leftovers.of_old if i not in old], of_new=[j for j in leftovers.of_new if j not in new]
    )


def _plainly_edited(leftovers: Leftovers) -> Iterator[tuple[int, int]]:
    """Pairs with one id or alone in their stretch whose beginnings and ends are the same: most edited blocks."""
    old, new = leftovers.old, leftovers.new
    free_old, free_new = set(leftovers.of_old), set(leftovers.of_new)
    for gap in leftovers.between:
        olds = [i for i in range(gap.i1, gap.i2) if i in free_old]
        news = [j for j in range(gap.j1, gap.j2) if j in free_new]
        if len(olds) == 1 and len(news) == 1:
            pairs = [(olds[0], news[0])]
        else:
            ids = {new[j]["id"]: j for j in news}
            pairs = [(i, ids[old[i]["id"]]) for i in olds if old[i]["id"] in ids]
        for i, j in pairs:
            x, y = old[i]["text"], new[j]["text"]
            is_same = old[i]["id"] == new[j]["id"] and _is_inserted(x, y)
            if is_same and min(len(x), len(y)) < _SHORT:
                yield i, j
                continue
            if len(x) > len(y) and _has_part(x, new, _near(j, news)):
                continue
            if len(x) < len(y) and _has_part(y, old, _near(i, olds)):
                continue
            if is_same or _is_edited(x, y):
                yield i, j


def _is_edited(x: str, y: str) -> bool:
    """Whether two texts are plainly one: half of it at their ends, or most of their characters, are the same."""
    longest = max(len(x), len(y))
    if x[: longest // 2] == y[: longest // 2] or x[-longest // 2 :] == y[-longest // 2 :]:
        return True
    if longest <= _AFFORDABLE and Indel.normalized_similarity(x, y, score_cutoff=_PLAIN) > 0:
        return True
    start = common_prefix(x, y)
    return 2 * (start + common_suffix(x, y, min(len(x), len(y)) - start)) >= longest


def _near(index: int, others: list[int]) -> list[int]:
    return [each for each in range(index - _REACH, index + _REACH + 1) if each != index and each in others]


def _is_inserted(x: str, y: str) -> bool:
    """Whether one text is the other with something inserted at one place."""
    shortest = min(len(x), len(y))
    start = common_prefix(x, y)
    return start + common_suffix(x, y, shortest - start) == shortest


def _has_part(text: str, blocks: Sequence[Block], neighbours: list[int]) -> bool:
    """Whether one of the `neighbours` may be a part of a text that was split or merged: by its first or last words."""
    parts = [blocks[index]["text"].strip() for index in neighbours]
    return any(part and (part[:_SHORT] in text or part[-_SHORT:] in text) for part in parts)


class _Comparison:
    """The words of blocks left over, and which of them to compare.

    Attributes:
        texts: the words of each block by index, old and new, as strings with a character for each word.
        candidates: for old blocks the new ones that may be the same.
    """

    def __init__(self, rest: Leftovers) -> None:
        bags = [words(rest.old[i]["text"]) for i in rest.of_old], [words(rest.new[j]["text"]) for j in rest.of_new]
        made = tokens_as_text(*bags[0], *bags[1]) or [""] * (len(bags[0]) + len(bags[1]))
        self.texts = (
            dict(zip(rest.of_old, made, strict=False)),
            dict(zip(rest.of_new, made[len(bags[0]) :], strict=True)),
        )
        self._rest = rest
        self._stretch = {i: n for n, gap in enumerate(rest.between) for i in range(gap.i1, gap.i2)}
        self._new_stretch = {j: n for n, gap in enumerate(rest.between) for j in range(gap.j1, gap.j2)}
        self.candidates = self._all() if len(rest.of_old) * len(rest.of_new) <= _FEW**2 else self._likely()

    def _all(self) -> dict[int, list[int]]:
        return {i: list(self._rest.of_new) for i in self._rest.of_old}

    def _likely(self) -> dict[int, list[int]]:
        """For each old block the new ones with the same id, and with which it has most rare words in common."""
        places: dict[str, list[int]] = defaultdict(list)
        for j, text in self.texts[1].items():
            for word in set(text):
                places[word].append(j)
        ids = {self._rest.new[j]["id"]: j for j in self._rest.of_new}
        made = {}
        for i in self._rest.of_old:
            rare = (places[word] for word in set(self.texts[0][i]) if len(places.get(word, ())) <= _RARE)
            counts = Counter(j for found in rare for j in found)
            chosen = sorted(counts, key=lambda j: (-counts[j], j))[:_MOST]
            same = ids.get(self._rest.old[i]["id"])
            made[i] = sorted({*chosen} if same is None else {*chosen, same})
        return made

    def best_pairs(self, rest: Leftovers) -> Iterator[tuple[int, int]]:
        """Pairs that are alike, the most alike first; one id or the same place decides between equals."""
        free = set(rest.of_new)
        scored = []
        for i in rest.of_old:
            for j in self.candidates[i]:
                if j in free:
                    alike = _alike(self.texts[0][i], self.texts[1][j])
                    same_id = rest.old[i]["id"] == rest.new[j]["id"]
                    expected = same_id or self._stretch.get(i, -1) == self._new_stretch.get(j, -2)
                    if alike >= (_EXPECTED if expected else _SAME):
                        scored.append((-alike - same_id * 0.1 - expected * 0.1, abs(i - j), i, j))
        taken: set[int] = set()
        for _, _, i, j in sorted(scored):
            if i not in taken and j in free:
                taken.add(i)
                free.remove(j)
                yield i, j


def _turned(candidates: dict[int, list[int]]) -> dict[int, list[int]]:
    made: dict[int, list[int]] = defaultdict(list)
    for i, found in candidates.items():
        for j in found:
            made[j].append(i)
    return made


def _parts(
    wholes: list[int],
    others: list[int],
    there: Mapping[int, list[int]],
    back: Mapping[int, list[int]],
    texts: Sequence[dict[int, str]],
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Blocks whose words stand in several blocks of the other version that follow each other.

    Args:
        wholes: the blocks that may have parts.
        others: the blocks of the other version that may be parts.
        there: for the former the latter that may be alike.
        back: the same from the other side.
        texts: the words of both.
    """
    free = set(others)
    for whole in wholes:
        text = texts[0][whole]
        inside = [
            part
            for part in sorted(free.intersection(there.get(whole, ())))
            if _is_inside(texts[1][part], text)
            and not any(_alike(texts[0][rival], texts[1][part]) >= _SAME for rival in back[part] if rival != whole)
        ]
        best: tuple[float, tuple[int, ...]] = (_PART, ())
        for run in _runs(inside, free):
            for first in range(len(run) - 1):
                for last in range(first + 2, min(len(run), first + _FEW) + 1):
                    alike = _alike(text, "".join([texts[1][part] for part in run[first:last]]))
                    if alike > best[0]:
                        best = alike, tuple(run[first:last])
        if best[1]:
            free -= set(best[1])
            yield whole, best[1]


def _is_inside(part: str, text: str) -> bool:
    """Whether most words of `part` stand in `text`, in order."""
    if len(part) * len(text) > _AFFORDABLE**2:
        return _common(part, text) >= _PART * len(part)
    return bool(part) and LCSseq.similarity(text, part) >= _PART * len(part)


def _alike(x: str, y: str) -> float:
    """How much of two texts is common, from 0 to 1: in order, or of very long ones in any order."""
    if len(x) * len(y) > _AFFORDABLE**2:
        return 2 * _common(x, y) / (len(x) + len(y))
    return Indel.normalized_similarity(x, y)


def _common(x: str, y: str) -> int:
    return (Counter(x) & Counter(y)).total()


def _runs(indices: list[int], free: set[int]) -> Iterator[list[int]]:
    """Indices in runs: between two of them stand only blocks that came or went themselves."""
    run: list[int] = []
    for index in indices:
        if run and not free.issuperset(range(run[-1] + 1, index)):
            yield run
            run = []
        run.append(index)
    yield run


def _only_ones(rest: Leftovers) -> Iterator[tuple[int, int]]:
    """Pairs of the only blocks of their roles, such as a headline that was written anew."""
    old, new = (Counter(block["role"] for block in blocks) for blocks in (rest.old, rest.new))
    by_role = {rest.new[j]["role"]: j for j in rest.of_new}
    for i in rest.of_old:
        role = rest.old[i]["role"]
        if old[role] == 1 and new.get(role) == 1 and role in by_role:
            yield i, by_role[role]
