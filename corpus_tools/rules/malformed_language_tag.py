"""A language tag has not the form of one.

## What it does
Looks at every `language` and at attributes that a layer declares as languages.

## Why it matters
Tools choose fonts, tokenisers and hyphenation by the tag.

## Invalid
```json
{"language": "en_US"}
```

## Valid
```json
{"language": "zh-Hant-TW"}
```

## Source
BCP 47; XML Schema part 2, `xsd:language`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.datatypes import is_language
from corpus_tools.model.index import Index
from corpus_tools.rules.attributes import odd_attributes
from corpus_tools.rules.base import Context, Level, rule

_KEYS = frozenset({"language"})


def _check(index: Index, context: Context) -> Iterable[Problem]:
    if all(map(is_language, index.languages)) and not odd_attributes(index, context):
        return ()
    return _wrong(index, context)


def _wrong(index: Index, context: Context) -> Iterator[Problem]:
    for pointer, key, value in index.strings():
        if key in _KEYS and not is_language(value):
            yield Problem(f"{value!r} is no language tag", pointer, "write it as in pt-BR")
    for odd in odd_attributes(index, context):
        declared = odd.definition
        if declared is None or declared.type != "language" or not isinstance(odd.value, str):
            continue
        if not is_language(odd.value):
            yield Problem(f"{odd.value!r} is no language tag", odd.pointer, "write it as in pt-BR")


RULE = rule("M103", "malformed-language-tag", Level.ANNOTATION, __doc__, _check)
