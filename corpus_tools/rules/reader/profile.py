"""The TEI document breaks the schema of the TEI profile.

## What it does
Holds the document against `tei/news.rng`. Each element, attribute or value at fault is told once, with what may stand
there.

## Why it matters
TEI can say one thing in many ways. The profile is the one way in which nothing of an article is lost, and in which
another program finds it.

## Invalid
```xml
<para xml:id="b1">Rain in Lisbon.</para>
```

```xml
<p xml:id="b1" rend="bold">Rain in Lisbon.</p>
```

## Valid
```xml
<p xml:id="b1">Rain in <placeName xml:id="m1" resp="#x">Lisbon</placeName>.</p>
```

## Source
`schema/tei/news.rng`, made from the mapping; RELAX NG; TEI P5 from 4.3.0 on.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("profile", Level.SCHEMA, __doc__)
