"""What was edited in a text: words first, then the characters of words that are much alike.

A text is compared in three steps, each only where the one before found a difference: stretches between spaces,
then words, marks and blanks (of scripts without spaces single characters), then grapheme clusters inside of words.
No edit begins or ends inside of a grapheme cluster.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Indel

from corpus_tools.diffing.sequences import Gap, common_prefix, common_suffix, gaps, joined, tokens_as_text
from corpus_tools.model.graphemes import Clusters

BREAK = "\0"
"""Stands for the end of a block where the texts of several are one; no text of a block can hold it."""

_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u2e80-\u2fff\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaadf\uf900-\ufaff\uff65-\uff9f\U00016fe0-\U0001b2ff"
    "\U00020000-\U0003ffff"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, Tai scripts, Han, kana and the like, whose words are not parted by spaces."""

_MARKS = "\0-/:-@\\[-`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2010-\u206f\u3000-\u303f"
_pieces = re.compile(rf"[^\s{_MARKS}{_UNSPACED}]+|\s+|.", re.DOTALL).findall
_has_word = re.compile(rf"[^\s{_MARKS}]").search

_ALIKE = 0.5  # of how many characters of two words must be common for them to be one word that was edited
_LONGEST_WORD = 500  # code points of a stretch in which single characters are compared


def edits(old: str, new: str) -> list[Gap]:
    """The stretches in which two texts differ, in order, in code points."""
    if old == new:
        return []
    found = []
    for gap in _spaced(old, new):
        if gap.i1 == gap.i2 or gap.j1 == gap.j2:
            found.append(gap)
        else:
            found += _refined(old, new, gap)
    return whole_clusters(old, new, found)


def similarity(old: str, new: str) -> float:
    """How much of two texts is common, from 0 to 1, by their words and marks; blanks do not count."""
    sequences = tokens_as_text(words(old), words(new))
    if sequences is None:
        return 0.0
    return Indel.normalized_similarity(*sequences)


def words(text: str) -> list[str]:
    """The words of a text, without blanks and marks; of scripts without spaces the single characters."""
    return [piece for piece in _pieces(text) if _has_word(piece)]


def _spaced(old: str, new: str) -> list[Gap]:
    """The differing stretches, by what stands between spaces."""
    start = common_prefix(old, new)
    end = common_suffix(old, new, min(len(old), len(new)) - start)
    first = old.rfind(" ", 0, start) + 1
    last = old.find(" ", len(old) - end)
    tail = 0 if last < 0 else len(old) - last
    x, y = old[first : len(old) - tail], new[first : len(new) - tail]
    if " " not in x or " " not in y:
        return [Gap(first, first + len(x), first, first + len(y))]
    tokens = x.split(" "), y.split(" ")
    sequences = tokens_as_text(*tokens)
    if sequences is None:
        return [Gap(first, first + len(x), first, first + len(y))]
    places = [_places(each, first) for each in tokens]
    return [_of_tokens(gap, *places) for gap in gaps(*sequences)]


def _places(tokens: list[str], at: int) -> list[int]:
    """Where each token begins, and where one after the last would: a space lies between any two."""
    made = [at]
    for token in tokens:
        at += len(token) + 1
        made.append(at)
    return made


def _of_tokens(gap: Gap, old: list[int], new: list[int]) -> Gap:
    """A gap between tokens as one between code points; tokens that came or went take one space along."""
    if gap.i1 < gap.i2 and gap.j1 < gap.j2:
        return Gap(old[gap.i1], old[gap.i2] - 1, new[gap.j1], new[gap.j2] - 1)
    if gap.i2 == len(old) - 1:  # at the end it is the space before them
        return Gap(old[gap.i1] - 1, old[gap.i2] - 1, new[gap.j1] - 1, new[gap.j2] - 1)
    return Gap(old[gap.i1], old[gap.i2], new[gap.j1], new[gap.j2])


