"""The place that stands beside names in a byline, in a script without capitals."""

from __future__ import annotations

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import Extent, is_job, is_word, trimmed

_MARKS = (" - ", " – ", ", ", "، ", "፣ ")
_MOST_OF_NAME = 4  # words


def place_beside_names(
    text: str, start: int, end: int, cues: Cues, *, placed: bool
) -> tuple[Extent | None, Extent] | None:
    """A place and the names beside it: ``دمشق: ليلى حداد``, ``ليلى حداد (دمشق)``.

    A place after names, as in ``أحمد بن سالم، رام الله``, is where they are; the report may be from elsewhere. In
    brackets it is that of the report where it is `placed` so, above a day.
    """
    words = text[start:end]
    if (wide := text.find("＝", start, end)) > 0:
        return (start, wide), (wide + 1, end)
    if words.isascii():
        return None
    if (bracket := text.find(" (", start, end)) > 0:
        inner = trimmed(text, bracket + 2, end)
        place = text[slice(*inner)]
        other = is_organisation(place, cues) or is_job(place, cues) or place.lower() != place.upper()
        return None if other else (inner if placed else None, (start, bracket))
    for mark in _MARKS:
        if (found := _beside(text, start, end, mark, cues)) is not None:
            return found
    mark = ": " if ": " in words else "="
    at = text.find(mark, start, end)
    caseless = at > 0 and text[start:at].lower() == text[start:at].upper()
    return ((start, at), (at + len(mark), end)) if caseless else None


def _beside(text: str, start: int, end: int, mark: str, cues: Cues) -> tuple[Extent | None, Extent] | None:
    """A place before or after `mark`, of one word or known, and a full name on its other side."""
    first, _, second = text[start:end].partition(mark)
    after = start + len(first) + len(mark)
    if second in cues.words["places"] and " " in first:
        return None, (start, start + len(first))
    named = 0 < second.count(" ") < _MOST_OF_NAME and all(map(is_word, second.split()))
    if not named or not first or text[start:end].lower() != text[start:end].upper():
        return None  # 山田太郎, Noël Çelik
    placed = first in cues.words["places"] or (is_word(first) and second.count(" ") in {1, 2})
    other = is_organisation(first, cues) or is_job(first, cues) or is_job(second, cues)
    return ((start, start + len(first)), (after, end)) if placed and not other else None
