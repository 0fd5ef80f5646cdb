"""Whether the lines of a document are wrapped, and at which width: a line is full if what follows had no room in it.

Widths are columns of a fixed-width screen: a Han character has two, a combining mark none. A line that is full tells
an interval of widths that the document may be wrapped at: from its own to that with what follows. The width that most
lines agree on is tried; whether it is one is decided by all lines, each speaking for it or against it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from corpus_tools.formats.seed.lines import Line
from corpus_tools.formats.seed.names.recognise import is_small
from corpus_tools.formats.seed.unwrap import CLOSED_UP

STOPS = tuple('.!?:;…。！？।॥۔؟”"»)')
"""What ends a sentence, or a line that nothing goes on from."""

_NARROWEST, _WIDEST = 25, 120
_LONGEST_WORD = 30  # from an address, nothing can be told
_WORD_WITHOUT_BLANKS = 10
_MOST_LONGER = 0.34
_LONG_ENOUGH = 0.7
_LEAST_INDENTS = 2
_ONE_COLUMN = "x"
_item = re.compile(r"[-–—*•·‣◦▪■]\s|\(?\w{1,3}[.)]\s").match
_piece = re.compile(
    f"[（「『【《〈〔“‘]*[{CLOSED_UP}][、。，．！？：；）」』】》〉〕”’％ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…—・]*"
    f"|[^{CLOSED_UP} \t]+"
).match
_ends_in_han = re.compile(f"[{CLOSED_UP}]").match
_without_blanks = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]").match

_AT_FIRST = -2.8
_FULL = (2.2, 0.3)
_NOT_FULL = (-1.0, -0.5)
"""What it says that a line is full, or is not: of a line that ends open, and of one that ends as a sentence does."""
_SMALL_NEXT = 2.0
_CAPITAL_NEXT = -0.5
_RAGGED = 1.0
"""What it says that a small letter follows a line that is open, but not full."""
_PARAGRAPH = 1.2
_FIRST_LINE = 0.6
_TOO_LONG = -3.0
# Chosen on the seeds of the gold in their own layouts and in fifty others: none that is not wrapped has more than -1.1.


class Wrapping(NamedTuple):
    """How a document is wrapped.

    Attributes:
        lines: the lines.
        width: columns of the widest line that fits.
        columns: of each line, with its indent.
        full: for each line, whether what the line right below begins with had no room in it.
        by_indents: whether indents begin paragraphs.
    """

    lines: Sequence[Line]
    width: int
    columns: list[int]
    full: list[bool]
    by_indents: bool

    def goes_on(self, index: int) -> bool:
        """Whether a line goes on in the one right below: it is full, or long and open, and no indent follows."""
        left, right = self.lines[index], self.lines[index + 1]
        if self.columns[index] > self.width:
            return is_small(right.text[0])
        ended, deeper = left.text.endswith(STOPS), _indent(right) - _indent(left)
        indented = deeper > 0 and _item(left.text) is None  # lines of a list may hang
        if self.full[index]:
            between = self.by_indents and deeper == 0 < _indent(right)
            begins = (indented and self.by_indents) or (between and not is_small(right.text[0]))
            return not (begins or (ended and (indented or between)))
        long_enough = self.columns[index] >= _LONG_ENOUGH * self.width
        return long_enough and not ended and not indented and is_small(right.text[0])

    def runs_on(self, index: int) -> bool:
        """Whether a line is one of running text by its form: full, and not the end of a sentence."""
        return self.full[index] and not self.lines[index].text.endswith(STOPS)

    def whole_runs(self) -> set[int]:
        """The runs of lines that are one paragraph each: what follows a line never had room in it."""
        runs = {line.run for line in self.lines}
        for index, (left, right) in enumerate(pairwise(self.lines)):
            if left.run == right.run and not self.full[index]:
                runs.discard(left.run)
        return runs


def wrapping_of(text: str, lines: Sequence[Line], *, told: bool) -> Wrapping | None:
    """How the lines of a document are wrapped; None if they are not. `told`: somebody says that they are."""
    adjacent = [left.run == right.run for left, right in pairwise(lines)]
    if not any(adjacent):
        return None
    if not told and sum(len(line.text) > _WIDEST for line in lines) > _MOST_LONGER * len(lines):
        return None
    widest = max(2 * line.column for line in lines) if told else _WIDEST
    best: tuple[float, Wrapping] | None = None
    for widths in _measures(text):
        columns = [_columns(text[line.end - line.column : line.end], widths) for line in lines]
        pairs = zip(pairwise(lines), adjacent, strict=True)
        rooms = [_room(*pair, widths) if beside else 0 for pair, beside in pairs]
        width = _width(columns, rooms, adjacent, widest)
        if not width:
            continue
        full = _full(columns, rooms, adjacent, width)
        score = _score(lines, adjacent, columns, full, width)
        if best is None or score > best[0]:
            best = score, Wrapping(lines, width, columns, full, _by_indents(lines, adjacent))
    return best[1] if best is not None and (told or best[0] > 0) else None


def _full(columns: Sequence[int], rooms: Sequence[int], adjacent: Sequence[bool], width: int) -> list[bool]:
    told = zip(columns, rooms, adjacent, strict=False)
    return [*(beside and column <= width < column + room for column, room, beside in told), False]


def _by_indents(lines: Sequence[Line], adjacent: Sequence[bool]) -> bool:
    """Whether indents begin paragraphs, of several lines."""
    pairs = zip(pairwise(lines), adjacent, strict=True)
    deeper = [beside and _indent(right) > _indent(left) for (left, right), beside in pairs]
    return sum(deeper) >= _LEAST_INDENTS and any(
        after and _indent(below) < _indent(line) for (line, below), after in zip(pairwise(lines), adjacent, strict=True)
    )


def _indent(line: Line) -> int:
    return line.column - len(line.text)


def _measures(text: str) -> list[dict[int, str | None]]:
    """What to put in place of characters that are not one column wide; and nothing, if some measure in characters."""
    if text.isascii():
        return [{}]
    told = {ord(character): _in_place_of(character) for character in set(text)}
    widths = {code: shown for code, shown in told.items() if shown != _ONE_COLUMN}
    return [widths, {}] if widths else [{}]


@cache
def _in_place_of(character: str) -> str | None:
    """As many letters as a character has columns; None for none."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} or "\u1160" <= character <= "\u11ff":
        return None
    return "xx" if unicodedata.east_asian_width(character) in "WF" else _ONE_COLUMN


