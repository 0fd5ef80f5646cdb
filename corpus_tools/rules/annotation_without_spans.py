"""An annotation marks no words, though its layer asks for some.

## What it does
Looks for annotations without `spans`, in layers whose file says `spans_required` is `true`.

## Why it matters
An annotation without spans is about the whole article, or is held by relations. In a layer that says where something
stands in the text, it says nothing.

## Invalid
```json
{
  "metadata": {"authors": [{"name": "Ana"}]},
  "layers": {"field": {"annotations": [{"id": "f1", "type": "authors", "attributes": {"value": "Ana"}}]}}
}
```

## Valid
```json
{"layers": {"entity": {"annotations": [{"id": "m1", "type": "event"}]}}}
```

## Source
Layer files: `spans_required`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.layout import items_of


def _check(index: Index, context: Context) -> Iterable[Problem]:
    return _spanless(index, context.strict_layers("spans_required", index)) if index.spanless else ()


def _spanless(index: Index, layers: set[str]) -> Iterator[Problem]:
    for layer in sorted(layers):
        for item in items_of(index, layer, "annotations"):
            if "spans" not in item.value:
                yield Problem(
                    f"the annotation {item.value['id']!r} has no spans, and the layer {layer!r} asks for them",
                    item.pointer,
                    "mark the words that say it, or remove the annotation",
                )


RULE = lint("A209", "annotation-without-spans", Level.ANNOTATION, __doc__, _check, severity=Severity.ERROR)
