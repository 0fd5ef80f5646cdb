"""A file, or one text in it, is larger than can be handled safely.

## What it does
Looks at the size of the file, 256 MiB at most, before it is read. In XML a text without elements and a value of an
attribute have at most 10,000,000 bytes, and a name 50,000 characters.

## Why it matters
Such files are mistakes or attacks, and they take the memory of everything else that runs.

## Invalid
```console
$ python -c "print('<TEI>' + 'a' * 10100000 + '</TEI>')" > large.xml
$ corpus-tools validate large.xml
```

## Valid
```console
$ corpus-tools validate rain.json
```

## Source
libxml2: `XML_MAX_TEXT_LENGTH`, `XML_MAX_NAME_LENGTH`; sizes inside an article are the matter of `T106`.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("file-too-large", Level.FILE, __doc__)