def _refined(old: str, new: str, gap: Gap) -> list[Gap]:
    """A stretch in smaller ones: by words and marks, then by the characters of words that are alike."""
    x, y = old[gap.i1 : gap.i2], new[gap.j1 : gap.j2]
    if x.isalpha() and y.isalpha() and max(x) < _UNSPACED[0] > max(y):
        found = [Gap(0, len(x), 0, len(y))]  # two words, as in most edits
    else:
        pieces = _pieces(x), _pieces(y)
        sequences = tokens_as_text(*pieces)
        if sequences is None:
            return [gap]
        places = [_ends(each) for each in pieces]
        found = _coalesced(x, [_moved(places[0], places[1], each) for each in gaps(*sequences)])
    return [
        Gap(gap.i1 + each.i1, gap.i1 + each.i2, gap.j1 + each.j1, gap.j1 + each.j2)
        for part in found
        for each in _by_character(x, y, part)
    ]


def _ends(pieces: list[str]) -> list[int]:
    made = [0]
    for piece in pieces:
        made.append(made[-1] + len(piece))
    return made


def _moved(old: list[int], new: list[int], gap: Gap) -> Gap:
    return Gap(old[gap.i1], old[gap.i2], new[gap.j1], new[gap.j2])


def _coalesced(old: str, found: list[Gap]) -> list[Gap]:
    """Replaced words with nothing but blanks and marks between them are one replaced phrase."""
    made: list[Gap] = []
    for gap in found:
        if made and _is_replaced(last := made[-1]) and _is_replaced(gap):
            between = old[last.i2 : gap.i1]
            if not _has_word(between) and BREAK not in between:
                made[-1] = Gap(last.i1, gap.i2, last.j1, gap.j2)
                continue
        made.append(gap)
    return made


def _is_replaced(gap: Gap) -> bool:
    return gap.i1 < gap.i2 and gap.j1 < gap.j2


def _by_character(x: str, y: str, gap: Gap) -> list[Gap]:
    """The characters that differ in two stretches that are much alike, or else the stretches."""
    a, b = x[gap.i1 : gap.i2], y[gap.j1 : gap.j2]
    if not a or not b:
        return [gap]
    start = common_prefix(a, b)
    end = common_suffix(a, b, min(len(a), len(b)) - start)
    if 2 * (start + end) >= min(len(a), len(b)):
        inner = Gap(start, len(a) - end, start, len(b) - end)
    elif max(len(a), len(b)) <= _LONGEST_WORD and Indel.normalized_similarity(a, b) >= _ALIKE:
        inner = Gap(0, len(a), 0, len(b))
    else:
        return [gap]
    return [
        Gap(gap.i1 + each.i1, gap.i1 + each.i2, gap.j1 + each.j1, gap.j1 + each.j2) for each in _characters(a, b, inner)
    ]


def _characters(a: str, b: str, inner: Gap) -> list[Gap]:
    found = gaps(a[inner.i1 : inner.i2], b[inner.j1 : inner.j2])
    made: list[Gap] = []
    for gap in found:
        moved = Gap(inner.i1 + gap.i1, inner.i1 + gap.i2, inner.j1 + gap.j1, inner.j1 + gap.j2)
        if made and moved.i1 - made[-1].i2 < 2:
            moved = Gap(made[-1].i1, moved.i2, made.pop().j1, moved.j2)
        made.append(moved)
    return made


def whole_clusters(old: str, new: str, found: list[Gap]) -> list[Gap]:
    """The same gaps, made larger where they begin or end inside of a grapheme cluster of either text."""
    made: list[Gap] = []
    x, y = Clusters(old), Clusters(new)
    for index, (i1, i2, j1, j2) in enumerate(found):
        floor = made[-1].i2 if made else 0
        while i1 > floor and (x.is_inside(i1) or y.is_inside(j1)):
            i1, j1 = i1 - 1, j1 - 1  # noqa: PLW2901  what lies before a gap is equal
        ceiling = found[index + 1].i1 if index + 1 < len(found) else len(old)
        while i2 < ceiling and (x.is_inside(i2) or y.is_inside(j2)):
            i2, j2 = i2 + 1, j2 + 1  # noqa: PLW2901  and what lies after it
        made.append(Gap(i1, i2, j1, j2))
    return joined(made)
