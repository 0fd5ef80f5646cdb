"""What may be inside of `extra` and attributes: strings and integers with their places, depth and size.

`extra` may nest as deep as a parser lets it, so nothing here recurses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from corpus_tools.model.pointers import escape


def strings_of(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """JSON Pointer and value of every string, keys included (at the pointer of their object)."""
    for place, _, member in _walk(value, pointer):
        if isinstance(member, str):
            yield place, member
        elif isinstance(member, dict):
            yield from ((place, key) for key in member)


def integers_of(value: Any, pointer: str) -> Iterator[tuple[str, int]]:
    """JSON Pointer and value of every integer."""
    for place, _, member in _walk(value, pointer):
        if type(member) is int:
            yield place, member


def depth(value: Any) -> int:
    """How deep objects and lists nest; 0 for a plain value."""
    return max(level + isinstance(member, list | dict) for _, level, member in _walk(value, ""))


def utf8_size(text: str) -> int:
    """Bytes of `text` in UTF-8; lone surrogates count as three."""
    return len(text.encode("utf-8", "surrogatepass"))


def json_size(value: Any) -> int:
    """Bytes of `value` as compact JSON; 0 for what JSON cannot say, which is a finding of its own."""
    try:
        return len(msgspec.json.encode(value))
    except ValueError:
        return 0


def _walk(value: Any, pointer: str) -> Iterator[tuple[str, int, Any]]:
    """Pointer, number of containers around it, and value, in document order."""
    waiting = [(pointer, 0, value)]
    while waiting:
        place, level, member = waiting.pop()
        yield place, level, member
        if isinstance(member, dict):
            parts = [(f"{place}/{escape(key)}", level + 1, part) for key, part in member.items()]
        elif isinstance(member, list):
            parts = [(f"{place}/{number}", level + 1, part) for number, part in enumerate(member)]
        else:
            continue
        waiting += reversed(parts)
