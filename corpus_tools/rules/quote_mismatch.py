"""A span quotes other words than its offsets cut out.

## What it does
Cuts the block at the offsets, in Unicode code points, and compares with the `text` of the span. Spans out
of bounds are not looked at.

## Why it matters
The quote protects annotations against edits of the text: where both differ, the annotation marks the wrong
words.

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
              "end": 14,
              "text": "Lisboa"
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
          "spans": [
            {
              "block": "b1",
              "start": 7,
              "end": 13,
              "text": "Lisbon"
            }
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

## Source
Article schema: `spans`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.spans import is_outside, spans


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _mismatches(index) if index.odd_spans else ()


def _mismatches(index: Index) -> Iterator[Problem]:
    for pointer, span in spans(index):
        block, start, end = span["block"], int(span["start"]), int(span["end"])
        if is_outside(index, span) or (found := index.texts[block][start:end]) == span["text"]:
            continue
        message = f"the offsets cut out {found!r}, the span quotes {span['text']!r}"
        yield Problem(message, f"{pointer}/text", _hint(index.texts[block], span["text"]), block, start, end)


def _hint(text: str, quote: str) -> str:
    """What to write, where only one place is meant."""
    at = text.find(quote)
    if not quote or at < 0 or text.find(quote, at + 1) >= 0:
        return "correct the offsets, which count code points from 0, or the quote"
    return f"the words of the quote stand at {at} to {at + len(quote)}; offsets count code points"


RULE = rule("T102", "quote-mismatch", Level.TEXT, __doc__, _check)
