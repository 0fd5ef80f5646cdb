"""Text of a seed to blocks: where each begins and ends. Blocks and the gaps between them are the text.

Whether a line break ends a paragraph or only wraps it is decided over the whole document.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from corpus_tools.formats.seed.datelines.run_in import run_in
from corpus_tools.formats.seed.dates.find import date_line
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lines import Line, lines_of
from corpus_tools.formats.seed.names.recognise import is_small
from corpus_tools.formats.seed.roles.cued import by_cue

_SET_APART = {"byline", "date", "copyright", "tags", "source", "credit", "tagline"}
_LONGEST_DATE = 60
_WIDEST_WRAP = 120
_LEAST_WRAP = 25
_BROADER_WRAP = 1.2
_LEAST_OPEN = 4
_OPEN_SHARE = 0.3
_LONG_ENOUGH = 0.7
_STOPS = tuple('.!?:;…。！？।॥۔؟”"»)')


def split(text: str, cues: Cues, layout: str | None = None) -> list[tuple[int, int]]:
    """Where each block begins and ends.

    A document is hard-wrapped if its lines are full: the first word of the next line would not have fitted
    any more. Then a full line goes on in the next; in other documents every line is a block. `layout` says so
    instead: ``line``, ``wrapped``, or ``blank-line`` where only a blank line ends a block.
    """
    lines = lines_of(text)
    if layout == "line":
        return [(line.start, line.end) for line in lines]
    if layout == "blank-line":
        return [(run[0].start, run[-1].end) for run in _runs(lines)]
    pairs = [(left, right) for left, right in pairwise(lines) if left.run == right.run]
    width = max((line.column for pair in pairs for line in pair), default=0)
    lines = _with_headline(text, lines, cues)
    if not pairs:
        return [(line.start, line.end) for line in lines]
    if layout is None and (width > _WIDEST_WRAP or not _is_wrapped(lines, pairs, width)):
        width = _width_of_open_lines(pairs)
        if not width or width > _WIDEST_WRAP:
            return [(line.start, line.end) for line in lines]
    spans = [(lines[0].start, lines[0].end)]
    for left, right in pairwise(lines):
        if left.run == right.run and _goes_on(text, left, right, width) and not _begins_block(right.text, cues):
            spans[-1] = spans[-1][0], right.end
        else:
            spans.append((right.start, right.end))
    return spans


def _with_headline(text: str, lines: list[Line], cues: Cues) -> list[Line]:
    """The lines, the first two in one where a headline goes on in the second line."""
    if len(lines) < 3 or lines[0].run != lines[1].run:
        return lines
    first, second = lines[0], lines[1]
    if not any(map(str.isalnum, first.text)) or by_cue(first.text, cues) is not None:
        return lines
    if first.text.endswith(_STOPS) or len(first.text) > _WIDEST_WRAP or second.text.endswith(_STOPS):
        return lines
    wrapped = all(len(line.text) <= _WIDEST_WRAP for line in lines[2:])  # elsewhere it is the deck
    fits = len(first.text) > 20 and len(second.text) <= _BROADER_WRAP * len(first.text)
    alone = wrapped and fits and lines[2].run != second.run and first.text.lower() == first.text.upper()
    in_capitals = (
        first.text.isupper() and second.text.isupper() and len(first.text) > 20 and second.text.lower() != second.text
    )
    cased = first.text.lower() != first.text.upper()
    if not ((cased and is_small(second.text[0])) or in_capitals or alone) or _begins_block(second.text, cues):
        return lines
    if by_cue(second.text, cues) is not None:
        return lines
    joined = first._replace(end=second.end, text=text[first.start : second.end], column=second.column)
    return [joined, *lines[2:]]


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines between blank lines."""
    return [list(run) for _, run in groupby(lines, key=lambda line: line.run)]


def _begins_block(text: str, cues: Cues) -> bool:
    """Whether a line begins a block though the line before is full: a list item, or a line with a cue."""
    if text[0] in cues.bullets and text[1:2].isspace():
        return True
    if run_in(text, cues) is not None:
        return True
    if len(text) < 90 and (text[0].isdigit() or text[0].isupper()):
        return any(cue.role in _SET_APART for cue in cues.at_start(text)) or date_line(text, cues) is not None
    if len(text) < _LONGEST_DATE and _first_word(text) in cues.weekdays and date_line(text, cues) is not None:
        return True
    return any(cue.form == "label" for cue in cues.at_start(text))


def _first_word(text: str) -> str:
    return text.split(None, 1)[0].rstrip(",.")


def _is_wrapped(lines: Sequence[Line], pairs: Sequence[tuple[Line, Line]], width: int) -> bool:
    """Whether the lines of the document are wrapped at `width` characters."""
    if any(len(line.text) > _WIDEST_WRAP and " " in line.text for line in lines[1:]):
        return False
    full = [left for left, right in pairs if _is_full(left, right, width)]
    open_ended = sum(not line.text.endswith(_STOPS) for line in full)
    if len(full) < 3:
        return width >= 40 and len(full) == open_ended > 0 and all(is_small(right.text[0]) for _, right in pairs)
    head = next(index for index, pair in enumerate(pairs) if _is_full(*pair, width))
    below = [left for left, _ in pairs[head:]]
    short_and_open = sum(line.column < _LONG_ENOUGH * width and not line.text.endswith(_STOPS) for line in below)
    return open_ended >= 0.5 * len(full) and short_and_open <= max(3, 0.2 * len(below))


def _width_of_open_lines(pairs: Sequence[tuple[Line, Line]]) -> int:
    """The width at which a document with some longer lines is wrapped; 0 if too few lines go on with a small letter."""
    went_on = [
        len(left.text)
        for left, right in pairs
        if is_small(right.text[0]) and left.text[-1] not in _STOPS and len(left.text) >= _LEAST_WRAP
    ]
    return max(went_on) if len(went_on) >= _LEAST_OPEN and len(went_on) >= _OPEN_SHARE * len(pairs) else 0


def _goes_on(text: str, left: Line, right: Line, width: int) -> bool:
    """Whether a line of a wrapped document goes on in the next: it is full, or long and open, and no indent follows."""
    if len(left.text) > width:
        return is_small(right.text[0])
    if not _is_full(left, right, width):
        long_enough = left.column >= _LONG_ENOUGH * width and not left.text.endswith(_STOPS)
        return long_enough and not right.text[0].isupper() and not _is_indented(text, left, right)
    return not (left.text.endswith(_STOPS) and _is_indented(text, left, right))


def _is_indented(text: str, left: Line, right: Line) -> bool:
    indents = [line.start - text.rfind("\n", 0, line.start) for line in (left, right)]
    return indents[1] > indents[0]


def _is_full(left: Line, right: Line, width: int) -> bool:
    word = right.text[:width].split(" ", 1)[0]  # only there: lines do not break at a no-break space
    length = 1 if word[0] > "\u2e80" else len(word) + 1
    return left.column + length > width
