"""Dates in text, normalised only where they are unambiguous: ISO, or a month by name with day and year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from corpus_tools.formats.seed.cues import load_cues

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at ``start:end``; `value` is its ISO form, None if it is ambiguous or no calendar day."""

    start: int
    end: int
    value: str | None


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(load_cues().months, key=len, reverse=True))
    clock = (
        r"(?:,?\s{1,3}(?:at\s)?(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9][0-9])"
        r"(?:\s?(?P<half>[ap])\.?m\.?)?(?:\s?(?P<zone>UTC|GMT|Z)\b)?)?"
    )
    iso_clock = (
        r"(?:[T ](?P<h>[0-9][0-9]):(?P<m>[0-9][0-9])(?::(?P<s>[0-9][0-9]))?"
        r"(?:\s?(?P<offset>Z|UTC|GMT|[+-](?:0[0-9]|1[0-3]):?[0-5][0-9]))?)?"
    )
    return re.compile(
        rf"(?<!\w)(?:(?P<iso>[0-9]{{4}}-[0-9][0-9]-[0-9][0-9]){iso_clock}"
        rf"|(?:(?P<month1>{months})\.?\s(?P<day1>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year1>[0-9]{{4}})"
        rf"|(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{months})\.?,?\s(?P<year2>[0-9]{{4}})"
        rf"|(?P<first>[0-9]{{1,2}})(?P<sign>[/.-])(?P<second>[0-9]{{1,2}})(?P=sign)(?P<year3>[0-9]{{4}})){clock})(?!\w)",
        re.IGNORECASE,
    )


def find_date(text: str, start: int = 0) -> FoundDate | None:
    """The first date in the `_LONGEST` characters from `start`."""
    found = _pattern().search(text, start, start + _LONGEST)
    return None if found is None else FoundDate(found.start(), found.end(), _iso(found))


def date_line(text: str, start: int = 0) -> FoundDate | None:
    """The date of a line that holds nothing else from `start` on, but perhaps the weekday."""
    if len(text) - start > _LONGEST or (found := find_date(text, start)) is None:
        return None
    around = f"{text[start : found.start]} {text[found.end :]}".replace(",", " ").replace(".", " ").lower().split()
    weekdays = load_cues().weekdays
    zone = text[found.end :].strip()
    names_zone = zone.isupper() and zone.isalpha() and len(zone) <= 5
    return found if all(word in weekdays or (names_zone and word == zone.lower()) for word in around) else None


def _iso(found: re.Match[str]) -> str | None:
    part = found.groupdict()
    day = _day(part)
    if day is None:
        return None
    if part["iso"]:
        return _iso_moment(day, part)
    if part["hour"] is None:
        return day
    hour = int(part["hour"])
    if part["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (part["half"] in "pP")
    return _moment(day, hour, int(part["minute"]), 0, "Z" if part["zone"] else "")


def _day(part: dict[str, str | None]) -> str | None:
    try:
        if part["iso"]:
            return date.fromisoformat(part["iso"]).isoformat()
        if month := part["month1"] or part["month2"]:
            year, day = part["year1"] or part["year2"], part["day1"] or part["day2"]
            return date(int(year or 0), load_cues().months[month.lower()], int(day or 0)).isoformat()
        first, second = int(part["first"] or 0), int(part["second"] or 0)
        if first > 12 or first == second:
            return date(int(part["year3"] or 0), second, first).isoformat()
        if second > 12:
            return date(int(part["year3"] or 0), first, second).isoformat()
    except ValueError:
        return None  # no calendar day
    return None


def _iso_moment(day: str, part: dict[str, str | None]) -> str | None:
    if part["h"] is None:
        return day
    offset = (part["offset"] or "").upper()
    if offset in {"UTC", "GMT"}:
        offset = "Z"
    elif len(offset) == 5:
        offset = f"{offset[:3]}:{offset[3:]}"
    return _moment(day, int(part["h"]), int(part["m"] or 0), int(part["s"] or 0), offset)


def _moment(day: str, hour: int, minute: int, second: int, offset: str) -> str | None:
    try:
        return f"{day}T{time(hour, minute, second).isoformat()}{offset}"
    except ValueError:
        return None
