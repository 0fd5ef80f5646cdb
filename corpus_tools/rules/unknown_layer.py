"""A layer has no layer file.

## What it does
Looks up the layers of the document among the built-in ones and those of the layer files given.

## Why it matters
Without a declaration nothing about the layer can be checked but its ids, pointers and offsets.

## Invalid
```json
{"layers": {"negation": {"annotations": []}}}
```

## Valid
```json
{"layers": {"entity": {"annotations": []}}}
```

## Source
Layer files.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus_tools.findings import Kind, Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, Rule
from corpus_tools.rules.suggestions import meant, nearest_of


def _check(index: Index, context: Context) -> Iterable[Problem]:
    if index.layers.keys() <= context.layers.keys():
        return ()
    return [_unknown(name, context) for name in index.layers if name not in context.layers]


def _unknown(name: str, context: Context) -> Problem:
    near = nearest_of(name, context.layers)
    return Problem(
        f"no layer file declares the layer {name!r}{meant(name, context.layers)}",
        f"/layers/{name}",
        f"write {near!r}, or name its file with --layer" if near else "name its file with --layer",
        of_key=True,
    )


RULE = Rule(Kind("A110", "unknown-layer", Severity.WARNING), Level.ANNOTATION, __doc__, _check)
