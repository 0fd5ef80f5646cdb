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

from collections.abc import Iterable

from corpus_tools.findings import Problem
from corpus_tools.mending import in_form
from corpus_tools.model.datatypes import is_date, missing_day
from corpus_tools.model.index import DATE_KEYS, Index
from corpus_tools.rules.attributes import Datatype, misfits
from corpus_tools.rules.base import Context, Level, rule

_KNOWN = "write what is known: YYYY, YYYY-MM, YYYY-MM-DD"


def _hint(value: str) -> str:
    """The same date in the right form, or what of it does not exist."""
    if meant := in_form(value, is_date):
        return f"write {meant}"
    reason = missing_day(value)
    return _KNOWN if reason is None else f"{reason}; {_KNOWN}"


_DATATYPE = Datatype(
    declared="date",
    keys=frozenset({"date", "when"}) | DATE_KEYS,
    accepts=is_date,
    reason="is no date that exists",
    hint=_hint,
)


def _check(index: Index, context: Context) -> Iterable[Problem]:
    return misfits(index, context, _DATATYPE, index.dates)


RULE = rule("M101", "impossible-date", Level.ANNOTATION, __doc__, _check)
