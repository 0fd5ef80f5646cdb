"""Datelines of a place and the agency beside it, which open a report or are a line of their own.

``یزد- ایرنا- …``, ``وطنية - صور - …``, ``الشارقة في 3 نوفمبر / وام / …``, ``إسطنبول / محمد الصاوي / الأناضول``.
"""

from __future__ import annotations

import re

from corpus_tools.formats.seed.datelines.east import FoundDateline
from corpus_tools.formats.seed.datelines.run_in import beside_reporter, is_place
from corpus_tools.formats.seed.dates.find import date_line, find_date
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import is_unspaced
from corpus_tools.formats.seed.names.recognise import is_job, trimmed

_LONGEST = 60
_MOST_PARTS = 3
_between_dashes = re.compile(
    r"(?P<first>[^-–—/:.,\n]{2,30}?)(?:\s?[-–—]\s?|\sـ\s)(?P<second>[^-–—/:.,\n]{2,30}?)(?:\s?[-–—:]|\sـ)\s"
).match
_joined = re.compile(
    r"(?P<first>[^\s\d/–-]{2,20}(?:\s[^\s\d/–-]{2,12})?)(?:\s?/\s?|[–-])(?P<second>[^\s\d/:.,–-]{2,20})\s"
).match
_before_bar = re.compile(r"(?P<first>[^\W\d_][^\d|.:,\n]{1,30}?)\s(?P<second>[^\s|]{2,20})\s\|\s").match
_between_marks = re.compile(r"[^\s/–-](?:[^/–-]*[^\s/–-])?").finditer
_next_word = re.compile(r"\w{2,12}").match
_slashed = re.compile(r"(?P<line>[^/\n]{2,50}?)\s?/\s?(?P<agency>[^/\s][^/\n]{0,40}?)\s?/\s").match


def opens_beside_agency(text: str, cues: Cues) -> FoundDateline | None:
    """A place and the agency beside it, in either order: ``یزد- ایرنا- …``, ``وطنية - صور - …``, ``دمشق-سانا …``."""
    for form in (_between_dashes, _joined, _before_bar):
        if (found := form(text)) is None:
            continue
        for agency, place in (("second", "first"), ("first", "second")):
            if agency == "first" and form is _joined and text[found.start(place)].isupper():
                continue  # TTO - Cứ 22h: the first word of a sentence
            if form is _joined and " " in found[place] and text[1:2].islower():
                continue  # Ana Silva/Reuters: who made the picture above
            if found[agency] in cues.words["agencies"] and is_place(found[place], cues):
                start, end = found.span(place)
                return FoundDateline((start, _with_tail(text, end, cues)), None, found.span(agency), found.end())
    return None


def beside_agency(text: str, cues: Cues) -> FoundDateline | None:
    """A line of a place and its agency, in either order, perhaps with the reporter between, without capitals.

    ``شفق نيوز- البصرة``, ``إسطنبول / محمد الصاوي / الأناضول``, ``صفاقس - الشروق أونلاين - سنية الهمامي``
    """
    if len(text) > _LONGEST or not ("-" in text or "/" in text or "–" in text) or text.lower() != text.upper():
        return None
    parts = [found.span() for found in _between_marks(text)]
    words = [text[slice(*part)] for part in parts]
    likely = (len(parts) - 1, *range(len(parts) - 1)) if parts else ()
    agency = next((at for at in likely if words[at] in cues.words["agencies"]), None)
    if agency is None or not 2 <= len(parts) <= _MOST_PARTS:
        return None
    others = [part for at, part in enumerate(parts) if at != agency]
    place = text[slice(*others[0])]
    name = is_unspaced(place[0]) and place not in cues.words["places"]  # or the words of a caption
    name = name or cues.whole(place) is not None
    if " " in place or name or not is_place(place, cues) or is_job(place, cues):
        return None
    return FoundDateline(others[0], None, parts[agency], len(text), others[1] if others[1:] else None)


def _with_tail(text: str, end: int, cues: Cues) -> int:
    """Where a place ends that another word belongs to: ``ایسنا/خراسان رضوی …``."""
    after = _next_word(text, end + 1) if text[end : end + 1] == " " else None
    return after.end() if after is not None and after.group() in cues.words["place_tails"] else end


def before_slashes(text: str, cues: Cues) -> FoundDateline | None:
    """A place, perhaps with a day, before an agency between slashes: ``الشارقة في 3 نوفمبر / وام / أطلقت …``."""
    found = _slashed(text)
    agency, reporter = beside_reporter(text, found.span("agency") if found is not None else None, cues)
    if found is None or agency is None or text[slice(*agency)] not in cues.words["agencies"]:
        return None
    start, end = found.span("line")
    day = find_date(text, cues, start, end)
    stop = end if day is None else trimmed(text, start, day.start)[1]
    words = text[start:stop].split()
    if day is not None and len(words) > 1 and words[-1] in cues.words["in"] | cues.words["date"]:
        stop = trimmed(text, start, stop - len(words[-1]))[1]
    other = day is not None and date_line(text, cues, day.start, end) is None
    if other or not is_place(text[start:stop] or "-", cues):
        return None
    days = None if day is None else (day.start, day.end)
    return FoundDateline((start, stop), days, agency, found.end(), reporter)
