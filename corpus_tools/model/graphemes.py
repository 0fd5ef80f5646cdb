"""Grapheme clusters: where a text must not be cut (Unicode Standard Annex #29).

Most texts have no cluster of several code points but CR LF; they are told by one look, and cost nothing more.
"""

from __future__ import annotations

import re

_joining = re.compile(
    "\r\n|[\u0300-\u036f\u0483-\u0489\u0591-\u1dff\u200c\u200d\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff"
    "\u302a-\u302f\u3099\u309a\ua66f-\uabff\ud7b0-\ud7ff\ufb1e\ufe00-\ufe2f\uff9e\uff9f"
    "\U00010000-\U0001ffff\U000e0000-\U000effff]"
).search
"""Finds characters that may join others, in ranges that hold many more: whole scripts that have combining marks."""

_FAR = 256  # code points


def may_cut_clusters(text: str) -> bool:
    """Whether some offset of `text` may lie inside a cluster; False is certain."""
    return _joining(text) is not None


def is_inside_cluster(text: str, offset: int) -> bool:
    """Whether `offset`, in code points, lies inside a grapheme cluster of `text`."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if before < "\u0300" and after < "\u0300" and before + after != "\r\n":
        return False
    import regex  # noqa: PLC0415  only texts with joining characters need it

    start = _sure_start(text, offset)
    for match in regex.finditer(r"\X", text, pos=start):
        if match.end() >= offset:
            return bool(match.end() > offset)
    return False


def _sure_start(text: str, offset: int) -> int:
    """An offset before `offset` at which a cluster begins: that of a character below U+0300, or of the text.

    Nobody writes clusters of hundreds of code points; where none begins for so long, any place will do.
    """
    at = offset - 1
    last = max(0, offset - _FAR)
    while at > last and not (text[at] < "\u0300" and text[at] != "\n"):
        at -= 1
    return at
