r"""The text holds a carriage return though `origin.newline` speaks for all line breaks.

## What it does
Where `origin.newline` is set, every line break of the file was that one, and stands as a line feed in text
and gaps.

## Why it matters
With another line break in between, the file could not be rebuilt byte for byte.

## Invalid
```json
{"origin": {"newline": "crlf"}, "blocks": [{"id": "b1", "role": "paragraph", "text": "Rain\r\nin Lisbon."}]}
```

## Valid
```json
{"origin": {"newline": "crlf"}, "blocks": [{"id": "b1", "role": "paragraph", "text": "Rain\nin Lisbon."}]}
```

## Source
Article schema: `origin`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import GAP_KEYS, Index
from corpus_tools.rules.base import Context, Level, rule

_HINT = "write line breaks as \\n, or leave `origin.newline` out"


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    origin = index.article.get("origin")
    return _returns(index) if origin and "newline" in origin else ()


def _returns(index: Index) -> Iterator[Problem]:
    for number, block in enumerate(index.article["blocks"]):
        offset = block["text"].find("\r")
        if offset >= 0:
            message = f"there is a carriage return at offset {offset}, but `origin.newline` is set"
            yield Problem(message, f"/blocks/{number}/text", _HINT, block["id"], offset, offset + 1)
    for pointer, key, value in index.strings():
        if key in GAP_KEYS and "\r" in value:
            yield Problem("there is a carriage return in a gap, but `origin.newline` is set", pointer, _HINT)


RULE = rule("T107", "newline-in-text", Level.TEXT, __doc__, _check)
