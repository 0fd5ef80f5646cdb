"""An annotation has several spans in one block, though its layer does not allow it.

## What it does
Looks at annotations with several spans, in layers whose file says `discontinuous` is `false`.

## Why it matters
In such a layer an annotation is one stretch of text: what lies between the spans either belongs to it, or the spans are
several annotations.

## Invalid
```json
{
  "layers": {
    "speech": {
      "annotations": [
        {
          "id": "s1",
          "spans": [
            {"block": "b1", "start": 0, "end": 4, "text": "Rain"},
            {"block": "b1", "start": 8, "end": 15, "text": "Lisbon."}
          ]
        }
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
        {
          "id": "m1",
          "type": "event",
          "spans": [
            {"block": "b1", "start": 0, "end": 4, "text": "Rain"},
            {"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}
          ]
        }
      ]
    }
  }
}
```

## Source
Layer files: `discontinuous`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from corpus_tools.findings import Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.layout import items_of
from corpus_tools.rules.texts import shown


def _check(index: Index, context: Context) -> Iterable[Problem]:
    if all(len({span["block"] for span in item["spans"]}) == len(item["spans"]) for item in index.spanned):
        return ()
    strict = context.strict_layers("discontinuous", index)
    return [problem for layer in sorted(strict) if _has_parts(index, layer) for problem in _broken(index, layer)]


def _has_parts(index: Index, layer: str) -> bool:
    return any(len(annotation.get("spans", ())) > 1 for annotation in index.layers[layer].get("annotations", ()))


def _broken(index: Index, layer: str) -> Iterator[Problem]:
    for item in items_of(index, layer, "annotations"):
        for number, (left, right) in enumerate(pairwise(item.value.get("spans", ())), start=1):
            if left["block"] == right["block"]:
                yield Problem(
                    f"the annotation {item.value['id']!r} stops after {shown(left['text'])} and goes on with "
                    f"{shown(right['text'])}, and the layer {layer!r} allows one span in a block",
                    f"{item.pointer}/spans/{number}",
                    "mark all of it with one span, or make two annotations of it",
                    right["block"],
                    int(right["start"]),
                    int(right["end"]),
                )
                break


RULE = lint("A208", "discontinuous-annotation", Level.ANNOTATION, __doc__, _check, severity=Severity.ERROR)
