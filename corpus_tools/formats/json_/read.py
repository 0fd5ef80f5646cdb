"""Read JSON: the fast way for files that are sound, the exact way for those that are not.

Three things that a fast parser lets pass are found without walking the text. A key that stands twice is lost
by the parser, so the text has more quotation marks than what was parsed has when written again (a
quotation mark spelled as an escape would spoil the count and goes the exact way). Integers beyond 64 bits, and deep
nesting, can be met by the schema only in ``attributes`` and ``extra``, so these are looked at.
"""

from __future__ import annotations

from typing import Any

import msgspec

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.json_.scan import INTEGER_RANGE, decode, scan
from corpus_tools.model.article import Article
from corpus_tools.model.index import has_numeric_escape
from corpus_tools.model.lines import Lines
from corpus_tools.violations import MAX_DEPTH

_parse = msgspec.json.Decoder().decode
_write = msgspec.json.Encoder().encode
_LISTS = ("blocks", "groups", "entities", "agents")
_ITEM_LISTS = ("annotations", "relations")
_LOOSE = ("attributes", "extra")
_OUTER = 6  # objects and arrays that an `extra` may be in
_LEAST, _MOST = INTEGER_RANGE[0], INTEGER_RANGE[-1]


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
            hint="one file holds one article" if type(value) is list else "leave the file out of the documents",
        )
    return value  # type: ignore[return-value]  # the schema says so, not the parser


def _is_suspect(data: bytes, value: Any) -> bool:
    """Whether the exact way has to look for what the parser lets pass."""
    if has_numeric_escape(data) and b"\\u0022" in data:
        return True
    if data.count(b'"') != _write(value).count(b'"'):
        return True
    try:
        return _goes_beyond(_loose_parts(value))
    except (AttributeError, TypeError):  # it has not the shape of an article
        return True


def _loose_parts(value: Any) -> list[Any]:
    """What stands under the keys of an article whose values may nest and count as they like."""
    things = [value, value.get("metadata", {})]
    for key in _LISTS:
        if key in value:
            things += value[key]
    for layer in value.get("layers", {}).values():
        for key in _ITEM_LISTS:
            if key in layer:
                things += layer[key]
    return [thing[key] for key in _LOOSE for thing in things if key in thing]


def _goes_beyond(parts: list[Any]) -> bool:
    """Whether integers have more than 64 bits, or arrays and objects may nest too deep."""
    for _ in range(MAX_DEPTH - _OUTER):
        inner: list[Any] = []
        for part in parts:
            kind = type(part)
            if kind is dict:
                inner += part.values()
            elif kind is list:
                inner += part
            elif kind is int and not _LEAST <= part <= _MOST:
                return True
        if not inner:
            return False
        parts = inner
    return True


def _a_name(value: Any) -> str:
    names = {list: "an array", str: "a string", bool: "a boolean", int: "a number", float: "a number"}
    return names.get(type(value), "null")
