r"""A plain text or an XML file holds a character that XML cannot hold.

## What it does
Looks for control characters (but tab, line feed and carriage return), U+FFFE and U+FFFF in the text. Between the
blocks of a plain text they may stand.

## Why it matters
The article could not be written as TEI. Such characters come from broken conversions: a null byte after each letter
is UTF-16 that was taken for something else.

## Invalid
```text escaped
Rain\x00 in Lisbon.
```

```xml
<TEI xmlns="http://www.tei-c.org/ns/1.0">&#1;</TEI>
```

## Valid
```text
Rain in Lisbon.
```

## Source
XML 1.0, section 2.2, production 2; in JSON the same is found by `T104`.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("illegal-in-xml", Level.FILE, __doc__)
