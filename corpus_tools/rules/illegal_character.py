r"""A string holds a character that XML cannot hold.

## What it does
Looks for control characters other than tab, line feed and carriage return, for U+FFFE and U+FFFF, and for
lone surrogates. Gaps and `extra` may hold all but the last.

## Why it matters
No XML file can hold these characters, not even as references: TEI could not say what the article says.

## Invalid
```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "Rain\u0001"}]}
```

## Valid
```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "Rain\t"}]}
```

## Source
XML 1.0, production Char.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import GAP_KEYS, Index
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.extras import strings_of

_illegal = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]").search
_surrogate = re.compile("[\ud800-\udfff]").search


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return () if index.plain else _illegal_characters(index)


def _illegal_characters(index: Index) -> Iterator[Problem]:
    for pointer, key, value in index.strings():
        if key in GAP_KEYS or "/spans/" in pointer:  # gaps have a rule of their own, quotes repeat the block
            continue
        if found := _illegal(value):
            offset = found.start()
            message = f"U+{ord(value[offset]):04X} at offset {offset} is no character of XML"
            if pointer.startswith("/blocks/") and key == "text":
                block = index.article["blocks"][int(pointer.split("/")[2])]["id"]
                yield Problem(message, pointer, "remove it", block, offset, offset + 1)
            else:
                yield Problem(message, pointer, "remove it")
    for pointer, value in index.extras():
        for place, string in strings_of(value, pointer):
            if found := _surrogate(string):
                yield Problem(f"U+{ord(found.group()):04X} is half a character", place)


RULE = rule("T104", "illegal-character", Level.TEXT, __doc__, _check)
