"""An annotation lies inside another, though their layer does not allow it.

## What it does
Looks, in layers whose file says `nesting` is `false`, for spans that lie inside of a span of another annotation, or on
the same characters. Only annotations of the same agent are compared, and those that say the same are left to
duplicate-annotation.

## Why it matters
Such a layer is read as pieces that follow each other: words inside of two pieces are counted twice, and formats with
one label for each word lose one of the two.

## Invalid
```json
{
  "layers": {
    "sentence": {
      "annotations": [
        {"id": "s1", "spans": [{"block": "b1", "start": 0, "end": 15, "text": "Rain in Lisbon."}]},
        {"id": "s2", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
      ]
    }
  }
}
```

## Valid
```json
{
  "layers": {
    "sentence": {
      "annotations": [{"id": "s1", "spans": [{"block": "b1", "start": 0, "end": 15, "text": "Rain in Lisbon."}]}]
    }
  }
}
```

## Source
Layer files: `nesting`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.layout import crowded, first_of_each, likeness, meetings


def _check(index: Index, context: Context) -> Iterable[Problem]:
    names = crowded(index, context.strict_layers("nesting", index))
    return _nested(index, names) if names else ()


def _nested(index: Index, layers: list[str]) -> Iterator[Problem]:
    for layer in layers:
        for mark, other in first_of_each(meetings(index, layer).nestings):
            same = mark[:2] == other[:2]
            if same and likeness(index, mark.item) == likeness(index, other.item):
                continue
            yield Problem(
                f"{mark.said} lies {'on' if same else 'inside of'} {other.said}, "
                f"and the layer {layer!r} allows no nesting",
                mark.pointer,
                f"remove one of the two, or cut the longer one; {other.place}",
                mark.span["block"],
                mark.start,
                mark.end,
            )


RULE = lint("A205", "nested-annotations", Level.ANNOTATION, __doc__, _check, severity=Severity.ERROR)
