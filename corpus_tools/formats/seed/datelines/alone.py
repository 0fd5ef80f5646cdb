"""Datelines that are a block of their own: a place and a day, or a place and an agency."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.datelines.before_days import before_words_of_dates
from corpus_tools.formats.seed.datelines.east import FoundDateline
from corpus_tools.formats.seed.datelines.run_in import DASHES, LONGEST, agency_at_end, is_place, is_source, run_in
from corpus_tools.formats.seed.dates.find import date_line, find_date
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import find_digit, is_in_word, lowered
from corpus_tools.formats.seed.names.organisations import names_organisation
from corpus_tools.formats.seed.names.recognise import Extent, trimmed

_LONGEST_ARTICLE = 2
_LONGEST_ALONE = 80
_clock_before = re.compile(r"\d{1,2}[:.]\d{2}\s?[|–—-]\s").match
_joined = re.compile(r"[a-z]{3}[A-Z]").search  # two words as one, as names of papers are


def stands_alone(text: str, cues: Cues) -> FoundDateline | None:
    """The dateline that a short block is: a place and a day, with its year, a time before it, or an agency after it."""
    if len(text) > _LONGEST_ALONE:
        return None
    clock = _clock_before(text) if text[0].isdecimal() else None
    opens = clock.end() if clock is not None else 0
    agency, end = _agency_after(text, cues)
    day = find_date(text, cues, opens, end)
    if day is None or not (day.full or agency or clock or is_in_word(text[-1])):
        return None
    if date_line(text, cues, day.start, end) is None or day.start == opens:
        return None
    begin = find_digit(text, opens, day.start)  # of the same day in another calendar
    first = begin.start() if begin is not None and date_line(text, cues, begin.start(), end) is not None else day.start
    start, stop = trimmed(text, opens, before_words_of_dates(text, first, cues))
    while stop > start and text[stop - 1] in ",،၊–—-|/· ":
        stop -= 1
    weekday = text.rfind(" ", start, stop) + 1
    if lowered(text[weekday:stop]) in cues.weekdays and text[weekday - 2] in ".,":
        stop = weekday - 2  # Tremp. Dimarts, 3 de novembre de 2026
    stop = _after_known_place(text, start, stop, cues)
    place = text[start:stop]
    known = place in cues.words["places"]
    marked = any(mark in text[stop:first] for mark in ",،၊–—-|/·")
    apart = known or marked or (agency is not None and place.count(" ") < 2)
    if not place or not apart or " / " in place or not _may_name_place(place, cues):
        return None
    labelled = any(cue.role == "date" for part in place.split(",") for cue in cues.at_start(part.strip()))
    paper = _joined(place) is not None  # NusaKabar - 14/04/2026
    person = agency is None and not known and _may_be_person(place, text[stop:first])
    if labelled or paper or person:  # Publish Date - Nov 3, 2026
        return None
    return FoundDateline((start, stop), (day.start, day.end), agency, day.end)


def _after_known_place(text: str, start: int, stop: int, cues: Cues) -> int:
    """Where a known place ends that a small word of dates follows: ``Göteborg den 4 mars 2026``."""
    place, _, last = text[start:stop].rpartition(" ")
    known = place in cues.words["places"] and lowered(last) in cues.words["date"]
    return start + len(place) if known else stop


def _may_name_place(place: str, cues: Cues) -> bool:
    """Whether words are those of a place: no organisation, and not what a small word such as ``from`` begins."""
    first = lowered(place).split()[0]
    if (told := cues.whole(place)) is not None and told.role == "boilerplate":
        return False  # E-Paper | August 17, 2025
    led = len(first) > _LONGEST_ARTICLE and first in cues.words["in"]  # A Coruña is none
    return not led and is_place(place, cues) and not names_organisation(place, cues)


def _may_be_person(place: str, between: str) -> bool:
    """Whether words before a dash and a day may as well name who wrote the article: ``Ana Silva - 4 March 2026``."""
    named = 0 < place.count(" ") < 3 and all(word.istitle() and word.isalpha() for word in place.split())
    return named and "," not in between and "/" not in between


def _agency_after(text: str, cues: Cues) -> tuple[Extent | None, int]:
    """The agency that ends a block, in brackets or after a comma, and where what stands before it ends."""
    if (found := agency_at_end(text)) is not None:
        extent = found.span("agency" if found["agency"] else "wire")
        return (extent, found.start()) if is_source(text[slice(*extent)], cues) else (None, len(text))
    start = max(text.rfind(mark) for mark in ",، ") + 1
    extent = trimmed(text, start, len(text))
    known = start > 0 and text[slice(*extent)] in cues.words["agencies"]
    return (extent, start - 1) if known else (None, len(text))


def opens_summary(text: str, cues: Cues) -> bool:
    """Whether a dateline opens the summary above a text: a place or a newsroom alone, in languages where it does."""
    line = run_in(text, cues) if cues.dateline_in_summary else None
    return line is not None and line.day is None and (line.place is None or line.agency is None)


def is_run_in(text: str, cues: Cues) -> bool:
    """Whether a block is a dateline as paragraphs begin with, and nothing else."""
    line = run_in(text, cues, alone=True) if len(text) <= LONGEST else None
    return line is not None and line.end == len(text) and not _names_person(text, line, cues)


def _names_person(text: str, line: FoundDateline, cues: Cues) -> bool:
    """Whether the place before a dash and an agency may as well be its reporter: ``Ana Silva – TV 2``."""
    if line.place is None or line.agency is None or line.day is not None:
        return False
    place, between = text[slice(*line.place)], text[line.place[1] : line.agency[0]].strip()
    return between in DASHES and " " in place and not place.isupper() and place not in cues.words["places"]
