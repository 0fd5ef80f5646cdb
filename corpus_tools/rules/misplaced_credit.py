"""A credit is marked outside of caption, credit, media and byline blocks.

## What it does
Looks at the blocks of `field` annotations of type `credit`.

## Why it matters
A credit names who made a picture, also beside the author in a byline.
Words elsewhere that name a source are a `sources` field.

## Invalid
```json
{
  "layers": {
    "field": {
      "annotations": [
        {
          "id": "f1",
          "type": "credit",
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

## Valid
```json
{
  "blocks": [{"id": "b1", "role": "caption", "text": "Rain in Lisbon."}],
  "layers": {
    "field": {
      "annotations": [
        {
          "id": "f1",
          "type": "credit",
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
The layer file of `field`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule

_ROLES = frozenset({"byline", "caption", "credit", "media"})


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _misplaced(index) if "credit" in index.types.get(("field", "annotations"), ()) else ()


def _misplaced(index: Index) -> Iterator[Problem]:
    roles = {block["id"]: block["role"] for block in index.article["blocks"]}
    for number, annotation in enumerate(index.layers["field"]["annotations"]):
        if annotation.get("type") != "credit":
            continue
        for place, span in enumerate(annotation.get("spans", ())):
            if roles[span["block"]] not in _ROLES:
                message = f"a credit lies in a caption, credit, media or byline block, not in a {roles[span['block']]}"
                pointer = f"/layers/field/annotations/{number}/spans/{place}"
                hint = "correct the role of the block, or mark the name with another type"
                yield Problem(message, pointer, hint, span["block"], span["start"], span["end"])


RULE = rule("A112", "misplaced-credit", Level.ANNOTATION, __doc__, _check)
