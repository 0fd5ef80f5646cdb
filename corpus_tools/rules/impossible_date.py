"""A date does not exist.

## What it does
Looks at every date of the model and at attributes that a layer declares as dates: years from 0001, real
days, hours to 23, seconds to 59, offsets from -13:00 to +13:59.

## Why it matters
The schema sees digits only; XML validators refuse 30 February, and so does every archive.

## Invalid
```json
{"metadata": {"published": "2026-02-30"}}
```

```json
{"metadata": {"published": "2026-02-03T24:00:00Z"}}
```

## Valid
```json
{"metadata": {"published": "2024-02-29T23:59:59+05:30"}}
```

## Source
ISO 8601; XML Schema part 2, what libxml2 and jing both accept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.datatypes import is_date
from corpus_tools.model.index import DATE_KEYS, Index
from corpus_tools.rules.attributes import odd_attributes
from corpus_tools.rules.base import Context, Level, rule

_KEYS = frozenset({"date", "when"}) | DATE_KEYS


def _check(index: Index, context: Context) -> Iterable[Problem]:
    if all(map(is_date, index.dates)) and not odd_attributes(index, context):
        return ()
    return _wrong(index, context)


def _wrong(index: Index, context: Context) -> Iterator[Problem]:
    for pointer, key, value in index.strings():
        if key in _KEYS and not is_date(value):
            yield Problem(
                f"{value!r} is no date that exists", pointer, "write what is known: YYYY, YYYY-MM, YYYY-MM-DD"
            )
    for odd in odd_attributes(index, context):
        declared = odd.definition
        if declared is None or declared.type != "date" or not isinstance(odd.value, str):
            continue
        if not is_date(odd.value):
            yield Problem(
                f"{odd.value!r} is no date that exists",
                odd.pointer,
                "write what is known: YYYY, YYYY-MM, YYYY-MM-DD",
            )


RULE = rule("M101", "impossible-date", Level.ANNOTATION, __doc__, _check)
