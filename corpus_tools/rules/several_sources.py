"""A thing is the target of several relations, though its layer does not allow it.

## What it does
Counts, in layers whose file says `several_sources` is `false`, the relations of one agent that have the same target.
All but the first are reported; those that say the same are left to duplicate-relation.

## Why it matters
A word of a dependency tree has one head. With two, programs take one of them, and not the same one.

## Invalid
```json
{
  "layers": {
    "token": {
      "annotations": [
        {"id": "t1", "spans": [{"block": "b1", "start": 0, "end": 4, "text": "Rain"}]},
        {"id": "t2", "spans": [{"block": "b1", "start": 5, "end": 7, "text": "in"}]},
        {"id": "t3", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
      ]
    },
    "dependency": {
      "relations": [
        {"id": "d1", "type": "nmod", "source": "t1", "target": "t3"},
        {"id": "d2", "type": "dep", "source": "t2", "target": "t3"}
      ]
    }
  }
}
```

## Valid
```json
{
  "layers": {
    "token": {
      "annotations": [
        {"id": "t1", "spans": [{"block": "b1", "start": 0, "end": 4, "text": "Rain"}]},
        {"id": "t2", "spans": [{"block": "b1", "start": 5, "end": 7, "text": "in"}]},
        {"id": "t3", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
      ]
    },
    "dependency": {
      "relations": [
        {"id": "d1", "type": "nmod", "source": "t1", "target": "t3"},
        {"id": "d2", "type": "case", "source": "t3", "target": "t2"}
      ]
    }
  }
}
```

## Source
Layer files: `several_sources`. Universal Dependencies: each word has one head in the basic tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.model.places import Item
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.layout import agent_of, items_of, relation_likeness


def _check(index: Index, context: Context) -> Iterable[Problem]:
    if not index.relations:
        return ()
    strict = sorted(context.strict_layers("several_sources", index))
    return [problem for layer in strict if _repeats(index, layer) for problem in _several(index, context, layer)]


def _repeats(index: Index, layer: str) -> bool:
    relations = index.layers[layer].get("relations", ())
    return len({relation["target"] for relation in relations}) < len(relations)


def _several(index: Index, context: Context, layer: str) -> Iterator[Problem]:
    first: dict[tuple[str, str | None], Item] = {}
    for item in items_of(index, layer, "relations"):
        target = item.value["target"]
        other = first.setdefault((target, agent_of(index, item)), item)
        if other is item or relation_likeness(index, context, other) == relation_likeness(index, context, item):
            continue
        yield Problem(
            f"{item.value['id']!r} from {item.value['source']!r} leads to {target!r}, as {other.value['id']!r} from "
            f"{other.value['source']!r} does, and the layer {layer!r} allows one source only",
            f"{item.pointer}/target",
            "remove one of the two, or correct its target",
        )


RULE = lint("A213", "several-sources", Level.ANNOTATION, __doc__, _check, severity=Severity.ERROR)
