"""`@xml:lang` in a TEI document names a language that `<langUsage>` does not declare.

## What it does
Compares the values of `xml:lang` of the document and of its blocks with those of `<language ident>`, as they are
written. A language that is declared and not used is the matter of `X001`, and so are documents that declare none.

## Why it matters
Programs choose models and fonts by the declaration; a language that is missing there is not expected.

## Invalid
```xml
<p xml:id="b1" xml:lang="pt">Rain in <placeName xml:id="m1" resp="#x">Lisbon</placeName>.</p>
```

## Valid
```xml
<p xml:id="b1">Rain in <placeName xml:id="m1" resp="#x">Lisbon</placeName>.</p>
```

## Source
TEI P5 Guidelines, sections 2.4.2 and vi.1; BCP 47.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("undeclared-language", Level.SCHEMA, __doc__)
