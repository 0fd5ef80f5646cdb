"""Dates in text, in the words and digits of any language, normalised only where they are unambiguous.

A date is a day, a month and a year in any order, with nothing between them but marks and the small words that
dates hold; the month may be a name, or all three are numbers. A number is read in any digits. What cannot be
told (3/4/2026, a day without its year, a year of another era) has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from functools import lru_cache

from corpus_tools.formats.seed.dates.clocks import is_before_clock, with_clock
from corpus_tools.formats.seed.dates.han import find_han_date
from corpus_tools.formats.seed.dates.tokens import EAST_DAY, EAST_YEAR, FoundDate, Token, may_name_day, read_tokens
from corpus_tools.formats.seed.lexicon.calendars import (
    BIKRAM,
    BIKRAM_YEARS,
    CALENDARS,
    OTHER,
    SOLAR,
    SOLAR_YEARS,
    reckoned_day,
)
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import find_digit

_LONGEST = 100
_two_numbers = re.compile(r"\d\D+\d").search
_iso = re.compile(
    r"(?<!\w)([0-9]{4})-([0-9][0-9])-([0-9][0-9])"
    r"(?:[T ]([0-9][0-9]):([0-9][0-9])(?::([0-9][0-9]))?(?:\s?(Z|UTC|GMT|[+-](?:0[0-9]|1[0-3]):?[0-5][0-9]))?)?(?!\w)"
).search
_BUDDHIST = ("พ.ศ.", "พศ")
_FIRST_SHORT_YEAR, _FIRST_BUDDHIST = 20, 50
_MOST_BETWEEN = 4  # small words and marks between the numbers of a date


def find_date(text: str, cues: Cues, start: int = 0, stop: int | None = None) -> FoundDate | None:
    """The first date in the `_LONGEST` characters from `start`.

    One that cannot be reckoned counts only if no other is there, and one without its year only if none has a year.
    """
    stop = min(len(text) if stop is None else stop, start + _LONGEST)
    if find_digit(text, start, stop) is None:
        return find_han_date(text, start, stop) if "年" in text[start:stop] else None
    return _find(text[: stop + 2], cues, start, stop)


@lru_cache(maxsize=64)
def _find(text: str, cues: Cues, start: int, stop: int) -> FoundDate | None:
    found = _iso(text, start, stop)
    if found is not None:
        return _iso_date(found)
    if not may_name_day(text, cues, start, stop):
        return None
    tokens = list(read_tokens(text, cues, start, stop))
    best = None
    for index, token in enumerate(tokens):
        if token.kind in "nm" and (day := _date_at(tokens, index, text, cues)) is not None:
            if day.value is not None:
                return with_clock(day, tokens, text, cues)
            if best is None or (day.full and not best.full):
                best = day
    return best


@lru_cache(maxsize=32)  # asked of a line, of its parts, and again when its day is read
def date_line(text: str, cues: Cues, start: int = 0, stop: int | None = None) -> FoundDate | None:
    """The date of a line that holds nothing else from `start` on, but weekday, time and the small words of dates."""
    stop = len(text) if stop is None else stop
    line = text[start:stop]
    begins = len(line) <= _LONGEST and (_may_begin(text, cues, start, stop) if find_digit(line) else "年" in line)
    found = find_date(text, cues, start, stop) if begins else None
    if found is None:
        return None
    before, after = list(read_tokens(text, cues, start, found.start)), list(read_tokens(text, cues, found.end, stop))
    beside = "wfpnm" if _names_again(found, [*before, *after], text, cues, stop) else "wfp"
    alone = _are_of_clock(before, text, beside, cues) and _are_of_clock(after, text, beside, cues, told=True)
    return found if alone else None


def _names_again(found: FoundDate, rest: list[Token], text: str, cues: Cues, stop: int) -> bool:
    """Whether what stands beside a date is the same day in another calendar."""
    months = [token.value for token in rest if token.kind == "m"]
    other = find_date(text, cues, found.end, stop) if months else None
    again = other is not None and other.value is not None and other.value[:10] == found.value
    return again or max(months, default=0) > SOLAR


def _may_begin(text: str, cues: Cues, start: int, stop: int) -> bool:
    """Whether nothing stands before the first number or month that could not stand before a date."""
    for token in read_tokens(text, cues, start, stop):
        if token.kind in "nm" or (token.kind == "x" and not token.text.endswith(tuple(cues.eras))):
            return token.kind != "x"
    return False


def is_clock_line(text: str, cues: Cues, start: int, stop: int) -> bool:
    """Whether ``text[start:stop]`` holds a time of day, and nothing else but weekday and the small words of dates."""
    if stop - start > _LONGEST or _two_numbers(text, start, stop) is None:
        return False
    tokens = list(read_tokens(text, cues, start, stop))
    return 2 <= [token.kind for token in tokens].count("n") <= 3 and _are_of_clock(tokens, text, "wfp", cues)


def _are_of_clock(tokens: Iterable[Token], text: str, beside: str, cues: Cues, *, told: bool = False) -> bool:
    """Whether some tokens are of the kinds `beside`, or of a time of day; a zone follows one, or what is `told`."""
    for token in tokens:
        if token.kind not in beside and not (_is_clock(token, text, cues) and (told or token.kind == "n")):
            return False
        told = told or token.kind == "n"
    return True


def _is_clock(token: Token, text: str, cues: Cues) -> bool:
    """Whether a token is a number of a time of day, or the name of a zone."""
    if token.kind == "n":
        return len(token.text) <= 2 or (len(token.text) == 4 and text[token.start - 1] in "+-")
    return (len(token.text) <= 5 and text[token.start : token.end].isupper()) or token.text in cues.words["zones"]


def _date_at(tokens: list[Token], index: int, text: str, cues: Cues) -> FoundDate | None:
    """The date that begins with a number or a month name."""
    if (day := _without_year(tokens[index : index + 8], cues)) is not None:
        return day
    numbers: list[Token] = []
    month: Token | None = None
    last = index
    gap = 0
    for position in range(index, min(index + 12, len(tokens))):
        token = tokens[position]
        if token.kind == "m" and month is None:
            month = token
        elif token.kind == "m" and month is not None and token.value == month.value:
            pass  # the month in two calendars' words: آذار/مارس
        elif token.kind == "n" and len(numbers) < 3 and len(token.text) <= 4 and gap <= _MOST_BETWEEN:
            if month is not None and len(numbers) == 2:
                break
            numbers.append(token)
        elif token.kind in "fpw" and token.text not in "()|;!?":
            gap += 1
            if gap > _MOST_BETWEEN or token.text in ("–", "—"):
                break
            continue
        else:
            break
        gap = 0
        last = position
        if (month is not None and len(numbers) == 2) or len(numbers) == 3:
            break
    return _made(numbers, month, tokens[index].start, tokens[last], text, cues)


def _without_year(tokens: list[Token], cues: Cues) -> FoundDate | None:
    """A day and a month in numbers before a weekday in brackets or a time: ``1/31(土)``, ``31.1. 15:20``."""
    if len(tokens) < 4 or [token.kind for token in tokens[:3]] != ["n", "p", "n"]:
        return None
    first, mark, second, after = tokens[:4]
    if mark.text == "/":
        weekday = after.text[0] in "(（" and after.text.strip("()（）") in cues.weekdays
        month, day, told = first, second, weekday or is_before_clock(second, tokens[3:])
    else:
        dotted = mark.text == "." == after.text and second.end == after.start
        month, day, told = second, first, dotted and is_before_clock(after, tokens[4:])
    if not told or not 1 <= month.value <= 12 or not 1 <= day.value <= 31:
        return None
    known = month.value, day.value
    return FoundDate(first.start, second.end, None, full=False, doubt="no year", in_year=known)


def _made(
    numbers: list[Token], month: Token | None, start: int, last: Token, text: str, cues: Cues
) -> FoundDate | None:
    end = last.end
    if month is not None:
        days = [token for token in numbers if len(token.text) <= 2 and 1 <= token.value <= 31]
        years = [token for token in numbers if len(token.text) == 4]
        if not days:
            return None
        if not years and _is_short_year(numbers, month, text, cues):
            return _calendar(start, end, _in_full(numbers[1].value, cues), month.value, numbers[0].value)
        if not years:
            end = max(days[0].end, month.end)
            start, known = min(start, days[0].start), (month.value, days[0].value) if month.value <= SOLAR else None
            return FoundDate(start, end, None, full=False, doubt="no year", in_year=known)
        return _calendar(start, end, _year(years[0], text), month.value, days[0].value)
    return _numeric(numbers, start, end, text, cues)


def _is_short_year(numbers: list[Token], month: Token, text: str, cues: Cues) -> bool:
    """Whether a number right after a month is its year in two digits, and no hour and no count: ``09 апр 26``."""
    if not cues.day_first or len(numbers) < 2:
        return False
    day, year = numbers
    between, after = text[month.end : year.start].strip(), text[year.end : year.end + 2]
    if not day.end <= month.start < year.start or len(year.text) != 2 or between.strip(".'’"):
        return False
    clock = after[:1] in ":.h" and after[1:].isdigit()
    late = year.value < 70 or cues.buddhist_years
    return year.value >= _FIRST_SHORT_YEAR and late and not clock and not after.strip()[:1].isalpha()


def _numeric(numbers: list[Token], start: int, end: int, text: str, cues: Cues) -> FoundDate | None:
    """A date of three numbers: year first, or year last where it is certain which number is the day."""
    if len(numbers) != 3:
        return None
    first, second, third = numbers
    mark, other = text[first.end : second.start].strip(), text[second.end : third.start].strip()
    if mark and mark[0] in EAST_YEAR:
        return _eastern(numbers, start, end, text, cues)
    spaced = mark == "/" and not other and cues.day_first and len(third.text) == 4  # 13/3 2026
    if not (mark == other or spaced) or mark not in {"/", ".", "-", "．", "／"}:
        return None
    if len(first.text) == 4:
        if first.value in BIKRAM_YEARS and BIKRAM in cues.months.values():
            return _calendar(start, end, first.value, BIKRAM, third.value)
        solar = first.value in SOLAR_YEARS and SOLAR + 1 in cues.months.values()
        return _by_number(start, end, first.value, second.value, third.value, SOLAR * solar)
    short = len(third.text) == 2 and third.value < 70 and _ends_in_year(mark, cues)
    year = _in_full(third.value, cues) if short else _year(third, text)
    sure = cues.day_first or mark == "."
    return _year_last(numbers, start, end, year, certain=sure) if short or len(third.text) == 4 else None


def _ends_in_year(mark: str, cues: Cues) -> bool:
    """Whether three numbers of two digits with `mark` between them end in their year."""
    return mark == "." or (mark == "/" and cues.day_first) or (mark == "-" and cues.year_last)


def _year_last(numbers: list[Token], start: int, end: int, year: int, *, certain: bool) -> FoundDate:
    """A date that ends in its year: the day is first where that is certain; else the larger number tells, or none."""
    first, second, _ = numbers
    if first.value > 12 or first.value == second.value or (certain and second.value <= 12):
        return _by_number(start, end, year, second.value, first.value)
    if second.value > 12:
        return _by_number(start, end, year, first.value, second.value)
    return FoundDate(start, end, None, doubt="day and month cannot be told apart")


def _eastern(numbers: list[Token], start: int, end: int, text: str, cues: Cues) -> FoundDate:
    """``2026年3月4日``, ``2026년 3월 4일``, perhaps with the era before the year: ``令和8年3月4日``."""
    year, month, day = numbers
    sign = text[end : end + 2].lstrip()[:1]
    if sign and sign in EAST_DAY:
        end = text.index(sign, end) + 1
    era = next((era for era in cues.eras if text.endswith(era, 0, start)), "")
    return _by_number(start - len(era), end, year.value + cues.eras.get(era, 0), month.value, day.value)


def _in_full(year: int, cues: Cues) -> int:
    """A year of two digits in full; in Thailand, high ones are of the Buddhist era: 69 is 2569, our 2026."""
    return year + (1957 if cues.buddhist_years and year >= _FIRST_BUDDHIST else 2000)


def _year(token: Token, text: str) -> int:
    before = text[max(0, token.start - 6) : token.start].rstrip()
    if before.endswith(_BUDDHIST) or 2400 <= token.value < 2700:
        return token.value - 543
    return token.value


def _by_number(start: int, end: int, year: int, month: int, day: int, calendar: int = 0) -> FoundDate:
    """A day whose month stands as a number, of a `calendar` that begins after this number."""
    if month > 12:
        return FoundDate(start, end, None, doubt="no calendar day")
    return _calendar(start, end, year, month + calendar, day)


def _calendar(start: int, end: int, year: int, month: int, day: int) -> FoundDate:
    if month >= OTHER:
        return FoundDate(start, end, None, doubt=f"a day of the {CALENDARS[month - OTHER]} calendar")
    if month > SOLAR:
        found = reckoned_day(year, month, day)
        return FoundDate(start, end, found.isoformat() if found else None, doubt="" if found else "no calendar day")
    try:
        value = date(year, month, day).isoformat()
    except ValueError:
        return FoundDate(start, end, None, doubt="no calendar day")
    if not 1500 <= year <= 2200:
        return FoundDate(start, end, None, doubt="a year of another era")
    return FoundDate(start, end, value)


def _iso_date(found: re.Match[str]) -> FoundDate:
    year, month, day, hour, minute, second, offset = found.groups()
    made = _calendar(*found.span(), int(year), int(month), int(day))
    if hour is None or made.value is None:
        return made
    zone = (offset or "").upper()
    zone = "Z" if zone in {"UTC", "GMT"} else f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    try:
        clock = time(int(hour), int(minute), int(second or 0)).isoformat()
    except ValueError:
        return FoundDate(*found.span(), None, doubt="no time of day")
    return FoundDate(*found.span(), f"{made.value}T{clock}{zone}")
