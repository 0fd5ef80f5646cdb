"""The text is not JSON, or not XML.

## What it does
Parses the file to its end by the grammar of its format, and nothing more lenient: `NaN`, `Infinity`, comments,
trailing commas and a byte order mark are no JSON; an entity that no one declares is no XML.

## Why it matters
What one program guesses, another refuses or guesses differently.

## Invalid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [],}
```

```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [], "extra": NaN}
```

```xml
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader></TEI>
```

## Valid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": []}
```

## Source
RFC 8259; RFC 7493 (I-JSON); XML 1.0, section 2.1.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("not-well-formed", Level.FILE, __doc__)
