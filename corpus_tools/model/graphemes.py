"""Grapheme clusters: where a text must not be cut (Unicode Standard Annex #29, extended grapheme clusters).

One thing is tailored: zero-width non-joiners at the end of a cluster are no part of it. They say that what stands on
both sides does not join, as between a Persian word and its ending, so a boundary before them cuts no character. Where
a mark follows one, as in some Bengali conjuncts, it is inside of a cluster like any other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

_PLAIN = "\u0300"
"""No character before this one joins another, but the line feed after a carriage return."""

_NON_JOINER = "\u200c"
_CLUSTER = r"[\U0001F1E6-\U0001F1FF]{2}[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*|\X"
"""A flag, or any cluster; of many flags in a row `\\X` looks at all of them again for each."""

_JOINS_BACK = r"[\n\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}\p{GCB=V}\p{GCB=T}\p{GCB=RI}]"
_JOINS_ON = r"[\r\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}\p{GCB=Prepend}\p{GCB=L}]"
_BEFORE = ("", "\u0915\u094d", "\U0001f468")
"""What may stand before two characters that join only after it: nothing, a conjunct, an emoji."""


@lru_cache(maxsize=16_384)
def may_join(pair: str) -> bool:
    """Whether two characters, given as one string, may be of one cluster; anything but two are not.

    It is quick, and never overlooks any: what comes before or after them may keep them apart, which `Clusters` knows.
    """
    if len(pair) != 2 or pair.isascii():
        return pair == "\r\n"
    if not (_joins_back(pair[1]) or _joins_on(pair[0])):
        return False
    fits = _pattern(_CLUSTER).fullmatch
    return any(fits(context + pair) is not None for context in _BEFORE)


class Clusters:
    """The grapheme clusters of a text, looked for only if an offset may lie inside of one."""

    def __init__(self, text: str) -> None:
        """Look at `text` as soon as that is needed."""
        self._text = text
        self._found: list[int] | None = None

    def is_inside(self, offset: int) -> bool:
        """Whether `offset`, in code points, lies inside of a cluster."""
        if offset < 1 or not may_join(self._text[offset - 1 : offset + 1]):
            return False
        edges = self._edges()
        return edges[bisect_left(edges, offset)] != offset

    def around(self, offset: int) -> tuple[int, int]:
        """Start and end of the cluster that has `offset` inside."""
        edges = self._edges()
        after = bisect_left(edges, offset)
        return edges[after - 1], edges[after]

    def _edges(self) -> list[int]:
        """Where clusters begin and end, in order."""
        if self._found is None:
            self._found = [0, *_ends(self._text)]
        return self._found


def _ends(text: str) -> Iterator[int]:
    for match in _pattern(_CLUSTER).finditer(text):
        end = match.end()
        if text[end - 1] == _NON_JOINER:
            start = match.start()
            yield from range(start + max(len(text[start:end].rstrip(_NON_JOINER)), 1), end)
        yield end


@cache
def _pattern(pattern: str) -> Any:
    import regex  # noqa: PLC0415  only texts with joining characters need it

    return regex.compile(pattern)


@lru_cache(maxsize=16_384)
def _joins_back(character: str) -> bool:
    """Whether a character may belong to the one before it."""
    return character >= _PLAIN and _pattern(_JOINS_BACK).match(character) is not None


@lru_cache(maxsize=16_384)
def _joins_on(character: str) -> bool:
    """Whether the one after a character may belong to it."""
    return character >= _PLAIN and _pattern(_JOINS_ON).match(character) is not None
