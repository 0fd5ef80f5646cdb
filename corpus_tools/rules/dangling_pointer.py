"""A pointer names an id that nothing has.

## What it does
Follows `block`, `entity`, `agent`, `part_of`, and the `source` and `target` of relations. As long as an id stands
twice, which is told by itself, nothing is said of ids that are missing: one of the two may be what is looked for.

## Why it matters
What is pointed at is part of what is said: a mention of nobody, or a span in no block, says nothing.

## Invalid
```json
{"revisions": [{"when": "2026", "agent": "ana", "what": "Checked."}]}
```

```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "Rain in Lisbon.", "part_of": "g1"}]}
```

```json
{"layers": {"entity": {"annotations": [{"id": "m1", "type": "place", "entity": "e1"}]}}}
```

## Valid
```json
{
  "revisions": [{"when": "2026", "agent": "ana", "what": "Checked."}],
  "agents": [{"id": "ana", "type": "person", "name": "Ana"}]
}
```

## Source
Article schema: keys that hold an id of another thing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.pointers import pointers
from corpus_tools.rules.suggestions import nearest_of

_LONG = 5  # characters of an id that is no mere number with a letter before it


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _dangling(index) if index.strays and not index.repeats else ()


def _dangling(index: Index) -> Iterator[Problem]:
    for place, (_, ids) in pointers(index):
        if place.value not in index.ids:
            yield Problem(f"nothing has the id {place.value!r}", place.pointer, _hint(place.value, ids))


def _hint(name: str, ids: Collection[str]) -> str:
    """The id that was meant, if it is the same but for marks around it, or long enough to be misspelt."""
    bare = name.strip("#@ ")
    near = bare if bare in ids else nearest_of(name, ids) if len(name) >= _LONG else None
    return f"write {near!r}, or add what {name!r} names" if near else "correct the id, or add what it names"


RULE = rule("A102", "dangling-pointer", Level.SCHEMA, __doc__, _check)
