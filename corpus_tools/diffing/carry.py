"""From the old version to the new one: what things are called there, and where stretches of text lie.

`Carry` is made from a delta, so that applying a delta follows exactly what comparing has taken for unchanged.
Offsets are code points. A stretch that was edited inside takes the new text along; text that was inserted at its edge
stays outside.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from corpus_tools.delta import BlockChange, Stretch
from corpus_tools.diffing.sequences import common_prefix, common_suffix
from corpus_tools.diffing.words import BREAK

Span = dict[str, Any]
Place = tuple[str, int, int]
POINTERS = ("entity", "agent", "part_of", "source", "target")
"""Keys whose value is the id of another thing."""


class Unit:
    """Blocks whose text was edited, as one text in each version; a break between two blocks counts as one character."""

    __slots__ = ("_edits", "_firsts", "_old", "_words", "new_ids", "new_starts", "old_ids", "old_starts")

    def __init__(self, change: BlockChange, old_texts: Mapping[str, str]) -> None:
        """Read `change`; `old_texts` are the texts of the old blocks by id."""
        self.old_ids = [placed["block"]["id"] for placed in change["old"]]
        self.new_ids = [placed["block"]["id"] for placed in change["new"]]
        self._old = [old_texts[each] for each in self.old_ids]
        self.old_starts = _starts(self._old)
        several = len(self.new_ids) > 1
        self.new_starts = _starts([placed["block"]["text"] for placed in change["new"]]) if several else [0]
        self._edits = [
            (
                *_interval(edit["old"], self.old_ids, self.old_starts),
                *_interval(edit["new"], self.new_ids, self.new_starts),
            )
            for edit in change["edits"]
        ]
        self._firsts = [edit[0] for edit in self._edits]
        self._words = [edit["old"]["text"] or edit["new"]["text"] for edit in change["edits"]]

    @property
    def edits(self) -> list[tuple[int, int, int, int]]:
        """The edits as intervals of both texts."""
        return self._edits

    def bounds(self, offset: int) -> tuple[int, int]:
        """The first and the last place in the new text where a boundary at `offset` of the old text may be now."""
        index = bisect_right(self._firsts, offset) - 1
        if index < 0:
            return offset, offset
        i1, i2, j1, j2 = self._edits[index]
        return (j1, j2) if i1 <= offset <= i2 else (offset - i2 + j2,) * 2

    def may_lie(self, old: int, new: int) -> bool:
        """Whether edits alone may have brought a boundary from `old` to `new`, wherever equal text lets them lie.

        ``Line `` that is gone from ``Northern Isles Line will`` may as well be `` Line``.
        """
        low, high = self.bounds(old)
        if low <= new <= high:
            return True
        index = bisect_right(self._firsts, old)
        near = range(max(0, index - 2), min(index + 1, len(self._edits)))  # two may meet here, one may slide back to it
        return any(self._slides(at, old, new) for at in near)

    def _slides(self, index: int, old: int, new: int) -> bool:
        """Whether an insertion or deletion can lie so that a boundary at its edge or in it goes from `old` to `new`."""
        i1, i2, j1, j2 = self._edits[index]
        words = self._words[index]
        if len(words) != i2 - i1 + j2 - j1:  # it replaces something, or holds the end of a block
            return False
        by = old - i1 if i1 == i2 else new - j1
        if not (i1 + by <= old <= i2 + by and j1 + by <= new <= j2 + by):
            return False
        text = BREAK.join(self._old)
        floor = self._edits[index - 1][1] if index else 0
        ceiling = self._firsts[index + 1] if index + 1 < len(self._firsts) else len(text)
        before, after = text[floor:i1], text[i2:ceiling]
        return -common_suffix(before, before + words, len(before)) <= by <= common_prefix(after, words + after)

    def shift(self, start: int, end: int) -> int | None:
        """How far a stretch of the old text that is not empty and holds no edit has moved; None for another one."""
        index = bisect_right(self._firsts, start)
        if bisect_left(self._firsts, end) != index or start == end:
            return None
        if not index:
            return 0
        _, last, _, at = self._edits[index - 1]
        return at - last if last <= start else None

    def image(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the old text lies in the new one."""
        first, last = self.bounds(start), self.bounds(end)
        if start == end:
            return first[0], first[0]
        index = bisect_right(self._firsts, start) - 1
        begins = first[1]
        if index >= 0:
            i1, i2, j1, _ = self._edits[index]
            begins = j1 if i1 <= start < i2 else first[1]
        index = bisect_right(self._firsts, end) - 1
        ends = last[0]
        if index >= 0:
            i1, i2, _, j2 = self._edits[index]
            ends = j2 if i1 < end <= i2 else last[0]
        return begins, max(begins, ends)

    def cut(self, start: int, end: int) -> list[Place]:
        """A stretch of the new text as stretches of its blocks, without empty ones unless it is empty itself."""
        found = []
        at = bisect_right(self.new_starts, start) - 1
        while at < len(self.new_ids) and self.new_starts[at] <= end:
            first = self.new_starts[at]
            following = self.new_starts[at + 1] - 1 if at + 1 < len(self.new_starts) else end
            begin, stop = max(start, first) - first, min(end, following) - first
            if begin < stop or (start == end and begin == stop):
                found.append((self.new_ids[at], begin, stop))
            at += 1
        return found


