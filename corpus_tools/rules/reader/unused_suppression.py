"""A document asks to ignore what is not there.

## What it does
Looks for entries of `extra["corpus-tools"].ignore` whose rule ran and found nothing at or below the object that holds
the entry, nor, if that is a block, about its text. Rules that did not run are not judged, and rules about the whole
corpus only in a run over all documents of the configuration, none of which has an error.

## Why it matters
A suppression that hides nothing will hide the next mistake of that kind.

## Invalid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [], "layers": {"entity": {"annotations": []}},
 "extra": {"corpus-tools": {"ignore": [{"code": "A110", "reason": "the layer is being designed"}]}}}
```

## Valid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [], "layers": {"negation": {"annotations": []}},
 "extra": {"corpus-tools": {"ignore": [{"code": "A110", "reason": "the layer is being designed"}]}}}
```

## Source
The design of this project.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("unused-suppression", Level.ANNOTATION, __doc__)
