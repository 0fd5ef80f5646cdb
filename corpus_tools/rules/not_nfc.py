r"""A text is not in Normalization Form C.

## What it does
Looks in blocks and metadata for characters that Unicode also writes in another way, and would write so in its
composed form. One finding for each text, at the first of them. Text is kept as found, so this is for corpora that
have agreed on NFC.

## Why it matters
The same word in two spellings is two words to search, to counts and to most models.

## Invalid
```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "The cafe\u0301 in Lisbon."}]}
```

## Valid
```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "The caf\u00e9 in Lisbon."}]}
```

## Source
Unicode Standard Annex #15; W3C, Character Model for the World Wide Web: String Matching.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.texts import code_points, texts, whole_text


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return () if unicodedata.is_normalized("NFC", whole_text(index)) else _found(index)


def _found(index: Index) -> Iterator[Problem]:
    for pointer, block, text in texts(index):
        if unicodedata.is_normalized("NFC", text):
            continue
        start, end = _first(text)
        written, composed = text[start:end], unicodedata.normalize("NFC", text[start:end])
        yield Problem(
            f"{written!r} is {code_points(written)}, in Normalization Form C it is {code_points(composed)}",
            pointer,
            "normalise the source; annotations of the text move with it",
            block,
            *((None, None) if block is None else (start, end)),
        )


def _first(text: str) -> tuple[int, int]:
    """Start and end of the first grapheme cluster that is not in the form."""
    import regex  # noqa: PLC0415  only what breaks the rule needs it

    clusters = (match.span() for match in regex.finditer(r"\X", text))
    return next((start, end) for start, end in clusters if not unicodedata.is_normalized("NFC", text[start:end]))


RULE = lint("T205", "not-nfc", Level.TEXT, __doc__, _check, severity=Severity.INFO, default=False)