def _columns(text: str, widths: dict[int, str | None]) -> int:
    return len(text.translate(widths)) if widths else len(text)


def _room(left: Line, right: Line, widths: dict[int, str | None]) -> int:
    """How many columns more a line needs to take what the next one begins with and cannot be divided."""
    piece = right.text.split(None, 1)[0]
    if (found := _piece(right.text)) is not None:
        piece = found[0]
    if _without_blanks(piece) is not None:
        return min(_columns(piece, widths), _WORD_WITHOUT_BLANKS)
    blank = not (_ends_in_han(left.text[-1]) or _ends_in_han(piece[-1]))
    return _columns(piece, widths) + blank


def _width(columns: Sequence[int], rooms: Sequence[int], adjacent: Sequence[bool], widest: int) -> int:
    """The width at which most lines are full and fewest too long, the widest of several; 0 if there is none."""
    changes: defaultdict[int, int] = defaultdict(int)
    for column in columns[1:]:  # a headline may be longer
        changes[column] += 1
    for column, room, beside in zip(columns, rooms, adjacent, strict=False):
        if beside:
            changes[column] += 1
            changes[column + min(room, _LONGEST_WORD)] -= 1
    at = sorted(changes)
    best, width = -len(columns), 0
    for start, stop, count in zip(at, at[1:], accumulate(changes[each] for each in at), strict=False):
        if count >= best and stop > _NARROWEST and start <= widest:
            best, width = count, min(stop - 1, widest)
    return width


def _score(
    lines: Sequence[Line], adjacent: Sequence[bool], columns: Sequence[int], full: Sequence[bool], width: int
) -> float:
    """How much more plausible it is that lines are wrapped at `width` than that each is a block (log-odds)."""
    score = _AT_FIRST
    head = True
    for index, line in enumerate(lines):
        head = head and not full[index]
        if columns[index] > width:
            score += _TOO_LONG * (index > 0)
        elif not head and index < len(adjacent) and adjacent[index]:
            deeper = _indent(lines[index + 1]) - _indent(line)
            if full[index] or deeper <= 0:
                score += _evidence(line.text, lines[index + 1].text[0], full=full[index])
            if full[index] and _are_paragraph(lines, index):
                score += _PARAGRAPH
            elif full[index] and deeper < 0:
                score += _FIRST_LINE
    return score


def _are_paragraph(lines: Sequence[Line], index: int) -> bool:
    """Whether a line and the next stand apart below the top, and only the next ends as a sentence does."""
    left, right = lines[index : index + 2]
    if left.run == lines[0].run or left.text.endswith(STOPS) or not right.text.endswith(STOPS):
        return False
    last = index + 2 == len(lines) or lines[index + 2].run != right.run
    return last and lines[index - 1].run != left.run and len(left.text) > len(right.text)


def _evidence(text: str, following: str, *, full: bool) -> float:
    ended, small = text.endswith(STOPS), is_small(following)
    if not full:
        return _RAGGED if small and not ended and len(text) > _NARROWEST else _NOT_FULL[ended]
    return _FULL[ended] + (_SMALL_NEXT if small else _CAPITAL_NEXT if following.isupper() and not ended else 0.0)
