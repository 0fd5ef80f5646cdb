"""Offsets in a text as it was before its escapes, its markup and its line breaks were resolved.

A format that writes some characters otherwise, or puts tags between them, describes its text as pieces; `Offsets` then
tells where in the file a part of the text stands. All offsets are in Unicode code points.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Piece(NamedTuple):
    """A part of a file that is text.

    Attributes:
        start: where it begins in the file.
        written: how long it is in the file.
        length: how long the text is that it stands for: as long as it is written, or one code point.
    """

    start: int
    written: int
    length: int


class Offsets:
    """Where the characters of a text stand in its file."""

    def __init__(self, pieces: Iterable[Piece], empty: int) -> None:
        """A text made of `pieces` in their order; without any it is empty and stands at `empty`."""
        self._pieces = [piece for piece in pieces if piece.length]
        self._begins = [0]
        for piece in self._pieces:
            self._begins.append(self._begins[-1] + piece.length)
        self._empty = empty

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Where the text from `start` to `end` begins and ends in the file; offsets beyond the text are its end."""
        length = self._begins[-1]
        start = min(max(start, 0), length)
        end = min(max(end, start), length)
        if not length:
            return self._empty, self._empty
        if start == length:
            last = self._pieces[-1]
            return (last.start + last.written,) * 2
        begin = self._bounds(start)[0]
        return begin, self._bounds(end - 1)[1] if end > start else begin

    def _bounds(self, offset: int) -> tuple[int, int]:
        """Where the one character at `offset` begins and ends in the file."""
        number = bisect_right(self._begins, offset) - 1
        piece = self._pieces[number]
        if piece.length != piece.written:
            return piece.start, piece.start + piece.written
        at = piece.start + offset - self._begins[number]
        return at, at + 1
