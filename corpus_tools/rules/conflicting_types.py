"""The same words have different types at different places.

## What it does
Collects the types of annotations by the words that they quote, in the layers that the option names; annotations that
name different entities are not compared. Of words with several types each type but the most frequent one is reported,
at its first annotation.

## Why it matters
In one article a name mostly names one thing: a second type is a slip, or a case that the guidelines should name. It may
well be right (a club and its town), so the rule has to be selected.

## Invalid
```json
{
  "blocks": [{"id": "b1", "role": "paragraph", "text": "Lisbon, Lisbon and Lisbon."}],
  "layers": {
    "entity": {
      "annotations": [
        {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 0, "end": 6, "text": "Lisbon"}]},
        {"id": "m2", "type": "person", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]},
        {"id": "m3", "type": "place", "spans": [{"block": "b1", "start": 19, "end": 25, "text": "Lisbon"}]}
      ]
    }
  }
}
```

## Valid
```json
{
  "blocks": [{"id": "b1", "role": "paragraph", "text": "Lisbon, Porto and Lisbon."}],
  "layers": {
    "entity": {
      "annotations": [
        {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 0, "end": 6, "text": "Lisbon"}]},
        {"id": "m2", "type": "organisation", "spans": [{"block": "b1", "start": 8, "end": 13, "text": "Porto"}]},
        {"id": "m3", "type": "place", "spans": [{"block": "b1", "start": 18, "end": 24, "text": "Lisbon"}]}
      ]
    }
  }
}
```

## Source
"One sense per discourse": Gale, Church and Yarowsky, 1992.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.model.places import Item
from corpus_tools.rules.base import Context, Level, Option, lint
from corpus_tools.rules.layout import items_of
from corpus_tools.rules.texts import shown

_LAYERS = Option(("entity",), "the layers in which types of the same words are compared")


def _check(index: Index, context: Context) -> Iterable[Problem]:
    names = context.option(RULE, "layers")
    return [problem for layer in index.layers if layer in names for problem in _conflicts(index, layer)]


def _conflicts(index: Index, layer: str) -> Iterator[Problem]:
    by_words: dict[tuple[str, str | None], dict[str, list[Item]]] = {}
    for item in items_of(index, layer, "annotations"):
        words = " … ".join(span["text"] for span in item.value.get("spans", ()))
        if words and "type" in item.value:
            by_words.setdefault((words, item.value.get("entity")), {}).setdefault(item.value["type"], []).append(item)
    for (words, _), types in by_words.items():
        usual, *others = sorted(types, key=lambda kind: -len(types[kind]))
        for kind in others:
            item = types[kind][0]
            span = item.value["spans"][0]
            yield Problem(
                f"{shown(words)} has the type {kind!r} {_times(types[kind])}, "
                f"and the type {usual!r} {_times(types[usual])}",
                f"{item.pointer}/type",
                f"see {types[usual][0].value['id']!r}",
                span["block"],
                int(span["start"]),
                int(span["end"]),
            )


def _times(items: list[Item]) -> str:
    return {1: "once", 2: "twice"}.get(len(items), f"{len(items)} times")


RULE = lint("A215", "conflicting-types", Level.ANNOTATION, __doc__, _check, default=False, options={"layers": _LAYERS})
