"""What a misspelt word was meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

LIKE_OURS: Final = "(?i:corpus[-_]?tools?)"
"""A pattern for the name of this program, and for what it is misspelt as."""

_ALIKE = 0.7  # how much of two words must be the same, from 0 to 1
_SHORTEST = 3  # letters of an abbreviation
_LONGEST = 200  # of more characters, comparing takes long and a slip of the hand tells little


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of the `known` words that is most like `word`, if one is; case, ``-`` and ``_`` make no difference.

    Where none is, the only one that begins with `word` is meant. `partOf` is nearest to `part_of`, `paragraf` to
    `paragraph`, `lang` to `language`, and `label` to no key of an annotation.
    """
    if len(word) > _LONGEST:
        return None
    folded = {_fold(each): each for each in known}
    short = _fold(word)
    found = get_close_matches(short, folded, n=1, cutoff=_ALIKE)
    if not found and len(short) >= _SHORTEST:
        found = [each for each in folded if each.startswith(short)]
    return folded[found[0]] if len(found) == 1 else None


def _fold(word: str) -> str:
    return re.sub("[-_]", "", word).casefold()
