r"""The title in the metadata is another than the headline in the text.

## What it does
Compares `title` with the headline: with each block of this role, and with all of them in a row; runs of white space
count as one blank. A headline that is one of the `alternative_titles` is as good. Where a field annotation of type
`title` says which words give the title, field-value-mismatch compares those, and this rule looks at nothing.

## Why it matters
One of them is of another article, or of another version of this one: the metadata were taken from another page, or
a correction reached only one place.

## Invalid
```json
{
  "metadata": {"title": "Sun in Porto"},
  "blocks": [{"id": "b1", "role": "headline", "text": "Rain in Lisbon"}]
}
```

## Valid
```json
{
  "metadata": {"title": "Rain in Lisbon"},
  "blocks": [{"id": "b1", "role": "headline", "text": "Rain\nin  Lisbon"}]
}
```

## Source
Article schema: `title`, `alternative_titles` and the role `headline`.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    metadata = index.article["metadata"]
    if "headline" not in index.roles or "title" not in metadata:
        return ()
    if "title" in index.types.get(("field", "annotations"), ()):
        return ()
    headlines = [block for block in index.article["blocks"] if block["role"] == "headline"]
    written = [_folded(block["text"]) for block in headlines]
    titles = [metadata["title"], *(other["text"] for other in metadata.get("alternative_titles", ()))]
    if {*written, _folded(" ".join(written))}.intersection(map(_folded, titles)):
        return ()
    message = f"the title is {_folded(titles[0])!r}, the headline {written[0]!r}"
    hint = "correct one of them, or keep the other wording in alternative_titles"
    return [Problem(message, "/metadata/title", hint, headlines[0]["id"], 0, len(headlines[0]["text"]))]


def _folded(text: str) -> str:
    return " ".join(text.split())


RULE = lint("M201", "title-differs-from-headline", Level.ANNOTATION, __doc__, _check)
