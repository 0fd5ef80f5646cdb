"""The XML has a document type declaration.

## What it does
Looks for `<!DOCTYPE`, before anything in it is read. Nothing is fetched and no entity is expanded.

## Why it matters
Entities can read files of the machine, call the network, and grow to gigabytes. An article needs none: characters
are written as they are, or as `&#111;`.

## Invalid
```xml
<!DOCTYPE TEI [<!ENTITY city "Lisbon">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Rain in &city;.</p></body></text></TEI>
```

## Valid
```xml
<p xml:id="b1">Rain in Lisb&#111;n.</p>
```

## Source
XML 1.0, sections 2.8 and 4; OWASP: XML external entities; billion laughs.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("dtd-not-allowed", Level.FILE, __doc__)
