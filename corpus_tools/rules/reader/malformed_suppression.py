"""What a document asks to ignore is not said as it must be, so it has no effect.

## What it does
Reads `extra["corpus-tools"]` of the article, its metadata and of every object that has an `extra`. It holds a list
`ignore` of objects with `code` (the code or slug of one rule), `reason`, and perhaps `expires`, the last day on which
the entry holds. A rule that decides what an article is cannot be ignored, nor can what readers find. A key of `extra`
that is the name of this program but for a slip, such as `corpus_tools`, is told as well.

## Why it matters
A suppression that is misspelt hides nothing, and nobody knows why it stands there; one without a reason is never taken
out again.

## Invalid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [],
 "extra": {"corpus-tools": {"ignore": [{"code": "unknown-layers", "reason": "the layer is being designed"}]}}}
```
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [],
 "extra": {"corpus-tools": {"ignore": [{"code": "T102", "reason": "the quotes are right"}]}}}
```
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [],
 "extra": {"corpus_tools": {"ignore": [{"code": "T203", "reason": "the paper printed it so"}]}}}
```

## Valid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [], "layers": {"negation": {"annotations": []}},
 "extra": {"corpus-tools": {"ignore": [{"code": "unknown-layer", "reason": "the layer is being designed"}]}}}
```

## Source
The design of this project.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("malformed-suppression", Level.ANNOTATION, __doc__)
