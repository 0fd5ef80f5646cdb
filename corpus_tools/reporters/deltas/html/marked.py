"""The text of a row as HTML: both versions in one, with edits and annotations as elements.

Old and new text are told once: what is equal stands alone, what was edited twice, first as it was and then as it is. A
page shows either version by hiding what only the other has. Annotations may cross each other and the edits, which
elements cannot: one that crosses is cut, and its later parts say that they go on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from corpus_tools.reporters.deltas.html.escaping import in_attribute, in_blank, in_edit, in_text
from corpus_tools.reporters.deltas.rows import Row
from corpus_tools.reporters.deltas.unseen import differ_in_joiners
from corpus_tools.reporters.deltas.words import Piece

HIGHEST = 5
"""How many lines there are below each other for annotations that lie inside each other."""


class Tag(NamedTuple):
    """What stands before the words of an annotation, and in which version: ``old``, ``new`` or ``both``."""

    side: str
    text: str


Interval = tuple[int, int]
"""Where something begins and ends, in code points."""


class Mark(NamedTuple):
    """An annotation on the text of a row.

    Attributes:
        layer: number of its layer on the page.
        change: id of the note on its change; None if there is none, and it is shown on request only.
        side: the version that it stands in: ``old``, ``new``, or ``both``.
        tags: its types, each with a sign for what happened.
        old: intervals of the old text of the row; none if it does not stand there.
        new: intervals of the new text of the row; as many as in `old`, or one of the two has none.
        title: what it is, in full.
    """

    layer: int
    change: str | None
    side: str
    tags: tuple[Tag, ...]
    old: tuple[Interval, ...]
    new: tuple[Interval, ...]
    title: str


@dataclass(slots=True)
class _Span:
    """One interval of a mark in the text of both versions."""

    mark: Mark
    start: int
    end: int
    is_first: bool
    height: int = 0


class _Slice(NamedTuple):
    """A stretch of the text of both versions.

    Attributes:
        start: where it begins.
        text: the text.
        element: ``del``, ``ins``, or nothing if both versions have it.
        exact: whether it is what exactly differs, in an edit of which other parts do not.
        blank: whether the edit that it belongs to is blank, so that its characters have to be made visible.
        joint: the element of the mark for a block that begins here, if one does that did not or does not any more.
        joiners: whether the edit that it belongs to is one of joiners alone.
    """

    start: int
    text: str
    element: str
    exact: bool
    blank: bool
    joint: str
    joiners: bool = False


def marked(row: Row, marks: Iterable[Mark]) -> str:
    """The text of a row with `marks` in it."""
    slices = list(_slices(row))
    cuts = _Cuts(row.pieces)
    spans = [_Span(mark, *place, is_first=not index) for mark in marks for index, place in enumerate(cuts.places(mark))]
    spans.sort(key=lambda span: (span.start, -span.end))
    _measure(spans)
    return _ADJACENT.sub("", "".join(_elements(slices, spans)))


class _Cuts:
    """Where offsets of either version lie in the text of both."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._old: list[tuple[int, int, int]] = []
        self._new: list[tuple[int, int, int]] = []
        at = 0
        for piece in pieces:
            place = piece.place
            self._old.append((place.old_start, place.old_end, at))
            at += len(piece.old) if piece.is_edited else 0
            self._new.append((place.new_start, place.new_end, at))
            at += len(piece.new)

    def places(self, mark: Mark) -> list[Interval]:
        """Where the intervals of a mark lie in the text of both."""
        old = [_place(self._old, *interval) for interval in mark.old]
        new = [_place(self._new, *interval) for interval in mark.new]
        if not (old and new):
            return old or new
        return [(min(was[0], now[0]), max(was[1], now[1])) for was, now in zip(old, new, strict=True)]


def _place(table: Sequence[tuple[int, int, int]], start: int, end: int) -> Interval:
    """Where an interval of one version lies in the text of both."""
    begin = next((at + start - low for low, high, at in table if low <= start < high), None)
    if begin is None:
        low, high, at = table[-1] if table else (0, 0, 0)
        begin = at + high - low
    if end == start:
        return begin, begin
    return begin, next(at + end - low for low, high, at in table if low < end <= high)


