"""The article breaks the article schema.

## What it does
Holds the article, read from any format, against `article.schema.json`. Each key or value at fault is told once, with
what stands there and what may stand there. Nothing else is looked at in an article that breaks the schema.

## Why it matters
Programs that read articles rely on the schema; a misspelt key is data that nobody finds again.

## Invalid
```json
{"schema_version": "1.0", "id": "a", "metadata": {"titel": "Rain"}, "blocks": []}
```

```json
{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [{"id": "b1", "role": "paragraf", "text": "Rain."}]}
```

## Valid
```json
{"schema_version": "1.0", "id": "a", "metadata": {"title": "Rain"}, "blocks": []}
```

## Source
Article schema; JSON Schema 2020-12.
"""

from __future__ import annotations

from corpus_tools.rules.base import Level, reader_rule

RULE = reader_rule("schema", Level.SCHEMA, __doc__)
