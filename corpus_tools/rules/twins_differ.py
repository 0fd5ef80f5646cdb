"""Two documents that are one article in two formats do not say the same.

## What it does
Compares articles of one id in different formats, such as JSON and TEI, in their canonical form: order that means
nothing is no difference. The later document is told, at the first of the blocks, annotations, other things with an id
and keys in which it differs from the first document, with the names of more of them.

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

import shlex
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec

from corpus_tools.findings import Kind, Problem, Severity
from corpus_tools.model.canonical import canonical
from corpus_tools.model.index import Index
from corpus_tools.model.pointers import escape
from corpus_tools.rules.base import Context, Digested, corpus_rule

_NAMED = 5  # differences that a message names
_LENGTH = 12  # hexadecimal digits of a hash; two of one place are compared
_LISTS = {
    "blocks": "block",
    "groups": "group",
    "entities": "entity",
    "agents": "agent",
    "revisions": "revision",
    "annotations": "annotation",
    "relations": "relation",
}
_IN_ORDER = ("/blocks", "/revisions")


class _Difference(NamedTuple):
    """What differs: where it stands in the later article, nothing if it does not stand there, and its name."""

    pointer: str
    name: str


def _digest(index: Index, _context: Context) -> list[Any]:
    article: Any = canonical(index.article)  # type: ignore[arg-type]  # it is valid
    return [article["id"], dict(_hashes(article, index.article, ""))]


def _hashes(value: Mapping[str, Any], found: Mapping[str, Any], pointer: str) -> Iterator[tuple[str, str]]:
    """Hashes by JSON Pointer: of a list of things each id with a hash, in the order in which they are `found`."""
    for key, member in value.items():
        place = f"{pointer}/{escape(key)}"
        if key in _LISTS and isinstance(member, list):
            hashes = {_id(thing, number): _hash(thing) for number, thing in enumerate(member)}
            names = [_id(thing, number) for number, thing in enumerate(found[key])]
            yield place, " ".join(f"{name} {hashes[name]}" for name in names)
        elif place in ("/metadata", "/layers") or pointer == "/layers":
            yield from _hashes(member, found[key], place)
        else:
            yield place, _hash(member)


def _id(thing: Mapping[str, Any], number: int) -> str:
    return str(thing.get("id", number))


def _hash(value: Any) -> str:
    return sha256(msgspec.json.encode(value, order="sorted")).hexdigest()[:_LENGTH]


def _judge(documents: Iterable[Digested], _context: Context) -> Iterator[tuple[str, Problem]]:
    first: dict[str, Digested] = {}
    for document in documents:
        if document.keeps_ids:
            identity, parts = document.digest
            other = first.setdefault(identity, document)
            differing = list(_differing(parts, other.digest[1])) if other.format != document.format else []
            if differing:
                yield document.file, _problem(differing, document.file, other.file)


def _problem(differing: list[_Difference], file: str, other: str) -> Problem:
    names = [difference.name for difference in differing]
    more = f" and {len(names) - _NAMED} other places" if len(names) > _NAMED else ""
    return Problem(
        f"its twin {other} says otherwise in {', '.join(names[:_NAMED])}{more}",
        next((difference.pointer for difference in differing if difference.pointer), ""),
        f"convert the one that is right anew; {shlex.join(['corpus-tools', 'diff', other, file])} shows both",
    )


def _differing(parts: dict[str, str], others: dict[str, str]) -> Iterator[_Difference]:
    """What two articles do not have in common; `parts` are those of the later one."""
    for place in {**parts, **others}:
        here, there = parts.get(place), others.get(place)
        if here == there:
            continue
        if place.rpartition("/")[2] in _LISTS and here is not None and there is not None:
            yield from _differing_things(place, here, there)
        else:
            yield _Difference("" if here is None else place, f"{place[1:]}{_only(here, there)}")


def _differing_things(place: str, here: str, there: str) -> Iterator[_Difference]:
    """The things of two lists that are not the same."""
    ours, theirs = _hash_by_id(here), _hash_by_id(there)
    what = _LISTS[place.rpartition("/")[2]]
    found = [name for name in {**ours, **theirs} if ours.get(name) != theirs.get(name)]
    numbers = {name: number for number, name in enumerate(ours)}
    for name in found:
        pointer = f"{place}/{numbers[name]}" if name in numbers else ""
        yield _Difference(pointer, f"{what} {name}{_only(ours.get(name), theirs.get(name))}")
    if not found and place in _IN_ORDER:
        yield _Difference(place, f"the order of {place[1:]}")


def _hash_by_id(listed: str) -> dict[str, str]:
    words = listed.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _only(here: str | None, there: str | None) -> str:
    return " (only there)" if here is None else " (only here)" if there is None else ""


RULE = corpus_rule(Kind("X201", "twins-differ", Severity.WARNING), __doc__, _digest, _judge, default=False)
