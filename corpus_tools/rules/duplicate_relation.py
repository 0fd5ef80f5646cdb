"""Two relations of a layer say the same.

## What it does
Compares the source, target, type, agent and attributes of relations of the same layer; where the layer file says that a
type is `symmetric`, source and target may be exchanged. Relations that are themselves ends of relations are told apart
by these.

## Why it matters
The relation is counted twice, and an evaluation takes the second one for a mistake.

## Invalid
```json
{
  "layers": {
    "entity": {
      "annotations": [
        {"id": "m1", "type": "object", "spans": [{"block": "b1", "start": 0, "end": 4, "text": "Rain"}]},
        {"id": "m2", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
      ],
      "relations": [
        {"id": "r1", "type": "location", "source": "m1", "target": "m2"},
        {"id": "r2", "type": "location", "source": "m1", "target": "m2"}
      ]
    }
  }
}
```
```json
{
  "layers": {
    "entity": {
      "annotations": [
        {"id": "m1", "type": "object", "spans": [{"block": "b1", "start": 0, "end": 4, "text": "Rain"}]},
        {"id": "m2", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
      ]
    },
    "coreference": {
      "relations": [
        {"id": "r1", "type": "near_identity", "source": "m1", "target": "m2"},
        {"id": "r2", "type": "near_identity", "source": "m2", "target": "m1"}
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
        {"id": "m1", "type": "object", "spans": [{"block": "b1", "start": 0, "end": 4, "text": "Rain"}]},
        {"id": "m2", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
      ],
      "relations": [
        {"id": "r1", "type": "location", "source": "m1", "target": "m2"},
        {"id": "r2", "type": "role", "source": "m1", "target": "m2"}
      ]
    }
  }
}
```

## Source
The article model: relations; layer files: `symmetric`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.model.places import Item
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.layout import items_of, redundant, relation_likeness


def _check(index: Index, context: Context) -> Iterable[Problem]:
    if len(index.relations) < 2:
        return ()
    pairs = [(relation["source"], relation["target"]) for relation in index.relations]
    unordered = {(source, target) if source < target else (target, source) for source, target in pairs}
    if len(unordered) == len(pairs):
        return ()
    return [problem for layer in index.layers for problem in _repeated(index, context, layer)]


def _repeated(index: Index, context: Context, layer: str) -> Iterator[Problem]:
    alike: dict[object, list[Item]] = {}
    for item in items_of(index, layer, "relations"):
        alike.setdefault(relation_likeness(index, context, item), []).append(item)
    for item, other in redundant(index, alike.values()):
        value = item.value
        turned = " with the ends exchanged" if value["source"] != other.value["source"] else ""
        yield Problem(
            f"the relation {value['id']!r} from {value['source']!r} to {value['target']!r} says the same as "
            f"{other.value['id']!r}{turned}",
            item.pointer,
            "remove one of the two, or say what tells them apart: agent, type or attributes",
        )


RULE = lint("A211", "duplicate-relation", Level.ANNOTATION, __doc__, _check)
