r"""A span begins or ends inside of what readers see as one character.

## What it does
Looks whether a boundary of a span lies inside of an extended grapheme cluster: between a letter and its combining
mark, between the parts of an emoji or a flag, between conjoining jamo, between CR and LF. Zero-width non-joiners that
no mark follows are no part of a character: a span may end before them. The layer `correction`, which may be about a
mark alone, is not looked at.

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

from corpus_tools.findings import Problem
from corpus_tools.model.graphemes import Clusters, may_join
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.spans import spans
from corpus_tools.rules.texts import code_points


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    texts = index.texts
    whole = "".join(texts.values())
    if whole.isascii() and "\r" not in whole:
        return ()
    pairs: set[str] = set()
    add = pairs.add
    try:
        for span in index.spans:
            text, start, end = texts[span["block"]], span["start"], span["end"]
            add(text[start - 1 : start + 1])
            add(text[end - 1 : end + 1])
    except TypeError:  # an offset such as 1.0
        return _found(index)
    return _found(index) if any(map(may_join, pairs)) else ()


def _found(index: Index) -> Iterator[Problem]:
    clusters = {name: Clusters(text) for name, text in index.texts.items()}
    for pointer, span in spans(index):
        if pointer.startswith("/layers/correction/"):
            continue
        within = clusters[span["block"]]
        for key, verb in (("start", "begins"), ("end", "ends")):
            at = int(span[key])
            if (key == "end" and at == span["start"]) or not within.is_inside(at):
                continue
            start, end = within.around(at)
            whole = index.texts[span["block"]][start:end]
            yield Problem(
                f"the span {span['text']!r} {verb} inside of the character {whole!r} ({code_points(whole)})",
                f"{pointer}/{key}",
                f"let the span {verb[:-1]} at {start} or {end}",
                span["block"],
                start,
                end,
            )


RULE = lint("T202", "split-grapheme", Level.TEXT, __doc__, _check)
