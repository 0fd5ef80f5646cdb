"""Values of an article in words, for people to read."""

from __future__ import annotations

import json
import re
from typing import Any

_FIRST = ("name", "text", "value", "uri")
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


_looks_like_json = re.compile(
    r"""true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|".*"|\[.*\]|\{.*\}""", re.ASCII
).fullmatch


def in_words(value: Any) -> str:
    """A value as it is if it is plain text, else as JSON.

    Also text is JSON if it is blank at its edges, has line breaks, looks like another value, or holds what stands
    between the keys of an object. A list of texts reads like one text with commas.
    """
    if type(value) is str and _is_plain(value):
        return value
    if type(value) is list and value and all(type(part) is str for part in value):
        return ", ".join(_encode(part) if ", " in part else in_words(part) for part in value)
    return _encode(value)


def _is_plain(text: str) -> bool:
    if not text or text != text.strip() or "\n" in text or "; " in text:
        return False
    return not _looks_like_json(text)


def object_in_words(value: Any) -> str:
    """The same, but of an object its name first and then its other keys: ``Rui Reis; affiliation: AP``."""
    if type(value) is not dict:
        return in_words(value)
    first = next((key for key in _FIRST if type(value.get(key)) is str), None)
    rest = [f"{key}: {in_words(value[key])}" for key in sorted(value) if key != first]
    return "; ".join([in_words(value[first]), *rest] if first else rest)
