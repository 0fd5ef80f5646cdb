"""The output cannot be written.

## What it does
Writes the whole output beside its place, and moves it there. If that fails, what stood there before still does.

## Why it matters
Half a file looks like a whole one.

## Invalid
```console
$ printf '' > file
$ corpus-tools convert rain.json --to json -o file/out.json
```

## Valid
```console
$ corpus-tools convert rain.json --to json -o out.json
```

## Source
POSIX: `open`, `write`, `rename`; the message is that of the system.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("unwritable-file", Level.FILE, __doc__)
