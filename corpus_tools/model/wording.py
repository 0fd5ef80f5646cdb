"""Values of an article in words, for people to read."""

from __future__ import annotations

import json
from typing import Any

_FIRST = ("name", "text", "value", "uri")
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def in_words(value: Any) -> str:
    """A value as it is if it is plain text, else as JSON: also text that is blank at its edges, or has line breaks."""
    if type(value) is str and value and value == value.strip() and "\n" not in value:
        return value
    if type(value) is list and value and all(type(part) is str for part in value):
        return ", ".join(map(in_words, value))
    return _encode(value)


def object_in_words(value: Any) -> str:
    """The same, but of an object its name first and then its other keys: ``Rui Reis; affiliation: AP``."""
    if type(value) is not dict:
        return in_words(value)
    first = next((key for key in _FIRST if type(value.get(key)) is str), None)
    rest = [f"{key}: {in_words(value[key])}" for key in sorted(value) if key != first]
    return "; ".join([in_words(value[first]), *rest] if first else rest)
