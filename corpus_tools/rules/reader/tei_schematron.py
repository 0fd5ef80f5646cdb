"""The TEI document breaks a constraint of TEI that its grammar cannot say.

## What it does
Looks, in a document that the profile refuses or that cannot be read, for breaches of those constraints of TEI that are
about elements of the profile: a sentence in a sentence, a paragraph in a paragraph, a `<link>` with one end, a
`<relation>` without a name, `to` without `from`, and others. They stand in the mapping, under `constraints`.

## Why it matters
TEI says these in Schematron, which many validators do not run, so that such a document passes for good TEI.

## Invalid
```xml
<p xml:id="b1"><s xml:id="m3">Rain in <s xml:id="m4">Lisbon</s>.</s></p>
```

## Valid
```xml
<p xml:id="b1">Rain in <placeName xml:id="m1" resp="#x">Lisbon</placeName>.</p>
```

## Source
TEI P5, `tei_all`: constraints in ISO Schematron.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("tei-schematron", Level.SCHEMA, __doc__)
