"""Datelines: place, day and agency that open a report, as in ``LISBON, March 4 (AP) —``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus_tools.formats.seed.cues import load_cues
from corpus_tools.formats.seed.dates import date_line, find_date
from corpus_tools.formats.seed.names import Extent, is_name, is_organisation

_LONGEST = 140
_LONGEST_ALONE = 80


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """Offsets of the parts of a dateline; `day` has a value only if it names the year."""

    place: Extent | None
    day: Extent | None
    agency: Extent | None


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(load_cues().months, key=len, reverse=True))
    day = rf"(?:(?:{months})\.?\s[0-9]{{1,2}}|[0-9]{{1,2}}\s(?:{months})\.?)(?:,?\s[0-9]{{4}})?"
    return re.compile(
        rf"(?:(?P<place>[^\W\d_][^()\n—–:;!?\"“”/]{{1,60}}?)(?:,\s?(?P<day>(?i:{day})))?,?\s?)?"
        r"(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<wire>[^/()\n]{2,40})/)?"
        r"(?:\s?[—–]\s?|\s--?\s|(?P<colon>:)\s|$)"
    )


def run_in(text: str) -> FoundDateline | None:
    """The dateline that opens a paragraph; None if it is not certain to be one."""
    found = _pattern().match(text[:_LONGEST])
    if found is None or found.end() >= min(len(text), _LONGEST):
        return None
    place, agency = found["place"], found["agency"] or found["wire"]
    if agency is not None and not (is_organisation(agency) or is_name(agency)):
        return None
    if place is None:
        return FoundDateline(None, None, _agency(found)) if agency else None
    marked = not found["colon"] and (agency is not None or found["day"] is not None)
    if not (_is_in_capitals(place) or (marked and is_name(place.replace(",", " ")))):
        return None
    return FoundDateline(found.span("place"), found.span("day") if found["day"] else None, _agency(found))


def _agency(found: re.Match[str]) -> Extent | None:
    return next((found.span(name) for name in ("agency", "wire") if found[name]), None)


def _is_in_capitals(place: str) -> bool:
    city = place.partition(",")[0]
    return city.isupper() and len(city) > 2 and len(city.split()) <= 4 and not any(c.isdigit() for c in city)


def stands_alone(text: str) -> FoundDateline | None:
    """The dateline that a short block consists of: a place and a day with its year."""
    if len(text) > _LONGEST_ALONE or "," not in text or (day := find_date(text)) is None:
        return None
    place = text[: day.start].rstrip()
    if not place.endswith(",") or date_line(text, day.start) is None or len(place.split()) > 4:
        return None
    place = place[:-1].rstrip()
    if not is_name(place.replace(",", " ")):
        return None
    return FoundDateline((0, len(place)), (day.start, day.end), None)
