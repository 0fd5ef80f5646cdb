"""A span begins or ends with white space.

## What it does
Looks at the first and last character that a span quotes. Spans without characters, and the layers `markup`,
`page` and `correction`, whose spans may hold anything, are not looked at.

## Why it matters
A blank at the edge of a mention is a slip of the mouse: it splits counts of the same surface, and makes two
annotators disagree who do not.

## Invalid
```json
{
  "layers": {
    "entity": {
      "annotations": [
        {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 7, "end": 14, "text": " Lisbon"}]}
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
        {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
      ]
    }
  }
}
```

## Source
White space: the property `White_Space` of Unicode, as Python's `str.isspace` has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.spans import spans

_FREE = ("markup", "page", "correction")


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _found(index) if any((text := span["text"]) != text.strip() for span in index.spans) else ()


def _found(index: Index) -> Iterator[Problem]:
    for pointer, span in spans(index):
        text = span["text"]
        if not text or text.strip() == text or pointer.split("/")[2] in _FREE:
            continue
        side = "begins" if text[0].isspace() else "ends"
        yield Problem(
            f"the span {text!r} {side} with white space",
            f"{pointer}/text",
            "move the boundary to the word",
            span["block"],
            int(span["start"]),
            int(span["end"]),
        )


RULE = lint("T201", "blank-at-span-edge", Level.TEXT, __doc__, _check)
