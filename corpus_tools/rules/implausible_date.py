"""A date is before there were newspapers, or after the article was retrieved.

## What it does
Looks at the dates of the metadata and of `revisions`. None may be before the year `earliest`. If `retrieved` is
there, `created`, `published`, `updated` and the date of the dateline may not be after it. Dates are compared for
all that they may mean: `2026-03` is not after `2026-03-04`, and a date without a time zone may be of any.

## Why it matters
Such dates are slips of the pen or of a parser (1st of January of the year 1, day and month swapped), and they
spoil every timeline and every split of a corpus by date.

## Invalid
```json
{"metadata": {"published": "1026-03-04"}}
```

```json
{"metadata": {"published": "2026-12-03", "retrieved": "2026-03-14T08:00:00Z"}}
```

## Valid
```json
{"metadata": {"published": "1605-07", "embargoed_until": "2027-01-01", "retrieved": "2026-03-14T08:00:00Z"}}
```

## Source
The first newspaper is commonly taken to be the Relation of Strasbourg, 1605. ISO 8601.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from corpus_tools.findings import Problem
from corpus_tools.model.dates import is_before
from corpus_tools.model.index import DATE_KEYS, Index
from corpus_tools.rules.base import Context, Level, Option, lint

_PAST = frozenset({"created", "published", "updated", "date"})
"""Keys of dates that are over when the article is retrieved."""

_TOO_EARLY = "correct it; for older articles set `earliest` in the table [rules.implausible-date] of the configuration"


def _check(index: Index, context: Context) -> Iterable[Problem]:
    if not index.dates:
        return ()
    earliest = context.option(RULE, "earliest")
    if "retrieved" not in index.article["metadata"] and int(min(index.dates)[:4]) >= earliest:
        return ()
    return _found(index, earliest)


def _found(index: Index, earliest: int) -> Iterator[Problem]:
    metadata = index.article["metadata"]
    for pointer, key, value in _places(index.article):
        fault = implausible(metadata, key, value, earliest)
        if fault is not None:
            hint = _TOO_EARLY if int(value[:4]) < earliest else "correct one of the two dates"
            yield Problem(f"{key!r} is {value}, {fault}", pointer, hint)


def implausible(metadata: dict[str, Any], key: str, value: str, earliest: int) -> str | None:
    """Why the date `value` at `key` of the metadata cannot be, in words; None if it can."""
    if int(value[:4]) < earliest:
        return f"before the year {earliest}"
    retrieved = metadata.get("retrieved")
    if retrieved is None or key not in _PAST or int(retrieved[:4]) < earliest or not is_before(retrieved, value):
        return None
    return f"after the article was retrieved ({retrieved})"


def _places(article: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """JSON Pointer, key and value of the dates."""
    metadata = article["metadata"]
    for key in metadata:
        if key in DATE_KEYS:
            yield f"/metadata/{key}", key, metadata[key]
    if "date" in metadata.get("dateline", ()):
        yield "/metadata/dateline/date", "date", metadata["dateline"]["date"]
    for number, revision in enumerate(article.get("revisions", ())):
        yield f"/revisions/{number}/when", "when", revision["when"]


RULE = lint(
    "M202",
    "implausible-date",
    Level.ANNOTATION,
    __doc__,
    _check,
    options={"earliest": Option(1600, "the first year that is plausible", 1, 9999)},
)
