r"""There is nothing in the file, or only white space.

## What it does
Looks for anything but white space in the file, whatever its format.

## Why it matters
An empty file is what is left of a download or of a disk that was full.

## Invalid
```json escaped
\n
```

```xml escaped
\n
```

## Valid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": []}
```

## Source
RFC 8259, section 2; XML 1.0, section 2.1.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("empty-file", Level.FILE, __doc__)
