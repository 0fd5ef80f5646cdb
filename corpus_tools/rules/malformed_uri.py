"""A URI is not absolute or not well-formed.

## What it does
Looks at every URI of the model and at attributes that a layer declares as URIs: a scheme, a non-empty rest,
escapes of two digits, a numeric port.

## Why it matters
Links that are no URIs lead nowhere, and XML validators refuse some of them.

## Invalid
```json
{"metadata": {"url": "example.org/news"}}
```

```json
{"metadata": {"url": "https://example.org/?q[]=1"}}
```

## Valid
```json
{"metadata": {"url": "https://example.org/?q%5B%5D=1"}}
```

## Source
RFC 3986, RFC 3987.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.datatypes import is_uri
from corpus_tools.model.index import Index
from corpus_tools.rules.attributes import odd_attributes
from corpus_tools.rules.base import Context, Level, rule

_KEYS = frozenset({"url", "uri", "uris", "licence", "definition"})


def _check(index: Index, context: Context) -> Iterable[Problem]:
    if all(map(is_uri, index.uris)) and not odd_attributes(index, context):
        return ()
    return _wrong(index, context)


def _wrong(index: Index, context: Context) -> Iterator[Problem]:
    for pointer, key, value in index.strings():
        if key in _KEYS and not is_uri(value):
            yield Problem(
                f"{value!r} is no absolute URI", pointer, "escape what a URI cannot hold: %20 for a blank, %5B for ["
            )
    for odd in odd_attributes(index, context):
        declared = odd.definition
        if declared is None or declared.type != "uri" or not isinstance(odd.value, str):
            continue
        if not is_uri(odd.value):
            yield Problem(
                f"{odd.value!r} is no absolute URI",
                odd.pointer,
                "escape what a URI cannot hold: %20 for a blank, %5B for [",
            )


RULE = rule("M102", "malformed-uri", Level.ANNOTATION, __doc__, _check)
