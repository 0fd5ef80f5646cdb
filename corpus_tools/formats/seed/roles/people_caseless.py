"""Names alone on a line in a script without capitals: only their form and what stands beside them show it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tools.formats.seed.dates.find import find_date
from corpus_tools.formats.seed.lexicon.cues import Cue, Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.east import are_han_names
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import is_full_name, is_job, is_name, is_word, listed
from corpus_tools.formats.seed.roles.candidates import NEVER, Candidate, hint
from corpus_tools.formats.seed.roles.people_east import NAME_WITH_NEWSROOM, in_east_asia, is_hangul_name

_LONGEST = 60
_LONGEST_DAY = 80
_MOST_WORDS = 4
_MOST_OF_PLACE = 3  # words
_PAIR, _MOST_PARTS = 2, 3
_MOST = 4  # names
_A_FEW_WORDS = hint("byline", "a few words, as names are", head=1.3, body=-1.5)
_FOUR_WORDS = hint("byline", "a few words, as names are", head=0.6, body=-1.5)
_BESIDE_PLACE = hint("byline", "a few words, as names are, beside a place", head=1.8, body=-1.0)
_BESIDE_PLACES = hint("byline", "a few words on both sides of a dash, as a name and its place are", head=1.2, body=-2.0)
_NEWSROOM_AND_PLACE = hint("byline", "a newsroom and its place", head=0.2)
_ABOVE_DAY = hint("byline", "a name with a place in brackets above a day", head=4.2)
PLACE_OF_AUTHOR = "a name with a place in brackets"
"""Where the author is; the report may be from elsewhere."""
_IN_BRACKETS = hint("byline", PLACE_OF_AUTHOR, head=2.8)
_JOINED = (NEVER, 2.0, NEVER, 2.2)
_LONGEST_BY = 8
_parts = re.compile(r"\s?\|\s?|\s[-–—ـ]\s|:\s|\s?(?<!\b[\u1200-\u137f])/\s?").split
_abbreviation = re.compile(r"\b([\u1200-\u137f])/(?=[\u1200-\u137f]\b)").sub  # ዶ/ር
_commas = re.compile(r"\s?[,،፣]\s").split


def without_capitals(text: str, cues: Cues) -> Candidate | None:
    """A name in a script without capitals, perhaps with its place, office or newsroom."""
    if (person := in_east_asia(text, cues)) is not None:
        return person
    if len(text) > _LONGEST:
        return None
    parts = [part.strip() for part in _parts(text)]
    if len(parts) == 1:
        return _of_commas(text, cues)
    if not all(parts) or len(parts) > _MOST_PARTS:
        return None
    found = _beside(parts, cues)
    if ": " in text:
        return _BESIDE_PLACE if found in (_A_FEW_WORDS, _BESIDE_PLACES) else found
    return None if found is _BESIDE_PLACES and "|" in text else found


def _of_commas(text: str, cues: Cues) -> Candidate | None:
    """Names alone, or one with its place, office or newsroom after a comma."""
    parts = [part.strip() for part in _commas(text)]
    if are_full_names(text, cues):
        return _A_FEW_WORDS
    if len(parts) > 1:
        return _beside(parts, cues) if all(parts) and len(parts) <= _MOST_PARTS else None
    words = text.split()
    if not is_name_of_letters(text, cues):
        return _in_a_place(text, cues)
    particles = len(cues.words["name_particles"].intersection(words))
    return _FOUR_WORDS if len(words) - particles == _MOST_WORDS else after_joined(text, cues) or _A_FEW_WORDS


def _beside(parts: Sequence[str], cues: Cues) -> Candidate | None:
    """A name and what stands beside it: known newsrooms and offices, or one word that may be its place."""
    if parts[-1] in cues.words["agencies"] and _is_of_east(parts[0]):
        return NAME_WITH_NEWSROOM
    known = [part for part in parts if is_organisation(part, cues) or is_job(part, cues)]
    others = [part for part in parts if part not in known]
    names = [part for part in others if _is_name(part, cues)]
    if len(parts) == _MOST_PARTS and len(names) > 1:
        return None
    if known:
        placed = sum(_is_place(part) for part in others if part not in names)
        if names and len(others) == len(names) + placed:
            return NAME_WITH_NEWSROOM
        return _NEWSROOM_AND_PLACE if len(parts) == _PAIR and len(others) == 1 and is_word(others[0]) else None
    return _beside_place(parts, names, cues) if len(parts) == _PAIR else None


def _beside_place(parts: Sequence[str], names: Sequence[str], cues: Cues) -> Candidate | None:
    """A name beside one word, a known place, or two or three words that may be one."""
    if any(part in cues.words["places"] for part in parts) and names:
        return _BESIDE_PLACE
    if len(names) == 1 and is_word(next(part for part in parts if part not in names)):
        return _A_FEW_WORDS
    return _BESIDE_PLACES if len(names) == len(parts) else None


def _is_name(part: str, cues: Cues) -> bool:
    """Whether a part may be a full name: in letters without capitals, or in Latin ones with them."""
    if part.lower() != part.upper():
        return is_full_name(part, cues)
    particles = len(cues.words["name_particles"].intersection(part.split()))
    return is_name_of_letters(part, cues) and len(part.split()) - particles < _MOST_WORDS


def _is_of_east(name: str) -> bool:
    return are_han_names(name) or is_hangul_name(name)


def is_name_of_letters(text: str, cues: Cues) -> bool:
    """Whether a text is two to four words of letters alone, and none of those that sentences, days and offices have."""
    words = _abbreviation("", text).split() if "/" in text else text.split()
    if not 2 <= len(words) <= _MOST_WORDS or not all(map(is_word, words)):
        return False
    return (cues.words["date"] | cues.words["jobs"] | cues.function_words).isdisjoint(words)


def _is_place(words: str) -> bool:
    """Whether some words may name a place."""
    return words.count(" ") < _MOST_OF_PLACE and all(map(is_word, words.split()))


def _in_a_place(text: str, cues: Cues) -> Candidate | None:
    """A full name and where its bearer is, with a word for "in" between: ``مریم احمدی در کابل``."""
    words = text.split()
    at = next((at for at, word in enumerate(words[2:-1], start=2) if word in cues.words["in"] and len(word) > 1), 0)
    name, place = " ".join(words[:at]), " ".join(words[at + 1 :])
    placed = at > 0 and _is_place(place) and cues.function_words.isdisjoint(words[at + 1 :])
    return _A_FEW_WORDS if placed and _is_name(name, cues) else None


def are_full_names(text: str, cues: Cues) -> bool:
    """Whether a line is two or three full names in a script without capitals: ``तानवीर हसन और नेहा बंसल``."""
    names = [text[slice(*item)] for item in listed(text, 0, len(text), cues)]
    if not 2 <= len(names) < _MOST or any(is_organisation(name, cues) for name in names):
        return False
    return all(_is_name(name, cues) for name in names)


def after_joined(text: str, cues: Cues) -> Candidate | None:
    """A full name that the word for "by" is joined to, in Amharic (``በሳሙኤል ወርቁ``), or by a copy (``ByAna Silva``)."""
    low = lowered(text[:_LONGEST_BY])
    by = next((by for by in cues.words["by_joined"] if low.startswith(by)), None)
    if by is None or (text[0].isupper() and not (text[len(by) :][:1].isupper() and is_name(text[len(by) :], cues))):
        return None
    cue = Cue("byline", "authors", None, len(by), len(text), "opener", by, cues.languages[0])
    return Candidate("byline", _JOINED, "a name that a word is joined to", cue)


def with_place_in_brackets(text: str, following: str, cues: Cues) -> Candidate | None:
    """A name with its place in brackets, in a script without capitals: ``ليلى حداد (دمشق)``; surer above a day."""
    name, _, place = text[:-1].partition(" (")
    if place.lower() != place.upper() or not _is_place(place) or is_organisation(place, cues):
        return None
    if not _is_name(name, cues):
        return None
    if not (cues.words["photo"] | cues.function_words).isdisjoint(place.split()):
        return None
    day = find_date(following, cues) if len(following) <= _LONGEST_DAY else None
    if day is not None and day.full:
        return _ABOVE_DAY
    told = (" " not in place and len(name.split()) < _MOST_WORDS) or place in cues.words["places"]
    return _IN_BRACKETS if told else None
