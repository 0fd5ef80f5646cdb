"""Pointers of a document: which keys hold ids, and what they have to name."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from corpus_tools.model.index import Index
from corpus_tools.model.places import Place


def pointers(index: Index) -> Iterator[tuple[Place, tuple[str, Collection[str]]]]:
    """Every pointer, with the kind of thing it has to name, and the ids of such things."""
    targets: dict[str, tuple[str, Collection[str]]] = {
        "block": ("a block", index.texts),
        "entity": ("an entity", index.entities),
        "agent": ("an agent", index.agents),
        "part_of": ("a group", index.groups),
        "source": ("anything", index.ids),
        "target": ("anything", index.ids),
    }
    for place in index.strings():
        if place.key in targets:
            yield place, targets[place.key]
