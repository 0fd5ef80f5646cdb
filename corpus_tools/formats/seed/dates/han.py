"""Dates whose numbers are Han characters: ``二〇二六年三月四日``, ``二零二六年十一月廿三日``."""

from __future__ import annotations

import re
from datetime import date

from corpus_tools.formats.seed.dates.tokens import FoundDate

_DIGITS = {digit: value for value, digits in enumerate(("〇零○", *"一二三四五六七八九")) for digit in digits}
_TENS = {"廿": 20, "卅": 30}
_of_year = re.compile(
    r"(?P<year>[一二][〇零○一二三四五六七八九]{3})年(?P<month>[一二三四五六七八九十]{1,2})月"
    r"(?P<day>[一二三四五六七八九十廿卅]{1,3})[日號号]"
).search


def find_han_date(text: str, start: int, stop: int) -> FoundDate | None:
    """The first such date with its year in ``text[start:stop]``."""
    found = _of_year(text, start, stop)
    if found is None:
        return None
    year = int("".join(str(_DIGITS[digit]) for digit in found["year"]))
    try:
        value = date(year, _number(found["month"]), _number(found["day"])).isoformat()
    except ValueError:
        return FoundDate(*found.span(), None, doubt="no calendar day")
    return FoundDate(*found.span(), value)


def _number(words: str) -> int:
    """The number that up to three Han characters are: 23 for ``二十三`` and ``廿三``, 10 for ``十``."""
    if words[0] in _TENS:
        return _TENS[words[0]] + _DIGITS.get(words[1:], 0)
    tens, ten, rest = words.partition("十")
    if not ten:
        return _DIGITS.get(words, 0)
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(rest, 0)
