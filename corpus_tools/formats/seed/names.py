"""Names in text: what looks like one, how a list of them is split, and the usual form of one in capitals."""

from __future__ import annotations

import re
from functools import cache

from corpus_tools.formats.seed.cues import Cues, load_cues

Extent = tuple[int, int]
"""Half-open offsets in the text of a block."""

_LONGEST_LIST = 240
_MOST_WORDS = 5
_segments = re.compile(r"\s?[|•·]\s?|\s[/–—-]{1,2}\s")
_words = re.compile(r"\S+").finditer
_not_in_name = re.compile(r"[0-9?!:;()\[\]{}<>\"“”«»=*#@_\\/|]").search
_initial = re.compile(r"(?:\w\.-?)+|(?:Jr|Sr|Dr|Mr|Mrs|Ms|Prof|St)\.").fullmatch


@cache
def _joiner() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(load_cues().joiners))
    return re.compile(rf"\s?,\s?(?:(?:{words})\s)?|\s(?:{words})\s", re.IGNORECASE)


def segments(text: str, start: int, end: int) -> list[Extent]:
    """The parts of a byline between bars, bullets and dashes."""
    return _split(_segments, text, start, end)


def listed(text: str, start: int, end: int) -> list[Extent]:
    """The items of a list with commas and "and"; nothing if it is too long to be one of names."""
    return _split(_joiner(), text, start, end) if end - start <= _LONGEST_LIST else []


def _split(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Extent]:
    found: list[Extent] = []
    for match in pattern.finditer(text, start, end):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, end))
    return [extent for item in found if (extent := trimmed(text, *item))[0] < extent[1]]


def trimmed(text: str, start: int, end: int) -> Extent:
    """The extent without blanks at its edges, and without a full stop that ends a sentence and no abbreviation."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start and text[end - 1] == "." and not _initial(text[start:end].rsplit(None, 1)[-1]):
        end -= 1
    return start, end


def name_in(text: str, start: int, end: int) -> Extent | None:
    """The name at the beginning of an item such as ``Ana Silva in Lisbon``; None if it is not one."""
    tails = load_cues().tails
    for word in _words(text, start, end):
        if word.start() > start and word.group() in tails:
            end = trimmed(text, start, word.start())[1]
            break
    return (start, end) if is_name(text[start:end]) else None


def is_name(text: str) -> bool:
    """Whether `text` could be the name of a person or a newsroom: few words, each capitalised or a particle."""
    if not text or len(text) > 80 or _not_in_name(text):
        return False
    cues = load_cues()
    words = text.split()
    proper = [word for word in words if word.lower() not in cues.name_particles]
    if not proper or len(proper) > _MOST_WORDS or words[0].lower() in cues.weekdays | cues.months.keys():
        return False
    if words[-1].endswith(".") and not _initial(words[-1]):
        return False
    return not proper[0][0].islower() and all(_is_name_word(word, cues) for word in proper)


def _is_name_word(word: str, cues: Cues) -> bool:
    first = word[0]
    if first.isalpha() and not first.islower():
        return True
    if first.islower():
        return word.lower() in cues.staff_words or any(letter.isupper() for letter in word[1:4])
    return len(word) > 1 and word[1].isupper()


def is_organisation(text: str) -> bool:
    """Whether `text` names an agency or another organisation: known, in initials, or by its words."""
    cues = load_cues()
    if text in cues.agencies:
        return True
    words = text.split()
    if len(words) == 1 and 2 <= len(text) <= 6 and text.isupper() and text.isalpha():
        return True
    return any(word.lower() in cues.organisation_words for word in words)


def usual_form(name: str) -> str:
    """A person's name in capitals as it is usually written; unchanged where that is not certain."""
    words = name.split()
    letters = [word for word in words if "." not in word]
    certain = name.isupper() and len(words) > 1 and letters and name not in load_cues().agencies
    if not certain or any(_is_uncertain(word) for word in letters):
        return name
    return "".join(part.capitalize() if len(part) > 1 else part for part in re.split(r"([\s.'’-])", name))


def _is_uncertain(word: str) -> bool:
    return word.startswith(("MC", "MAC")) or word.lower() in load_cues().name_particles or len(word) == 2


def usual_place(place: str) -> str:
    """A place in capitals as it is usually written: ``RIO DE JANEIRO, Brazil`` is ``Rio de Janeiro, Brazil``."""
    city, comma, rest = place.partition(",")
    if not city.isupper() or "." in city:
        return place
    particles = load_cues().place_particles
    words = re.split(r"([\s'’-])", city)
    made = [
        word.lower() if index and word.lower() in particles else word.capitalize() for index, word in enumerate(words)
    ]
    return "".join(made) + comma + rest
