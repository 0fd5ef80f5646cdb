"""A language tag begins with no registered language.

## What it does
Looks at every `language` and at attributes that a layer declares as languages. Languages have two or three letters;
tags of four letters or more for one have the form of a tag, but none is registered. Private tags (`x-…`) and those of
the old register (`i-…`) are left alone, and which tags of two or three letters there are is not looked up.

## Why it matters
Such a tag is mostly the name of a language. No tool knows it, and so each of them falls back on something else.

## Invalid
```json
{"language": "English"}
```

## Valid
```json
{"language": "en"}
```

## Source
BCP 47 (RFC 5646), section 2.2.1; IANA Language Subtag Registry.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus_tools.findings import Problem
from corpus_tools.model.datatypes import is_language
from corpus_tools.model.index import Index
from corpus_tools.rules.attributes import Datatype, misfits
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.language_names import hint_for, tag_for

_LONGEST = 3  # letters of a registered language


def _may_be_registered(tag: str) -> bool:
    """Whether a tag begins with a language that may be registered, or is none: that is another rule's."""
    return len(tag) <= _LONGEST or len(tag.partition("-")[0]) <= _LONGEST or not is_language(tag)


_DATATYPE = Datatype(
    declared="language",
    keys=frozenset({"language"}),
    accepts=_may_be_registered,
    reason="is no registered language",
    hint=lambda tag: hint_for(tag_for(tag)),
)


def _check(index: Index, context: Context) -> Iterable[Problem]:
    return misfits(index, context, _DATATYPE, index.languages)


RULE = lint("M206", "unregistered-language", Level.ANNOTATION, __doc__, _check)
