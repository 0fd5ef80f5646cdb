"""A number fits neither an integer of 64 bits nor a double.

## What it does
Looks at the numbers of a JSON document: integers from -2⁶³ to 2⁶⁴ - 1, others as far as doubles go.

## Why it matters
Most programs read such a number as another one, or as infinity, and write that back.

## Invalid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [], "extra": {"views": 18446744073709551616}}
```

```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [], "extra": {"views": 1e400}}
```

## Valid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [], "extra": {"views": 9007199254740991}}
```

## Source
RFC 7493 (I-JSON), section 2.2; IEEE 754.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("number-out-of-range", Level.FILE, __doc__)
