"""Lines and columns of a text, as editors and viewers of reports count them.

A line ends with LF, CRLF or CR, and with nothing else: U+0085, U+2028 and form feeds stand inside a line. Lines and
columns count from 1, columns in Unicode code points. A byte order mark before the first line has no column.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_BREAK = re.compile(r"\r\n?|\n")
_BYTE_ORDER_MARK = "\ufeff"


class Lines:
    """Line and column of offsets in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        first = 1 if text.startswith(_BYTE_ORDER_MARK) else 0
        self._starts = [first, *(match.end() for match in _BREAK.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, the column in code points, of the code point at `offset`."""
        line = max(bisect_right(self._starts, offset), 1)
        return line, max(offset - self._starts[line - 1], 0) + 1

    def offset(self, line: int, column: int) -> int | None:
        """The offset at a line and column, both from 1; None if there is no such line or it is shorter."""
        if not 1 <= line <= len(self._starts):
            return None
        start, end = self.bounds(line)
        return start + column - 1 if 1 <= column <= end - start + 1 else None

    def bounds(self, line: int) -> tuple[int, int]:
        """Where a line, counted from 1, begins and ends, without its break."""
        start = self._starts[line - 1]
        if line == len(self._starts):
            return start, len(self._text)
        end = self._starts[line] - 1
        return start, end - (self._text[end] == "\n" and end > start and self._text[end - 1] == "\r")
