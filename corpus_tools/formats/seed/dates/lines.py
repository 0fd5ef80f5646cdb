"""Lines that hold nothing but dates: published and updated, a time, how long ago, and whose report it is.

``2.5.2026 2:00 | Päivitetty 2.5.2026 6:51``, ``Publié le 4 mars 2026 à 18h05, modifié le 5 mars 2026 à 7h00``,
``2026年3月4日06:15 | 来源：新华网``. Such a line is cut into parts at its marks and before each cue of a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from heapq import merge
from itertools import chain
from typing import NamedTuple

from corpus_tools.formats.seed.dates.find import date_line, find_date, is_clock_line
from corpus_tools.formats.seed.dates.tokens import read_tokens
from corpus_tools.formats.seed.lexicon.cues import Cue, Cues
from corpus_tools.formats.seed.lexicon.phrases import find_digit, is_in_word, lowered
from corpus_tools.formats.seed.names.organisations import is_newsroom
from corpus_tools.formats.seed.names.recognise import Extent, is_job, is_small, is_word

_LONGEST = 160
_MOST_PARTS = 6
_MOST_OF_PLACE = 2  # words
_LONGEST_AGO = 20
_LONGEST_BESIDE = 40
_MOST_BESIDE = 5  # words
_MOST_OF_NEWSROOM = 3  # words
_LONGEST_ZONE = 4  # CEST
_marks = re.compile(r"[|•·;\n()（）\[\]]|\s(?:[-–—ـ]|/(?=\s(?:[^\W\d]|\d+\s[^\W\d]{3})))\s|\s{3,}").finditer
_world_clock = re.compile(r"\d{4}\s(?:GMT|UTC)").fullmatch
_gap_before = re.compile(r"\s{3}$").search
_words = re.compile(r"(?<=[\s,،、\d])[^\W\d_]").finditer
_EDGES = " \t\u00a0\u3000,،、-–—:/"
_CLOSING = (")", "）")
_BARS = "/|"
_BESIDE = {"source", "byline", "boilerplate"}


class DatePart(NamedTuple):
    """One part of a line of dates.

    Attributes:
        extent: where it is.
        cue: what begins it, if a cue does.
        full: whether it names a day with its year.
        place: whether it says where.
    """

    extent: Extent
    cue: Cue | None
    full: bool
    place: bool = False


def date_parts(text: str, cues: Cues, start: int, end: int) -> list[DatePart]:
    """The parts of the line of dates ``text[start:end]``; none if it holds anything else."""
    if end - start > _LONGEST:
        return []
    parts: list[DatePart] = []
    for extent in _cuts(text, cues, start, end):
        if len(parts) >= _MOST_PARTS:
            return []
        part = _part(text, cues, *extent) or _beside(text, cues, *extent)
        if part is None and len(parts) == 1 and _may_be_place(text, parts[0], *extent):
            part = DatePart(extent, None, full=False, place=True)
        found = [part] if part is not None else [] if parts else _after_place(text, cues, *extent)
        if not found:
            return []
        parts += found
    placed = bool(parts) and parts[0].place
    return [] if placed and all(part.cue is None or part.cue.role != "date" for part in parts) else parts


def _may_be_place(text: str, before: DatePart, start: int, end: int) -> bool:
    """Whether a word or two after a newsroom alone may say where: ``PTI | New Delhi | Updated: …``."""
    words = text[start:end].split()
    newsroom = before.extent[0] == 0 and before.cue is None and not (before.full or before.place)
    barred = text[before.extent[1] : start].strip() in {"|", "/"}
    return newsroom and barred and len(words) <= _MOST_OF_PLACE and not is_small(words[0]) and all(map(is_word, words))


def _after_place(text: str, cues: Cues, start: int, end: int) -> list[DatePart]:
    """A place of a word or two and the day after its comma, of which a line with an update may be."""
    alone = text[start:end].split()
    if len(alone) == _MOST_OF_PLACE and lowered(alone[0]) in cues.words["place_particles"] and is_word(alone[1]):
        return [DatePart((start, end), None, full=False, place=True)]  # नई दिल्ली | Updated: …
    comma = text.find(",", start, end)
    words = text[start:comma].split() if comma > 0 else []
    if not 0 < len(words) <= _MOST_OF_PLACE or is_small(text[start]) or not all(map(is_word, words)):
        return []
    first = comma + 1 + len(text[comma + 1 : end]) - len(text[comma + 1 : end].lstrip())
    day = _dated(text, cues, first, end)
    return [DatePart((start, comma), None, full=False, place=True), day] if day is not None and day.full else []


def _beside(text: str, cues: Cues, start: int, end: int) -> DatePart | None:
    """What stands beside dates and is none: a place in capitals, a zone in brackets, an issue after a small word."""
    words = text[start:end]
    if len(words) > _LONGEST_BESIDE or words.count(" ") >= _MOST_BESIDE:
        return None
    page = (whole := cues.whole(words)) is not None and whole.role == "boilerplate"
    if page or not start:
        told = page or is_newsroom(words, cues) or is_job(words, cues)
        return DatePart((start, end), None, full=False) if told else None
    if _is_apart(text, start, end, cues):
        return DatePart((start, end), None, full=False)
    if words.isalpha() and words.isupper() and len(words) > _LONGEST_ZONE:
        return DatePart((start, end), None, full=False, place=True)
    enclosed = text[start - 1] in "(（" and text[end : end + 1] in (")", "）")
    told = text[start - 1] in "(（" and words[0].isdecimal() and _holds_numbers(text, cues, start, end)
    told = told or (enclosed and (words.isupper() or not cues.words["date"].isdisjoint(lowered(words).split())))
    return DatePart((start, end), None, full=False) if told or (is_small(words[0]) and "/" in words) else None


def _is_apart(text: str, start: int, end: int, cues: Cues) -> bool:
    """Whether a part is the newsroom after a bar, a label that nothing follows, or words of the page after a gap."""
    if text[:start].rstrip()[-1] in _BARS and not is_small(text[start]) and is_newsroom(text[start:end], cues):
        return True
    apart = _gap_before(text, 0, start) is not None and find_digit(text, start, end) is None
    return apart or _is_label(text, start, end, cues)


def _is_label(text: str, start: int, end: int, cues: Cues) -> bool:
    """Whether a part is a label that nothing follows."""
    label = text[start : end + 1]
    return label[-1] in ":：" and any(cue.start >= len(label) for cue in cues.at_start(label))


def _holds_numbers(text: str, cues: Cues, start: int, end: int) -> bool:
    """Whether a part holds numbers and the small words of dates alone, but for a cue that ends it."""
    stop = next((start + cue.end for cue in cues.at_end(text[start:end]) if cue.role == "date"), end)
    return all(token.kind in "nwfp" for token in read_tokens(text, cues, start, stop))


def first_part(text: str, cues: Cues, start: int, end: int) -> int:
    """Where the first of the parts from `start` on ends: another date may follow."""
    if end - start > _LONGEST:
        return end
    return next((extent[1] for extent in _cuts(text, cues, start, end)), end)


def _cuts(text: str, cues: Cues, start: int, end: int) -> Iterator[Extent]:
    """The line at its marks and before each cue of a date, without the marks at the edges of the parts."""
    marks = (found.span() for found in _marks(text, start, end))
    words = (found.start() for found in _words(text, start + 1, end) if _begins_part(text, found, cues))
    at = start
    for stop, following in chain(merge(marks, ((word, word) for word in words)), ((end, end),)):
        first, last = at, stop
        while first < last and text[first] in _EDGES:
            first += 1
        while last > first and text[last - 1] in _EDGES:
            last -= 1
        if first < last:
            yield first, last
        at = following


@cache
def _beginnings(cues: Cues) -> frozenset[str]:
    """The first two letters, or the only one, of the phrases that may begin a part."""
    entries = (entry for index in cues.openers.values() for entry in index)
    return frozenset(phrase[:2] for phrase, _, cue, _ in entries if cue["role"] == "date" or cue["role"] in _BESIDE)


def _begins_part(text: str, found: re.Match[str], cues: Cues) -> bool:
    """Whether a word is a cue of a date, or a label of what stands beside one."""
    if text[found.start() - 1].isdigit() and not "\u4e00" <= found.group() <= "\ud7a3":
        return False
    words = text[found.start() : found.start() + 80]
    begun = lowered(words[:2])
    if _beginnings(cues).isdisjoint((begun, begun[:1])):
        return False  # most words, at one look
    begins = any(
        (cue.role == "date" and words[cue.start : cue.start + 1] not in _CLOSING)
        or (cue.role in _BESIDE and (cue.form == "label" or _opens_names(words, cue)))
        for cue in cues.at_start(words)
    )
    return begins and not _is_in_cue(text, found.start(), cues)


def _opens_names(text: str, cue: Cue) -> bool:
    """Whether a word for by stands before a capital: ``4 March 2026 by Ana Silva``."""
    return cue.role == "byline" and cue.field is not None and text[cue.start : cue.start + 1].isupper()


def _is_in_cue(text: str, at: int, cues: Cues) -> bool:
    """Whether the cue that begins with the word before goes on at `at`: ``آخر تحديث`` holds ``تحديث``."""
    start = len(text[:at].rstrip())
    if start == at:
        return False  # it stands right after a digit
    while start and is_in_word(text[start - 1]):
        start -= 1
    return any(start + len(cue.phrase) > at for cue in cues.at_start(text[start : start + 80]))


def _part(text: str, cues: Cues, start: int, end: int) -> DatePart | None:
    """A part of a line of dates; None if it is of another kind."""
    for found in cues.at_start(text[start:end]):
        cue = found._replace(start=found.start + start, end=found.end + start)
        if cue.role == "date" and (part := _dated(text, cues, cue.start, end)) is not None:
            return part._replace(cue=cue)
        if cue.role == "date" and cue.start == end:
            return DatePart((start, end), cue, full=False)  # how long ago follows
        named = cue.form == "label" or (cue.role == "byline" and " " in cue.phrase)
        named = named or (start > 0 and (_opens_names(text, cue) or (cue.role == "boilerplate" and " " in cue.phrase)))
        if cue.role in _BESIDE and named and cue.start < end:
            return DatePart((cue.start, end), cue, full=False)
    return _dated(text, cues, start, end)


def _dated(text: str, cues: Cues, start: int, end: int) -> DatePart | None:
    """A day, a time of day, or how long ago."""
    if (day := date_line(text, cues, start, end)) is not None:
        return DatePart((start, end), None, day.full)
    day = find_date(text, cues, start, end)
    if day is not None and day.full and date_line(text, cues, day.start, end) is not None:
        newsroom = text[start : day.start].rstrip(_EDGES)
        if 0 < len(newsroom.split()) <= _MOST_OF_NEWSROOM and is_newsroom(newsroom, cues):
            return DatePart((day.start, end), None, full=True)
    words = text[start:end]
    ago = any(cue.role == "date" and is_ago(words, cue) for cue in (*cues.at_start(words), *cues.at_end(words)))
    clock = _world_clock(words) is not None or is_clock_line(text, cues, start, end)
    return DatePart((start, end), None, full=False) if ago or clock else None


def is_ago(text: str, cue: Cue) -> bool:
    """Whether a cue without a field says how long ago: ``4 hours ago``, ``il y a 4 heures``."""
    value = text[cue.start : cue.end].strip()
    glued = find_digit(value) if value[:1] > "\u02ff" else None  # बाड़मेर4 घंटे पहले
    start = glued.start() if glued is not None and is_word(value[: glued.start()]) else 0
    return cue.field is None and value[start : start + 1].isdecimal() and len(value) <= _LONGEST_AGO
