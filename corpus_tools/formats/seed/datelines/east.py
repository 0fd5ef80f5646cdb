"""Datelines of East Asian agencies, whose forms are their own, and what any dateline holds.

``(서울=연합뉴스) 홍길동 기자 =``, ``【東京＝山田太郎】``, ``【札幌AFP時事】``, ``新华社北京3月4日电（记者…）``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.east import are_han_names
from corpus_tools.formats.seed.names.recognise import Extent, trimmed

_korean = re.compile(
    r"[(\[](?P<place>[^()\[\]=\n]{1,20})=(?P<agency>[^()\[\]=\n]{1,20})[)\]]\s?(?:(?P<names>[^=\n]{2,40}?)\s?=\s)?"
).match
_japanese = re.compile(r"【(?P<place>[^【】＝=\n]{1,20})[＝=](?P<names>[^【】\n]{1,30})】").match
_bracketed = re.compile(
    r"【(?P<place>[^【】\n]{1,20})】|（(?P<short>[^（）\n]{2,6})）"
    r"|[［\[](?P<spaced>[^［］\[\]\n]{2,8}\s[^［］\[\]\n]{2,16})[］\]]"
).match
_chinese = re.compile(
    r"(?P<open>[（(])?(?P<agency>[^\d（(）)\s]{2,4}[社网網])?(?:[記记]者(?P<inside>[^\d（(）)]{2,3}))?(?:本[报報社台])?(?P<place>[^\d（(）)，。]{2,8}?)?"
    r"(?P<day>(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)?(?:[專专]?[电電讯訊]|[綜综]合外?[電电]?[報报][導道])(?(open)[）)])"
    r"\s?(?:[（(](?P<reporter>[记記]者)?\s?(?P<names>[^）)\n]{2,30})[）)])?"
).match
_reported = re.compile(
    r"[〔［\[【（(][記记]者\s?(?P<names>[^\d／/〕］\]】）)]{2,12}?)[／/]\s?(?P<place>[^\d〕］\]】）)]{2,6}?)"
    r"(?:即時|綜合|連線|專題|专题)?(?:報導|报导|报道)[〕］\]】）)]"
).match
_day_at_end = re.compile(r"(?:\d{1,2}月)?\d{1,2}日\s*$").search
_day_alone = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日$").match
_wired = re.compile(r"日|[电電]\s").search
_JOBS = ("특파원", "인턴기자", "기자")


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """Offsets of the parts of a dateline, of the names in it, and of its end; `day` may lack its year."""

    place: Extent | None
    day: Extent | None
    agency: Extent | None
    end: int = 0
    names: Extent | None = None


def run_in_east(head: str, cues: Cues) -> FoundDateline | None:
    """The East Asian dateline that `head`, the beginning of a paragraph, opens with."""
    if not head or (head[0] not in "([（【〔［" and (head[0] < "[" or _wired(head) is None)):
        return None
    for pattern, made in _FORMS:
        if (found := pattern(head)) is not None:
            return made(found, cues)
    return None


def _korean_line(found: re.Match[str], cues: Cues) -> FoundDateline | None:  # noqa: ARG001  one signature
    start, end = found.span("names")
    job = next((job for job in _JOBS if start >= 0 and found.string[start:end].endswith(job)), None)
    names = trimmed(found.string, start, end - len(job)) if job else None
    return FoundDateline(found.span("place"), None, found.span("agency"), found.end(), names)


def _japanese_line(found: re.Match[str], cues: Cues) -> FoundDateline | None:
    names = found.span("names")
    if found["names"] in cues.words["agencies"]:
        return FoundDateline(found.span("place"), None, names, found.end())
    return FoundDateline(found.span("place"), None, None, found.end(), names)


def _bracketed_line(found: re.Match[str], cues: Cues) -> FoundDateline | None:
    """A place in Japanese brackets, with or without the day and the agencies after it: ``【札幌AFP時事】``."""
    start, stop = found.span(found.lastgroup or 0)
    agency: Extent | None = None
    while name := _agency_at_end(found.string, start, stop, cues):
        agency = stop - len(name), stop
        stop -= len(name)
    start, stop = trimmed(found.string, start, stop)
    if agency is not None and _day_alone(found.string, start, stop) is not None:
        return FoundDateline(None, (start, stop), agency, found.end())  # 【3月4日 AFP】
    day = _day_at_end(found.string, start, stop)
    if day is not None:
        stop = trimmed(found.string, start, day.start())[1]
    certain = agency is not None or found["short"] or (found["place"] and day is not None)
    return FoundDateline((start, stop), day and day.span(), agency, found.end()) if start < stop and certain else None


def _agency_at_end(text: str, start: int, stop: int, cues: Cues) -> str:
    """The longest name of an agency that ends a part of the text, or nothing."""
    names = (text[at:stop] for at in range(start, stop))
    return next((name for name in names if name in cues.words["agencies"]), "")


def _reported_line(found: re.Match[str], cues: Cues) -> FoundDateline | None:  # noqa: ARG001
    """A reporter and the place of the report, as papers of Taiwan put them: ``〔記者許麗娟／屏東報導〕``."""
    return FoundDateline(found.span("place"), None, None, found.end(), found.span("names"))


def _chinese_line(found: re.Match[str], cues: Cues) -> FoundDateline | None:
    apart = found.string[found.end() - 1].isspace()
    if found["day"] is None:
        told = apart and found["place"] is not None and found["agency"] in cues.words["agencies"]
    else:
        told = apart or bool(found["agency"] or found["reporter"] or found["inside"])
    if not told:
        return None
    place, day, agency, names, inside = (
        found.span(name) if found[name] else None for name in ("place", "day", "agency", "names", "inside")
    )
    if names is not None and not found["reporter"] and not are_han_names(found["names"]):
        names = None
    return FoundDateline(place, day, agency, found.end(), names or inside)


_FORMS: tuple[tuple[Callable[[str], re.Match[str] | None], Callable[..., FoundDateline | None]], ...] = (
    (_korean, _korean_line),
    (_reported, _reported_line),
    (_japanese, _japanese_line),
    (_bracketed, _bracketed_line),
    (_chinese, _chinese_line),
)
