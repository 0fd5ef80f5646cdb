"""An annotation denotes an entity of a type that it cannot denote.

## What it does
Compares the type of the `entity` with the `entity_types` that the layer file lists for the type of the annotation.

## Why it matters
A turn spoken by a place, or a victim that is a number, is mostly an id that slipped, or an entity with a wrong type.

## Invalid
```json
{
  "entities": [{"id": "e1", "type": "place", "name": "Lisbon"}],
  "layers": {
    "speech": {
      "annotations": [
        {
          "id": "s1",
          "type": "turn",
          "spans": [{"block": "b1", "start": 0, "end": 15, "text": "Rain in Lisbon."}],
          "entity": "e1"
        }
      ]
    }
  }
}
```

## Valid
```json
{
  "entities": [{"id": "e1", "type": "person", "name": "Ana Silva"}],
  "layers": {
    "speech": {
      "annotations": [
        {
          "id": "s1",
          "type": "turn",
          "spans": [{"block": "b1", "start": 0, "end": 15, "text": "Rain in Lisbon."}],
          "entity": "e1"
        }
      ]
    }
  }
}
```

## Source
Layer files: `entity_types`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.layout import items_of


def _check(index: Index, context: Context) -> Iterable[Problem]:
    if not index.mentioned:
        return ()
    asking = [
        layer for layer in index.layers if (found := context.lists.get((layer, "annotations"))) and found.entity_types
    ]
    return [problem for layer in asking for problem in _wrong(index, context, layer)]


def _wrong(index: Index, context: Context, layer: str) -> Iterator[Problem]:
    declared = context.lists[layer, "annotations"]
    types = {entity["id"]: entity["type"] for entity in index.article.get("entities", ())}
    for item in items_of(index, layer, "annotations"):
        allowed = declared.entity_types.get(item.value.get("type"))
        if allowed is None or "entity" not in item.value or types[item.value["entity"]] in allowed:
            continue
        name = item.value["entity"]
        yield Problem(
            f"the entity {name!r} has the type {types[name]!r}, which a {item.value['type']!r} of the layer {layer!r} "
            "cannot denote",
            f"{item.pointer}/entity",
            f"it may denote {', '.join(sorted(allowed))}",
        )


RULE = lint("A203", "wrong-entity-type", Level.ANNOTATION, __doc__, _check, severity=Severity.ERROR)
