"""The format that is written cannot hold a part of the article.

## What it does
Compares what the article has with what the format that it is converted to can hold, and names each part that is
dropped.

## Why it matters
Losing annotations is a decision; nobody should take it unawares.

## Invalid
```console
$ corpus-tools convert rain.json --to seed
```

## Valid
```console
$ corpus-tools convert rain.json --to tei
```

## Source
The formats: what each cannot hold.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("loss", Level.FILE, __doc__)
