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

import json
from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.mending import shown
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.quotes import both, where
from corpus_tools.rules.spans import is_outside, spans


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _mismatches(index) if index.odd_spans else ()


def _mismatches(index: Index) -> Iterator[Problem]:
    for pointer, span in spans(index):
        block, start, end = span["block"], int(span["start"]), int(span["end"])
        if is_outside(index, span) or (found := index.texts[block][start:end]) == span["text"]:
            continue
        cut, quoted = both(found, span["text"])
        hint = where(index.texts[block], span["text"], start) or _hint(found, span["text"])
        yield Problem(
            f"the offsets cut out {cut}, the span quotes {quoted}", f"{pointer}/text", hint, block, start, end
        )


def _hint(found: str, quote: str) -> str:
    """What to do about a quote that stands nowhere in the block."""
    if found and found.split() == quote.split():
        return f"quote white space as it stands: {json.dumps(found, ensure_ascii=False)}"
    told = "the block has no such words"
    return f"{told}; if the offsets are right, write {shown(found)}" if found else f"{told}: correct span and quote"


RULE = rule("T102", "quote-mismatch", Level.TEXT, __doc__, _check)
