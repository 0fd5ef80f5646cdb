"""Names that stand alone on a line, without a cue: bylines by their place in the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus_tools.formats.seed.credits.words import FoundCredit
from corpus_tools.formats.seed.dates.find import find_date
from corpus_tools.formats.seed.dates.lines import date_parts
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import EAST, find_digit, is_unspaced
from corpus_tools.formats.seed.names.addresses import address_in, handle_in
from corpus_tools.formats.seed.names.organisations import is_organisation, is_place_in_line, is_place_or_paper
from corpus_tools.formats.seed.names.recognise import (
    is_full_name,
    is_initial,
    is_initials_of_name,
    is_job,
    is_name,
    is_office_in_city,
    is_small,
    is_word,
    listed,
    may_be_divided,
    name_in,
    segments,
    sentence_end,
)
from corpus_tools.formats.seed.roles.candidates import Candidate, hint
from corpus_tools.formats.seed.roles.offices import is_name_with_office
from corpus_tools.formats.seed.roles.people_caseless import after_joined, without_capitals
from corpus_tools.formats.seed.roles.people_east import ALONE, NAME_WITH_NEWSROOM, in_east_asia

LONGEST_OF_NAMES = 90
"""Of a line of names, in characters."""
_clock = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{2,4})?[\s,]*$").search
"""The time before a day: ``05:12 AM November 03, 2026``."""
_APART = "—–-|•"
_joint = re.compile("[,/–—-]").search
_signed = re.compile(r"[^\W\d_][a-zа-яё]{1,20}\s(?:\w\.\s)?[^\W\d_a-zа-я]{3,20}\.").fullmatch
"""A name whose surname is in capitals, with a full stop: ``Игорь МАСЛОВ.``."""
_MOST = 4
_MOST_WORDS = 4
_MOST_OF_OFFICE = 8
_ADDRESS = hint("byline", "an e-mail address", head=1.5, body=0.6, foot=1.5)
_HANDLE = hint("byline", "a handle", head=1.2, body=-0.5, foot=0.8)
_OFFICE = hint("byline", "an office of a newsroom", head=0.9, body=-1.0, foot=0.8)
_NEWSROOM_AND_PLACE = hint("byline", "a newsroom and its place", head=0.8)
_PLACE_WITH_NEWSROOMS = hint("dateline", "a place before newsrooms", head=1.6)
NAME_WITH_DAY = hint("byline", "a name with a day", above=0.5, head=2.2, body=-1.0, foot=1.8)
_NAME_WITH_PLACE = hint("byline", "a name with a place", head=1.2, body=-1.5, foot=0.8)
_OFFICE_IN_CITY = hint("byline", "an office of a newsroom and a place", head=1.8, body=-1.0, foot=0.8)
_LONGEST_PLACE = 24
AGENCY_ALONE = "an agency alone"
WITH_NEWSROOM = "a name with a newsroom"
_PLACES = tuple(hint("dateline", "a word alone, as places are", head=head) for head in (-1.4, -0.5))
"""By whether it is in capitals."""
_RATHER_NO_PLACE = hint("dateline", "a word alone, in a script without capitals", head=-2.1)
_NEWSROOM = hint("byline", "a newsroom alone", head=0.5)
_SURE_NEWSROOM = hint("byline", "newsrooms", head=1.6, body=-1.0, foot=1.5)
_NEWSROOMS_AT_END = hint("source", _SURE_NEWSROOM.reason, foot=1.8)
_NAMES_ALONE = tuple(
    tuple(hint("byline", ALONE, above=-0.2, head=head, body=-1.0, foot=foot) for foot in (0.6, 1.0))
    for head in (1.3, 1.2)
)
"""By whether they are in capitals, and whether there are several."""


@lru_cache(maxsize=64)  # a line is looked at by itself and from the one above it, and titles may stand twice
def named(text: str, cues: Cues) -> Candidate | None:
    """A name, an office or an e-mail address alone on a line."""
    if len(text) > LONGEST_OF_NAMES or (text[0] >= "\u1000" and ("။" in text or "។" in text)):
        return None
    if "@" in text:
        words = len(text.split())
        if words <= 6 and address_in(text, 0, len(text)) is not None:
            return _ADDRESS
        if handle_in(text, 0, len(text)) is not None and (
            words <= 4 or is_name(text[: text.index("@")].rstrip(" (|"), cues)
        ):
            return _HANDLE
    joined = after_joined(text, cues) if text[0].isupper() else None
    if joined is None and is_job(text, cues) and len(text.split()) <= _MOST_OF_OFFICE and sentence_end(text) is None:
        last = text.rpartition(" ")[2] in cues.words["jobs"] and text.lower() == text.upper()
        office = _OFFICE_IN_CITY if last or is_office_in_city(text, cues) else _OFFICE
        return NAME_WITH_NEWSROOM if is_name_with_office(text, cues) else office
    if text.lower() == text.upper():
        return without_capitals(text, cues)
    eastern = in_east_asia(text, cues) if max(text[0], text[-1]) > EAST or "、" in text else None
    return joined or eastern or (_with_capitals(text, cues) if _may_be_names(text, cues) else None)


def _with_capitals(text: str, cues: Cues) -> Candidate | None:
    """Names in a script with capitals."""
    if text[0].isdecimal() and _follows_day(text, cues):
        return NAME_WITH_DAY
    return (_place_first(text, cues) if _joint(text) else None) or _names(text, cues)


def _may_be_names(text: str, cues: Cues) -> bool:
    """Whether a line has as few words as a name, or what may divide it into names, or names and a day or a place."""
    if _breadth(text, cues) <= _MOST_WORDS or not cues.words["in"].isdisjoint(_after_name(text.split())):
        return True
    enclosed = not (text[0].isalnum() and text[-1].isalnum())  # such marks are no part of names
    return enclosed or find_digit(text) is not None or may_be_divided(text, cues)


def _after_name(words: list[str]) -> list[str]:
    """The words of a line of which one would be right after a full name."""
    return words[2 : _MOST_WORDS + 1]


def named_by_mark(text: str, cues: Cues) -> Candidate | None:
    """A name with an address, or one that a full stop ends."""
    person = named(text, cues) if "@" in text else None
    return _with_stop(text, cues) if person is None and text[-1] == "." else person


def _with_stop(text: str, cues: Cues) -> Candidate | None:
    """A name alone that a full stop ends: of a signature, or of its last word, as in ``Rui Reis Jr.``."""
    if _signed(text) is not None:
        return named(text[:-1], cues)
    if text[-2:-1].isdecimal():
        return named(text, cues)  # Ana Silva | 12.03.2024.
    last = text.rpartition(" ")[2]
    return named(text, cues) if len(last) > 2 and is_initial(last) is not None else None


def of_names(text: str, index: int, top: int, cues: Cues) -> list[Candidate]:
    """Readings of a line of names: a byline, the credit of a picture, or, above block number `top`, a place."""
    person = named(text, cues)
    if person is None:
        place = 0 < index < top and len(text) <= _LONGEST_PLACE and is_word(text) and cues.whole(text) is None
        place = place and text[0] < "\u2e80"
        return [_PLACES[text.isupper()] if text.lower() != text.upper() else _RATHER_NO_PLACE] if place else []
    if index > 1 and "/" in text:
        first = text.partition("/")[0].strip() in cues.words["wires"]  # who sells pictures stands before who took them
        return [person, whole_credit(text, WITH_NEWSROOM, *((2.8, 2.4) if first else (0.4, 0.8)))]
    if index > 1 and person.reason == ALONE:
        return [person, whole_credit(text, ALONE, -1.2, 0.3)]
    if index > 1 and person is _SURE_NEWSROOM:
        return [person, _NEWSROOMS_AT_END]
    return [person]


def whole_credit(text: str, reason: str, head: float, body: float) -> Candidate:
    """A line that is a credit and nothing else, as those beside a caption are."""
    return hint("credit", reason, head=head, body=body, credit=FoundCredit((0, len(text)), 0.5, reason))


def _names(text: str, cues: Cues) -> Candidate | None:
    """People alone, or with their newsroom, place or day: ``Ana Silva``, ``Ana Silva/AP``, ``Ana Silva - Lisbon``."""
    bracket = text.find("(") if text[-1] == ")" else -1
    day = _day_at_end(text, cues) if bracket < 0 else None
    end = bracket if bracket > 0 else len(text) if day is None else day
    pictured = bracket > 0 and text.find(": ", bracket) > 0  # (Foto: Ana Silva)
    names = [] if pictured else _items(text, end, cues)
    newsrooms, people = _told_apart(names, cues)
    placed = len(names) > len(people) > 0 and names[-1] not in newsrooms
    placed = placed and (is_place_in_line if bracket > 0 else is_place_or_paper)(names[-1], cues)
    if len(names) < 2 and not newsrooms and not people and _in_a_city(text, cues):
        return _NAME_WITH_PLACE
    if not names or len(people) + len(newsrooms) + placed < len(names):
        told = len(names) > 0 and names[0] in newsrooms and not is_small(names[-1][0])
        return _NEWSROOM_AND_PLACE if told else None
    if not people:
        alone = len(newsrooms) == 1
        told = not alone or (day is None and " " in newsrooms[0] and is_name(newsrooms[0], cues))
        office = alone and " ".join(newsrooms[0].split()[:-1]) in cues.words["agencies"]  # Europa Press Madrid
        return (_NEWSROOM if alone and not office else _SURE_NEWSROOM) if told else None
    if day is not None:
        return NAME_WITH_DAY
    if newsrooms or bracket > 0:
        return NAME_WITH_NEWSROOM
    return _NAME_WITH_PLACE if placed else _NAMES_ALONE[text.isupper()][len(people) > 1]


def _told_apart(names: Sequence[str], cues: Cues) -> tuple[list[str], list[str]]:
    """Newsrooms and offices, and people with their full names or initials; nothing if the first item is neither."""
    newsrooms: list[str] = []
    people: list[str] = []
    for name in names:
        if name[-1] not in cues.stops and (_is_newsroom(name, cues) or is_job(name, cues)):
            newsrooms.append(name)
        elif _is_in_full(name, cues) and is_name(name, cues):
            people.append(name)
        elif name is names[0]:
            break
    return newsrooms, people


def _is_in_full(name: str, cues: Cues) -> bool:
    """Whether an item has as many words as a full name, or is initials."""
    return (" " in name and _breadth(name, cues) <= _MOST_WORDS) or is_initials_of_name(name)


def _place_first(text: str, cues: Cues) -> Candidate | None:
    """A place before agencies: ``Kočevje - MMC RTV SLO, STA``, ``ANKARA/Cumhuriyet``."""
    first, *others = _items(text, len(text), cues) or [""]
    agencies = cues.words["agencies"]
    told = len(others) > 0 and agencies.issuperset(others) and first not in agencies
    told = told and (not is_unspaced(text[0]) or first in cues.words["places"])
    return _PLACE_WITH_NEWSROOMS if told and is_place_in_line(first, cues) and not is_job(first, cues) else None


def _is_newsroom(words: str, cues: Cues) -> bool:
    """Whether an item names an organisation and says nothing about it."""
    if words in cues.words["agencies"]:
        return True  # TVN24, which no name is
    if not is_organisation(words, cues):
        return False
    last = words.rpartition(" ")[2]  # Verslo žinios
    return is_name(words, cues) or not words[0].isupper() or last in cues.words["organisations"]


def _in_a_city(text: str, cues: Cues) -> bool:
    """Whether a name and where its bearer is stand in a line: ``Ana Silva in Lisbon``."""
    if cues.words["in"].isdisjoint(_after_name(text.split())):
        return False
    name = name_in(text, 0, len(text), cues)
    if name is None or name[0] or not 2 <= text[slice(*name)].count(" ") + 1 <= _MOST_WORDS:
        return False
    word, _, place = text[name[1] :].strip().partition(" ")
    return word in cues.words["in"] and is_name(place, cues)


def _items(text: str, end: int, cues: Cues) -> list[str]:
    """The items between bars, dashes and commas; none if they are too many, or too long, to be names."""
    parts = segments(text, 0, end)
    if len(parts) > _MOST:
        return []
    names = [text[slice(*item)] for part in parts for item in listed(text, *part, cues)]
    if len(names) > _MOST or (len(names) == 1 and _breadth(names[0], cues) > _MOST_WORDS):
        return []
    return [] if any(cue.role == "date" for name in names for cue in cues.at_start(name)) else names


def _breadth(name: str, cues: Cues) -> int:
    """How many words a name has, but for the small ones that names hold."""
    return sum(word not in cues.words["name_particles"] for word in name.split())


def _day_at_end(text: str, cues: Cues) -> int | None:
    """Where the names before a day end, which has its year, or is set apart and has its time; None without one."""
    day = find_date(text, cues)
    if day is None or day.start == 0 or not date_parts(text, cues, day.start, len(text)):
        return None
    timed = text[: day.start].rstrip()[-1:] in _APART and _clock(text, day.start) is not None
    if not (day.full or timed):
        return None
    start = clock.start() if (clock := _clock(text, 0, day.start)) is not None else day.start
    return len(text[:start].rstrip(" \u00a0-–—|·•,/"))


def _follows_day(text: str, cues: Cues) -> bool:
    """Whether a day with its year and the time begin a line, and a full name ends it.

    ``12.03.2024, 14:05 Ana Silva``
    """
    day = find_date(text, cues)
    if day is None or day.start or not day.full or "T" not in (day.value or ""):
        return False
    name = text[day.end :].strip()
    person = is_full_name(name, cues) and name.count(" ") < _MOST_WORDS - 1
    return person and not is_organisation(name, cues) and name not in cues.words["places"]
