"""Months of the cue files, and days of two calendars that are reckoned: the Solar Hijri and the Ethiopian one.

News of Iran and Afghanistan is dated by the first, and news in Amharic by the second.

The years of the Solar Hijri calendar begin with spring: six months of 31 days, five of 30, and one of 29, or 30 in 8 of
33 years. So counted, its years agree with the calendar as it is set in Tehran from 1178 to 1633 (1799 to 2254).
The Ethiopian calendar has twelve months of 30 days and a thirteenth of five, or six in every fourth year, as the
Julian one has its leap day.
Days of other calendars are known to be dates, but have no value: their months begin with a moon that is seen, or are
set year by year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

SOLAR = 100
"""What is added to the number of a month of the Solar Hijri calendar, to tell it from one of ours."""

SOLAR_YEARS = range(1178, 1634)

ETHIOPIAN = 150
"""The same for months of the Ethiopian calendar."""

ETHIOPIAN_YEARS = range(1500, 2200)

OTHER = 200
"""The least number of a month of a calendar of `CALENDARS`; each of them has one number for all its months."""

CALENDARS = ("Bengali", "Bikram Sambat", "lunar Hijri")
BIKRAM = OTHER + CALENDARS.index("Bikram Sambat")
BIKRAM_YEARS = range(2050, 2150)
"""Years that news counts in the calendar of Nepal, where its months are named."""

_CYCLE, _LEAPS, _OFFSET = 33, 8, 1595
_SPRING = date(2021, 3, 21).toordinal()  # the first day of 1400
_MESKEREM = date(2007, 9, 12).toordinal()  # the first day of 2000


def months_of(table: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """The names of months in a cue file, with their numbers; those of other calendars from `SOLAR` on."""
    yield from table.get("months", {}).items()
    for name, number in table.get("solar_months", {}).items():
        yield name, number + SOLAR
    for name, number in table.get("ethiopian_months", {}).items():
        yield name, number + ETHIOPIAN
    for name, calendar in table.get("other_months", {}).items():
        yield name, OTHER + CALENDARS.index(calendar)


def reckoned_day(year: int, month: int, day: int) -> date | None:
    """The day of our calendar that a day of another one is, whose `month` has the number that `months_of` gives it."""
    return ethiopian_day(year, month - ETHIOPIAN, day) if month > ETHIOPIAN else solar_day(year, month - SOLAR, day)


def solar_day(year: int, month: int, day: int) -> date | None:
    """The day of our calendar that a day of the Solar Hijri one is; None if there is no such day."""
    if year not in SOLAR_YEARS or not 1 <= month <= 12:
        return None
    leap = _days_before(year + 1) - _days_before(year) == 366
    length = 31 if month < 7 else 30 if month < 12 or leap else 29
    if not 1 <= day <= length:
        return None
    months = 31 * (month - 1) if month < 7 else 186 + 30 * (month - 7)
    return date.fromordinal(_SPRING + _days_before(year) - _days_before(1400) + months + day - 1)


def ethiopian_day(year: int, month: int, day: int) -> date | None:
    """The day of our calendar that a day of the Ethiopian one is; None if there is no such day."""
    length = 30 if month <= 12 else 6 if year % 4 == 3 else 5
    if year not in ETHIOPIAN_YEARS or not 1 <= month <= 13 or not 1 <= day <= length:
        return None
    years = 365 * (year - 2000) + year // 4 - 500
    return date.fromordinal(_MESKEREM + years + 30 * (month - 1) + day - 1)


def _days_before(year: int) -> int:
    """Days before the first one of a year, from a day long ago."""
    shifted = year + _OFFSET
    return 365 * shifted + shifted // _CYCLE * _LEAPS + (shifted % _CYCLE + 3) // 4
