"""A layer that should cover a text leaves some of it out.

## What it does
Looks, in layers whose file says what they tile, for text that no annotation of the layer covers: in every block
(`text`), in the blocks in which the layer has annotations (`blocks`), or in those spans of another layer in which it
has some (`layer:sentence`). White space, controls and format characters need not be covered; nor, in whole blocks, what
has neither letters nor digits, such as a bullet or a dash between two sentences. Annotations of all agents are taken
together.

## Why it matters
What is in no sentence or in no token is lost in formats that are lists of sentences and tokens, and is missing from all
that is counted or computed on them.

## Invalid
```json
{
  "layers": {
    "sentence": {
      "annotations": [{"id": "s1", "spans": [{"block": "b1", "start": 0, "end": 7, "text": "Rain in"}]}]
    }
  }
}
```

## Valid
```json
{
  "layers": {
    "sentence": {
      "annotations": [{"id": "s1", "spans": [{"block": "b1", "start": 0, "end": 15, "text": "Rain in Lisbon."}]}]
    }
  }
}
```

## Source
Layer files: `tiles`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint
from corpus_tools.rules.texts import is_blank, shown

Stretch = tuple[int, int]
"""A piece of the text of a block: its start and end in code points."""

_Stretches = dict[str, list[Stretch]]
"""Stretches by the id of their block, sorted; they do not share characters."""

_end = itemgetter(1)


def _check(index: Index, context: Context) -> Iterable[Problem]:
    strict = context.strict_layers("tiles", index)
    return [problem for layer in sorted(strict) for problem in _untiled(index, context, layer)] if strict else ()


def _untiled(index: Index, context: Context, layer: str) -> Iterator[Problem]:
    covered = _marked(index, layer)
    tiles = str(context.layers[layer].constraints.tiles)
    numbers: dict[str, int] = {}
    for block, stretches in _to_cover(index, tiles, covered).items():
        marked = covered.get(block, [])
        if marked == stretches:
            continue
        text = index.texts[block]
        for start, end in _gaps(text, stretches, marked):
            if not tiles.startswith("layer:") and not any(map(str.isalnum, text[start:end])):
                continue
            numbers = numbers or {name: number for number, name in enumerate(index.texts)}
            yield Problem(
                f"no annotation of the layer {layer!r} covers {shown(text[start:end])}",
                f"/blocks/{numbers[block]}/text",
                f"the layer covers {_what(tiles)}: extend an annotation, or add one",
                block,
                start,
                end,
            )


def _what(tiles: str) -> str:
    if tiles.startswith("layer:"):
        return f"every span of the layer {tiles.removeprefix('layer:')!r} in which it marks something"
    return {"text": "every block", "blocks": "every block in which it marks something"}[tiles]


def _to_cover(index: Index, tiles: str, covered: _Stretches) -> _Stretches:
    """What a layer that marks `covered` has to cover."""
    if tiles.startswith("layer:"):
        return _marked(index, tiles.removeprefix("layer:"), covered)
    texts = index.texts
    return {block: [(0, len(texts[block]))] for block in (texts if tiles == "text" else covered)}


def _marked(index: Index, layer: str, within: _Stretches | None = None) -> _Stretches:
    """What the annotations of a layer cover; `within`, only their spans that share characters with these stretches."""
    found: _Stretches = {}
    for annotation in index.layers.get(layer, {}).get("annotations", ()):
        for span in annotation.get("spans", ()):
            stretch = int(span["start"]), int(span["end"])
            if span["text"] and (within is None or _touches(stretch, within.get(span["block"], []))):
                found.setdefault(span["block"], []).append(stretch)
    return {block: _joined(stretches) for block, stretches in found.items()}


def _touches(stretch: Stretch, others: list[Stretch]) -> bool:
    """Whether `stretch` shares characters with one of `others`."""
    place = bisect_right(others, stretch[0], key=_end)  # the first that ends after its start
    return place < len(others) and others[place][0] < stretch[1]


def _joined(stretches: list[Stretch]) -> list[Stretch]:
    """Stretches in order, those that share characters made one."""
    stretches.sort()
    joined = stretches[:1]
    for start, end in stretches[1:]:
        first, last = joined[-1]
        if start < last:
            joined[-1] = first, max(last, end)
        else:
            joined.append((start, end))
    return joined


def _gaps(text: str, stretches: list[Stretch], covered: list[Stretch]) -> Iterator[Stretch]:
    """What of `stretches` is not `covered`, without blank edges; what is blank altogether is no gap."""
    place = 0
    for at, end in stretches:
        reached = at
        while place and covered[place - 1][1] > at:  # it covered the end of the stretch before as well
            place -= 1
        while place < len(covered) and covered[place][0] < end:
            yield from _filled(text, reached, covered[place][0])
            reached = max(reached, covered[place][1])
            place += 1
        yield from _filled(text, reached, end)


def _filled(text: str, start: int, end: int) -> Iterable[Stretch]:
    """The stretch from `start` to `end` without blank edges, if there is something in it."""
    if start >= end or is_blank(text[start:end]):
        return ()
    while is_blank(text[start]):
        start += 1
    while is_blank(text[end - 1]):
        end -= 1
    return ((start, end),)


RULE = lint("A214", "untiled-text", Level.ANNOTATION, __doc__, _check)