class Carry:
    """What comparing takes for unchanged: ids that map to each other, and places that the edits move.

    Attributes:
        ids: new ids by old ones, where they differ.
        pointers: the same for pointers, which may also name the article.
        texts: texts of the new blocks by id, in order.
        units: the edited blocks by old id, each as a part of a unit, with where it begins there.
        touched: old ids of the blocks in which a place may be another one in the new version.
    """

    def __init__(
        self,
        changes: Iterable[BlockChange],
        old_texts: Mapping[str, str],
        texts: Mapping[str, str],
        ids: Mapping[str, str],
        pointers: Mapping[str, str],
    ) -> None:
        """Make one of the changes of blocks, the texts of the old and the new blocks, and what things are called."""
        self.ids = ids
        self.pointers = pointers
        self.texts = texts
        self.units: dict[str, tuple[Unit, int]] = {}
        self._gone: set[str] = set()
        self._order = {block: index for index, block in enumerate(texts)}
        for change in changes:
            if not change["new"]:
                self._gone.update(placed["block"]["id"] for placed in change["old"])
            elif change["edits"]:
                unit = Unit(change, old_texts)
                for block, start in zip(unit.old_ids, unit.old_starts, strict=True):
                    self.units[block] = unit, start
        self.touched = self.units.keys() | self._gone | (old_texts.keys() & ids.keys())

    def places(self, spans: Sequence[Span]) -> list[Place]:
        """Where spans lie in the new version, as they are sorted there; what is left of them if blocks were removed."""
        if len(spans) == 1 and spans[0]["block"] not in self.units:
            return self._place(spans[0]["block"], spans[0]["start"], spans[0]["end"])
        found: list[Place] = []
        emptied: list[Place] = []
        for span in spans:
            start, end = span["start"], span["end"]
            for place in self._place(span["block"], start, end):
                (emptied if start < end and place[1] == place[2] else found).append(place)
        found = sorted(found or emptied[:1], key=self._position)
        made = found[:1]
        for place in found[1:]:
            block, start, end = made[-1]
            if block == place[0] and place[1] <= end:
                made[-1] = block, start, max(end, place[2])
            else:
                made.append(place)
        return made

    def is_solid(self, spans: Sequence[Span]) -> bool:
        """Whether no span is empty or holds an edit, so that the way back leads to the same place."""
        for span in spans:
            start, end = span["start"], span["end"]
            if start == end:
                return False
            if span["block"] in self.units:
                unit, first = self.units[span["block"]]
                if unit.shift(first + start, first + end) is None:
                    return False
        return True

    def _place(self, block: str, start: int, end: int) -> list[Place]:
        if block in self.units:
            unit, first = self.units[block]
            return unit.cut(*unit.image(first + start, first + end))
        return [] if block in self._gone else [(self.ids.get(block, block), start, end)]

    def _position(self, place: Place) -> tuple[int, int]:
        return self._order.get(place[0], len(self._order)), place[1]

    def fits(self, old: Span, new: Span) -> bool:
        """Whether the edits alone may have made span `new` of `old`: boundaries moved along, or lie in edited text."""
        if old["block"] not in self.units:
            return self._place(old["block"], old["start"], old["end"]) == [(new["block"], new["start"], new["end"])]
        unit, first = self.units[old["block"]]
        if new["block"] not in unit.new_ids:
            return False
        start = unit.new_starts[unit.new_ids.index(new["block"])]
        return all(unit.may_lie(first + old[edge], start + new[edge]) for edge in ("start", "end"))

    def image(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """A thing of the old version as it is in the new one if nothing else changed."""
        made = {**item}
        if item["id"] in self.ids:
            made["id"] = self.ids[item["id"]]
        if self.pointers:
            for key in POINTERS:
                if key in made:
                    made[key] = self.pointers.get(made[key], made[key])
        if "spans" in item and self._moves(item["spans"]):
            made["spans"] = self._shifted(item["spans"]) or [
                {"block": block, "start": start, "end": end, "text": self.texts[block][start:end]}
                for block, start, end in self.places(item["spans"])
            ]
        return made

    def _shifted(self, spans: Sequence[Span]) -> list[Span] | None:
        """The one span of most annotations, if it holds no edit and its block was not split or merged."""
        span = spans[0]
        if len(spans) > 1 or span["block"] not in self.units:
            return None
        unit, _ = self.units[span["block"]]
        start, end = span["start"], span["end"]
        by = unit.shift(start, end) if len(unit.new_ids) == len(unit.old_ids) == 1 else None
        if by is None:
            return None
        return [{"block": unit.new_ids[0], "start": start + by, "end": end + by, "text": span["text"]}]

    def _moves(self, spans: Sequence[Span]) -> bool:
        """Whether spans may lie elsewhere in the new version, or in another order."""
        return len(spans) > 1 or spans[0]["block"] in self.touched

    def stays(self, item: Mapping[str, Any]) -> bool:
        """Whether an annotation or relation is sure to be the same in the new version if nothing else changed."""
        if self.pointers and not self.pointers.keys().isdisjoint([item[key] for key in POINTERS if key in item]):
            return False
        return "spans" not in item or not self._moves(item["spans"])


def _starts(texts: Sequence[str]) -> list[int]:
    """Where each of several texts begins in the one that they are together."""
    made = [0]
    for text in texts[:-1]:
        made.append(made[-1] + len(text) + 1)
    return made


def _interval(stretch: Stretch, ids: Sequence[str], starts: Sequence[int]) -> tuple[int, int]:
    last = stretch.get("end_block", stretch["block"])
    return starts[ids.index(stretch["block"])] + stretch["start"], starts[ids.index(last)] + stretch["end"]
