r"""A text holds a character that nobody sees.

## What it does
Looks in blocks and metadata for soft hyphens, zero-width spaces, word joiners, byte order marks, invisible operators,
Hangul fillers, tags, and for joiners and non-joiners. One finding for each text, at the first of them. Not reported
are joiners and non-joiners beside letters whose script uses them, and in emoji; zero-width spaces beside letters of
scripts that write no blanks between words; tags in flags; and what bidi-control is about.

## Why it matters
They come along from web pages and word processors, split words that look whole, and make equal names differ.

## Invalid
```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "Har\u00adbour in Lis\u200bbon."}]}
```

## Valid
```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "کتاب\u200cها"}]}
```

## Source
Unicode Standard, sections 23.2 and 23.3; Unicode Technical Standard #51 on emoji.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.texts import beyond_ascii, texts

_ZWSP, _ZWNJ, _ZWJ = "\u200b\u200c\u200d"
_invisible = re.compile(
    "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"  # a flag of a region; the longer match comes first
    "|[\u00ad\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]"
)
_JOINING_SCRIPT = (
    "\u0590-\u1cff\u2d30-\u2d7f\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
_joining_letter = re.compile(f"[{_JOINING_SCRIPT}]").match
"""Hebrew to Vedic, Tifinagh, Syloti Nagri to Meetei Mayek and their like beyond: all scripts that join or stack."""

_letter_without_blanks = re.compile(
    "[\u0e00-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua980-\ua9ff\uaa60-\uaadf]"
).match
"""Thai, Lao, Tibetan, Myanmar, Khmer, Tai, Javanese."""

_NAMES = {"\ufeff": "BYTE ORDER MARK", "\U000e0001": "LANGUAGE TAG"}


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _found(index) if _invisible.search(beyond_ascii(index)) else ()


def _found(index: Index) -> Iterator[Problem]:
    for pointer, block, text in texts(index):
        places = [match.start() for match in _invisible.finditer(text) if not _is_at_home(text, match)]
        if not places:
            continue
        at = places[0]
        name = f"U+{ord(text[at]):04X} {_NAMES.get(text[at]) or unicodedata.name(text[at])}"
        more = f", and {len(places) - 1} more that nobody sees" if len(places) > 1 else ""
        bounds = (None, None) if block is None else (at, at + 1)
        yield Problem(f"{name} stands at offset {at}{more}", pointer, "remove it from the source", block, *bounds)


def _is_at_home(text: str, match: re.Match[str]) -> bool:
    """Whether the characters before and after are such that people write what `match` found."""
    found = match.group()
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    if found == _ZWSP:
        return bool(_letter_without_blanks(before) or _letter_without_blanks(after))
    if found in (_ZWNJ, _ZWJ) and (_joining_letter(before) or _joining_letter(after)):
        return True
    if found == _ZWJ and after:
        return unicodedata.category(after) == "So" and (
            before == "\ufe0f" or unicodedata.category(before or " ")[0] == "S"
        )
    return len(found) > 1


RULE = lint("T206", "invisible-character", Level.TEXT, __doc__, _check, severity=Severity.INFO, default=False)
