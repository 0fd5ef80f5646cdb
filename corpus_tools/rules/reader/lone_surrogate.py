r"""A string holds one half of a surrogate pair, which is no character.

## What it does
Looks at the escapes `\uD800` to `\uDFFF` of a JSON document, and at the bytes that would encode them: two halves make
one character, one half makes none.

## Why it matters
Such a string cannot be written as UTF-8 or in XML, and its length is counted differently everywhere. It comes from
text that was cut in the middle of an emoji.

## Invalid
```json
{"schema_version": "1.0", "id": "a", "metadata": {"title": "Rain \ud83c"}, "blocks": []}
```

## Valid
```json
{"schema_version": "1.0", "id": "a", "metadata": {"title": "Rain \ud83c\udf27"}, "blocks": []}
```

## Source
RFC 7493 (I-JSON), section 2.1; the Unicode Standard, section 3.8.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("lone-surrogate", Level.FILE, __doc__)