def _slices(row: Row) -> Iterator[_Slice]:
    """The text of both versions, cut where edits and blocks begin and end."""
    at = 0
    old_joints, new_joints = set(row.old.joints), set(row.new.joints)
    for piece in row.pieces:
        place = piece.place
        if not piece.is_edited:
            starts = (
                [joint - place.old_start for joint in old_joints],
                [joint - place.new_start for joint in new_joints],
            )
            inside = sorted({0, len(piece.new), *(cut for side in starts for cut in side if 0 < cut < len(piece.new))})
            for low, high in pairwise(inside):
                joint = "del" if low in starts[0] else "ins" if low in starts[1] else ""
                yield _Slice(at + low, piece.new[low:high], "", exact=False, blank=False, joint=joint)
            at += len(piece.new)
            continue
        joiners = differ_in_joiners(piece.old, piece.new)
        for element, text, start, joints, exact in (
            ("del", piece.old, place.old_start, old_joints, [(edit.old_start, edit.old_end) for edit in piece.exact]),
            ("ins", piece.new, place.new_start, new_joints, [(edit.new_start, edit.new_end) for edit in piece.exact]),
        ):
            cuts = {start, start + len(text), *(cut for edit in exact for cut in edit)}
            cuts |= {joint for joint in joints if start < joint < start + len(text)}
            for low, high in pairwise(sorted(cuts)):
                is_exact = high - low < len(text) and any(first <= low < last for first, last in exact)
                joint = element if low in joints else ""
                part = text[low - start : high - start]
                yield _Slice(at + low - start, part, element, is_exact, text.isspace(), joint, joiners)
            at += len(text)


def _measure(spans: Sequence[_Span]) -> None:
    """Give each span, sorted, its height: how many others lie below each other inside it."""
    open_spans: list[_Span] = []
    for span in [*spans, None]:
        while open_spans and (span is None or open_spans[-1].end <= span.start):
            closed = open_spans.pop()
            if open_spans:
                open_spans[-1].height = max(open_spans[-1].height, closed.height + 1)
        if span is not None:
            open_spans.append(span)


def _elements(slices: Sequence[_Slice], spans: Sequence[_Span]) -> Iterator[str]:
    """The slices in their elements, inside the elements of the spans."""
    starts: defaultdict[int, list[_Span]] = defaultdict(list)
    cuts = set()
    for span in spans:
        starts[span.start].append(span)
        cuts |= {span.start, span.end}
    ordered = sorted(cuts)
    position = 0
    stack: list[_Span] = []
    for part in slices or [_Slice(0, "", "", exact=False, blank=False, joint="")]:
        end = part.start + len(part.text)
        if part.joint:
            yield _JOINTS[part.joint]
        low = part.start
        while True:
            while position < len(ordered) and ordered[position] <= low:
                yield from _turn(stack, ordered[position], starts.pop(ordered[position], []))
                position += 1
            high = min(end, ordered[position]) if position < len(ordered) else end
            yield _leaf(part, part.text[low - part.start : high - part.start])
            low = high
            if low >= end:
                break
    while position < len(ordered):
        yield from _turn(stack, ordered[position], starts.pop(ordered[position], []))
        position += 1


def _turn(stack: list[_Span], place: int, starting: Sequence[_Span]) -> Iterator[str]:
    """Close what ends at `place`, go on with what does not, and open what begins."""
    ending = [index for index, span in enumerate(stack) if span.end <= place]
    if ending:
        kept = [span for span in stack[ending[0] :] if span.end > place]
        yield "</span>" * (len(stack) - ending[0])
        del stack[ending[0] :]
        for span in kept:
            yield _opening(span, goes_on=True)
            stack.append(span)
    for span in starting:
        yield _opening(span, goes_on=not span.is_first)
        if span.end > place:
            stack.append(span)
        else:
            yield "</span>"


def _opening(span: _Span, *, goes_on: bool) -> str:
    mark = span.mark
    number = "" if mark.change is None else f' data-c="{mark.change}"'
    opened = (
        f'<span class="a h{min(span.height, HIGHEST)}" data-l="{mark.layer}" data-s="{mark.side}"{number} '
        f'title="{in_attribute(mark.title)}">'
    )
    if goes_on:
        return opened
    return opened + "".join(f'<bdi class="tag {tag.side}">{in_text(tag.text)}</bdi>' for tag in mark.tags)


def _leaf(part: _Slice, text: str) -> str:
    if not text:
        return ""
    if not part.element:
        return in_text(text)
    shown = in_blank(text) if part.blank else in_edit(text, with_joiners=part.joiners)
    return f"<{part.element}>{f'<b>{shown}</b>' if part.exact else shown}</{part.element}>"


_ADJACENT = re.compile(r"</(del|ins)><\1>")
"""Where an edit goes on after a cut that was made for something else."""

_JOINTS = {
    "del": '<del class="joint">¶</del>',
    "ins": '<ins class="joint">¶\n</ins>',
}
