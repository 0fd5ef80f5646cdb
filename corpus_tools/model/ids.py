"""Ids: what is legal, how they are ordered, how new ones are made.

One id space covers the whole document: the article, blocks, groups, entities, annotations, relations
and agents. The grammar is the common part of NCName (XML 1.0, fourth edition, which is what libxml2
and jing check) and of file names that are safe everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import count

ID_PATTERN = r"[A-Za-z_][A-Za-z0-9._-]{0,199}"

_is_id = re.compile(ID_PATTERN).fullmatch
_runs = re.compile(r"(\d+)").split
_foreign = re.compile(r"[^A-Za-z0-9._-]")


def is_id(text: str) -> bool:
    """Whether `text` may be an id."""
    return _is_id(text) is not None


@lru_cache(maxsize=4096)  # short ids such as m12 come again in every document
def natural_key(text: str) -> tuple[tuple[str | int, ...], str]:
    """Sort key that orders digit runs as numbers (``b2`` before ``b10``), ties by code point."""
    parts = _runs(text)
    return tuple(int(part) if index % 2 else part for index, part in enumerate(parts)), text


def legal_id(name: str) -> str:
    """Make an id of a file's stem: ``_`` for every character that is not legal, ``_`` in front where needed.

    An empty name gives ``article``.
    """
    made = _foreign.sub("_", name) or "article"
    return (made if is_id(made[:1]) else f"_{made}")[:200]


def fresh_ids(prefix: str, taken: Collection[str]) -> Iterator[str]:
    """Yield ``prefix1``, ``prefix2``, … without those in `taken`."""
    return (made for number in count(1) if (made := f"{prefix}{number}") not in taken)
