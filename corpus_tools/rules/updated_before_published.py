"""An article was updated before it was published.

## What it does
Compares `updated` with `published`. Dates of different precision are compared for all that they may mean: an
update in `2026-03` may come after a publication on `2026-03-04`. If only one of the two has a time zone, the other
may be of any; if none has, both are of the same. Dates that implausible-date finds are not compared.

## Why it matters
The dates are swapped, or one is wrong, and every question on what was known when gets a wrong answer.

## Invalid
```json
{"metadata": {"published": "2026-03-04T18:05:00Z", "updated": "2026-03-04T19:00:00+02:00"}}
```

```json
{"metadata": {"published": "2026-03-04", "updated": "2026-03-03"}}
```

## Valid
```json
{"metadata": {"published": "2026-03-04T18:05:00Z", "updated": "2026-03-04"}}
```

## Source
ISO 8601; IPTC ninjs, `firstCreated` and `versionCreated`; schema.org, `datePublished` and `dateModified`.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus_tools.findings import Problem
from corpus_tools.model.dates import is_before
from corpus_tools.model.index import Index
from corpus_tools.rules import implausible_date
from corpus_tools.rules.base import Context, Level, lint


def _check(index: Index, context: Context) -> Iterable[Problem]:
    metadata = index.article["metadata"]
    if "updated" not in metadata or "published" not in metadata:
        return ()
    published, updated = metadata["published"], metadata["updated"]
    if not is_before(updated, published):
        return ()
    earliest = context.option(implausible_date.RULE, "earliest")
    if any(implausible_date.implausible(metadata, key, metadata[key], earliest) for key in ("published", "updated")):
        return ()
    message = f"updated on {updated}, before it was published on {published}"
    return [Problem(message, "/metadata/updated", "correct one of the two dates, or swap them")]


RULE = lint("M203", "updated-before-published", Level.ANNOTATION, __doc__, _check)
