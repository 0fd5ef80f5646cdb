"""Two annotations of a layer say the same.

## What it does
Compares the spans, type, agent, entity and attributes of annotations of the same layer. Each one that adds nothing is
reported; relations tell annotations apart, so of several that are all source or target of one, none is.

## Why it matters
The annotation is counted twice, and an evaluation takes the second one for a mistake. It comes from annotating a text
twice or from merging files.

## Invalid
```json
{
  "layers": {
    "entity": {
      "annotations": [
        {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]},
        {"id": "m2", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
      ]
    }
  }
}
```

## Valid
```json
{
  "agents": [{"id": "ana", "type": "person", "name": "Ana"}],
  "layers": {
    "entity": {
      "annotations": [
        {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]},
        {
          "id": "m2",
          "type": "place",
          "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}],
          "agent": "ana"
        }
      ]
    }
  }
}
```

## Source
The article model: one annotation for each label and annotator.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.model.places import Item
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.layout import items_of, likeness, redundant
from corpus_tools.rules.texts import shown

_place = itemgetter("block", "start", "end")
_NO_SPAN = {"block": "", "start": 0, "end": 0}


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    spans = index.spans
    if len(set(map(_place, spans))) == len(spans) and not index.spanless:
        return ()
    return [problem for layer in index.layers if _may_repeat(index, layer) for problem in _repeated(index, layer)]


def _may_repeat(index: Index, layer: str) -> bool:
    """Whether two annotations of a layer have one type and begin with the same span, or with none."""
    annotations = index.layers[layer].get("annotations", ())
    spans = [annotation["spans"][0] if "spans" in annotation else _NO_SPAN for annotation in annotations]
    return len(set(zip(map(_place, spans), [each.get("type") for each in annotations], strict=True))) < len(annotations)


def _repeated(index: Index, layer: str) -> Iterator[Problem]:
    alike: dict[object, list[Item]] = {}
    for item in items_of(index, layer, "annotations"):
        alike.setdefault(likeness(index, item), []).append(item)
    for item, other in redundant(index, alike.values()):
        spans = item.value.get("spans", ())
        what = shown(" … ".join(span["text"] for span in spans)) if spans else "the article"
        place = (spans[0]["block"], int(spans[0]["start"]), int(spans[0]["end"])) if spans else ()
        yield Problem(
            f"the annotation {item.value['id']!r} says the same of {what} as {other.value['id']!r}",
            item.pointer,
            "remove one of the two, or say what tells them apart: agent, type, entity or attributes",
            *place,
        )


RULE = lint("A210", "duplicate-annotation", Level.ANNOTATION, __doc__, _check)
