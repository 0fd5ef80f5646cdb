r"""A text holds invisible characters that change the order in which it is shown.

## What it does
Looks in blocks and metadata for the embeddings, overrides and isolates of the bidirectional algorithm and for what
closes them: U+202A to U+202E, U+2066 to U+2069. One finding for each text, at the first of them. The marks LRM, RLM
and ALM, which Arabic and Hebrew text needs now and then, are not reported. With the option `allow-balanced`, those
that are closed in their own line are not, either.

## Why it matters
Readers see other words than programs: names and numbers turn around, and offsets point at what nobody sees. Markup
says the direction of a text better.

## Invalid
```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "Pay \u202e001 to Lisbon."}]}
```

## Valid
```json
{"blocks": [{"id": "b1", "role": "paragraph", "text": "القطار CP\u200f (لشبونة) تأخر."}]}
```

## Source
Unicode Standard Annex #9; CVE-2021-42574, "Trojan Source"; W3C, Unicode Controls vs. Markup for Bidi Support.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, Option, lint
from corpus_tools.rules.texts import beyond_ascii, texts

_controls = re.compile("[\u202a-\u202e\u2066-\u2069]")
_controls_and_breaks = re.compile("[\u202a-\u202e\u2066-\u2069\n]")
_ISOLATES = "\u2066\u2067\u2068"
_PDF, _PDI = "\u202c", "\u2069"


def _check(index: Index, context: Context) -> Iterable[Problem]:
    return _found(index, context) if _controls.search(beyond_ascii(index)) else ()


def _found(index: Index, context: Context) -> Iterator[Problem]:
    allowed = context.option(RULE, "allow-balanced")
    for pointer, block, text in texts(index):
        places = _unbalanced(text) if allowed else [match.start() for match in _controls.finditer(text)]
        if not places:
            continue
        at = places[0]
        control = f"U+{ord(text[at]):04X} {unicodedata.name(text[at])}"
        more = f", and {len(places) - 1} more like it" if len(places) > 1 else ""
        bounds = (None, None) if block is None else (at, at + 1)
        hint = "remove it; where the order needs help, a right-to-left or left-to-right mark gives it"
        yield Problem(f"{control} stands at offset {at}{more}", pointer, hint, block, *bounds)


def _unbalanced(text: str) -> list[int]:
    """Where controls stand that nothing opens, or that nothing closes before the line ends."""
    opened: list[int] = []
    alone: list[int] = []
    for match in _controls_and_breaks.finditer(text):
        control, at = match.group(), match.start()
        if control == "\n":
            alone += opened
            opened = []
        elif control == _PDF and opened and text[opened[-1]] not in _ISOLATES:
            opened.pop()
        elif control == _PDI and any(text[start] in _ISOLATES for start in opened):
            while text[start := opened.pop()] not in _ISOLATES:
                alone.append(start)  # an isolate that ends leaves no embedding open
        else:
            (alone if control in (_PDF, _PDI) else opened).append(at)
    return sorted(alone + opened)


RULE = lint(
    "T204",
    "bidi-control",
    Level.TEXT,
    __doc__,
    _check,
    options={"allow-balanced": Option(default=False, description="report only what is not closed in its own line")},
)
