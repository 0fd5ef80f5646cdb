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

import re
from collections.abc import Iterable

from corpus_tools.findings import Problem
from corpus_tools.model.datatypes import is_uri
from corpus_tools.model.index import Index
from corpus_tools.rules.attributes import Datatype, misfits
from corpus_tools.rules.base import Context, Level, rule

_AROUND = " \t\n\"'<>"


def _hint(value: str) -> str:
    """The same address in the right form, or what that form is."""
    bare = value.strip(_AROUND)
    for meant in (bare, re.sub(r"\s", "%20", bare)):
        if is_uri(meant):
            return f"write {meant}"
    likely = f"https://{bare.lstrip('/')}"
    if "." in bare and is_uri(likely):
        return f"it begins with its scheme: {likely}"
    if ":" not in bare:
        return "write all of it, as in https://example.org/news/1"
    return "escape what a URI cannot hold: %5B for [, %5C for a backslash; a port is a number"


_DATATYPE = Datatype(
    declared="uri",
    keys=frozenset({"url", "uri", "uris", "licence", "definition"}),
    accepts=is_uri,
    reason="is no absolute URI",
    hint=_hint,
)


def _check(index: Index, context: Context) -> Iterable[Problem]:
    return misfits(index, context, _DATATYPE, index.uris)


RULE = rule("M102", "malformed-uri", Level.ANNOTATION, __doc__, _check)
