"""What is the same: values of JSON compared and digested so that nothing slips through."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from corpus_tools.model.article import Article
from corpus_tools.model.canonical import canonical

_FREE = ("attributes", "extra")
"""Keys of a thing with an id under which `true` may stand."""

_encode = msgspec.json.Encoder(order="sorted").encode


def exact_bytes(value: Any) -> bytes:
    """A value as JSON with sorted keys and no blanks, in UTF-8: two canonical values are the same if these are."""
    return _encode(value)


def digest(article: Article) -> str:
    """The SHA-256 of an article, in hexadecimal; the order of what has no order makes no difference."""
    return sha256(exact_bytes(canonical(article)))


def sha256(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def same(first: Any, second: Any) -> bool:
    """Whether two canonical values are the same; Python alone takes `true` for `1`."""
    if first != second:
        return False
    if type(first) is str or (type(first) is dict and "id" in first and first.keys().isdisjoint(_FREE)):
        return True
    return _encode(first) == _encode(second)
