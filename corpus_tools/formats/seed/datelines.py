"""Datelines: place, day and agency that open a report, as in ``LISBON, March 4 (AP) —`` or ``(ANSA) - ROMA, 4 MAR -``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus_tools.formats.seed.cues import Cues, lowered
from corpus_tools.formats.seed.dates import date_line, find_date
from corpus_tools.formats.seed.names import Extent, is_name, is_organisation, trimmed

_LONGEST = 110
_LONGEST_ALONE = 80
_ends = re.compile(
    r"\s*[—–―]\s*|\s--?\s*|(?<=[).])\s?[-:=]\s*|(?<=[/)])\.\s|\.\s(?![-–—])|\)\s(?=[^\W\d_])|(?<=[\])】])\s|:\s|\s=\s|[电電讯訊](?=\s|[（(])|】|[।]\s"
).finditer
_agency = re.compile(r"[(（/【\[](?P<agency>[^()（）/\[\]【】\n]{2,40})[)）/】\]][.\s]*$").search
_leading = re.compile(r"[(（【\[](?P<agency>[^()（）\[\]【】\n]{2,40})[)）】\]]\s*[-–—]?\s*").match
_bylined = re.compile(r"[（(](?P<names>[^（）()\n]{2,40})[）)]").match


_korean = re.compile(
    r"[(\[](?P<place>[^()\[\]=\n]{1,20})=(?P<agency>[^()\[\]=\n]{1,20})[)\]]\s?(?:(?P<names>[^=\n]{2,40}?)\s?=\s)?"
).match
_japanese = re.compile(r"【(?P<place>[^【】＝=\n]{1,20})[＝=](?P<names>[^【】\n]{1,30})】").match
_digit = re.compile(r"\d").search
_bracketed = re.compile(r"【(?P<place>[^【】\n]{1,20})】|（(?P<short>[^（）\n]{2,6})）").match
_chinese = re.compile(
    r"(?P<open>[（(])?(?P<agency>[^\d（(）)\s]{2,4}[社网網])?(?:[記记]者(?P<inside>[^\d（(）)]{2,3}))?(?P<place>[^\d（(）)，。]{2,8})?"
    r"(?P<day>(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)(?:电|電|讯|訊)(?(open)[）)])"
    r"\s?(?:[（(](?:[记記]者)\s?(?P<names>[^）)\n]{2,30})[）)])?"
).match


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """Offsets of the parts of a dateline, of the names in it, and of its end; `day` may lack its year."""

    place: Extent | None
    day: Extent | None
    agency: Extent | None
    end: int = 0
    names: Extent | None = None


def run_in_east(head: str, cues: Cues) -> FoundDateline | None:
    """The dateline of an East Asian agency: ``(서울=연합뉴스) 홍길동 기자 =``, ``【東京＝山田太郎】``, ``新华社北京3月4日电（记者…）``."""
    if not head or (head[0] < "[" and head[0] != "("):
        return None
    if (found := _korean(head)) is not None:
        return FoundDateline(
            found.span("place"), None, found.span("agency"), found.end(), _person(found.span("names"), head)
        )
    if (found := _japanese(head)) is not None:
        names = found.span("names")
        if head[slice(*names)] in cues.words["agencies"]:
            return FoundDateline(found.span("place"), None, names, found.end())
        return FoundDateline(found.span("place"), None, None, found.end(), names)
    if (found := _bracketed(head)) is not None:
        return _with_agencies(found, cues)
    if (found := _chinese(head)) is not None and (found["agency"] or found["names"] or found["inside"]):
        spans = {
            name: found.span(name) if found[name] else None for name in ("place", "agency", "names", "inside", "day")
        }
        return FoundDateline(
            spans["place"], spans["day"], spans["agency"], found.end(), spans["names"] or spans["inside"]
        )
    return None


def _with_agencies(found: re.Match[str], cues: Cues) -> FoundDateline | None:
    """A place in Japanese brackets, with or without the agencies after it: ``【札幌AFP時事】``."""
    start, stop = found.span("place" if found["place"] else "short")
    agency: Extent | None = None
    while name := next((name for name in cues.words["agencies"] if found.string[start:stop].endswith(name)), None):
        agency = stop - len(name), stop
        stop -= len(name)
    certain = agency is not None or found["short"]
    return FoundDateline((start, stop), None, agency, found.end()) if start < stop and certain else None


def _person(names: Extent, head: str) -> Extent | None:
    """The names before the Korean word for a journalist."""
    start, end = names
    for job in ("특파원", "기자", "인턴기자"):
        if start >= 0 and head[start:end].endswith(job):
            return trimmed(head, start, end - len(job))
    return None


def run_in(text: str, cues: Cues, *, alone: bool = False) -> FoundDateline | None:
    """The dateline that opens a paragraph, or, `alone`, is a block; None if it is not certain to be one."""
    head = text[:_LONGEST]
    if (found_east := run_in_east(head, cues)) is not None:
        return found_east
    nameless: FoundDateline | None = None
    for number, found in enumerate(_ends(head)):
        if number > 5:
            break
        if found.start() > 2 and (alone or found.end() < len(text)) and _is_worth(head, found):
            made = _parts(text, found.start(), found.end(), found.group().strip(), cues)
            if made is not None and (made.place is not None or head[0] not in "([（"):
                return made
            nameless = nameless or made
    return nameless


def _is_worth(head: str, found: re.Match[str]) -> bool:
    """Whether what stands before a mark is worth a closer look: brackets, digits, capitals, or a word or two."""
    before = head[: found.start()]
    mark = found.group()
    if mark[0] == ".":
        return before[-1] in "/)" or (before.isupper() and before.count(" ") < 3 and len(before) > 3)
    if mark[0] == ")":
        return True
    if before[-1] in ")）/】]." or head[0] in "(（【[" or _digit(before) or before.partition(",")[0].isupper():
        return True
    return before.count(" ") < 3 and found.group()[0].isspace()


def _begins_sentence(text: str, start: int) -> bool:
    """Whether capitals show that a sentence begins at `start`, and not an apposition."""
    return text[start : start + 1].isupper()


def _parts(text: str, stop: int, found_end: int, mark: str, cues: Cues) -> FoundDateline | None:
    """The dateline that ends at `stop`, where `mark` stands."""
    start = 0
    stop += mark in {")", "】", "]"}
    if mark == ")" and lowered(text[text.rfind("(", 0, stop) + 1 : stop - 1]) not in cues.agency_names:
        return None
    agency: Extent | None = None
    if (found := _agency(text, start, stop)) is not None:
        agency, stop = found.span("agency"), found.start()
    elif (found := _leading(text, 0, stop)) is not None and found.end() < stop:
        agency, start = found.span("agency"), found.end()
    if agency is not None and not _is_source(text[slice(*agency)], cues):
        return None
    start, stop = trimmed(text, start, stop)
    day: Extent | None = None
    if start < stop and (date := find_date(text, cues, start, stop)) is not None:
        if date_line(text, cues, date.start, stop) is None:
            return None
        day, stop = (date.start, date.end), trimmed(text, start, date.start)[1]
    if start >= stop:
        dated = day is not None and mark in {"—", "–", "-", "--"} and find_date(text, cues, *day).full
        return FoundDateline(None, day, agency, found_end) if agency or dated else None
    place = text[start:stop].strip()
    certain = agency is not None or (day is not None and mark != ":")
    certain = certain or (
        mark in {"–", "—", "-", "--"} and _begins_sentence(text, found_end) and len(place.split()) <= 3
    )
    if _is_in_capitals(place) or (certain and _is_place(place, cues)):
        return FoundDateline((start, stop), day, agency, found_end)
    return None


def _is_source(words: str, cues: Cues) -> bool:
    return (
        lowered(words).partition("/")[0].strip() in cues.agency_names
        or words in cues.words["agencies"]
        or is_organisation(words, cues)
        or is_name(words, cues)
    )


def _is_place(place: str, cues: Cues) -> bool:
    if place[-1] == ")":
        place = place.partition("(")[0].rstrip()
    if not place:
        return False
    if place in cues.words["agencies"] or len(place.split()) > 6:
        return False
    return is_name(place.replace(",", " ").replace("/", " ").replace("،", " "), cues)


def _is_in_capitals(place: str) -> bool:
    city = place.partition(",")[0]
    return (
        city.isupper() and len(city) > 2 and len(city.split()) <= 4 and not any(c in '0123456789()[]!?"' for c in city)
    )


def stands_alone(text: str, cues: Cues) -> FoundDateline | None:
    """The dateline that a short block consists of: a place and a day with its year."""
    if len(text) > _LONGEST_ALONE or (day := find_date(text, cues)) is None or not (day.full or text[-1].isalnum()):
        return None
    if date_line(text, cues, day.start) is None or day.start == 0:
        return None
    start, stop = trimmed(text, 0, day.start)
    while stop > start and text[stop - 1] in ",،–—-|/· ":
        stop -= 1
    place = text[start:stop]
    if not place or not any(mark in text[stop : day.start] for mark in ",،–—-|/·") or not _is_place(place, cues):
        return None
    return FoundDateline((start, stop), (day.start, day.end), None, day.end)
