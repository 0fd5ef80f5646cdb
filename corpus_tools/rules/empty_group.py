"""A group has no members.

## What it does
Looks for groups that no block and no other group is part of.

## Why it matters
A group says which blocks belong together; without any it has no place in the text.

## Invalid
```json
{"groups": [{"id": "g1", "type": "figure"}]}
```

## Valid
```json
{
  "blocks": [{"id": "b1", "role": "caption", "text": "Rain in Lisbon.", "part_of": "g1"}],
  "groups": [{"id": "g1", "type": "figure"}]
}
```

## Source
Article schema: `groups`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _empty(index) if index.groups.keys() - index.parents else ()


def _empty(index: Index) -> Iterator[Problem]:
    for number, name in enumerate(index.groups):
        if name not in index.parents:
            yield Problem(f"nothing is part of the group {name!r}", f"/groups/{number}", "remove the group")


RULE = rule("A105", "empty-group", Level.ANNOTATION, __doc__, _check)
