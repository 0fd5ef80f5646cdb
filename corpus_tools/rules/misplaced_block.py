"""A block, or a key of a block, stands where it has no meaning.

## What it does
`level` belongs to subheads and `media` to blocks of role `media`; a `list_item` is part of a `list` and a
`table_row` part of a `table`, directly.

## Why it matters
A list item outside of a list has no list to be an item of: formats with real lists could not hold it.

## Invalid
```json
{"blocks": [{"id": "b1", "role": "list_item", "text": "Rain"}]}
```

```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "Rain", "level": 2}]}
```

## Valid
```json
{
  "blocks": [{"id": "b1", "role": "list_item", "text": "Rain", "part_of": "g1"}],
  "groups": [{"id": "g1", "type": "list"}]
}
```

```json
{"blocks": [{"id": "b1", "role": "subhead", "text": "Rain", "level": 2}]}
```

## Source
Article schema: `role`, `level`, `media`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, rule

GROUP_OF = {"list_item": "list", "table_row": "table"}
"""Roles whose blocks have to be part of a group, and its type."""

_ROLE_OF = {"level": "subhead", "media": "media"}


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    if index.roles.isdisjoint(GROUP_OF) and not any(
        key in block and block["role"] != role for block in index.rich for key, role in _ROLE_OF.items()
    ):
        return ()
    return _misplaced(index)


def _misplaced(index: Index) -> Iterator[Problem]:
    for number, block in enumerate(index.article["blocks"]):
        role = block["role"]
        for key, owner in _ROLE_OF.items():
            if key in block and role != owner:
                message = f"{key!r} belongs to blocks of role {owner}, this is a {role}"
                hint = f"remove {key!r}, or make the role {owner}"
                yield Problem(message, f"/blocks/{number}/{key}", hint, block["id"], of_key=True)
        if role in GROUP_OF and index.groups.get(block.get("part_of"), {}).get("type") != GROUP_OF[role]:
            message = f"a {role} has to be part of a group of type {GROUP_OF[role]}"
            yield Problem(
                message, f"/blocks/{number}", f"name one in part_of, or use another role than {role}", block["id"]
            )


RULE = rule("A107", "misplaced-block", Level.ANNOTATION, __doc__, _check)
