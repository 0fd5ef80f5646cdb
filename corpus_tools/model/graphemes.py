"""Grapheme clusters: where a text must not be cut (Unicode Standard Annex #29)."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any

_FAR = 256  # code points
_PLAIN = "\u0300"
"""No character before this one joins another, but the line feed after a carriage return."""

_JOINER = "\u200d"


def is_inside_cluster(text: str, offset: int) -> bool:
    """Whether `offset`, in code points, lies inside a grapheme cluster of `text`."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if before < _PLAIN and after < _PLAIN:
        return after == "\n" and before == "\r"
    if not _may_join(before, after):
        return False
    for match in _clusters().finditer(text, pos=_sure_start(text, offset)):
        if match.end() >= offset:
            return bool(match.end() > offset)
    return False


@cache
def _clusters() -> Any:
    import regex  # noqa: PLC0415  only texts with joining characters need it

    return regex.compile(r"\X")


@lru_cache(maxsize=4096)
def _may_join(before: str, after: str) -> bool:
    """Whether two characters may be of one cluster; after marks and joiners that depends on what is before them."""
    joined = _clusters().fullmatch(before + after) is not None
    return joined or before == _JOINER or unicodedata.category(before).startswith("M")


def _sure_start(text: str, offset: int) -> int:
    """An offset before `offset` at which a cluster begins: that of a plain character, or of the text.

    Nobody writes clusters of hundreds of code points; where none begins for so long, any place will do.
    """
    at = offset - 1
    last = max(0, offset - _FAR)
    while at > last and not (text[at] < _PLAIN and text[at] != "\n"):
        at -= 1
    return at
