"""Whether what stands at a cue is of the kind that the cue asks for: names, days, sources, credits."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus_tools.formats.seed.credits.closed import after_clause
from corpus_tools.formats.seed.credits.words import names_picture
from corpus_tools.formats.seed.dates.clocks import before_clock
from corpus_tools.formats.seed.dates.find import date_line, find_date, is_clock_line
from corpus_tools.formats.seed.dates.lines import first_part, is_ago
from corpus_tools.formats.seed.lexicon.cues import Cue, Cues
from corpus_tools.formats.seed.lexicon.labels import label_inside
from corpus_tools.formats.seed.lexicon.phrases import find_digit, is_unspaced, lowered
from corpus_tools.formats.seed.names.addresses import address_in, handle_in
from corpus_tools.formats.seed.names.organisations import ends_in_site, is_organisation, is_small_name
from corpus_tools.formats.seed.names.recognise import (
    Extent,
    is_full_name,
    is_name,
    is_small,
    listed,
    name_in,
    segments,
    sentence_end,
)

_MOST_OF_SOURCE = 6  # words, of one that no mark sets apart
_LONGEST_CAPTION = 500
_MOST_SMALL = 2  # words of a credit in small letters, after a label
_SHORTEST_SUMMARY = 60
_ALONE = {"copyright", "boilerplate", "caption", "media"}
"""Roles of which a cue without a value tells; so do those of days, as in ``Published`` above the day."""
_LONGEST_VALUE = {"source": 200, "credit": 140, "tagline": 400, "copyright": 400, "boilerplate": 400, "tags": 1000}
_LONGEST_PLACE = 8
_MOST_OF_NAME = 3  # words
_MOST_SMALL_BESIDE = 8  # words beside the name of an author, which a sentence has more of
_AFTER_CAPTION = ("。", "（", "＝", "／", "| ", " — ", " – ")
_LONGEST_NUMBERED = 4
_bracket_at_end = re.compile(r"[(（\[【][^()（）\[\]【】]+$").split
_bracket = re.compile(r"[(（\[<]").search
_MOST_OF_TAG = 4  # blanks
_divides_tags = re.compile(r"[,;|#/·•،、]").search
_LONGEST_BEFORE_CLOSER = 60
_apart = re.compile(r"\s[/|]\s").split
_item_end = re.compile(r"[,/;(]|\s(?:und|et|and|y|e|og|och|en)\s").split


def fits(text: str, cue: Cue, cues: Cues, *, bracketed: bool) -> bool:
    """Whether what stands at a cue is of the kind that the cue asks for."""
    if cue.start >= cue.end:
        heads = cue.role in {"date", "byline"} and cue.field is not None and cue.form != "closer"
        office = cue.form != "label" and cue.phrase in cues.words["jobs"]  # of the author above
        return cue.role in _ALONE or (heads and not office)
    if cue.end - cue.start > _LONGEST_VALUE.get(cue.role, len(text)):
        return False
    if cue.role == "note":
        return cue.form == "label" or bracketed or cue.language != "en"
    check = _CHECKS.get(cue.role)
    return check is None or check(text, cue, cues)


def _fits_byline(text: str, cue: Cue, cues: Cues) -> bool:
    if cue.field is None and cue.phrase[-1] in ",،":
        return True  # an office: Role, BBC News
    where = cue.phrase in cues.words["in"] and cue.phrase not in cues.words["name_particles"]
    if where and cue.form == "opener" and not _names_somebody(text, cue, cues):
        return False  # from Lisbon
    certain = " " in cue.phrase or cue.form == "label"
    value = text[cue.start : cue.end]
    if " / " in value or " | " in value:
        value = _apart(value, maxsplit=1)[0]  # jk / Źródło: PAP
    by_handle = certain and len(value) <= 20 and value.isalnum() and not value.isdecimal()
    if by_handle and lowered(value) in cues.words["photo"]:
        return False  # of a picture: Autor: archív
    return by_handle or has_author(text, cue.start, cue.end, cues) or _is_numbered_newsroom(value)


def _names_somebody(text: str, cue: Cue, cues: Cues) -> bool:
    """Whether a full name follows the words of a cue, which may say where as well."""
    part = next(iter(segments(text, cue.start, cue.end)), (0, 0))
    items = listed(text, *part, cues)
    name = name_in(text, *items[0], cues) if items else None
    return name is not None and " " in text[slice(*name)]


def _is_numbered_newsroom(value: str) -> bool:
    """Whether a few words may name a newsroom by a number in its name: ``Por G1 RS``."""
    words = value.split()
    numbered = any(word[0].isupper() and word[-1].isdigit() and len(word) <= _LONGEST_NUMBERED for word in words)
    return numbered and len(words) <= _MOST_OF_NAME and all(word[0].isupper() for word in words)


def _fits_tagline(text: str, cue: Cue, cues: Cues) -> bool:
    clause = text[cue.start : cue.end].partition(";")[0]
    if _opens_source(cue, cues) and _names_newsroom(clause, cues):
        return False  # With inputs from AFP
    first = clause.partition(",")[0]
    return any(has_author(text, cue.start, cue.start + len(words), cues) for words in (clause, first))


def _names_newsroom(value: str, cues: Cues) -> bool:
    """Whether the first item of a value is an agency or another organisation."""
    return _is_agency(value, cues) or is_organisation(_item_end(value, maxsplit=1)[0].strip(), cues)


def _opens_source(cue: Cue, cues: Cues) -> bool:
    """Whether the words of a cue stand before sources as well as before people."""
    return any(phrase == cue.phrase and entry["role"] == "source" for phrase, _, entry, _ in cues.opening(cue.phrase))


def _fits_date(text: str, cue: Cue, cues: Cues) -> bool:
    if cue.field is None:
        return is_ago(text, cue)
    first = first_part(text, cues, cue.start, cue.end)
    return date_line(text, cues, cue.start, first) is not None or is_clock_line(text, cues, cue.start, first)


def _fits_source(text: str, cue: Cue, cues: Cues) -> bool:
    value = text[cue.start : cue.end]
    if cue.form == "opener" and cue.phrase in cues.words["and"] and not _names_newsroom(value, cues):
        return False  # with Ana Silva
    small = cue.form == "opener" and cue.phrase in cues.source_labels and is_small(text[: cue.start].rstrip()[-1])
    if small and not _names_newsroom(value, cues):
        return False  # Source Code Found; but SOURCE The Example, Source AFP
    named = not is_small(value[0]) or _is_agency(value, cues) or value.startswith(("http", "www."))
    named = named or (cue.form == "label" and is_small_name(value) and lowered(value) not in cues.words["photo"])
    clause = cue.form == "opener" and value[-1] in cues.stops and value.count(" ") > _MOST_OF_SOURCE  # Theo AFP, …
    return named and not clause and not sentence_end(value) and "?" not in value


def _fits_credit(text: str, cue: Cue, cues: Cues) -> bool:
    value = text[cue.start : cue.end]
    if cue.form == "closer" and _is_captioned_or_clause(value, cue, cues):
        return False
    if cue.form == "closer" and " / " in value:
        return all(is_name(part, cues) or part in cues.words["agencies"] for part in value.split(" / "))
    if sentence_end(value) or len(value.split()) > 16:
        return False
    if cue.form == "label" or not cue.phrase[-1].isalnum():  # ©, Credit...
        named = not is_small(value[0]) or _is_agency(value, cues) or names_picture(value, cues) or ends_in_site(value)
        named = named or (value[-1] not in cues.stops and value.count(" ") < _MOST_SMALL)
        return named and not (value[-1] in ")]）】" and _is_captioned(value, cues))
    clause = cue.form == "closer" and lowered(value).partition(" ")[0] in cues.function_words  # the harbour – photo
    few = value[0].isupper() and len(value.split()) <= 6 and not clause
    return few or is_name(value, cues) or names_picture(value, cues)


def _is_captioned_or_clause(value: str, cue: Cue, cues: Cues) -> bool:
    """Whether what stands before a word that ends credits is a caption with its credit, or words of a sentence."""
    captioned = value[-1] in ":：" or any(mark in value for mark in _AFTER_CAPTION)  # … Foto: Divulgação
    if captioned or len(value) > _LONGEST_BEFORE_CLOSER or _is_open(value):
        return True
    if is_unspaced(value[0]) and value.rpartition(" ")[2] in cues.words["agencies"] and " " in value:
        return True  # 一艘渡轮驶离海岛 新华社 图
    if " " in value and after_clause(value, cue, cues)[0]:
        return True
    return value.lower() == value.upper() and not cues.function_words.isdisjoint(value.split())


def _is_open(value: str) -> bool:
    """Whether a bracket that opens among words does not close, as that of a credit at the end of a caption."""
    return value.rstrip("( ").rfind("(") > value.rfind(")")


def _is_captioned(value: str, cues: Cues) -> bool:
    """Whether words and a credit in brackets stand after a label: ``Foto: A duck on the road (Ana Silva/AP)``."""
    words = _bracket_at_end(value, maxsplit=1)[0].split()
    return len(words) > _MOST_OF_NAME and not is_name(" ".join(words), cues)


def _fits_tags(text: str, cue: Cue, cues: Cues) -> bool:  # noqa: ARG001  one signature for all checks
    value = text[cue.start : cue.end]
    return value.count(" ") <= _MOST_OF_TAG or _divides_tags(value) is not None


def _fits_other(text: str, cue: Cue, cues: Cues) -> bool:  # noqa: ARG001
    value = text[cue.start : cue.end]
    return cue.field is None or (" " not in value and ("://" in value or value.startswith("www.")))


def _fits_summary(text: str, cue: Cue, cues: Cues) -> bool:  # noqa: ARG001
    return cue.end - cue.start >= _SHORTEST_SUMMARY


def _fits_caption(text: str, cue: Cue, cues: Cues) -> bool:
    value = text[cue.start : cue.end]
    cased = value.lower() != value.upper()
    credited = cased and cue.form == "label" and cue.phrase in cues.credit_phrases and is_full_name(value, cues)
    return len(text) <= _LONGEST_CAPTION + 200 and not credited  # Arkistokuva: Ana Silva


_CHECKS: dict[str, Callable[[str, Cue, Cues], bool]] = {
    "byline": _fits_byline,
    "tagline": _fits_tagline,
    "date": _fits_date,
    "source": _fits_source,
    "credit": _fits_credit,
    "tags": _fits_tags,
    "other": _fits_other,
    "caption": _fits_caption,
    "standfirst": _fits_summary,
}


def _is_agency(value: str, cues: Cues) -> bool:
    """Whether a value begins with the name of an agency, which may be small: dpa."""
    return _item_end(lowered(value), maxsplit=1)[0].strip() in cues.agency_names


def has_author(text: str, start: int, end: int, cues: Cues) -> bool:
    """Whether a list of names begins at `start`: every item a name, or at least the first one in full."""
    if end - start < 60 and address_in(text, start, end) is not None:
        return True
    start = max(start, text.find("=", start, min(end, start + _LONGEST_PLACE)) + 1)  # 통영=이서현: the place
    parts = segments(text, start, label_inside(text, start, _before_date(text, start, end, cues), cues))
    if not parts:
        return False
    items = listed(text, *_before_brackets(text, *parts[0]), cues)
    if len(items) > 1 and is_small(text[start]) and text[start:].partition(" ")[0] in cues.words["in"]:
        items = items[1:]  # De notre correspondant à Dakar, Ana Silva
    if not items or name_in(text, *items[0], cues) is None:
        return text[start] == "@" and handle_in(text, start, end) is not None
    if all(name_in(text, *item, cues) is not None for item in items[1:]):
        return True
    few = sum(map(str.islower, text[start:end].split())) <= _MOST_SMALL_BESIDE
    return few and " " in text[slice(*items[0])] and end - start <= 120


def _before_date(text: str, start: int, end: int, cues: Cues) -> int:
    if find_digit(text, start, end) and (day := find_date(text, cues, start, end)) is not None:
        stop = before_clock(text, start, day.start)
        return max(start + 1, start + len(text[start:stop].rstrip(" \u00a0-–—|·,•(،")))
    return end


def _before_brackets(text: str, start: int, end: int) -> Extent:
    """The part of a list of names before a bracket or an e-mail address."""
    stops = []
    if _bracket(text, start, end) is not None:
        stops = [at for mark in "(（[<" if (at := text.find(mark, start, end)) > start]
    if (address := address_in(text, start, end)) is not None and address[0][0] > start:
        stops.append(address[0][0])
    elif (handle := handle_in(text, start, end)) is not None and handle[0] > start:
        stops.append(handle[0])
    return start, min(stops, default=end)
