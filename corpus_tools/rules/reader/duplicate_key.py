"""An object of JSON has the same key twice.

## What it does
Compares the keys of each object after their escapes are resolved.

## Why it matters
Which of the two values counts differs from program to program, so one of them is lost without a word.

## Invalid
```json
{"schema_version": "1.0", "id": "a", "id": "b", "metadata": {}, "blocks": []}
```

## Valid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": []}
```

## Source
RFC 7493 (I-JSON), section 2.3.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("duplicate-key", Level.FILE, __doc__)
