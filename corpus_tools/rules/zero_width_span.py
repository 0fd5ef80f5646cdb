"""A span has no characters, though its layer does not allow it.

## What it does
Looks for spans that end where they start, in layers whose file says `zero_width` is `false`.

## Why it matters
A mention or a sentence has words. A span without any is left over where its words were removed, or comes from an
annotation tool in which somebody clicked without marking.

## Invalid
```json
{
  "layers": {
    "entity": {
      "annotations": [{"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 8, "text": ""}]}]
    }
  }
}
```

## Valid
```json
{
  "layers": {
    "correction": {
      "annotations": [
        {
          "id": "c1",
          "type": "missing",
          "spans": [{"block": "b1", "start": 4, "end": 4, "text": ""}],
          "attributes": {"form": "falls"}
        }
      ]
    }
  }
}
```

## Source
Layer files: `zero_width`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.layout import has_empty, items_of


def _check(index: Index, context: Context) -> Iterable[Problem]:
    return _empty(index, context.strict_layers("zero_width", index)) if has_empty(index) else ()


def _empty(index: Index, layers: set[str]) -> Iterator[Problem]:
    for layer in sorted(layers):
        for item in items_of(index, layer, "annotations"):
            for number, span in enumerate(item.value.get("spans", ())):
                if not span["text"]:
                    at = int(span["start"])
                    yield Problem(
                        f"the span of {item.value['id']!r} at {at} has no characters, "
                        f"and the layer {layer!r} allows no such spans",
                        f"{item.pointer}/spans/{number}",
                        "mark the words, or remove the annotation",
                        span["block"],
                        at,
                        at,
                    )


RULE = lint("A207", "zero-width-span", Level.ANNOTATION, __doc__, _check, severity=Severity.ERROR)
