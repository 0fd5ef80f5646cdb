"""A block of several lines as one line, as rules read it: where lines were broken says nothing about what they say.

One blank stands for a break with the blanks around it. Nothing stands for it after a hyphen in a word, and where the
script has no blanks between words. Offsets in the one line can be told as offsets in the block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus_tools.formats.seed.lines import has_breaks, lines_of

CLOSED_UP = "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f"
"""Letters and marks of scripts that have no blanks between words, for patterns: Han, kana, bopomofo, Yi."""

_closes_up = re.compile(f"[{CLOSED_UP}]").match
_HYPHENS = ("-", "\u2010")
_SOFT_HYPHEN = "\u00ad"  # which edges of lines lack, as other characters that show nothing


class Unwrapped(NamedTuple):
    """A block as one line.

    Attributes:
        text: the line.
        starts: offset in it of each part that is not as far on in the block, in ascending order.
        shifts: how much further on in the block each of these begins.
    """

    text: str
    starts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def in_block(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the block of what stands from `start` to `end`, which is not empty, in the line."""
        return (self.at(start), self.at(end - 1) + 1) if self.starts else (start, end)

    def at(self, offset: int) -> int:
        """The offset in the block of the character at `offset` in the line."""
        line = bisect_right(self.starts, offset)
        return offset + self.shifts[line - 1] if line else offset


def unwrap_all(texts: Sequence[str]) -> list[Unwrapped]:
    """Blocks as one line each; mostly they are that already, which is seen at one look at all of them."""
    return list(map(unwrap if has_breaks("".join(texts)) else Unwrapped, texts))


def unwrap(text: str) -> Unwrapped:
    """The block `text` as one line."""
    if not has_breaks(text):
        return Unwrapped(text)
    lines = lines_of(text)
    parts, starts, shifts = [lines[0].text], [], []
    length = lines[0].end
    for above, line in pairwise(lines):
        between = "" if _goes_on_at_once(above.text, line.text, text[above.end : above.end + 1]) else " "
        length += len(between)
        starts.append(length)
        shifts.append(line.start - length)
        parts += (between, line.text)
        length += len(line.text)
    return Unwrapped("".join(parts), tuple(starts), tuple(shifts))


def _goes_on_at_once(above: str, text: str, after: str) -> bool:
    """Whether no blank stood between two lines; `after` follows the first, perhaps a soft hyphen."""
    if above.endswith(_HYPHENS):
        return above[-2:-1].isalnum() and text[0].isalnum()
    if after == _SOFT_HYPHEN:
        return above[-1].isalnum() and text[0].isalnum()
    return _closes_up(above, len(above) - 1) is not None and _closes_up(text) is not None
