"""The spans of one annotation lie in several blocks, though its layer does not allow it.

## What it does
Looks at annotations with several spans, in layers whose file says `crossing_blocks` is `false`.

## Why it matters
A name or a word does not go on in the next paragraph: such spans were joined by mistake, or the text was cut into
blocks in the middle of a sentence.

## Invalid
```json
{
  "blocks": [
    {"id": "b1", "role": "paragraph", "text": "Rain in Lisbon."},
    {"id": "b2", "role": "paragraph", "text": "Harbour closed."}
  ],
  "layers": {
    "entity": {
      "annotations": [
        {
          "id": "m1",
          "type": "facility",
          "spans": [
            {"block": "b1", "start": 8, "end": 14, "text": "Lisbon"},
            {"block": "b2", "start": 0, "end": 7, "text": "Harbour"}
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
  "blocks": [
    {"id": "b1", "role": "paragraph", "text": "Rain in Lisbon."},
    {"id": "b2", "role": "paragraph", "text": "Harbour closed."}
  ],
  "layers": {
    "quotation": {
      "annotations": [
        {
          "id": "q1",
          "type": "direct",
          "spans": [
            {"block": "b1", "start": 0, "end": 15, "text": "Rain in Lisbon."},
            {"block": "b2", "start": 0, "end": 15, "text": "Harbour closed."}
          ]
        }
      ]
    }
  }
}
```

## Source
Layer files: `crossing_blocks`.
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
    if not any(item["spans"][0]["block"] != item["spans"][-1]["block"] for item in index.spanned):
        return ()
    return _across(index, context.strict_layers("crossing_blocks", index))


def _across(index: Index, layers: set[str]) -> Iterator[Problem]:
    for layer in sorted(layers):
        for item in items_of(index, layer, "annotations"):
            for number, (left, right) in enumerate(pairwise(item.value.get("spans", ())), start=1):
                if left["block"] != right["block"]:
                    yield Problem(
                        f"the annotation {item.value['id']!r} goes on from the block {left['block']!r} in "
                        f"{right['block']!r} with {shown(right['text'])}, and the layer {layer!r} allows one block",
                        f"{item.pointer}/spans/{number}",
                        "make two annotations of it, or remove the span that does not belong to it",
                        right["block"],
                        int(right["start"]),
                        int(right["end"]),
                    )
                    break


RULE = lint("A206", "annotation-across-blocks", Level.ANNOTATION, __doc__, _check, severity=Severity.ERROR)
