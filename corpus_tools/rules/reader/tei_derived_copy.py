"""A place of the TEI document that repeats another says something else.

## What it does
Compares the title in `<titleStmt>` with the title of the article (or its first headline, or its id), and the
languages in `<langUsage>` with those that `xml:lang` names.

## Why it matters
TEI demands both places; a program that reads one of them must not find something else than one that reads the other.

## Invalid
```xml
<title>Storm</title>
```

```xml
<langUsage><language ident="en"/><language ident="pt"/></langUsage>
```

## Valid
```xml
<title>a</title>
```

## Source
TEI P5 Guidelines, sections 2.2.1 and 2.4.2; the mapping: places that are derived.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("tei-derived-copy", Level.SCHEMA, __doc__)
