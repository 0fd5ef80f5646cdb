"""Relations lead back to where they began, though their layer does not allow it.

## What it does
Follows relations from source to target, in layers and types whose layer file says `cycles` is `false`: relations of all
types of such a layer together, those of such a type on their own, always those of one agent. The relation that closes
a cycle is reported.

## Why it matters
A dependency tree, a part of a whole and an answer to a question have a beginning. In a cycle each is its own, and a
program that follows it never ends.

## Invalid
```json
{
  "layers": {
    "entity": {
      "annotations": [
        {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 0, "end": 4, "text": "Rain"}]},
        {"id": "m2", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
      ],
      "relations": [
        {"id": "r1", "type": "part_of", "source": "m1", "target": "m2"},
        {"id": "r2", "type": "part_of", "source": "m2", "target": "m1"}
      ]
    }
  }
}
```

## Valid
```json
{
  "layers": {
    "entity": {
      "annotations": [
        {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 0, "end": 4, "text": "Rain"}]},
        {"id": "m2", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
      ],
      "relations": [
        {"id": "r1", "type": "part_of", "source": "m1", "target": "m2"},
        {"id": "r2", "type": "role", "source": "m2", "target": "m1"}
      ]
    }
  }
}
```

## Source
Layer files: `cycles`. Universal Dependencies: basic dependencies are a tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from corpus_tools.findings import Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.model.places import Item
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.layout import agent_of, items_of

_MOST_NAMED = 5

_Graph = dict[str, list[Item]]
"""Relations by their source."""


def _check(index: Index, context: Context) -> Iterable[Problem]:
    relations = index.relations
    if not relations:
        return ()
    if {relation["source"] for relation in relations}.isdisjoint([relation["target"] for relation in relations]):
        return ()
    return [problem for graph in _graphs(index, context) for problem in _cycles(graph)]


def _graphs(index: Index, context: Context) -> Iterable[_Graph]:
    """The graphs that may hold no cycle: those of one agent, and of one type unless no type may go back."""
    graphs: dict[tuple[str, str | None, str | None], _Graph] = {}
    whole = context.strict_layers("cycles", index)
    for layer in index.layers:
        declared = context.lists.get((layer, "relations"))
        if declared is None or (layer not in whole and not declared.acyclic):
            continue
        for item in items_of(index, layer, "relations"):
            kind = None if layer in whole else item.value.get("type")
            if layer in whole or kind in declared.acyclic:
                graph = graphs.setdefault((layer, kind, agent_of(index, item)), {})
                graph.setdefault(item.value["source"], []).append(item)
    return graphs.values()


def _cycles(graph: _Graph) -> Iterator[Problem]:
    """Walk in depth from every source: a relation to a node of the way there closes a cycle."""
    done: set[str] = set()
    for start in graph:
        way = {} if start in done else {start: iter(graph[start])}
        while way:
            item = next(way[next(reversed(way))], None)
            if item is None:
                done.add(way.popitem()[0])
            elif (target := item.value["target"]) in way:
                yield _closed(item, way)
            elif target in graph and target not in done:
                way[target] = iter(graph[target])


def _closed(item: Item, way: dict[str, Iterator[Item]]) -> Problem:
    """What is said of a relation that leads back to a node of the way, whose last node is its source."""
    target = item.value["target"]
    names = [target]
    for name in islice(reversed(way), _MOST_NAMED):
        names.append(name)
        if name == target:
            break
    else:
        names.append("…")
    return Problem(
        f"relations of the layer {item.layer!r} lead in a circle: {' → '.join(reversed(names))}",
        f"{item.pointer}/target",
        f"{item.value['id']!r} closes it: correct the one of them that is wrong",
    )


RULE = lint("A212", "relation-cycle", Level.ANNOTATION, __doc__, _check, severity=Severity.ERROR)
