"""A line of the text states metadata that the metadata do not hold.

## What it does
Looks at blocks that say who, when and where: `byline`, `dateline`, `date`, `source`, `credit`. One in which a field
annotation lies is well. Of the others, a byline, source or credit needs a word in common with the people and
organisations of the metadata or with their roles, affiliations and addresses; a date needs any date of creation,
publication, update or dateline; a dateline needs a `dateline`.

## Why it matters
A value that only the text has cannot be searched, counted or delivered. Initials and other signatures that are
nobody's name are found, too, which is why the rule has to be selected.

## Invalid
```json
{"blocks": [{"id": "b1", "role": "byline", "text": "By Ana Silva"}]}
```

```json
{
  "metadata": {"authors": [{"name": "Rui Reis"}]},
  "blocks": [{"id": "b1", "role": "byline", "text": "By Ana Silva"}]
}
```

## Valid
```json
{
  "metadata": {"authors": [{"name": "Ana Silva"}]},
  "blocks": [{"id": "b1", "role": "byline", "text": "By ANA SILVA"}]
}
```

## Source
Article schema: the roles of blocks; the layer file of `field`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from corpus_tools.findings import Problem
from corpus_tools.model import places
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.texts import shown

_PARTIES = ("authors", "contributors", "sources", "publisher", "publication", "rights")
_WHERE = {
    "byline": "authors",
    "credit": "contributors",
    "source": "sources",
    "date": "published",
    "dateline": "dateline",
}
"""The roles that state metadata, with the key where what they state mostly goes."""

_words = re.compile(r"\w{3,}").findall


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return () if index.roles.isdisjoint(_WHERE) else _found(index)


def _found(index: Index) -> Iterator[Problem]:
    fields = index.layers.get("field", {}).get("annotations", ())
    grounded = {span["block"] for annotation in fields for span in annotation.get("spans", ())}
    metadata = index.article["metadata"]
    for number, block in enumerate(index.article["blocks"]):
        role, text = block["role"], block["text"]
        if role not in _WHERE or block["id"] in grounded or not any(map(str.isalnum, text)):
            continue
        if not _holds(metadata, role, text):
            message = f"the {role} {shown(text)} says what the metadata do not hold"
            hint = f"add it to `{_WHERE[role]}` or where it belongs, and mark the words in the layer field"
            yield Problem(message, f"/blocks/{number}/text", hint, block["id"], 0, len(text))


def _holds(metadata: dict[str, Any], role: str, text: str) -> bool:
    """Whether the metadata hold something of what a block says."""
    if role == "dateline":
        return "dateline" in metadata
    if role == "date":
        dateline = metadata.get("dateline", {})
        return "date" in dateline or not metadata.keys().isdisjoint(("created", "published", "updated"))
    folded = text.casefold()
    words = set(_words(folded))
    named = {key: metadata[key] for key in _PARTIES if key in metadata}
    values = [place.value.casefold() for place in places.strings(named)]
    return any(value in folded or not words.isdisjoint(_words(value)) for value in values)


RULE = lint("M205", "ungrounded-line", Level.ANNOTATION, __doc__, _check, default=False)
