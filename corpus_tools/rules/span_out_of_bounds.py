"""A span reaches beyond the text of its block, or ends before it starts.

## What it does
Compares offsets with the length of the block, in Unicode code points.

## Why it matters
Such a span marks nothing; most often its offsets count bytes or UTF-16 units.

## Invalid
```json
{
  "layers": {
    "entity": {
      "annotations": [
        {
          "id": "m1",
          "type": "place",
          "spans": [
            {
              "block": "b1",
              "start": 8,
              "end": 40,
              "text": "Lisbon"
            }
          ]
        }
      ]
    }
  }
}
```

```json
{
  "layers": {
    "entity": {
      "annotations": [
        {
          "id": "m1",
          "type": "place",
          "spans": [{"block": "b1", "start": 14, "end": 8, "text": ""}]
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
          "type": "place",
          "spans": [
            {
              "block": "b1",
              "start": 8,
              "end": 14,
              "text": "Lisbon"
            }
          ]
        }
      ]
    }
  }
}
```

```json
{
  "layers": {
    "markup": {
      "annotations": [
        {
          "id": "k1",
          "type": "break",
          "spans": [{"block": "b1", "start": 15, "end": 15, "text": ""}]
        }
      ]
    }
  }
}
```

## Source
Article schema: `spans`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.quotes import where
from corpus_tools.rules.spans import is_outside, spans


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _outside(index) if index.odd_spans else ()


def _outside(index: Index) -> Iterator[Problem]:
    for pointer, span in spans(index):
        if is_outside(index, span):
            text, start, end = index.texts[span["block"]], int(span["start"]), int(span["end"])
            hint = where(text, span["text"], min(start, end)) or "offsets count code points from 0"
            if start > end:
                message = f"the span begins at {start}, after its end at {end}"
            else:
                message = (
                    f"the span {start} to {end} goes beyond the block {span['block']!r} of {len(text)} code points"
                )
            yield Problem(message, pointer, hint, span["block"], start, end)


RULE = rule("T101", "span-out-of-bounds", Level.TEXT, __doc__, _check)
