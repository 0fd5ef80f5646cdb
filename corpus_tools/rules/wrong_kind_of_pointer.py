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

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.kinds_of_things import what_is
from corpus_tools.rules.pointers import pointers


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _misdirected(index) if index.strays else ()


def _misdirected(index: Index) -> Iterator[Problem]:
    for place, (kind, ids) in pointers(index):
        if place.value in index.ids and place.value not in ids:
            yield Problem(f"{place.value!r} is {what_is(index, place.value)}, not {kind}", place.pointer)


RULE = rule("A103", "wrong-kind-of-pointer", Level.SCHEMA, __doc__, _check)
