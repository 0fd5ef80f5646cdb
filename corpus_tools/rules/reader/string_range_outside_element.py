"""A `string-range()` of a TEI document ends after the text of the element that it points into.

## What it does
Compares offset and length of each pointer with the length of the text of the block, in Unicode code points.

## Why it matters
Such a pointer was made for another version of the text, or counts bytes or UTF-16 units; the others of its document
are likely to be wrong too.

## Invalid
```xml
<annotation xml:id="m2" target="#string-range(b1,0,4) #string-range(b1,8,16)" ana="layer:entity/place">
  <note type="quote">Rain</note><note type="quote">Lisbon</note>
</annotation>
```

## Valid
```xml
<annotation xml:id="m2" target="#string-range(b1,0,4) #string-range(b1,8,6)" ana="layer:entity/place">
  <note type="quote">Rain</note><note type="quote">Lisbon</note>
</annotation>
```

## Source
TEI P5 Guidelines, section 17.2.4 (`string-range`); in JSON the same is found by `T101`.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("string-range-outside-element", Level.SCHEMA, __doc__)
