"""Marks that show nothing, which rules read past: signs of direction, zero-width spaces, soft hyphens.

A source is named after its label as if no mark stood between them. The text of a block keeps its marks; what rules read
lacks them, and so do the values of fields. Joiners stay: they change the letters beside them.
"""

from __future__ import annotations

import re

from corpus_tools.formats.seed.unwrap import Unwrapped

_SPACE = "\u200b"
_MARKS = "\u00ad\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_mark = re.compile(f"[{_MARKS}{_SPACE}]").search
_shown = re.compile(f"[^{_MARKS}{_SPACE}]+").finditer
_shown_in_words = re.compile(f"[^{_MARKS}]+").finditer
_divides_words = re.compile("[\u0e00-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf]").search
"""Letters of scripts of South-East Asia, where a zero-width space stands between words."""


def has_marks(text: str) -> bool:
    """Whether a text holds a mark that shows nothing."""
    if not text.isascii():
        for mark in f"{_SPACE}{_MARKS}":
            if mark in text:  # which is faster than a pattern
                return True
    return False


def without_marks(line: Unwrapped) -> Unwrapped:
    """A line without its marks; one that has nothing else stays."""
    text = line.text
    if _mark(text) is None:
        return line
    found = _shown_in_words if _divides_words(text) is not None else _shown
    pieces = [piece.span() for piece in found(text)]
    shown = "".join(text[slice(*piece)] for piece in pieces)
    bare = shown.strip()
    if not bare:
        return line
    lead = len(shown) - len(shown.lstrip())
    starts, shifts = [], []
    length = -lead
    for start, end in pieces:
        for at in (start, *(each for each in line.starts if start < each < end)):
            begin = length + at - start
            starts.append(begin)
            shifts.append(line.at(at) - begin)
        length += end - start
    return Unwrapped(bare, tuple(starts), tuple(shifts))
