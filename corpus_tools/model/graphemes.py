"""Grapheme clusters: where a text must not be cut (Unicode Standard Annex #29)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

_PLAIN = "\u0300"
"""No character before this one joins another, but the line feed after a carriage return."""

_FLAG = r"[\U0001F1E6-\U0001F1FF]{2}[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*"
"""A flag; of many in a row `\\X` looks at all of them again for each."""


class Clusters:
    """The grapheme clusters of a text, found only if two characters that may join are asked for."""

    def __init__(self, text: str) -> None:
        """Look at `text` as soon as that is needed."""
        self._text = text
        self._ends: set[int] | None = None

    def is_inside(self, offset: int) -> bool:
        """Whether `offset`, in code points, lies inside a cluster."""
        text = self._text
        if not 0 < offset < len(text):
            return False
        before, after = text[offset - 1], text[offset]
        if before < _PLAIN and after < _PLAIN:
            return after == "\n" and before == "\r"
        if not _may_join(before, after):
            return False
        if self._ends is None:
            self._ends = {match.end() for match in _clusters().finditer(text)}
        return offset not in self._ends


@cache
def _clusters() -> Any:
    import regex  # noqa: PLC0415  only texts with joining characters need it

    return regex.compile(rf"{_FLAG}|\X")


@lru_cache(maxsize=4096)
def _may_join(before: str, after: str) -> bool:
    """Whether two characters may be of one cluster; after marks and joiners that depends on what is before them."""
    fits = _clusters().fullmatch
    return fits(before + after) is not None or fits(f"a{before}") is not None
