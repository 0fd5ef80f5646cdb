r"""A text was decoded with the wrong encoding.

## What it does
Looks in blocks and metadata for sequences of characters that come from reading UTF-8 in a one-byte encoding, for C1
controls where Windows-1252 was read as Latin-1, and for the replacement character U+FFFD. Whether it is so is
decided by ftfy, which knows sequences that people do write.

## Why it matters
The words are lost to search, counts and models, and an encoding error seldom comes alone: it mostly hits every
document of a source.

## Invalid
```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "The cafÃ© in Lisbon."}]}
```

```json
{"metadata": {"authors": [{"name": "Ren\ufffd Lima"}]}}
```

## Valid
```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "« L’école », SÃO JOÃO, the café in Lisbon."}]}
```

## Source
ftfy, `fix_encoding`; The Unicode Standard, section 5.22, on U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.texts import beyond_ascii, shown, texts

_CODECS = (*("latin-1", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859-2", "mac-roman", "cp437"),)
"""The encodings in which UTF-8 is commonly read by mistake."""

_BEFORE_VOWELS = re.compile("[“”‘’]")
"""First bytes in Mac Roman, mostly of Armenian: texts that have them truly have many, as in `l’école`."""


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _found(index) if _may_be_mojibake(beyond_ascii(index)) else ()


def _found(index: Index) -> Iterator[Problem]:
    from ftfy import fix_encoding  # noqa: PLC0415  50 ms that most documents need not

    for pointer, block, text in texts(index):
        if not _may_be_mojibake(text):
            continue
        start, end = _difference(text, fixed) if (fixed := fix_encoding(text)) != text else _replaced(text)
        if start == end:
            continue
        message = f"{shown(text[start:end])} stands for characters that could not be decoded"
        if fixed != text:
            rest = len(text) - end
            message = (
                f"{shown(text[start:end])} looks like {shown(fixed[start : len(fixed) - rest])} in the wrong encoding"
            )
        bounds = (None, None) if block is None else (start, end)
        yield Problem(message, pointer, "read the source anew, with the encoding that it has", block, *bounds)


def _replaced(text: str) -> tuple[int, int]:
    """Start and end of the first replacement characters."""
    match = re.search("\ufffd+", text)
    return match.span() if match else (0, 0)


def _difference(text: str, fixed: str) -> tuple[int, int]:
    """Where `text` begins and ends to be other than `fixed`."""
    start = _common(text, fixed)
    return start, len(text) - _common(text[start:][::-1], fixed[start:][::-1])


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _may_be_mojibake(text: str) -> bool:
    """Whether it may be, in a fraction of the time in which ftfy knows."""
    pairs, sequences = _screens()
    return any(sequences.match(text, match.start()) for match in pairs.finditer(text))


@lru_cache(maxsize=1)
def _screens() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A fast and rough search, and one that holds at each hit of the other.

    The first finds what may begin a sequence of UTF-8 in some encoding, with what may go on with it in some; the
    second asks for whole sequences in one encoding.
    """
    alone = "\x80-\x9f\ufffd"
    firsts = _BEFORE_VOWELS.sub("", "".join(_set(codec, 0xC2, 0xF4) for codec in _CODECS))
    rests = "".join(_set(codec, 0x80, 0xBF) for codec in _CODECS)
    blank = "Ã "  # `à` whose no-break space became a blank
    sequences = [f"[{alone}]", blank]
    for codec in _CODECS:
        rest = f"[{_set(codec, 0x80, 0xBF)}\ufffd]"
        for first, last, length in ((0xC2, 0xDF, 1), (0xE0, 0xEF, 2), (0xF0, 0xF4, 3)):
            begin = _BEFORE_VOWELS.sub("", _set(codec, first, last))
            sequences.append(f"[{begin}]{rest}{{{length}}}")
    # One set at the beginning is what `re` searches for fastest.
    pairs = re.compile(f"[{alone}{firsts}](?:[{rests}\ufffd]|(?<=[{alone}])|(?<={blank[0]}){blank[1]})")
    return pairs, re.compile("|".join(sequences))


def _set(codec: str, first: int, last: int) -> str:
    """The characters that a codec makes of a range of bytes, for a set in a pattern."""
    return re.escape(bytes(range(first, last + 1)).decode(codec, "ignore"))


RULE = lint("T203", "mojibake", Level.TEXT, __doc__, _check)
