"""Values or elements are nested deeper than any article needs.

## What it does
Counts how deep arrays and objects of JSON (200) and elements of XML (256) lie in one another.

## Why it matters
Depth costs memory and stack, and a file that is all depth is made to bring programs down.

## Invalid
```console
$ python -c "print('[' * 201 + ']' * 201)" > deep.json
$ corpus-tools validate deep.json
```

```console
$ python -c "print('<a>' * 257 + '</a>' * 257)" > deep.xml
$ corpus-tools validate deep.xml
```

## Valid
```console
$ corpus-tools validate rain.json
```

## Source
RFC 8259, section 9; libxml2: `xmlParserMaxDepth`.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("too-deep", Level.FILE, __doc__)
