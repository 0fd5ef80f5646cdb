r"""A span begins or ends inside of what readers see as one character.

## What it does
Looks whether a boundary of a span lies inside of an extended grapheme cluster: between a letter and its combining
mark, between the parts of an emoji or a flag, between conjoining jamo, between CR and LF. A boundary before a
zero-width non-joiner is none inside of a character, and the layer `correction`, which may be about a mark alone,
is not looked at.

## Why it matters
The annotation quotes half a character: it shows as another letter or as a lone mark, and it never matches the same
words elsewhere.

## Invalid
```json
{
  "blocks": [{"id": "b1", "role": "paragraph", "text": "The Cafe\u0301 Lisboa."}],
  "layers": {
    "entity": {
      "annotations": [
        {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 4, "end": 8, "text": "Cafe"}]}
      ]
    }
  }
}
```

## Valid
```json
{
  "blocks": [{"id": "b1", "role": "paragraph", "text": "The Cafe\u0301 Lisboa."}],
  "layers": {
    "entity": {
      "annotations": [
        {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 4, "end": 9, "text": "Cafe\u0301"}]}
      ]
    }
  }
}
```

## Source
Unicode Standard Annex #29, extended grapheme clusters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.spans import spans
from corpus_tools.rules.texts import code_points

_ZWNJ = "\u200c"
_ZWJ = "\u200d"


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    texts = index.texts
    for span in index.spans:
        text = texts[span["block"]]
        if _may_split(text, int(span["start"])) or _may_split(text, int(span["end"])):
            return _found(index)
    return ()


def _found(index: Index) -> Iterator[Problem]:
    for pointer, span in spans(index):
        if pointer.startswith("/layers/correction/"):
            continue
        text = index.texts[span["block"]]
        for key, verb in (("start", "begins"), ("end", "ends")):
            at = int(span[key])
            if key == "end" and at == span["start"]:
                continue
            if not _may_split(text, at) or (cluster := _cluster(text, at)) is None:
                continue
            start, end = cluster
            whole = text[start:end]
            yield Problem(
                f"the span {span['text']!r} {verb} inside of the character {whole!r} ({code_points(whole)})",
                f"{pointer}/{key}",
                f"let the span {verb[:-1]} at {start} or {end}",
                span["block"],
                start,
                end,
            )


def _may_split(text: str, at: int) -> bool:
    around = text[at - 1 : at + 1] if at else ""
    return (not around.isascii() or around == "\r\n") and len(around) > 1 and _may_join(*around)


@lru_cache(maxsize=4096)
def _may_join(before: str, after: str) -> bool:
    """Whether two characters may be of one cluster; after marks and joiners that depends on what is before them."""
    if after == _ZWNJ or (before < "\u0300" and after < "\u0300" and before + after != "\r\n"):
        return False
    import regex  # noqa: PLC0415  only texts with joining characters need it

    joined = regex.fullmatch(r"\X", before + after) is not None
    return joined or before == _ZWJ or (after.isalpha() and regex.match(r"\p{GCB=Extend}", before) is not None)


def _cluster(text: str, at: int) -> tuple[int, int] | None:
    """Start and end of the cluster that has `at` inside; None if a cluster ends there."""
    import regex  # noqa: PLC0415  see above

    for match in regex.finditer(r"\X", text, pos=max(0, text.rfind(" ", 0, at))):  # blanks begin a cluster
        if match.end() >= at:
            break
    return None if match.end() == at else match.span()


RULE = lint("T202", "split-grapheme", Level.TEXT, __doc__, _check)
