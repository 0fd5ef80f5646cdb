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
from typing import Any

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.misplaced_block import GROUP_OF


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _scattered(index) if index.groups else ()


def _scattered(index: Index) -> Iterator[Problem]:
    last: dict[str, int] = {}
    told: set[str] = set()
    order = {name: number for number, name in enumerate(index.groups)}
    blocks = index.article["blocks"]
    for position, block in enumerate(blocks):
        name = block.get("part_of")
        while name is not None:
            between = blocks[last.get(name, position) + 1 : position]
            if between and name not in told and not all(map(_is_misplaced, between)):
                told.add(name)
                message = f"{_named(between)} between the blocks of the group {name!r}, and cuts off {block['id']!r}"
                hint = "move it, let it be part of the group, or make two groups"
                yield Problem(message, f"/groups/{order[name]}", hint, block["id"])
            last[name] = position
            name = index.groups[name].get("part_of")


def _is_misplaced(block: dict[str, Any]) -> bool:
    """Whether a block has to be part of a group and is part of none, which is told by itself."""
    return block["role"] in GROUP_OF and "part_of" not in block


def _named(between: list[dict[str, Any]]) -> str:
    first = f"the block {between[0]['id']!r} stands"
    return first if len(between) == 1 else f"{first}, and {len(between) - 1} more stand,"


RULE = rule("A106", "scattered-group", Level.ANNOTATION, __doc__, _check)
