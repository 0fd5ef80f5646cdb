r"""A gap between blocks holds text.

## What it does
A gap (`before`, `separator`, `after`) may hold white space, controls and format characters only.

## Why it matters
Text belongs into blocks, where it can be read, searched and annotated; gaps only rebuild the file.

## Invalid
```json
{"origin": {"after": "The end."}}
```

## Valid
```json
{"origin": {"after": "\n\u0000\ufeff"}}
```

## Source
Unicode categories Zs, Zl, Zp, Cc, Cf.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import GAP_KEYS, Index
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.texts import is_blank


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    for gap in index.gaps:
        if not is_blank(gap):
            return _filled(index)
    return ()


def _filled(index: Index) -> Iterator[Problem]:
    for pointer, key, value in index.strings():
        if key in GAP_KEYS and not is_blank(value):
            yield Problem(f"a gap holds only what is blank, not {value[:40]!r}", pointer, "make a block of the text")


RULE = rule("T105", "text-in-gap", Level.TEXT, __doc__, _check)
