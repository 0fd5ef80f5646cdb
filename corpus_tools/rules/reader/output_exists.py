"""A file with other content stands where an output is to go.

## What it does
Compares what is to be written with what stands there; equal bytes are left alone.

## Why it matters
Nobody should lose a file, perhaps annotated by hand, to a conversion.

## Invalid
```console
$ printf '{}' > out.json
$ corpus-tools convert rain.json --to json -o out.json
```

## Valid
```console
$ printf '{}' > out.json
$ corpus-tools convert rain.json --to json -o out.json --force
```

## Source
The design of this project.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("output-exists", Level.FILE, __doc__)
