"""Datelines whose parts full stops, slashes or a comma divide, as agencies of Eastern Europe and Turkey set them.

``Мурманск. 22 января. INTERFAX.RU - …``, ``22 января, Минск /Корр. БЕЛТА/. …``, ``Ali KAYA/EDİRNE, (DHA) - …``, and
the agency that follows the dash of any dateline: ``МОСКВА, 22 янв - РИА Новости. …``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus_tools.formats.seed.datelines.east import FoundDateline
from corpus_tools.formats.seed.dates.find import date_line
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.organisations import is_site
from corpus_tools.formats.seed.names.recognise import Extent, is_full_name, is_job, is_name, listed, trimmed

_FARTHEST_STOP = 32
_FARTHEST_SLASH = 80
_MOST_WORDS = 4  # of a place
_NUMBERS = r"\d{1,2}\.\d{1,2}\."
_DAY = r"\d{1,2}\.?\s[^\s\d.,:;(/]{2,14}(?:\s\d{4})?"
_with_stops = re.compile(
    rf"(?P<place>[^\d.,:;(/\n]{{2,30}})\.\s(?:(?P<day>{_DAY})\.\s)?(?P<agency>[^\d.,:;/()\n]{{2,30}}(?:\.\w{{2,4}})?)"
    r"(?:\s[-–—]\s|[.:/]\s)"
).match
_before_stop = re.compile(rf"(?P<place>[^\d.,:;(/\n]{{3,30}})[.,]\s(?P<day>{_DAY})\.\s(?=[^\s(/\[–—-])").match
_day_first = re.compile(
    rf"(?P<day>{_DAY}|{_NUMBERS}),?\s(?P<place>[^\d,.:;(/\n]{{2,30}}?),?\s?[(/](?P<agency>[^()/\n]{{2,40}})[)/]\.?(?:\s?[-–—])?\s"
).match
_names_first = re.compile(
    r"(?P<names>[^/(\n]{5,80})/\s?(?P<place>[^/,()\d\n]{3,40}?),?\s?\((?P<agency>[^()\n]{2,20})\)\s?[-–—.]\s?"
).match
_between_dashes = re.compile(r"(?P<names>[^-–—.:;()\n]{5,60})\s[-–—]\s").match
_dash = re.compile(r"\s?[-–—]\s").search
_after_dash = re.compile(r"(?P<parts>[^.:\n]{2,80})(?:[.:]\s|$)").match


def run_in_stops(head: str, cues: Cues) -> FoundDateline | None:
    """The dateline that `head`, the beginning of a paragraph, opens with, if it has one of these forms."""
    if head[:1].isdecimal():
        return _made(_day_first(head), cues)
    if head.find(". ", 0, _FARTHEST_STOP) > 0:
        found = _made(_with_stops(head), cues) or (before_day(head, cues) if head[:3].isupper() else None)
        if found is not None:
            return found
    return _of_reporters(head, cues) if head.find("/", 0, _FARTHEST_SLASH) > 0 else None


def before_day(head: str, cues: Cues) -> FoundDateline | None:
    """A place and a day before a full stop: ``ПСКОВ, 30 апреля. Два подрядчика …``.

    The place is in capitals, or one word before a comma, which is certain where a report opens alone.
    """
    found = _before_stop(head)
    if found is None or not _is_place(place := found["place"], cues):
        return None
    if not place.isupper() and (" " in place or head[len(place)] != ","):
        return None
    if date_line(head, cues, *found.span("day")) is None:
        return None
    return FoundDateline(found.span("place"), found.span("day"), None, found.end())


def agency_after(text: str, start: int, cues: Cues) -> FoundDateline | None:
    """The agency, and perhaps the reporter, that stand alone between the dash of a dateline and the report."""
    found = _after_dash(text, start)
    if found is None:
        return None
    agency, *others = listed(text, *found.span("parts"), cues) or [(start, start)]
    words = text[slice(*agency)]
    named = words.partition(" ")[0].isupper() and not others and is_name(words, cues)
    if words not in cues.words["agencies"] and not named:
        return None
    people = [other for other in others if text[slice(*other)] not in cues.words["agencies"]]
    if not all(is_full_name(text[slice(*each)], cues) for each in people):
        return None
    return FoundDateline(None, None, agency, found.end(), (people[0][0], people[-1][1]) if people else None)


def reporter_after(line: FoundDateline, text: str, cues: Cues) -> FoundDateline:
    """A dateline with the reporters between its dash and another one: ``ANKARA (AA) - ELİF KAYA - …``."""
    found = _between_dashes(text, line.end)
    names = reporters(text, *found.span("names"), cues) if found is not None else []
    if found is None or not names or not all(is_full_name(text[slice(*name)], cues) for name in names):
        return line
    return replace(line, names=found.span("names"), end=found.end())


def reporters(text: str, start: int, end: int, cues: Cues) -> list[Extent]:
    """The names of reporters in a dateline, which commas or dashes divide: ``Ali KAYA- Can DAĞ``."""
    found: list[Extent] = []
    while start < end:
        dash = _dash(text, start, end)
        found += listed(text, start, dash.start() if dash else end, cues)
        start = dash.end() if dash else end
    return found


def _made(found: re.Match[str] | None, cues: Cues) -> FoundDateline | None:
    """The dateline that a form has found, if its words are a place, a day and an agency."""
    if found is None or not _is_place(found["place"], cues):
        return None
    day = found.span("day") if found["day"] else None
    if day is not None and date_line(found.string, cues, *day) is None:
        if not found["day"].endswith("."):
            return None
        day = None  # a day in numbers, without its year
    agency = _after_office(found.string, *found.span("agency"), cues)
    words = found.string[slice(*agency)]
    known = lowered(words) in cues.agency_names or is_site(words) is not None
    if not known and (day is None or not words.isupper()):
        return None
    return FoundDateline(found.span("place"), day, agency, found.end())


def _is_place(words: str, cues: Cues) -> bool:
    return (
        words.count(" ") < _MOST_WORDS
        and words not in cues.words["agencies"]
        and is_name(words, cues)
        and not is_job(words, cues)
    )


def _after_office(text: str, start: int, end: int, cues: Cues) -> Extent:
    """The agency without the office before it: ``БЕЛТА`` in ``Корр. БЕЛТА``."""
    first, _, rest = text[start:end].partition(" ")
    return (
        trimmed(text, end - len(rest), end)
        if rest and lowered(first).strip(".") in cues.words["jobs"]
        else (start, end)
    )


def _of_reporters(head: str, cues: Cues) -> FoundDateline | None:
    """The names of reporters before a slash, and the place of the report after it."""
    found = _names_first(head)
    if found is None or not _is_place(found["place"], cues) or lowered(found["agency"]) not in cues.agency_names:
        return None
    names = reporters(head, *found.span("names"), cues)
    if not names or not all(is_full_name(head[slice(*name)], cues) for name in names):
        return None
    return FoundDateline(found.span("place"), None, found.span("agency"), found.end(), found.span("names"))
