"""Datelines of East Asian agencies, whose forms are their own, and what any dateline holds.

``(서울=연합뉴스) 홍길동 기자 =``, ``【東京＝山田太郎】``, ``【札幌AFP時事】``, ``新华社北京3月4日电（记者…）``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.east import are_han_names
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import Extent, trimmed

_korean = re.compile(
    r"[(\[](?P<place>[^()\[\]=\n]{1,20})=(?P<agency>[^()\[\]=\n]{1,20})[)\]]\s?(?:(?P<names>[^=\n]{2,40}?)\s?=\s)?"
).match
_japanese = re.compile(r"【(?P<place>[^【】＝=\n]{1,20})[＝=](?P<names>[^【】\n]{1,30})】").match
_bracketed = re.compile(
    r"【(?P<place>[^【】\n]{1,20})】|（(?P<short>[^（）\n]{2,6})）"
    r"|[［\[（](?P<spaced>[^［］\[\]（）\n]{2,8}\s[^［］\[\]（）\n]{2,16})[］\]）]"
).match
_chinese = re.compile(
    r"(?P<open>[（(【〔])?[据據]?(?P<agency>路透(?!社)|[^\d（(）)【】\s]{2,4}[社网網])?(?:[記记]者(?P<inside>[^\d（(）)]{2,3}))?(?:本[报報社台])?(?P<place>[^\d（(）)，。]{2,8}?)?"
    r"(?P<day>(?:\d{4}年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)?(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})日)?"
    r"(?:[專专]?[电電讯訊]|[綜综]合外?[電电]?(?:[報报][導道]|[电電])|(?<=日)(?=\s[-–—]\s))(?(open)[）)】〕])"
    r"\s?(?:[（(](?P<reporter>[记記]者)?\s?(?P<names>[^）)\n]{2,30})[）)]"
    r"|[記记]者(?P<told>[^\d（(）)，,。：:]{2,16}?)(?:[報报][導道])?[：:])?"
).match
_reported = re.compile(
    r"[〔［\[【（(][記记]者\s?(?P<names>[^\d／/〕］\]】）)]{2,12}?)[／/]\s?(?P<place>[^\d〕］\]】）)]{2,6}?)"
    r"(?:即時|綜合|連線|專題|专题)?(?:報導|报导|报道)[〕］\]】）)]"
).match
_before_agency = re.compile(
    r"(?P<place>[^\d（(）)，。、：\s]{2,10})[（(](?P<agency>[^（(）)\n]{2,16})[）)]"
    r"\s?(?:[―—–-]{1,2}\s?)?"
).match
_placed_day = re.compile(
    r"(?P<place>[^\d（(）)，。、：,\s]{2,10})(?:[,，、]\s?|\s)(?P<day>(?:\d{4}[年년]\s?)?\d{1,2}[月월]\s?\d{1,2}[日일])"
    r"(?:\s?[（(](?P<agency>[^（(）)\n]{2,16})[）)])?\s?[-–—―=:：]{1,2}\s?"
).match
_day_at_end = re.compile(r"(?:\d{1,2}[月월]\s?)?\d{1,2}[日일]\s*$").search
_day_alone = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日$").match
_wired = re.compile(r"[日일]|[电電]\s").search
_WIRED = "电電讯訊"  # （本报讯）
_DISPATCHES = {"專訊", "专讯", "訊", "讯", "電", "电", "專電", "专电", "特稿"}  # 【明報專訊】
_LONGEST_JOB = 8


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
    if not head or (head[0] not in "([（【〔［" and (head[0] < "[" or not ("（" in head[:12] or _wired(head)))):
        return None
    for pattern, made in _FORMS:
        if (found := pattern(head)) is not None and (line := made(found, cues)) is not None:
            return line
    return None


def _korean_line(found: re.Match[str], cues: Cues) -> FoundDateline | None:
    start, end = found.span("names")
    place, (first, last) = found.span("place"), found.span("agency")
    origin = found["place"].rpartition(" ")[2]
    if " " in found["place"] and origin in cues.words["agencies"]:  # (런던 로이터=연합뉴스)
        place = trimmed(found.string, place[0], place[1] - len(origin))
    first = max(first, found.string.rfind("/", first, last) + 1)  # [런던=AP/뉴시스]
    if start < 0 and found.string[first:last].rpartition(" ")[2] in cues.words["jobs"]:
        return _korean_reporter(found, place, (first, last), cues)
    office = range(max(start + 1, end - _LONGEST_JOB), end if start >= 0 else 0)
    stop = next((at for at in office if found.string[at:end] in cues.words["jobs"]), 0)
    names = trimmed(found.string, start, stop) if stop else None
    return FoundDateline(place, None, (first, last), found.end(), names)


def _korean_reporter(found: re.Match[str], place: Extent | None, extent: Extent, cues: Cues) -> FoundDateline:
    """Reporters inside the brackets: ``[헤럴드경제=김민수 기자]``, ``[워싱턴=이데일리 김민수 특파원]``."""
    text, (start, end) = found.string, extent
    end = start + text[start:end].rfind(" ")
    agency: Extent | None = None
    paper = text[start:end].partition(" ")[0]
    if paper in cues.words["agencies"]:
        agency, start = (start, start + len(paper)), start + len(paper) + 1
    elif place is not None and text[slice(*place)] in cues.words["agencies"]:
        agency, place = place, None
    return FoundDateline(place, None, agency, found.end(), (start, end))


def _japanese_line(found: re.Match[str], cues: Cues) -> FoundDateline | None:
    names = found.span("names")
    if found["names"] in cues.words["agencies"]:
        start, stop = found.span("place")
        origin = _agency_at_end(found.string, start + 1, stop, cues)  # 【ロンドンAFP＝時事】
        return FoundDateline((start, stop - len(origin)), None, names, found.end())
    start, stop = found.span("place")
    agency = _agency_at_end(found.string, start + 1, stop, cues)  # 【ワシントン共同＝佐藤花子】
    end = stop - len(agency)
    return FoundDateline((start, end), None, (end, stop) if agency else None, found.end(), names)


def _bracketed_line(found: re.Match[str], cues: Cues) -> FoundDateline | None:
    """A place in Japanese brackets, with or without the day and the agencies after it: ``【札幌AFP時事】``."""
    start, stop = found.span(found.lastgroup or 0)
    agency: Extent | None = None
    if found["spaced"] and found["spaced"].rpartition(" ")[2] in cues.words["jobs"]:
        told = found["spaced"].partition(" ")[0] in cues.words["agencies"]  # [이데일리 김민수 기자]
        return _korean_reporter(found, None, (start, stop), cues) if told else None
    while name := _agency_at_end(found.string, start, stop, cues):
        agency = stop - len(name), stop
        stop -= len(name)
    if agency is None and (name := _agency_at_start(found.string, start, stop, cues)):
        agency = start, start + len(name)
        start += len(name)
    start, stop = trimmed(found.string, start, stop)
    if agency is not None and found.string[start:stop] in _DISPATCHES:
        return FoundDateline(None, None, agency, found.end())
    if agency is not None and _day_alone(found.string, start, stop) is not None:
        return FoundDateline(None, (start, stop), agency, found.end())  # 【3月4日 AFP】
    day = _day_at_end(found.string, start, stop)
    if day is not None:
        stop = trimmed(found.string, start, day.start())[1]
    short = found["short"] and found["short"][-1] not in _WIRED
    certain = agency is not None or short or (found["place"] and day is not None)
    return FoundDateline((start, stop), day and day.span(), agency, found.end()) if start < stop and certain else None


def _agency_at_end(text: str, start: int, stop: int, cues: Cues) -> str:
    """The longest name of an agency that ends a part of the text, or nothing."""
    names = (text[at:stop] for at in range(start, stop))
    return next((name for name in names if name in cues.words["agencies"]), "")


def _agency_at_start(text: str, start: int, stop: int, cues: Cues) -> str:
    """The longest name of an agency that begins a part of the text, before a place: ``【新華社北京11月8日】``."""
    names = (text[start:at] for at in range(stop - 1, start + 1, -1))
    return next((name for name in names if name in cues.words["agencies"]), "")


def _reported_line(found: re.Match[str], cues: Cues) -> FoundDateline | None:  # noqa: ARG001
    """A reporter and the place of the report, as papers of Taiwan put them: ``〔記者許麗娟／屏東報導〕``."""
    return FoundDateline(found.span("place"), None, None, found.end(), found.span("names"))


def _before_agency_line(found: re.Match[str], cues: Cues) -> FoundDateline | None:
    """A place before an agency in brackets: ``ソウル（CNN） …``, ``上海（法新社）…``; no subject with its initials."""
    if found["agency"] not in cues.words["agencies"] or is_organisation(found["place"], cues):
        return None
    if _is_hiragana(found.string[found.end() : found.end() + 1]):
        return None  # アメリカ航空宇宙局(NASA)は
    return FoundDateline(found.span("place"), None, found.span("agency"), found.end())


def _is_hiragana(letter: str) -> bool:
    return "\u3041" <= letter <= "\u309f"


def _placed_day_line(found: re.Match[str], cues: Cues) -> FoundDateline | None:
    """A place and a day before a mark: ``도쿄, 3월 12일 (로이터) - …``, ``東京、3月12日（共同）―…``."""
    agency = found.span("agency") if found["agency"] in cues.words["agencies"] else None
    return FoundDateline(found.span("place"), found.span("day"), agency, found.end())


def _chinese_line(found: re.Match[str], cues: Cues) -> FoundDateline | None:
    apart = found.string[found.end() - 1].isspace()
    known = found["place"] in cues.words["places"]
    if found["day"] is None and found["reporter"] and not known:  # 新京报讯（记者张伟）
        return FoundDateline(None, None, None, found.end(), found.span("names"))
    if found["day"] is None:
        told = apart and found["place"] is not None and found["agency"] in cues.words["agencies"]
        told = told or (found["open"] is not None and known)
    else:
        told = apart or any(found[name] for name in ("open", "agency", "reporter", "inside", "told"))
    if not told:
        return None
    place, day, agency, names, inside, writer = (
        found.span(name) if found[name] else None for name in ("place", "day", "agency", "names", "inside", "told")
    )
    if names is not None and not found["reporter"] and not are_han_names(found["names"]):
        names = None
    return FoundDateline(place, day, agency, found.end(), names or inside or writer)


_FORMS: tuple[tuple[Callable[[str], re.Match[str] | None], Callable[..., FoundDateline | None]], ...] = (
    (_korean, _korean_line),
    (_reported, _reported_line),
    (_japanese, _japanese_line),
    (_chinese, _chinese_line),
    (_bracketed, _bracketed_line),
    (_before_agency, _before_agency_line),
    (_placed_day, _placed_day_line),
)
