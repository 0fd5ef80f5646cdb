"""Fingerprints: what tells a finding from the others of its file and code, also after the file was edited elsewhere.

A fingerprint is made of the code and of what is at fault: the way to it, by ids where a list has them, and the words
that are quoted. Lines, offsets, indices and numbers in messages are no part of it. Where several findings of a file are
the same by all that, they are counted.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from typing import Any, NamedTuple

from corpus_tools.findings import Finding
from corpus_tools.model.article import Article
from corpus_tools.model.pointers import parts

_LENGTH = 16  # hexadecimal digits; those of one file are compared, so a few would do
_INDEX = re.compile(r"/[0-9]+(?=/|$)|\[[0-9]+\]")
_NUMBER = re.compile(r"[0-9]+")


class _Walk(NamedTuple):
    """What a JSON Pointer leads to.

    Attributes:
        way: the keys, with ids in place of indices, or nothing where there is no id.
        value: what is there, or the innermost value around it.
        span: the span that it is, or is in.
        is_known: whether no index was left out.
    """

    way: list[str]
    value: Any
    span: Any
    is_known: bool


class Fingerprints:
    """Gives the findings of one file their fingerprints."""

    def __init__(self, article: Article | None, *, by_ids: bool) -> None:
        """Of a file that is `article`, or none; `by_ids` says that its ids stand in it, and stay when it is edited."""
        self._article = article
        self._by_ids = by_ids
        self._texts: dict[str, str] | None = None
        self._numbers: Counter[str] = Counter()

    def of(self, finding: Finding) -> str:
        """The fingerprint of the next finding: 16 hexadecimal digits, and its number if it is not the first such one.

        The pointer is still that of the article, if the finding has one.
        """
        what = [finding.kind.code, *self._at_fault(finding)]
        made = hashlib.sha256(json.dumps(what).encode()).hexdigest()[:_LENGTH]
        self._numbers[made] += 1
        number = self._numbers[made]
        return made if number == 1 else f"{made}-{number}"

    def _at_fault(self, finding: Finding) -> tuple[list[str], str]:
        """The way to what is at fault, and its words where they are needed to know it."""
        place = finding.location
        if self._article is None or place.pointer is None:
            way = place.pointer if place.xpath is None else place.xpath
            return [_INDEX.sub("", way or "")], _NUMBER.sub("0", finding.message)
        walk = self._walked(self._article, place.pointer)
        if walk.span is not None:
            return walk.way, _words(walk.span)
        if place.block is not None and place.start is not None:
            return walk.way, self._text_of(place.block)[place.start : place.end]
        return walk.way, "" if walk.is_known else _words(walk.value)

    def _walked(self, value: Any, pointer: str) -> _Walk:
        way: list[str] = []
        span = None
        is_known = True
        for step in parts(pointer):
            try:
                inner = value[int(step)] if isinstance(value, list) else value[step]
            except (KeyError, IndexError, TypeError, ValueError):
                way.append(step)
                break
            name = step
            if isinstance(value, list):
                own = inner.get("id") if isinstance(inner, dict) and self._by_ids else None
                name = own if isinstance(own, str) else ""
                is_known = is_known and name != ""
                span = inner if isinstance(inner, dict) and {"block", "text"} <= inner.keys() else span
            way.append(name)
            value = inner
        return _Walk(way, value, span, is_known)

    def _text_of(self, block: str) -> str:
        if self._texts is None:
            blocks = self._article["blocks"] if self._article is not None else ()
            self._texts = {block["id"]: block["text"] for block in blocks}
        return self._texts[block]


def _words(value: Any) -> str:
    """The words that a value is, or holds."""
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return ""
    spans = value.get("spans")
    words = value.get("text") or ("".join(map(_words, spans)) if isinstance(spans, list) else None)
    return words if isinstance(words, str) else ""
