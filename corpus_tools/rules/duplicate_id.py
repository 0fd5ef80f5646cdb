"""Two things of one document have the same id.

## What it does
Looks at the ids of the article, blocks, groups, entities, annotations, relations and agents: one space for
the whole document.

## Why it matters
Pointers, differences and TEI all name things by id; an id given twice names nothing, and the TEI file would
not be valid.

## Invalid
```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "One."}, {"id": "b1", "role": "paragraph", "text": "Two."}]}
```

```json
{"agents": [{"id": "b1", "type": "person", "name": "Ana"}]}
```

## Valid
```json
{"agents": [{"id": "ana", "type": "person", "name": "Ana"}]}
```

## Source
`id` in the article schema; XML 1.0, validity constraint ID.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.kinds_of_things import thing_at


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _repeated(index) if index.repeats else ()


def _repeated(index: Index) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for place in index.strings():
        if place.key == "id":
            if place.value in first:
                told = f"the id {place.value!r} is already that of {thing_at(first[place.value])}"
                yield Problem(told, place.pointer, "give it an id of its own")
            else:
                first[place.value] = place.pointer.removesuffix("/id")


RULE = rule("A101", "duplicate-id", Level.SCHEMA, __doc__, _check)
