"""Globs of paths, as configurations have them: `*`, `?` and `[...]` inside one name, `**` across directories.

A glob without a slash holds at any depth, and a glob that matches a directory holds for all that is below it, as
in the ignore files of version control. ``./`` in front is the same as nothing, and binds to the top.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable
from functools import lru_cache

_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[!?[^/][^\]/]*\]|.", re.DOTALL)
_MEANINGS = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


class Globs:
    """Several globs in one: whether one of them matches."""

    __slots__ = ("_match",)

    def __init__(self, globs: Iterable[str]) -> None:
        """Compile `globs`."""
        patterns = [_pattern(glob) for glob in globs]
        self._match = re.compile("|".join(patterns) if patterns else "(?!)", re.DOTALL).fullmatch

    def match(self, path: str) -> bool:
        """Whether a glob matches `path`, which is relative and has slashes, or a directory on the way to it."""
        return self._match(path) is not None


@lru_cache(maxsize=256)
def _pattern(glob: str) -> str:
    """The regular expression for a glob, and for all that is below what it matches."""
    bare = glob.rstrip("/")
    anchored = "/" in bare
    bare = bare.removeprefix("./").removeprefix("/")
    text = "".join(_translated(token) for token in _TOKEN.findall(bare))
    return f"(?:{'' if anchored else _MEANINGS['**/']}{text}(?:/.*)?)"


def _translated(token: str) -> str:
    if token in _MEANINGS:
        return _MEANINGS[token]
    if len(token) == 1:
        return re.escape(token)
    return f"(?!/){fnmatch.translate(token)[len('(?s:') : -len(')|Z')]}"  # what stands between is one set
