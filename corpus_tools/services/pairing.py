"""Which document of one collection is which of another."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from corpus_tools.diffing.words import similarity, words

_SAME = 0.5  # of the words of two documents, how many must be common for one to be the other
_RARE = 8  # documents that a word may stand in to tell by it which ones to compare
_MOST = 5  # documents that one document is compared with

Partners = list[tuple[int | None, int | None]]
"""Indices on both sides, in the order of the new one; None where there is no partner."""


class Named(NamedTuple):
    """A document: the id of its article, and its path in the collection."""

    id: str
    path: str


def paired(
    old: Sequence[Named], new: Sequence[Named], old_text: Callable[[int], str], new_text: Callable[[int], str]
) -> Partners:
    """Pair the documents of two collections.

    Two documents are the same if their articles have one id, or else if they lie at the same place, whatever their
    suffix, or else if more than half of their words are common. An id or a place that stands twice on a side tells
    nothing by itself: of the forms of one article, those at one place belong together.

    Args:
        old: the documents of the old side.
        new: the documents of the new side.
        old_text: gives the text of a document of the old side by its index; asked only for what is left at the end.
        new_text: the same for the new side.

    Returns:
        The partners. What was removed comes before the first document whose partner stood after it.
    """
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for key in (_whole, _id, lambda one: place(one.path)):
        olds = _single([key(one) if i not in partner else "" for i, one in enumerate(old)])
        news = _single([key(one) if j not in taken else "" for j, one in enumerate(new)])
        for shared in olds.keys() & news.keys():
            partner[olds[shared]] = news[shared]
            taken.add(news[shared])
    left_old = [i for i in range(len(old)) if i not in partner]
    left_new = [j for j in range(len(new)) if j not in taken]
    if left_old and left_new:
        partner.update(_similar({i: old_text(i) for i in left_old}, {j: new_text(j) for j in left_new}))
    return _in_order(partner, len(old), len(new))


def _whole(document: Named) -> str:
    return f"{document.id} {document.path}"


def _id(document: Named) -> str:
    return document.id


def place(path: str) -> str:
    """Where a document lies, whatever its format."""
    return os.path.splitext(path)[0]  # noqa: PTH122  runs for each document of a corpus


def _single(keys: Sequence[str]) -> dict[str, int]:
    """Where each key stands that is there, and only once."""
    often = Counter(keys)
    return {key: index for index, key in enumerate(keys) if key and often[key] == 1}


def _similar(old: dict[int, str], new: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Pairs of documents by their words, the most similar ones first."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, text in new.items():
        for word in set(words(text)):
            places[word].append(j)
    found: list[tuple[float, int, int]] = []
    for i, text in old.items():
        common = Counter(j for word in set(words(text)) if len(places.get(word, ())) <= _RARE for j in places[word])
        found += [(-similarity(text, new[j]), i, j) for j, _ in common.most_common(_MOST)]
    paired_old: set[int] = set()
    paired_new: set[int] = set()
    for distance, i, j in sorted(found):
        if -distance > _SAME and i not in paired_old and j not in paired_new:
            paired_old.add(i)
            paired_new.add(j)
            yield i, j


def _in_order(partner: dict[int, int], olds: int, news: int) -> Partners:
    back = {j: i for i, j in partner.items()}
    gone = [i for i in range(olds - 1, -1, -1) if i not in partner]
    made: Partners = []
    for j in range(news):
        i = back.get(j)
        while i is not None and gone and gone[-1] < i:
            made.append((gone.pop(), None))
        made.append((i, j))
    return made + [(i, None) for i in reversed(gone)]
