"""Two versions of a text laid side by side: a row for each block, with what changed in it.

A block that was split and the blocks it became share a row, as do blocks that were merged. A row stands where its
blocks stand in the new version, and one that was removed after the row of the block that stood before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Final, NamedTuple

from corpus_tools.delta import BlockChange, Delta, LayerChange, Stretch
from corpus_tools.model.article import Article
from corpus_tools.reporters.deltas.words import Change, Piece, pieces

Block = Mapping[str, Any]

FEW: Final = 3
"""How many annotations and relations are told one by one that came or went with their layer, or their block."""


class Side:
    """The blocks that a row has on one side, as one text."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Put the texts of `blocks` one after the other, with nothing between them."""
        self.blocks = blocks
        self.text = "".join(block["text"] for block in blocks)
        starts = accumulate((len(block["text"]) for block in blocks), initial=0)
        self._starts: dict[str, int] = {block["id"]: start for block, start in zip(blocks, starts, strict=False)}

    @property
    def joints(self) -> list[int]:
        """Where in `text` a block ends and the next one begins."""
        return list(self._starts.values())[1:]

    def at(self, block: str, offset: int) -> int:
        """The place in `text` of an offset in one of the blocks."""
        return self._starts[block] + offset

    def spans(self, item: Mapping[str, Any]) -> list[tuple[int, int]]:
        """The spans of an annotation that lie in these blocks, as intervals of `text`."""
        return [
            (self.at(span["block"], span["start"]), self.at(span["block"], span["end"]))
            for span in item.get("spans", ())
            if span["block"] in self._starts
        ]

    def stretch(self, stretch: Stretch) -> tuple[int, int]:
        """A stretch of a delta as an interval of `text`."""
        end = self.at(stretch.get("end_block", stretch["block"]), stretch["end"])
        return self.at(stretch["block"], stretch["start"]), end


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks that belong together, of both versions.

    Attributes:
        kinds: what happened to the blocks; none if they are as they were, or that is not to be shown.
        old, new: the blocks; one of the two sides may have none.
        pieces: their text, cut where it was edited.
        items: changes of annotations and relations that begin in these blocks.
    """

    kinds: tuple[str, ...]
    old: Side
    new: Side
    pieces: list[Piece]
    items: list[LayerChange] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.kinds or self.items)


class Layout(NamedTuple):
    """Two versions laid side by side.

    Attributes:
        rows: the rows, with the changes in layers that belong to them.
        others: changes in layers that belong to no row, and those of whole layers.
        singles: all changes of single annotations and relations, those of small layers that came or went included.
        whole: changes of layers that came or went and are too large for that.
    """

    rows: list[Row]
    others: list[LayerChange]
    singles: list[LayerChange]
    whole: list[LayerChange]


def lay_out(old: Article, new: Article, delta: Delta, whole: Delta | None = None) -> Layout:
    """Lay two articles side by side.

    Args:
        old: the old version.
        new: the new version.
        delta: what is shown of what lies between them.
        whole: all that lies between them, if that is more: how blocks belong together is told by it.
    """
    shown = {id(change) for change in delta["blocks"]}
    rows = list(_Rows(old, new, whole or delta, shown))
    row_of_old = {block["id"]: row for row in rows for block in row.old.blocks}
    row_of_new = {block["id"]: row for row in rows for block in row.new.blocks}
    homes_old, homes_new = _homes(old), _homes(new)
    made = Layout(rows, [], [], [])
    for change in delta["layers"]:
        if "list" in change:
            made.singles.append(change)
            continue
        made.others.append(change)
        items = list(items_of(change))
        if len(items) <= FEW:
            made.singles.extend(items)
        else:
            made.whole.append(change)
    for change in made.singles:
        row = row_of_new.get(_home(change.get("new"), homes_new)) or row_of_old.get(_home(change.get("old"), homes_old))
        (made.others if row is None else row.items).append(change)
    return made


def items_of(change: LayerChange) -> Iterator[LayerChange]:
    """The changes that the items of a layer are that came or went."""
    sides = change.keys() & {"old", "new"}
    if len(sides) == 1:
        (side,) = sides
        layer: Any = change[side]  # type: ignore[literal-required]
        for name in ("annotations", "relations"):
            for item in layer.get(name, ()):
                single: Any = {"layer": change["layer"], "list": name, "kinds": change["kinds"], side: item}
                yield single


class _Rows:
    """Iterates over the rows of two articles."""

    def __init__(self, old: Article, new: Article, delta: Delta, shown: Collection[int]) -> None:
        self._shown = shown
        self._old: dict[str, Block] = {block["id"]: block for block in old["blocks"]}
        self._new: dict[str, Block] = {block["id"]: block for block in new["blocks"]}
        self._before = {now: was for was, now in delta["ids"].items()}
        self._changes: dict[str, BlockChange] = {}
        self._removed: defaultdict[str | None, list[BlockChange]] = defaultdict(list)
        order = [block["id"] for block in old["blocks"]]
        for change in delta["blocks"]:
            for placed in change["new"]:
                self._changes[placed["block"]["id"]] = change
            if not change["new"]:
                index = change["old"][0]["index"]
                self._removed[order[index - 1] if index else None].append(change)

    def __iter__(self) -> Iterator[Row]:
        yield from self._removed_after(None)
        done: set[int] = set()
        for name, block in self._new.items():
            change = self._changes.get(name)
            if change is None:
                was = self._old[self._before.get(name, name)]
                row = Row((), Side([was]), Side([block]), pieces(was["text"], block["text"], ()))
            elif id(change) in done:
                continue
            else:
                done.add(id(change))
                row = self._row(change)
            yield row
            for was in row.old.blocks:
                yield from self._removed_after(was["id"])

    def _removed_after(self, name: str | None) -> Iterator[Row]:
        pending = self._removed.pop(name, [])[::-1]
        while pending:
            change = pending.pop()
            yield self._row(change)
            pending += self._removed.pop(change["old"][-1]["block"]["id"], [])[::-1]

    def _row(self, change: BlockChange) -> Row:
        old = Side([self._old[placed["block"]["id"]] for placed in change["old"]])
        new = Side([self._new[placed["block"]["id"]] for placed in change["new"]])
        edits = [Change(*old.stretch(edit["old"]), *new.stretch(edit["new"])) for edit in change["edits"]]
        if not (change["old"] and change["new"]):
            edits = [Change(0, len(old.text), 0, len(new.text))] if old.text or new.text else []
        kinds = tuple(change["kinds"]) if id(change) in self._shown else ()
        return Row(kinds, old, new, pieces(old.text, new.text, edits))


def _homes(article: Article) -> dict[str, str]:
    """The block in which each annotation begins, by its id."""
    return {
        item["id"]: item["spans"][0]["block"]
        for layer in article.get("layers", {}).values()
        for item in layer.get("annotations", ())
        if item.get("spans")
    }


def _home(item: Mapping[str, Any] | None, homes: Mapping[str, str]) -> str:
    """The block in which an annotation begins, or the source of a relation; nothing if there is none."""
    if item is None:
        return ""
    spans = item.get("spans")
    return spans[0]["block"] if spans else homes.get(item.get("source", ""), "")
