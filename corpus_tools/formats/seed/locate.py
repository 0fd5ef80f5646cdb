"""Where the blocks of a seed and the characters in them stand in its text.

A seed says nothing but its text. What is found in metadata that the text states is marked where it states it, what is
found in an annotation where its first span is, and what is found nowhere in the text at its beginning.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Any

from corpus_tools.errors import CorpusToolsError
from corpus_tools.formats.base import Located, ReadOptions, Site, Sought
from corpus_tools.formats.seed.decode import decode
from corpus_tools.formats.seed.gaps import DEFAULT_SEPARATOR
from corpus_tools.model.article import Article
from corpus_tools.model.pointers import parts

Part = tuple[str, int, int]
"""A part of a block: its id, and offsets in code points."""


def locate(data: bytes, options: ReadOptions, article: Article | None, sought: Sequence[Sought]) -> Located:
    """The text of a seed, and where what is sought stands in it; nowhere, if it is no article."""
    if article is None:
        return _text_of(data, options), [None] * len(sought)
    text = data.decode(article["origin"]["encoding"])
    blocks = _Blocks(article, text)
    return text, [blocks.site(_part(one, article)) for one in sought]


def _text_of(data: bytes, options: ReadOptions) -> str:
    """The text of a file that is no seed; bytes that do not decode are U+FFFD."""
    try:
        return decode(data, options.encoding)[0]
    except CorpusToolsError:
        mark = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2], "utf-8")
        return data.decode(mark, "replace")


class _Blocks:
    """Where the blocks of an article begin in the text that it was read from."""

    def __init__(self, article: Article, text: str) -> None:
        origin, blocks = article["origin"], article["blocks"]
        separator = origin.get("separator", DEFAULT_SEPARATOR)
        gaps = (block.get("before", separator if number else "") for number, block in enumerate(blocks))
        lengths = chain.from_iterable((len(gap), len(block["text"])) for gap, block in zip(gaps, blocks, strict=True))
        starts = list(accumulate(lengths, initial=0))[1::2]
        self._starts = {block["id"]: start for block, start in zip(blocks, starts, strict=True)}
        self._beginning = int(text.startswith("\ufeff"))
        self._breaks: list[int] = []
        if origin.get("newline") == "crlf":  # each of them is two characters in the file
            folded = text.replace("\r\n", "\n")
            self._breaks = [offset for offset, character in enumerate(folded) if character == "\n"]

    def site(self, part: Part | None) -> Site:
        """Where a part of a block stands; the beginning of the text if it is None."""
        if part is None:
            return Site(self._beginning, self._beginning)
        block, start, end = part
        return Site(self._unfolded(self._starts[block] + start), self._unfolded(self._starts[block] + end))

    def _unfolded(self, offset: int) -> int:
        return offset + bisect_left(self._breaks, offset)


def _part(sought: Sought, article: Article) -> Part | None:
    """The part of a block that says what is sought."""
    if sought.block is not None and sought.start is not None:
        length = next(len(block["text"]) for block in article["blocks"] if block["id"] == sought.block)
        start = min(sought.start, length)
        return sought.block, start, max(start, min(start if sought.end is None else sought.end, length))
    steps = parts(sought.pointer or "")
    named = _at(article, steps[:2])
    if steps[:1] == ["blocks"] and len(steps) > 1:
        return named and _whole(named)
    if steps[:1] == ["groups"] and len(steps) > 1:
        members = (block for block in article["blocks"] if named and block.get("part_of") == named["id"])
        return next(map(_whole, members), None)
    if steps[:1] == ["metadata"]:
        return _stated(steps[1:], article)
    annotation = _at(article, steps[:4]) if steps[:1] == ["layers"] and len(steps) > 3 else None
    return None if annotation is None else _of_annotation(annotation)


def _whole(block: Any) -> Part:
    return block["id"], 0, len(block["text"])


def _at(value: Any, steps: Sequence[str]) -> Any:
    """What stands at `steps`; None if nothing does."""
    try:
        for step in steps:
            value = value[int(step)] if isinstance(value, list) else value[step]
    except (KeyError, IndexError, TypeError, ValueError):
        return None
    return value


def _of_annotation(annotation: Any) -> Part | None:
    """The first span of an annotation."""
    return next(((span["block"], span["start"], span["end"]) for span in annotation.get("spans", ())), None)


def _stated(steps: Sequence[str], article: Article) -> Part | None:
    """Where the text states the metadata at `steps`: an annotation that gives its value, or else its type."""
    path = ".".join(step for step in steps if not step.isdecimal())
    annotations: Any = article.get("layers", {}).get("field", {}).get("annotations", ())
    found = [each for each in annotations if f"{path}.".startswith(f"{each['type']}.")]
    value = _at(article["metadata"], steps)
    values = [value, *(value.values() if isinstance(value, dict) else ())]
    exact = [each for each in found if _value(each) in values]
    return next(map(_of_annotation, (*exact, *found)), None)


def _value(annotation: Any) -> Any:
    """What a field annotation says: the value that it names, else its words."""
    words = "".join(span["text"] for span in annotation["spans"])
    return annotation.get("attributes", {}).get("value", words)
