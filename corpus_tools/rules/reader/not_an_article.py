"""The file is well-formed, but holds something else than an article.

## What it does
Looks at the outermost value: an article is an object in JSON, and a `<TEI>` of the TEI namespace in XML.

## Why it matters
Where nothing is as expected, one finding says more than one for each key.

## Invalid
```json
["Rain in Lisbon."]
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
