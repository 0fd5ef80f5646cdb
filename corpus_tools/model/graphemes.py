"""Grapheme clusters: where a text must not be cut (Unicode Standard Annex #29)."""

from __future__ import annotations

_FAR = 256  # code points
_PLAIN = "\u0300"
"""No character before this one joins another, but the line feed after a carriage return."""


def is_inside_cluster(text: str, offset: int) -> bool:
    """Whether `offset`, in code points, lies inside a grapheme cluster of `text`."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if before < _PLAIN and after < _PLAIN:
        return after == "\n" and before == "\r"
    import regex  # noqa: PLC0415  only texts with joining characters need it

    for match in regex.finditer(r"\X", text, pos=_sure_start(text, offset)):
        if match.end() >= offset:
            return bool(match.end() > offset)
    return False


def _sure_start(text: str, offset: int) -> int:
    """An offset before `offset` at which a cluster begins: that of a plain character, or of the text.

    Nobody writes clusters of hundreds of code points; where none begins for so long, any place will do.
    """
    at = offset - 1
    last = max(0, offset - _FAR)
    while at > last and not (text[at] < _PLAIN and text[at] != "\n"):
        at -= 1
    return at
