"""`@resp` in a TEI document points at nothing that the header declares.

## What it does
Compares the values of `resp`, wherever it stands, with the ids of the `<respStmt>` in the header. An id of something
else, such as a block, does not count.

## Why it matters
Who made an annotation is what agreement and trust are computed from. A name without a declaration is a slip, or a
document that was cut out of another.

## Invalid
```xml
<p xml:id="b1">Rain in <placeName xml:id="m1" resp="#nobody">Lisbon</placeName>.</p>
```

## Valid
```xml
<p xml:id="b1">Rain in <placeName xml:id="m1" resp="#x">Lisbon</placeName>.</p>
```

## Source
TEI P5 Guidelines, sections 1.3.1 (att.global.responsibility) and 2.2.1; in JSON the same is found by `A102`.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("undeclared-resp", Level.SCHEMA, __doc__)
