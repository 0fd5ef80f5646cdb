"""A type of annotation is used by one annotator only, though others have annotated the same layer.

## What it does
Collects for each layer who has used which types of annotations and relations, over all articles of a run. Annotators
are told apart by their names; items without an agent, and layers with one annotator, are not looked at. The first item
of each such type is shown.

## Why it matters
The guidelines are read in two ways: others give the same thing another type, or leave it out. Agreement on such a type
cannot be measured, and a model learns it from one person.

## Invalid
```json
{
  "a.json": {
    "agents": [{"id": "ana", "type": "person", "name": "Ana"}],
    "layers": {"entity": {"agent": "ana", "annotations": [
      {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
    ]}}
  },
  "b.json": {
    "id": "b",
    "agents": [{"id": "rui", "type": "person", "name": "Rui"}],
    "layers": {"entity": {"agent": "rui", "annotations": [
      {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]},
      {"id": "m2", "type": "event", "spans": [{"block": "b1", "start": 0, "end": 4, "text": "Rain"}]}
    ]}}
  }
}
```

## Valid
```json
{
  "a.json": {
    "agents": [{"id": "ana", "type": "person", "name": "Ana"}],
    "layers": {"entity": {"agent": "ana", "annotations": [
      {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}
    ]}}
  },
  "b.json": {
    "id": "b",
    "agents": [{"id": "annotator", "type": "person", "name": "Rui"}],
    "layers": {"entity": {"annotations": [
      {"id": "m1", "type": "place", "agent": "annotator",
       "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]},
      {"id": "m2", "type": "event", "spans": [{"block": "b1", "start": 0, "end": 4, "text": "Rain"}]}
    ]}}
  }
}
```

## Source
Ron Artstein and Massimo Poesio, Inter-coder agreement for computational linguistics (2008).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from corpus_tools.findings import Kind, Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.model.pointers import escape
from corpus_tools.rules.base import Context, Digested, Option, corpus_rule


def _digest(index: Index, _context: Context) -> list[list[Any]] | None:
    """Layer, list, type and annotator of items, how many there are, and the number of the first."""
    names = {agent["id"]: agent["name"] for agent in index.article.get("agents", ())}
    if not names:
        return None
    used: dict[tuple[str, str, str, str], list[int]] = {}
    for layer, content in index.layers.items():
        for kind in ("annotations", "relations"):
            for number, item in enumerate(content.get(kind, ())):
                agent = item.get("agent", content.get("agent"))
                if agent is not None and "type" in item:
                    used.setdefault((layer, kind, item["type"], names[agent]), [0, number])[0] += 1
    return [[*key, *counted] for key, counted in used.items()]


class _Use(NamedTuple):
    """Where an annotator uses a type first: the file and a JSON Pointer."""

    file: str
    pointer: str


def _judge(documents: Iterable[Digested], context: Context) -> Iterator[tuple[str, Problem]]:
    totals: dict[tuple[str, str], Counter[str]] = {}
    used: dict[tuple[str, str, str], dict[str, _Use]] = {}
    for document in documents:
        for layer, kind, name, annotator, count, first in document.digest:
            totals.setdefault((layer, kind), Counter())[annotator] += count
            use = _Use(document.file, f"/layers/{escape(layer)}/{kind}/{first}/type")
            used.setdefault((layer, kind, name), {}).setdefault(annotator, use)
    least = context.option(RULE, "items")
    for (layer, kind, name), uses in used.items():
        others = [one for one, count in totals[layer, kind].items() if one not in uses and count >= least]
        if len(uses) == 1 and others:
            ((annotator, use),) = uses.items()
            message = f"only {annotator} gives {kind} of layer {layer} the type {name!r}; {_and(others)} never"
            yield use.file, Problem(message, use.pointer, f"say in the guidelines when {name} is meant")


def _and(names: list[str]) -> str:
    """``Ana``, ``Ana and Rui``, ``Ana, Rui and 3 others``."""
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} others"
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


RULE = corpus_rule(
    Kind("C203", "label-of-one-annotator", Severity.INFO),
    __doc__,
    _digest,
    _judge,
    default=False,
    options={
        "items": Option(1, "how many items of a layer an annotator must have made to count as one who could do", 1)
    },
)
