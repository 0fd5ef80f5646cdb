"""Two documents of the corpus hold articles with the same id.

## What it does
Compares the ids of all articles of a run. Documents of different formats with one id, such as JSON and TEI, are twins:
the same article written twice, never a duplicate. Ids of plain texts do not stand in them and are not looked at.

## Why it matters
An id is what others cite, what two versions of a corpus are paired by, and what files are named after; an id that two
articles share names neither of them.

## Invalid
```json
{"a.json": {"id": "rain"}, "b.json": {"id": "rain", "metadata": {"title": "Rain"}}}
```

```json
{"a.json": {"id": "rain"}, "a.xml": {"id": "rain"}, "b.xml": {"id": "rain"}}
```

## Valid
```json
{"a.json": {"id": "rain"}, "a.xml": {"id": "rain"}, "b.json": {"id": "sun"}}
```

## Source
`id` in the article schema: the id of the article in the corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Kind, Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Digested, corpus_rule


def _digest(index: Index, _context: Context) -> str:
    identity: str = index.article["id"]
    return identity


def _judge(documents: Iterable[Digested], _context: Context) -> Iterator[tuple[str, Problem]]:
    repeated = _repeated(documents)
    first: dict[tuple[str, str], str] = {}
    for document in documents if repeated else ():
        if document.keeps_ids and _key(document) in repeated:
            owner = first.setdefault((document.digest, document.format), document.file)
            if owner != document.file:
                message = f"the id {document.digest!r} is already that of the article in {owner}"
                yield document.file, Problem(message, "/id", "give one of the two articles another id")


def _repeated(documents: Iterable[Digested]) -> set[int]:
    """The keys of ids that may occur twice in one format; numbers, as most ids need not be kept."""
    seen: set[int] = set()
    repeated: set[int] = set()
    for document in documents:
        if document.keeps_ids:
            key = _key(document)
            (repeated if key in seen else seen).add(key)
    return repeated


def _key(document: Digested) -> int:
    return hash((document.digest, document.format))


RULE = corpus_rule(Kind("C201", "duplicate-article-id", Severity.ERROR), __doc__, _digest, _judge)
