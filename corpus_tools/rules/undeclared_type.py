"""The type of an annotation or relation is not declared by its layer.

## What it does
Compares types with the layer file. Having no type has to be allowed by it, too, and so has the list itself.

## Why it matters
Types are the vocabulary of a layer: a typing error makes a category of its own that no count or search finds.

## Invalid
```json
{"layers": {"field": {"annotations": [{"id": "f1", "type": "writers", "attributes": {"value": "Ana"}}]}}}
```

## Valid
```json
{
  "metadata": {"dateline": {"place": "Lisboa"}},
  "layers": {
    "field": {
      "annotations": [
        {
          "id": "f1",
          "type": "dateline.place",
          "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}],
          "attributes": {"value": "Lisboa"}
        }
      ]
    }
  }
}
```

## Source
Layer files: `types`, `untyped`, `open`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, ItemList, Level, rule
from corpus_tools.rules.kinds_of_things import an
from corpus_tools.rules.suggestions import allowed, meant


def _check(index: Index, context: Context) -> Iterable[Problem]:
    lists = context.lists
    for key, types in index.types.items():
        if key not in lists or not types <= lists[key].types:
            return _undeclared(index, context)
    return ()


def _undeclared(index: Index, context: Context) -> Iterator[Problem]:
    for (layer, name), types in index.types.items():
        if layer in context.layers and (layer, name) not in context.lists and types:
            yield Problem(f"the layer {layer!r} has no {name}", f"/layers/{layer}/{name}", of_key=True)
    for item in index.items():
        declared = context.lists.get((item.layer, item.list))
        if declared is None or allows(declared, kind := item.value.get("type")):
            continue
        known = declared.definition.types
        hint = allowed(known, "leave the type out")
        if kind is None:
            yield Problem(f"{an(item.list)} of the layer {item.layer!r} needs a type", item.pointer, hint)
        else:
            message = f"the layer {item.layer!r} declares no {item.list} with the type {kind!r}{meant(kind, known)}"
            yield Problem(message, f"{item.pointer}/type", hint)


def allows(declared: ItemList, kind: str | None) -> bool:
    """Whether an item of the list may have the type `kind`; None is no type."""
    return kind in declared.types or (kind is not None and declared.definition.open)


RULE = rule("A108", "undeclared-type", Level.ANNOTATION, __doc__, _check)
