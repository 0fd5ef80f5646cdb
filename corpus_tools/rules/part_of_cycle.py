"""A group is part of itself, directly or by way of others.

## What it does
Follows `part_of` from every group.

## Why it matters
Groups nest like boxes; a box cannot stand inside itself, and a reader that follows `part_of` would never end.

## Invalid
```json
{
  "blocks": [{"id": "b1", "role": "paragraph", "text": "Rain in Lisbon.", "part_of": "g1"}],
  "groups": [{"id": "g1", "type": "box", "part_of": "g1"}]
}
```

## Valid
```json
{
  "blocks": [{"id": "b1", "role": "paragraph", "text": "Rain in Lisbon.", "part_of": "g1"}],
  "groups": [{"id": "g1", "type": "box", "part_of": "g2"}, {"id": "g2", "type": "post"}]
}
```

## Source
Article schema: `part_of`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _cycles(index) if index.groups else ()


def _cycles(index: Index) -> Iterator[Problem]:
    for number, name in enumerate(index.groups):
        seen: set[str] = set()
        above = _parent(index, name)
        while above is not None and above != name and above not in seen:
            seen.add(above)
            above = _parent(index, above)
        if above == name:
            yield Problem(
                f"the group {name!r} is part of itself",
                f"/groups/{number}/part_of",
                "cut the circle: take out one part_of",
            )


def _parent(index: Index, name: str) -> str | None:
    return index.groups.get(name, {}).get("part_of")


RULE = rule("A104", "part-of-cycle", Level.SCHEMA, __doc__, _check)
