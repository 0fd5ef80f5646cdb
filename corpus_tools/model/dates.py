"""Dates as stretches of time, so that dates of different precision and time zones can be compared.

A date is what `corpus_tools.model.datatypes.is_date` accepts. It is taken for everything it may mean: a year for
any moment of that year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_SECOND = 1_000_000
_HOUR = 3600 * _SECOND
_DAY = 24 * _HOUR
_MOST_EAST = 14 * _HOUR
_MOST_WEST = 12 * _HOUR
"""The offsets from UTC in which people live: a local time is so much earlier, or later, in UTC."""

_time = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,6})[0-9]*)?(?:Z|([+-])([0-9]{2}):([0-9]{2}))?")


class Period(NamedTuple):
    """When a date begins and ends (exclusive), in microseconds; `zoned` says that they are in UTC, not local."""

    start: int
    end: int
    zoned: bool


@lru_cache(maxsize=1024)
def period(text: str) -> Period:
    """The stretch of time that a date names: a year, a month, a day, a second or a part of one.

    Raises:
        ValueError: `text` is no date that exists.
    """
    day, _, time = text.partition("T")
    parts = [int(part) for part in day.split("-")]
    first = date(*[*parts, 1, 1][:3]).toordinal()
    if not time:
        return Period(first * _DAY, (_last(parts) + 1) * _DAY, zoned=False)
    match = _time.fullmatch(time)
    if match is None:
        raise ValueError(f"{text!r} is no date")
    hour, minute, second, fraction, sign, hours, minutes = match.groups()
    digits = fraction or ""
    start = first * _DAY + int(hour) * _HOUR + (int(minute) * 60 + int(second)) * _SECOND + int(digits.ljust(6, "0"))
    offset = (int(hours or 0) * 60 + int(minutes or 0)) * 60 * _SECOND
    start += offset if sign == "-" else -offset
    return Period(start, start + 10 ** (6 - len(digits)), zoned=time[-1] == "Z" or sign is not None)


def _last(parts: list[int]) -> int:
    """The last day of a year, a month or a day, as Python counts days."""
    year, month, *_ = [*parts, 12]
    day = parts[2] if len(parts) == 3 else monthrange(year, month)[1]
    return date(year, month, day).toordinal()


def is_before(one: str, other: str) -> bool:
    """Whether the date `one` is over before `other` begins, whatever they mean in detail.

    Two dates without an offset are of one time zone; where only one has an offset, the other may be of any.
    """
    earlier, later = period(one), period(other)
    slack = 0
    if earlier.zoned != later.zoned:
        slack = _MOST_EAST if earlier.zoned else _MOST_WEST
    return earlier.end + slack <= later.start
