"""Two annotations cross, though their layer does not allow it.

## What it does
Looks, in layers whose file says `overlap` is `false`, for spans that share characters while each has some that the
other has not. Only annotations of the same agent are compared. Each annotation is reported once, at the first span that
begins inside of another and ends after it.

## Why it matters
Such a layer is read as pieces that follow each other or lie in one another: where two cross, words belong to both and
to neither, and formats with one label for each word lose one of the two.

## Invalid
```json
{
  "layers": {
    "quotation": {
      "annotations": [
        {"id": "q1", "type": "direct", "spans": [{"block": "b1", "start": 0, "end": 7, "text": "Rain in"}]},
        {"id": "q2", "type": "direct", "spans": [{"block": "b1", "start": 5, "end": 14, "text": "in Lisbon"}]}
      ]
    }
  }
}
```

## Valid
```json
{
  "layers": {
    "quotation": {
      "annotations": [
        {"id": "q1", "type": "direct", "spans": [{"block": "b1", "start": 0, "end": 14, "text": "Rain in Lisbon"}]},
        {"id": "q2", "type": "direct", "spans": [{"block": "b1", "start": 5, "end": 14, "text": "in Lisbon"}]}
      ]
    }
  }
}
```

## Source
Layer files: `overlap`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.layout import crowded, first_of_each, meetings


def _check(index: Index, context: Context) -> Iterable[Problem]:
    names = crowded(index, context.strict_layers("overlap", index))
    return _crossing(index, names) if names else ()


def _crossing(index: Index, layers: list[str]) -> Iterator[Problem]:
    for layer in layers:
        for mark, other in first_of_each(meetings(index, layer).crossings):
            yield Problem(
                f"{mark.said} crosses {other.said}, and the layer {layer!r} allows no crossings",
                mark.pointer,
                f"let one end where the other begins, or hold all of it; {other.place}",
                mark.span["block"],
                mark.start,
                mark.end,
            )


RULE = lint("A204", "crossing-annotations", Level.ANNOTATION, __doc__, _check, severity=Severity.ERROR)
