"""The spans of one annotation are not sorted, overlap, or touch.

## What it does
Compares each span with the one before it: blocks in document order, offsets rising, at least one code point
between two spans of a block. Annotations with a span out of bounds are not looked at.

## Why it matters
There is one way to say which words are marked: without it, equal annotations would compare as different.

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
            {"block": "b1", "start": 0, "end": 4, "text": "Rain"},
            {"block": "b1", "start": 4, "end": 7, "text": " in"}
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
            {"block": "b1", "start": 0, "end": 4, "text": "Rain"},
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
from itertools import pairwise
from typing import Any

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.spans import is_odd


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    if not index.spanned:
        return ()
    order = {block: number for number, block in enumerate(index.texts)}
    if all(_is_before(left, right, order) for item in index.spanned for left, right in pairwise(item["spans"])):
        return ()
    return _disordered(index, order)


def _is_before(left: dict[str, Any], right: dict[str, Any], order: dict[str, int]) -> bool:
    """Whether there is text between the end of one span and the start of another."""
    return (order[left["block"]], left["end"]) < (order[right["block"]], right["start"])


def _disordered(index: Index, order: dict[str, int]) -> Iterator[Problem]:
    for item in index.items():
        several = item.value.get("spans", ())
        if any(is_odd(index, span) for span in several):
            continue
        for number, (left, right) in enumerate(pairwise(several), start=1):
            if not _is_before(left, right, order):
                message = (
                    f"the span starts at {right['start']} of {right['block']!r}, "
                    f"but the one before it ends at {left['end']} of {left['block']!r}"
                )
                hint = "sort the spans in the order of the text, and join those that touch"
                place = right["block"], right["start"], right["end"]
                yield Problem(message, f"{item.pointer}/spans/{number}", hint, *place)


RULE = rule("T103", "spans-out-of-order", Level.TEXT, __doc__, _check)
