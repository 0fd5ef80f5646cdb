"""How the annotations of a layer lie to each other: which cross, which lie inside another, which are alike.

A first pass tells in which layers spans share characters at all; only these are swept, once for all rules. What lies
how is asked among the annotations of one agent: two annotators may well mark the same words, each in their own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from operator import itemgetter
from typing import Any, NamedTuple

from corpus_tools.model.index import Index
from corpus_tools.model.places import Item
from corpus_tools.rules.base import Context
from corpus_tools.rules.texts import shown


class Mark(NamedTuple):
    """A span with characters; marks are in the order of their starts, the longest first.

    Attributes:
        start: its first offset.
        back: its end, negated.
        number: its place among all spans of the layer.
        pointer: its JSON Pointer.
        item: the annotation it belongs to.
        span: itself.
    """

    start: int
    back: int
    number: int
    pointer: str
    item: Item
    span: dict[str, Any]

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return -self.back

    @property
    def place(self) -> str:
        """Where it stands, as hints tell it."""
        return f"{self.item.value['id']} is {self.start} to {self.end} of the block {self.span['block']!r}"

    @property
    def said(self) -> str:
        """The words and the id, as messages name them."""
        return f"{shown(self.span['text'])} ({self.item.value['id']})"


class Meeting(NamedTuple):
    """Two marks of one layer and agent that share characters; `other` begins first, or is the longer one."""

    mark: Mark
    other: Mark


class Meetings(NamedTuple):
    """What a layer has of marks that cross, and of marks inside others; one meeting for each mark and way."""

    crossings: list[Meeting]
    nestings: list[Meeting]


def items_of(index: Index, layer: str, kind: str) -> Iterator[Item]:
    """The ``annotations`` or ``relations`` of one layer."""
    for number, value in enumerate(index.layers[layer].get(kind, ())):
        yield Item(layer, kind, f"/layers/{layer}/{kind}/{number}", value)


def agent_of(index: Index, item: Item) -> str | None:
    """The id of the agent that made an annotation or relation."""
    agent: str | None = item.value.get("agent", index.layers[item.layer].get("agent"))
    return agent


_text = itemgetter("text")


def has_empty(index: Index) -> bool:
    """Whether a span has no characters."""
    return "" in map(_text, index.spans)


def crowded(index: Index, layers: Iterable[str]) -> list[str]:
    """The layers, in order, in which spans share characters, or the annotations of a block do not come in order."""
    known: dict[str, bool] = index.shared.setdefault("crowded", {})
    for layer in layers:
        if layer not in known:
            known[layer] = _is_crowded(index.layers[layer].get("annotations", ()))
    return sorted(layer for layer in layers if known[layer])


def _is_crowded(annotations: Iterable[dict[str, Any]]) -> bool:
    reached: dict[str, int] = {}
    for annotation in annotations:
        for span in annotation.get("spans", ()):
            block = span["block"]
            if span["start"] < reached.get(block, 0):
                return True
            reached[block] = span["end"]
    return False


def meetings(index: Index, layer: str) -> Meetings:
    """The marks of a crowded layer that cross, or lie inside others."""
    key = f"meetings {layer}"
    if key not in index.shared:
        index.shared[key] = _meetings(index, layer)
    found: Meetings = index.shared[key]
    return found


def _meetings(index: Index, layer: str) -> Meetings:
    by_place: dict[tuple[str | None, str], list[Mark]] = {}
    count = 0
    for item in items_of(index, layer, "annotations"):
        agent = agent_of(index, item)
        for number, span in enumerate(item.value.get("spans", ())):
            if span["text"]:
                count += 1
                mark = Mark(int(span["start"]), -int(span["end"]), count, f"{item.pointer}/spans/{number}", item, span)
                by_place.setdefault((agent, span["block"]), []).append(mark)
    found = Meetings([], [])
    for marks in by_place.values():
        _sweep(sorted(marks), found)
    for each in found:
        each.sort(key=lambda meeting: meeting.mark.number)
    return found


def _sweep(marks: list[Mark], found: Meetings) -> None:
    """Walk over a block: of the open marks the one that ends first may be crossed, the one that ends last may hold."""
    ends: list[tuple[int, int]] = []
    widest = None
    for place, mark in enumerate(marks):
        while ends and ends[0][0] <= mark.start:
            heappop(ends)
        if ends and ends[0][0] < mark.end:
            found.crossings.append(Meeting(mark, marks[ends[0][1]]))
        if widest is not None and widest.back <= mark.back:
            found.nestings.append(Meeting(mark, widest))
        else:
            widest = mark
        heappush(ends, (mark.end, place))


def likeness(index: Index, item: Item) -> tuple[Any, ...]:
    """What an annotation says: two that are equal in it say the same."""
    value = item.value
    spans = tuple((span["block"], span["start"], span["end"]) for span in value.get("spans", ()))
    return spans, value.get("type"), agent_of(index, item), value.get("entity"), _frozen(value.get("attributes"))


def _frozen(attributes: dict[str, Any] | None) -> Any:
    """Attributes as a value that can be a key."""
    if attributes is None:
        return None
    return frozenset((name, repr(value)) for name, value in attributes.items())


def relation_likeness(index: Index, context: Context, item: Item) -> tuple[Any, ...]:
    """What a relation says; the ends of symmetric ones have no order."""
    value = item.value
    kind = value.get("type")
    ends = value["source"], value["target"]
    declared = context.lists.get((item.layer, "relations"))
    if declared is not None and kind in declared.symmetric:
        ends = min(ends), max(ends)
    return ends, kind, agent_of(index, item), _frozen(value.get("attributes"))


def redundant(index: Index, alike: Iterable[list[Item]]) -> Iterator[tuple[Item, Item]]:
    """Of items that say the same those that add nothing, each with one that stays; relations tell items apart."""
    for items in alike:
        if len(items) > 1:
            held = [item for item in items if item.value["id"] in index.ends]
            stays = held[0] if held else items[0]
            yield from ((item, stays) for item in items if item is not stays and item.value["id"] not in index.ends)


def first_of_each(found: Iterable[Meeting]) -> Iterator[Meeting]:
    """The first meeting of each annotation."""
    seen: set[str] = set()
    for meeting in found:
        name = meeting.mark.item.value["id"]
        if name not in seen:
            seen.add(name)
            yield meeting
