"""Dates, URIs and language tags: which strings are values that every XML validator accepts.

The types are narrower than XML Schema's where libxml2 and jing disagree, so that a value accepted here is a
valid ``teidata.temporal.w3c``, ``xsd:anyURI`` or ``xsd:language`` to both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

_date = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}):([0-9]{2}(?:\.[0-9]+)?)"
    r"(?:Z|([+-])([0-9]{2}):([0-9]{2}))?)?)?)?"
).fullmatch

LANGUAGE = "([A-Za-z]{2,8}|[xXiI]-[A-Za-z0-9]{1,8})(-[A-Za-z0-9]{1,8})*"
"""The form of a language tag, as Python and XML Schema write patterns; a subset of ``xsd:language``."""

_language = re.compile(LANGUAGE).fullmatch

_UCS = (
    "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    + "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14))
    + "\U000e1000-\U000efffd"
)
_PLAIN = r"A-Za-z0-9._~!$&'()*+,;=\-" + _UCS  # unreserved, sub-delims, and what RFC 3987 adds
_ESCAPE = "%[0-9A-Fa-f]{2}"
_HOST = f"(?:[{_PLAIN}]++|{_ESCAPE})*+"  # possessive: no string makes the match slow
_PATH = f"(?:[{_PLAIN}:@/]++|{_ESCAPE})*+"
_FRAGMENT = f"(?:[{_PLAIN}:@/?]++|{_ESCAPE})*+"
_QUERY = f"(?:[{_PLAIN}:@/?\ue000-\uf8ff]++|{_ESCAPE})*+"
_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_IPV4 = rf"{_OCTET}(?:\.{_OCTET}){{3}}"
_GROUP = "[0-9A-Fa-f]{1,4}"
_TAIL = f"(?:{_GROUP}:{_GROUP}|{_IPV4})"
_IPV6 = "|".join([
    f"(?:{_GROUP}:){{6}}{_TAIL}",
    f"::(?:{_GROUP}:){{5}}{_TAIL}",
    *(f"(?:(?:{_GROUP}:){{0,{n}}}{_GROUP})?::(?:{_GROUP}:){{{4 - n}}}{_TAIL}" for n in range(5)),
    f"(?:(?:{_GROUP}:){{0,5}}{_GROUP})?::{_GROUP}",
    f"(?:(?:{_GROUP}:){{0,6}}{_GROUP})?::",
])  # fmt: skip
_AUTHORITY = rf"(?:(?:[{_PLAIN}:]++|{_ESCAPE})*+@)?(?:\[(?:{_IPV6})\]|{_HOST})(?::[0-9]{{1,5}})?"


@cache
def _uri() -> Callable[[str], re.Match[str] | None]:
    """What matches URIs; made when it is needed first, since that takes a while."""
    return re.compile(
        rf"[A-Za-z][A-Za-z0-9+.\-]*:(?=[^?#])(?://(?=[^?#]){_AUTHORITY}(?:/{_PATH})?|(?!//){_PATH})"
        rf"(?:\?{_QUERY})?(?:\#{_FRAGMENT})?"
    ).fullmatch


_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@lru_cache(maxsize=1024)
def is_date(text: str) -> bool:
    """Whether `text` is a year, month, day, or day and time, that exists.

    Years run from 0001 to 9999, hours to 23, seconds to less than 60 as
    a double (libxml2 rounds), offsets from -13:00 to +13:59.
    """
    match = _date(text)
    if match is None:
        return False
    year, month, day, hour, minute, second, sign, hours, minutes = match.groups()
    if not int(year) or not 1 <= int(month or 1) <= 12 or not 1 <= int(day or 1) <= _days(int(year), int(month or 1)):
        return False
    if int(hour or 0) > 23 or int(minute or 0) > 59 or float(second or 0) >= 60:
        return False
    offset = int(hours or 0) * 60 + int(minutes or 0)
    return int(minutes or 0) <= 59 and offset <= (13 * 60 if sign == "-" else 13 * 60 + 59)


def missing_day(text: str) -> str | None:
    """What of a text that is written as a date does not exist, such as “February 2025 has 28 days”.

    None if `text` is a date, or is not written as one.
    """
    match = _date(text)
    if match is None or is_date(text):
        return None
    year, month, day, hour, minute, second, *_ = match.groups()
    if not int(year):
        return "years begin with 0001"
    if not 1 <= int(month or 1) <= 12:
        return f"there is no month {month}"
    days = _days(int(year), int(month or 1))
    if not 1 <= int(day or 1) <= days:
        return f"{_MONTHS[int(month) - 1]} {int(year)} has {days} days"
    units = (("hour", hour, 24), ("minute", minute, 60), ("second", second, 60))
    wrong = (f"there is no {name} {value}" for name, value, limit in units if float(value or 0) >= limit)
    return next(wrong, "offsets from UTC run from -13:00 to +13:59")


def _days(year: int, month: int) -> int:
    if month == 2 and (year % 4 or (year % 100 == 0 and year % 400)):
        return 28
    return _DAYS[month - 1]


@lru_cache(maxsize=1024)
def is_uri(text: str) -> bool:
    """Whether `text` is an absolute URI or IRI (RFC 3986, RFC 3987) whose port, if any, is a number."""
    return _uri()(text) is not None


@lru_cache(maxsize=256)
def is_language(text: str) -> bool:
    """Whether `text` has the form of a language tag (BCP 47).

    It is words of at most eight letters or digits, divided by hyphens; the first one has two letters or more, or is
    ``x`` or ``i`` before another.
    """
    return _language(text) is not None
