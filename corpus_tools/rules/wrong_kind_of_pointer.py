"""A pointer names a thing of another kind than it should.

## What it does
The `block` of a span is a block, `entity` an entity, `agent` an agent, `part_of` a group; the ends of a
relation may be anything.

## Why it matters
A reader looks for the thing where things of its kind stand, and would not find it.

## Invalid
```json
{"revisions": [{"when": "2026", "agent": "b1", "what": "Checked."}]}
```

```json
{"layers": {"entity": {"annotations": [{"id": "m1", "type": "place", "entity": "m1"}]}}}
```

## Valid
```json
{
  "entities": [{"id": "e1", "type": "place"}],
  "layers": {"entity": {"annotations": [{"id": "m1", "type": "place", "entity": "e1"}]}}
}
```

## Source
Article schema: keys that hold an id of another thing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.ids import natural_key
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.kinds_of_things import what_is
from corpus_tools.rules.pointers import pointers


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _misdirected(index) if index.strays else ()


def _misdirected(index: Index) -> Iterator[Problem]:
    mentioned = {item.value["id"]: item.value["entity"] for item in index.items() if "entity" in item.value}
    for place, (kind, ids) in pointers(index):
        if place.value in index.ids and place.value not in ids:
            message = f"{place.value!r} is {what_is(index, place.value)}, not {kind}"
            entity = mentioned.get(place.value)
            if place.key == "entity" and entity in ids:
                hint = f"write {entity!r}, the entity that {place.value!r} mentions"
            else:
                hint = _any(index, kind, ids)
            yield Problem(message, place.pointer, hint)


def _any(index: Index, kind: str, ids: Collection[str]) -> str:
    """A hint at one of the things that might be named."""
    key = f"hint at {kind}"
    if key not in index.shared:
        first = min(ids, key=natural_key, default=None)
        index.shared[key] = f"name {kind}, such as {first!r}" if first else f"add {kind}, and name that"
    hint: str = index.shared[key]
    return hint


RULE = rule("A103", "wrong-kind-of-pointer", Level.SCHEMA, __doc__, _check)
