"""The XML asks to include another file.

## What it does
Looks for elements of the XInclude namespace. Nothing is included.

## Why it matters
An article is one file. An inclusion could read any file of the machine, and offsets would depend on another file.

## Invalid
```xml
<TEI xmlns="http://www.tei-c.org/ns/1.0"><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="a.xml"/></TEI>
```

## Valid
```xml
<p xml:id="b1">Rain in Lisbon.</p>
```

## Source
XInclude 1.0, section 3.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("xinclude-not-allowed", Level.FILE, __doc__)
