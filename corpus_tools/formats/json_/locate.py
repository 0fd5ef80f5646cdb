"""Where values and keys of a JSON document stand: one pass over its text for all that is sought in it.

Only the arrays and objects on the way to a sought value are gone into; what lies beside them is passed over by its
brackets and quotation marks. The document has been parsed, so it is known to be JSON.

A value is marked whole; an array or object of several lines only by its opening bracket, so that a viewer does not mark
half of the file. A value that is not there is the innermost one on the way to it that is. Offsets in a block mark
characters within its text, however they are escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from corpus_tools.formats.base import Located, ReadOptions, Site, Sought
from corpus_tools.model.article import Article
from corpus_tools.model.lines import Lines
from corpus_tools.model.offsets import Offsets, Piece
from corpus_tools.model.pointers import parts

_BLANKS = re.compile(r"[ \t\n\r]*+")
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{}]', re.DOTALL)
_SCALAR = re.compile(r"[^\s,\]}]++")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_AT_FAULT = re.compile(
    r'"(?:[^"\\\r\n]|\\[^\r\n])*+"?|\'(?:[^\'\\\r\n]|\\[^\r\n])*+\'|\\(?:u[0-9a-fA-F]{4}|[^\r\n])|'
    r"(?://|#)[^\r\n]*+|/\*[^\r\n]*?\*/|\d[\w.:+-]*+|[\w.+-]++|[^\r\n]|"
)
_BREAK = re.compile("[\r\n]")
_DEPTHS = {"[": 1, "{": 1, "]": -1, "}": -1}


def locate(
    data: bytes,
    options: ReadOptions,  # noqa: ARG001  JSON says all that options could
    article: Article | None,
    sought: Sequence[Sought],
) -> Located:
    """The text of a JSON file, and where the sought values and keys stand; where it is not JSON, the token there."""
    text = data.decode("utf-8", "replace")
    if article is None:
        lines = Lines(text)
        return text, [_token(text, lines, one) for one in sought]
    root = _Wanted()
    resolved = [_resolved(one, article) for one in sought]
    wanted = [root.member(steps) for steps, _ in resolved]
    _Walk(text).value(_after_blanks(text, 0), root)
    return text, [
        _site(text, one, found, within=within) for one, found, (_, within) in zip(sought, wanted, resolved, strict=True)
    ]


def _token(text: str, lines: Lines, sought: Sought) -> Site | None:
    """What stands where a reader stopped: a string, a word, a number, or one character."""
    offset = lines.offset(sought.line or 1, sought.column or 1)
    found = None if offset is None else _AT_FAULT.match(text, offset)
    return Site(*found.span()) if found else None


def _resolved(sought: Sought, article: Article) -> tuple[list[str], bool]:
    """The keys on the way to what is sought, and whether only a part of that string is.

    Offsets in a block that is named as a whole are those of its text. A pointer at anything else, such as an annotation
    of the block, tells what is at fault better than the block does.
    """
    steps = parts(sought.pointer or "")
    if sought.start is None or sought.block is None:
        return steps, sought.start is not None
    if steps[:1] != ["blocks"] or not _is_block(article, steps[1:2], sought.block) or steps[2:] not in ([], ["text"]):
        return steps, False
    return [*steps[:2], "text"], True


def _is_block(article: Article, index: list[str], block: str) -> bool:
    """Whether the block with this index has this id."""
    return bool(index) and article["blocks"][int(index[0])]["id"] == block


class _Wanted:
    """A value on the way to what is sought, or sought itself, with the members of it that are.

    `start` and `end` say what of it is marked, once that is known, `key` where its key stands.
    """

    __slots__ = ("end", "key", "members", "offsets", "parent", "start")

    def __init__(self, parent: _Wanted | None = None) -> None:
        self.parent = parent
        self.members: dict[str, _Wanted] = {}
        self.start = self.end = -1
        self.key = (-1, -1)
        self.offsets: Offsets | None = None

    def member(self, steps: list[str]) -> _Wanted:
        """What `steps` lead to from here."""
        found = self
        for step in steps:
            inner = found.members.get(step)
            if inner is None:
                inner = found.members[step] = _Wanted(found)
            found = inner
        return found


class _Walk:
    """Goes through a text to what is wanted."""

    def __init__(self, text: str) -> None:
        self.text = text

    def value(self, start: int, wanted: _Wanted | None) -> int:
        """Go over the value at `start`, note where what is wanted of it stands, and give its end."""
        first = self.text[start]
        if first == '"':
            end = _end_of(_STRING, self.text, start)
        elif first in "{[":
            end = self.members(start, wanted) if wanted is not None and wanted.members else self.skip(start)
        else:
            end = _end_of(_SCALAR, self.text, start)
        if wanted is not None:
            in_lines = first in "{[" and _BREAK.search(self.text, start, end)
            wanted.start, wanted.end = start, start + 1 if in_lines else end
        return end

    def skip(self, start: int) -> int:
        """The end of the array or object at `start`."""
        depth, end = 0, start
        for token in _TOKEN.finditer(self.text, start):
            depth += _DEPTHS.get(token[0], 0)
            end = token.end()
            if not depth:
                break
        return end

    def members(self, start: int, wanted: _Wanted) -> int:
        """Go over the members of the array or object at `start`, and give its end."""
        in_object = self.text[start] == "{"
        offset, count = _after_blanks(self.text, start + 1), 0
        while self.text[offset] not in "}]":
            if self.text[offset] == ",":
                offset = _after_blanks(self.text, offset + 1)
            inner = wanted.members.get(str(count)) if not in_object else None
            if in_object:
                end = _end_of(_STRING, self.text, offset)
                inner = wanted.members.get(_decoded(self.text[offset:end]))
                if inner is not None:
                    inner.key = offset, end
                offset = _after_blanks(self.text, _after_blanks(self.text, end) + 1)
            offset = _after_blanks(self.text, self.value(offset, inner))
            count += 1
        return offset + 1


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    return pattern.match(text, start).end()  # type: ignore[union-attr]  # the text is JSON


def _after_blanks(text: str, offset: int) -> int:
    return _end_of(_BLANKS, text, offset)


def _decoded(literal: str) -> str:
    return str(json.loads(literal)) if "\\" in literal else literal[1:-1]


def _site(text: str, sought: Sought, wanted: _Wanted, *, within: bool) -> Site:
    """Where what is sought stands, now that everything is found that is there; `within` a string if offsets say so."""
    found = wanted
    while found.start < 0 and found.parent is not None:
        found = found.parent
    if sought.of_key and found is wanted and found.key[0] >= 0:
        return Site(*found.key)
    if within and found is wanted and text[found.start] == '"':
        if found.offsets is None:
            found.offsets = Offsets(_pieces(text[found.start : found.end], found.start), found.start + 1)
        start = sought.start or 0
        return Site(*found.offsets.range(start, start if sought.end is None else sought.end))
    return Site(found.start, found.end)


def _pieces(literal: str, start: int) -> Iterator[Piece]:
    """The pieces of a string literal that stands at `start`."""
    at = 1
    for escaped in _ESCAPE.finditer(literal):
        yield Piece(start + at, escaped.start() - at, escaped.start() - at)
        yield Piece(start + escaped.start(), len(escaped[0]), 1)
        at = escaped.end()
    rest = len(literal) - 1 - at
    yield Piece(start + at, rest, rest)
