"""A relation begins or ends at a thing that its type is not about.

## What it does
Compares `source` and `target` with what the layer file allows: articles, blocks, groups, entities, agents, the items of
a layer, or those of one type of a layer. A type that is not declared is held to what its list says.

## Why it matters
A speaker of a place name, or a dependency on a paragraph, is mostly an id that slipped; whoever follows the relation
finds a thing without the keys that they look for.

## Invalid
```json
{
  "layers": {
    "entity": {
      "annotations": [
        {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
      ]
    },
    "quotation": {"relations": [{"id": "q1", "type": "speaker", "source": "m1", "target": "b1"}]}
  }
}
```

## Valid
```json
{
  "entities": [{"id": "e1", "type": "person"}],
  "layers": {
    "quotation": {
      "annotations": [
        {"id": "q1", "type": "direct", "spans": [{"block": "b1", "start": 0, "end": 15, "text": "Rain in Lisbon."}]}
      ],
      "relations": [{"id": "q2", "type": "speaker", "source": "q1", "target": "e1"}]
    }
  }
}
```

## Source
Layer files: `source` and `target`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.kinds_of_things import ids_of, what_is
from corpus_tools.rules.suggestions import nearest_of


def _check(index: Index, context: Context) -> Iterable[Problem]:
    if not index.relations:
        return ()
    asking = [layer for layer in index.layers if (found := context.lists.get((layer, "relations"))) and found.ends]
    return [problem for layer in asking for problem in _wrong(index, context, layer)]


def _wrong(index: Index, context: Context, layer: str) -> Iterator[Problem]:
    declared = context.lists[layer, "relations"]
    for number, relation in enumerate(index.layers[layer].get("relations", ())):
        kind = relation.get("type")
        asked = declared.of_type(declared.ends, kind)
        if asked is None:
            continue
        for end, allowed in (("source", asked.source), ("target", asked.target)):
            name = relation[end]
            if allowed is None or any(name in ids_of(index, each) for each in allowed):
                continue
            if _is_of_misspelt_layer(index, context, name, allowed):
                continue
            told = f"a {kind!r}" if kind else "a relation"
            yield Problem(
                f"{name!r} is {what_is(index, name)}, which {told} of the layer {layer!r} cannot have as its {end}",
                f"/layers/{layer}/relations/{number}/{end}",
                f"it may have {' or '.join(allowed)}",
            )


def _is_of_misspelt_layer(index: Index, context: Context, name: str, allowed: tuple[str, ...]) -> bool:
    """Whether something is of a layer that nobody declares, but is like one that it may be of."""
    layers = {each.removeprefix("layer:").partition("/")[0] for each in allowed if each.startswith("layer:")}
    return any(
        nearest_of(layer, context.layers) in layers and name in ids_of(index, f"layer:{layer}")
        for layer in index.layers.keys() - context.layers.keys()
    )


RULE = lint("A202", "wrong-relation-end", Level.ANNOTATION, __doc__, _check, severity=Severity.ERROR)
