"""The file is well-formed, but holds something else than an article.

## What it does
Looks at the outermost value: an article is an object in JSON, and a `<TEI>` of the TEI namespace in XML. An object is
meant to be an article if it has `schema_version` or `blocks`, perhaps misspelt, and does not consist mostly of other
keys; then what is wrong with it is told key by key.

## Why it matters
Where nothing is as expected, one finding says more than one for each key.

## Invalid
```json
["Rain in Lisbon."]
```

```json
{"id": "a", "headline": "Rain in Lisbon", "body": "It rained.", "date": "2026-03-04"}
```

```xml
<html><body><p>Rain in Lisbon.</p></body></html>
```

## Valid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": []}
```

## Source
Article schema; TEI P5 Guidelines, section 4.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("not-an-article", Level.FILE, __doc__)
