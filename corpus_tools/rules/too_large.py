"""A value is larger than XML readers take.

## What it does
Strings, all `extra` together and all gaps together have at most 8 MB of UTF-8; an annotation has at most
10,000 spans; integers have 64 bits; `extra` nests at most 100 deep.

## Why it matters
libxml2 refuses texts beyond ten million bytes and deep nesting; integers beyond 64 bits are rounded by many
readers.

## Invalid
```json
{"extra": {"count": 99999999999999999999}}
```

## Valid
```json
{"extra": {"count": 9223372036854775807}}
```

## Source
libxml2 without `huge_tree`; I-JSON (RFC 7493).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import GAP_KEYS, Index
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.extras import depth, integers_of, json_size, utf8_size

LIMIT = 8 * 1024 * 1024
SPANS = 10_000
DEPTH = 100
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_LONGEST_ESCAPE = 6
INTEGERS = range(-(2**63), 2**63)


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    if index.plain and not index.has_extra and not index.attributes:
        return ()
    return _too_large(index)


def _too_large(index: Index) -> Iterator[Problem]:
    if not index.plain:
        yield from _strings(index)
        for item in index.items():
            if len(item.value.get("spans", ())) > SPANS:
                yield Problem(
                    f"an annotation has at most {SPANS} spans",
                    f"{item.pointer}/spans",
                    "make several annotations of it",
                )
    if any(type(value) is int for attributes in index.attributes for value in attributes.values()):
        for pointer, attributes in index.attribute_places():
            yield from _integers(attributes, pointer)
    if index.has_extra:
        yield from _extras(index)


def _strings(index: Index) -> Iterator[Problem]:
    gaps = []
    for pointer, key, value in index.strings():
        if key in GAP_KEYS:
            gaps.append((json_size(value), pointer))
        elif "/spans/" not in pointer and _written_size(key, value) > LIMIT:  # a quote is as long as its block allows
            yield Problem(f"a string has at most {LIMIT} bytes", pointer, "divide it")
    if sum(size for size, _ in gaps) > LIMIT:
        yield Problem(f"all gaps together have at most {LIMIT} bytes", max(gaps)[1])


def _written_size(key: str, value: str) -> int:
    """Bytes of a string in XML; what may stand in an attribute counts with its escapes, as libxml2 counts it."""
    size = utf8_size(value)
    if key == "text" or size <= LIMIT // _LONGEST_ESCAPE:
        return size
    return size + sum(value.count(character) * (len(escape) - 1) for character, escape in _ESCAPES.items())


def _integers(value: object, pointer: str) -> Iterator[Problem]:
    for place, number in integers_of(value, pointer):
        if number not in INTEGERS:
            yield Problem("an integer has at most 64 bits", place, "write it as a string")


def _extras(index: Index) -> Iterator[Problem]:
    sizes = []
    for pointer, value in index.extras():
        yield from _integers(value, pointer)
        if depth(value) > DEPTH:
            yield Problem(f"`extra` nests at most {DEPTH} deep", pointer, "keep the data in a file of their own")
        elif not index.plain:
            sizes.append((json_size(value), pointer))
    if sum(size for size, _ in sizes) > LIMIT:
        message = f"all `extra` together have at most {LIMIT} bytes"
        yield Problem(message, max(sizes)[1], "keep the data in a file of their own")


RULE = rule("T106", "too-large", Level.TEXT, __doc__, _check)
