"""What a misspelt word was meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

LIKE_OURS: Final = "(?i:corpus[-_]?tools?)"
"""A pattern for the name of this program, and for what it is misspelt as."""

_ALIKE = 0.7  # how much of two words must be the same, from 0 to 1


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of the `known` words that is most like `word`, if one is; case, ``-`` and ``_`` make no difference.

    `partOf` is nearest to `part_of`, `paragraf` to `paragraph`, and `label` to no key of an annotation.
    """
    folded = {_fold(each): each for each in known}
    found = get_close_matches(_fold(word), folded, n=1, cutoff=_ALIKE)
    return folded[found[0]] if found else None


def _fold(word: str) -> str:
    return re.sub("[-_]", "", word).casefold()
