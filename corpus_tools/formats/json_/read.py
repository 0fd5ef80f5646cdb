"""Read JSON: the fast way for files that are sound, the exact way for those that are not.

Three things that a fast parser lets pass are found without walking the text. A key that stands twice is lost
by the parser, so the text has more quotation marks than what was parsed has when written again (a
quotation mark spelled as an escape would spoil the count and goes the exact way). Large integers are found by
their length, deep nesting by going down level by level; a document that meets the schema can have them only in
``attributes`` and ``extra``, so one that has neither, nor hides them behind escapes, is not looked at.
"""

from __future__ import annotations

from itertools import chain
from typing import Any

import msgspec

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.json_.scan import MAX_DEPTH, decode, scan
from corpus_tools.model.article import Article
from corpus_tools.model.index import has_numeric_escape
from corpus_tools.model.lines import Lines

_parse = msgspec.json.Decoder().decode
_write = msgspec.json.Encoder().encode
_DIGITS_AS_ZERO = bytes(48 if 48 <= byte < 58 else byte for byte in range(256))
_LONG_INTEGER = b"0" * 19


def read(data: bytes, options: ReadOptions) -> Article:  # noqa: ARG001  JSON holds everything that options could say
    """Read the article of a JSON file; it need not meet the schema.

    Raises:
        SourceError: the file is not I-JSON, or no object.
    """
    return parse(data)


def looks_like(data: bytes) -> bool:
    """Whether a file begins as an object of JSON does."""
    return data[:256].lstrip(b" \t\r\n").startswith(b"{")


def parse(data: bytes) -> Article:
    """The object that a JSON file holds.

    Raises:
        SourceError: the file is not I-JSON, or no object.
    """
    try:
        value = _parse(data)
        suspect = _is_suspect(data, value)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        scan(decode(data))
        raise SourceError(f"the file is not JSON: {error}", kind="not-well-formed") from error
    if suspect:
        scan(decode(data))
    if type(value) is not dict:
        text = decode(data)
        scan(text)
        line, column = Lines(text).place(len(text) - len(text.lstrip(" \t\r\n")))
        raise SourceError(
            f"the document is {_a_name(value)}, but an article is an object",
            kind="not-an-article",
            line=line,
            column=column,
            pointer="",
        )
    return value  # type: ignore[return-value]  # the schema says so, not the parser


def _is_suspect(data: bytes, value: Any) -> bool:
    """Whether the exact way has to look for what the parser lets pass."""
    escaped = has_numeric_escape(data)
    if escaped and b"\\u0022" in data:
        return True
    if data.count(b'"') != _write(value).count(b'"'):
        return True
    if not (escaped or b'attributes"' in data or b'extra"' in data):
        return False
    return _LONG_INTEGER in data.translate(_DIGITS_AS_ZERO) or _is_deep(data, value)


def _is_deep(data: bytes, value: Any) -> bool:
    if type(value) not in (dict, list) or data.count(b"[") + data.count(b"{") <= MAX_DEPTH:
        return False
    level = [value]
    for _ in range(MAX_DEPTH):
        members = (outer.values() if type(outer) is dict else outer for outer in level)
        level = [inner for inner in chain.from_iterable(members) if type(inner) is dict or type(inner) is list]
        if not level:
            return False
    return True


def _a_name(value: Any) -> str:
    names = {list: "an array", str: "a string", bool: "a boolean", int: "a number", float: "a number"}
    return names.get(type(value), "null")
