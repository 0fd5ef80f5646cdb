r"""The bytes are not text in the encoding that they should be in.

## What it does
Decodes the file: JSON as UTF-8, XML as it declares itself, plain text as `--encoding` says, which is UTF-8 unless a
byte order mark says UTF-16. The first byte at fault is told.

## Why it matters
Text that is decoded wrongly has other characters and other offsets: every annotation on it would be wrong.

## Invalid
```json escaped
{"schema_version": "1.0", "id": "caf\xe9", "metadata": {}, "blocks": []}
```

```text escaped
Rain in the caf\xe9.
```

## Valid
```json
{"schema_version": "1.0", "id": "a", "language": "fr", "metadata": {}, "blocks": []}
```

```text escaped
Rain in the caf\xc3\xa9.
```

## Source
RFC 8259, section 8.1; XML 1.0, section 4.3.3; the Unicode Standard, section 3.9.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("undecodable", Level.FILE, __doc__)
