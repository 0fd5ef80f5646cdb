"""The TEI document fits the profile, but says something that an article has no place for.

## What it does
Reads the document. What the grammar of the profile cannot say is found here: a number of quotes that is not that of the
spans, items of a layer that the header does not declare, groups that hold other blocks than they name.

## Why it matters
What cannot be read would be lost.

## Invalid
```xml
<p xml:id="b1">Rain in <seg xml:id="m1" ana="layer:weather/city">Lisbon</seg>.</p>
```

## Valid
```xml
<p xml:id="b1">Rain in <seg xml:id="m1" ana="layer:entity/place">Lisbon</seg>.</p>
```

## Source
`schema/tei/mapping.json`.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("tei-not-readable", Level.SCHEMA, __doc__)
