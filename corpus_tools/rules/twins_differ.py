"""Two documents that are one article in two formats do not say the same.

## What it does
Compares articles of one id in different formats, such as JSON and TEI, key by key in their canonical form: order that
means nothing is no difference. The later document is told, with what differs from the first.

## Why it matters
Twins are made from each other; where they differ, one was edited and the other was not, and which of them is right
depends on who reads which.

## Invalid
```json
{"a.json": {"metadata": {"title": "Rain in Lisbon"}}, "a.xml": {"metadata": {"title": "Rain in Porto"}}}
```

## Valid
```json
{"a.json": {"metadata": {"title": "Rain in Lisbon"}}, "a.xml": {"metadata": {"title": "Rain in Lisbon"}}}
```

## Source
The laws of the README: an article is the same in JSON and TEI.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

import msgspec

from corpus_tools.findings import Kind, Problem, Severity
from corpus_tools.model.canonical import canonical
from corpus_tools.model.index import Index
from corpus_tools.model.pointers import escape
from corpus_tools.rules.base import Context, Digested, corpus_rule

_NAMED = 5  # differences that a message names
_LENGTH = 16  # hexadecimal digits of a hash; two of one place are compared


def _digest(index: Index, _context: Context) -> list[Any]:
    return [index.article["id"], dict(_hashes(index.article))]


def _hashes(article: Any) -> Iterator[tuple[str, str]]:
    """A hash of each part of the article by its JSON Pointer."""
    for key, value in canonical(article).items():
        if key in ("metadata", "layers") and isinstance(value, dict):
            yield from ((f"/{key}/{escape(name)}", _hash(member)) for name, member in value.items())
        elif key == "blocks" and isinstance(value, list):
            yield from ((f"/{key}/{number}", _hash(member)) for number, member in enumerate(value))
        else:
            yield f"/{key}", _hash(value)


def _hash(value: Any) -> str:
    return sha256(msgspec.json.encode(value, order="sorted")).hexdigest()[:_LENGTH]


def _judge(documents: Iterable[Digested], _context: Context) -> Iterator[tuple[str, Problem]]:
    first: dict[str, Digested] = {}
    for document in documents:
        if document.keeps_ids:
            identity, parts = document.digest
            other = first.setdefault(identity, document)
            differing = _differing(parts, other.digest[1]) if other.format != document.format else []
            if differing:
                place = next((pointer for pointer in differing if pointer in parts), "")
                message = f"its twin {other.file} says otherwise in {_named(differing)}"
                yield document.file, Problem(message, place, "convert the one that is right anew")


def _differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """The pointers of what two articles do not have in common."""
    return [pointer for pointer in {**one, **other} if one.get(pointer) != other.get(pointer)]


def _named(pointers: list[str]) -> str:
    more = f" and {len(pointers) - _NAMED} other places" if len(pointers) > _NAMED else ""
    return ", ".join(pointer[1:] for pointer in pointers[:_NAMED]) + more


RULE = corpus_rule(Kind("X201", "twins-differ", Severity.WARNING), __doc__, _digest, _judge, default=False)
