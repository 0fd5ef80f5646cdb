"""What may have been meant by a word that is not known, and what is known, as messages and hints say it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from corpus_tools.nearest import nearest

_MOST_NAMED = 12


def meant(word: str, known: Iterable[str]) -> str:
    """The end of a message about `word`: a question, if one of the `known` words is like it."""
    near = nearest_of(word, known)
    return f", did you mean {near!r}?" if near else ""


def nearest_of(word: str, known: Iterable[str]) -> str | None:
    """The one of the `known` words that is most like `word`, if one is."""
    return _nearest(word, tuple(known))


def allowed(known: Iterable[str], none: str) -> str:
    """A hint that names the `known` words; `none` if there are none."""
    words = list(known)
    if not words:
        return none
    named = ", ".join(words[:_MOST_NAMED])
    return f"declared are {named}" + (f" and {len(words) - _MOST_NAMED} more" if len(words) > _MOST_NAMED else "")


_nearest = lru_cache(maxsize=256)(nearest)
