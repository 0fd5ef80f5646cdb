"""The blocks of a group do not stand together.

## What it does
Counts the blocks of a group, those of groups inside it included: no other block may stand between them.

## Why it matters
A group is one stretch of the page; formats write it as one element, or by its first and last block.

## Invalid
```json
{
  "blocks": [
    {"id": "b1", "role": "caption", "text": "A", "part_of": "g1"},
    {"id": "b2", "role": "paragraph", "text": "B"},
    {"id": "b3", "role": "credit", "text": "C", "part_of": "g1"}
  ],
  "groups": [{"id": "g1", "type": "figure"}]
}
```

## Valid
```json
{
  "blocks": [
    {"id": "b1", "role": "caption", "text": "A", "part_of": "g1"},
    {"id": "b3", "role": "credit", "text": "C", "part_of": "g1"},
    {"id": "b2", "role": "paragraph", "text": "B"}
  ],
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
    return _scattered(index) if index.groups else ()


def _scattered(index: Index) -> Iterator[Problem]:
    last: dict[str, int] = {}
    told: set[str] = set()
    order = {name: number for number, name in enumerate(index.groups)}
    for position, block in enumerate(index.article["blocks"]):
        name = block.get("part_of")
        while name is not None:
            if last.get(name, position) < position - 1 and name not in told:
                told.add(name)
                message = f"other blocks stand between the blocks of the group {name!r}; {block['id']!r} is cut off"
                yield Problem(message, f"/groups/{order[name]}", "move the block, or make two groups", block["id"])
            last[name] = position
            name = index.groups[name].get("part_of")


RULE = rule("A106", "scattered-group", Level.ANNOTATION, __doc__, _check)
