"""The last day is over on which a document asks to ignore a finding, so it is not ignored any more.

## What it does
Compares `expires` of the entries of `extra["corpus-tools"].ignore` with the day of the run. On that day itself an
entry still holds.

## Why it matters
Whoever set the day wanted to be reminded. The finding counts again, and the reason that was given is told.

## Invalid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [], "extra": {"corpus-tools": {"ignore": [
  {"code": "T201", "reason": "spans are mended next week", "expires": "2020-02-29"}]}}}
```

## Valid
```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [], "extra": {"corpus-tools": {"ignore": [
  {"code": "T201", "reason": "spans are mended when the layer is closed", "expires": "9999-12-31"}]}}}
```

## Source
The design of this project; days as in ISO 8601.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("expired-suppression", Level.ANNOTATION, __doc__)
