"""What is the same: values of JSON compared and digested so that nothing slips through."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from operator import eq
from typing import Any

import msgspec

from corpus_tools.model.article import Article
from corpus_tools.model.canonical import canonical

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


def comparison(*documents: bytes) -> Callable[[Any, Any], bool]:
    """The fastest test for sameness that is right for these documents: Python takes `true` for `1`."""
    return _same if any(b"true" in data or b"false" in data for data in documents) else eq


def _same(first: Any, second: Any) -> bool:
    return bool(first == second) and _encode(first) == _encode(second)
