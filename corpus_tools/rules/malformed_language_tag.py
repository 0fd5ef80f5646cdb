"""A language tag has not the form of one.

## What it does
Looks at every `language` and at attributes that a layer declares as languages. A tag begins with two letters or more
for the language, or with `x-` or `i-`; which languages there are is not looked up.

## Why it matters
Tools choose fonts, tokenisers and hyphenation by the tag.

## Invalid
```json
{"language": "en_US"}
```

```json
{"language": "e"}
```

## Valid
```json
{"language": "zh-Hant-TW"}
```

## Source
BCP 47; XML Schema part 2, `xsd:language`.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus_tools.findings import Problem
from corpus_tools.model.datatypes import is_language
from corpus_tools.model.index import Index
from corpus_tools.rules.attributes import Datatype, misfits
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.language_names import hint_for, tag_for


def _hint(value: str) -> str:
    likely = value.replace("_", "-")
    return hint_for(likely if is_language(likely) else tag_for(likely))


_DATATYPE = Datatype(
    declared="language",
    keys=frozenset({"language"}),
    accepts=is_language,
    reason="is no language tag",
    hint=_hint,
)


def _check(index: Index, context: Context) -> Iterable[Problem]:
    return misfits(index, context, _DATATYPE, index.languages)


RULE = rule("M103", "malformed-language-tag", Level.ANNOTATION, __doc__, _check)
