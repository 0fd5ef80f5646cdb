"""An annotation or relation lacks an attribute that its layer asks for.

## What it does
Looks for the attributes that the layer file declares as `required`, for the whole list or for one type.

## Why it matters
Who reads the layer relies on them: a word that is understood but not written, without the word, says nothing.

## Invalid
```json
{
  "layers": {
    "token": {
      "annotations": [
        {"id": "t1", "type": "empty", "spans": [{"block": "b1", "start": 4, "end": 4, "text": ""}]}
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
        {
          "id": "t1",
          "type": "empty",
          "spans": [{"block": "b1", "start": 4, "end": 4, "text": ""}],
          "attributes": {"form": "falls"}
        }
      ]
    }
  }
}
```

## Source
Layer files: `required` of an attribute.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, ItemList, Level, lint
from corpus_tools.rules.layout import items_of


def _check(index: Index, context: Context) -> Iterable[Problem]:
    asking = [
        (layer, kind, declared)
        for layer, kind in index.types
        if (declared := context.lists.get((layer, kind))) is not None
        if declared.required
    ]
    return [problem for layer, kind, declared in asking for problem in _missing(index, layer, kind, declared)]


def _missing(index: Index, layer: str, kind: str, declared: ItemList) -> Iterator[Problem]:
    if None not in declared.required and declared.required.keys().isdisjoint(index.types[layer, kind]):
        return
    for item in items_of(index, layer, kind):
        type_ = item.value.get("type")
        for name in sorted(declared.of_type(declared.required, type_) or ()):
            if name not in item.value.get("attributes", ()):
                what = f"{kind[:-1]} {item.value['id']!r}" + (f" of the type {type_!r}" if type_ else "")
                place = f"{item.pointer}/attributes" if "attributes" in item.value else item.pointer
                yield Problem(f"the {what} has no attribute {name!r}", place, f"the layer {layer!r} asks for it")


RULE = lint("A201", "missing-attribute", Level.ANNOTATION, __doc__, _check, severity=Severity.ERROR)
