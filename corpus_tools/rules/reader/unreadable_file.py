"""The file cannot be opened or read.

## What it does
Opens the file and reads all of it. Directories that cannot be listed, links that lead nowhere, and everything that
is no regular file, such as a pipe or a device, are found too; none of them is waited for.

## Why it matters
A file that is silently left out looks like one without faults.

## Invalid
```console
$ ln -s loop.json loop.json
$ corpus-tools validate loop.json
```

## Valid
```console
$ corpus-tools validate rain.json
```

## Source
POSIX: `open`, `read`; the message is that of the system.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("unreadable-file", Level.FILE, __doc__)
