"""Metadata that the text of a seed states, each value with the words it stands in.

Every value becomes metadata and an annotation of layer ``field`` whose type is the metadata path. Nothing
is guessed: the day of a dateline without its year is in neither, because no date of the model can hold it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus_tools.formats.seed.bylines import ground_authors, ground_byline
from corpus_tools.formats.seed.candidates import Candidate
from corpus_tools.formats.seed.credits import without_aside
from corpus_tools.formats.seed.cues import Cues
from corpus_tools.formats.seed.date_lines import DatePart, date_parts
from corpus_tools.formats.seed.datelines import run_in, stands_alone
from corpus_tools.formats.seed.datelines_bare import is_dialogue, opening
from corpus_tools.formats.seed.datelines_east import FoundDateline
from corpus_tools.formats.seed.dates import find_date
from corpus_tools.formats.seed.grounding import Grounding
from corpus_tools.formats.seed.marked import is_initials
from corpus_tools.formats.seed.names import (
    Extent,
    is_name,
    is_organisation,
    is_small,
    listed,
    name_in,
    trimmed,
)

_LONGEST_NAME = 120
_LEADS = 3  # a dateline may follow a summary
_OPENS = {"paragraph", "standfirst"}
_heading = re.compile(r"#{1,6}\s+").match
_credit_parts = re.compile(r"\s?[/|;,／、，]\s?|\s(?:via|for|[–—-])\s").split
_tag_parts = re.compile(r"(?:[^,،、，;|#\n·•/]|(?<! )/|/(?! ))+").finditer
_source_parts = re.compile(r"[^,،、，;|/\n]+").finditer
_in_brackets_at_end = re.compile(r"[（(](?P<clauses>[^（）()\n]{3,120})[）)]\d{0,8}$").search
_clause_end = re.compile(r"\s*[;；|\n]\s*").search
_years = re.compile(r"\s*(?:©|\([cC]\))?\s*\d{4}(?:\s?[-–]\s?\d{2,4})?,?\s*(?:by\s)?")
_holder_end = re.compile(r"[.,;|。،\n]|\s[–—-]\s").search
_legal_form = re.compile(r",? (?:Inc|Ltd|LLC|Corp|Co|Pty|PLC|GmbH|S\.?A|S\.?L|S\.?p\.?A|S\.?r\.?l)\b\.?").match
_address = re.compile(r"(?:https?://|www\.)\S+").search
_signature = re.compile(r"。[（【](?P<name>[\u3400-\u9fff々]{3,5})[）】]$").search
"""Who wrote a report, after its last sentence in Japanese papers."""
_WRITERS = {"reporter", "writer"}  # the authors of an article without a byline
_marks = "[](){}（）【】*_ "


def ground(texts: Sequence[str], chosen: Sequence[Candidate], cues: Cues) -> Grounding:
    """The metadata of the blocks `texts`, each read as what was chosen for it."""
    into = Grounding(texts, chosen, cues)
    leads = [index for index, candidate in enumerate(chosen) if candidate.role in _OPENS][:_LEADS]
    first = next((index for index in leads if chosen[index].role == "paragraph"), None)
    for index, candidate in enumerate(chosen):
        if (ground_role := _BY_ROLE.get(candidate.role)) is not None:
            ground_role(into, index)
        elif index in leads:
            _lead(into, index, first=index in {leads[0], first})
    last = max((index for index, candidate in enumerate(chosen) if candidate.role == "paragraph"), default=-1)
    if last > 0 and (closing := _in_brackets_at_end(texts[last])) is not None:
        _clauses_of(into, last, *closing.span("clauses"))
    if last > 0 and (signed := _signature(texts[last])) is not None:
        agency = signed["name"] in cues.words["agencies"]
        if agency or not into.metadata.get("authors"):
            into.party(last, signed.span("name"), "sources" if agency else "authors")
    return into


def _headline(into: Grounding, index: int) -> None:
    text, cue = into.texts[index], into.chosen[index].cue
    heading = _heading(text)
    start, end = heading.end() if heading else 0, len(text)
    if cue is not None and cue.form == "label":
        start = cue.start
    if text[0] == "^" and text[-1] == "<":
        start, end = start + 1, end - 1  # of a wire
    while (
        end - start > 1 and text[start] == text[end - 1] and text[start] in ("*_" if start == 0 or heading else "*_\"'")
    ):
        start, end = start + 1, end - 1
    if "title" not in into.metadata and start < end:
        into.metadata["title"] = into.mark(index, (start, end), "title")


def _date_block(into: Grounding, index: int) -> None:
    """The dates of a line; a part without a cue of its own is of the kind of the part before it."""
    text = into.texts[index]
    cue = into.chosen[index].cue
    kind = cue.field if cue is not None and cue.field else "published"
    start, end = into.value(index)
    parts = date_parts(text, into.cues, start, end) or [DatePart((start, end), None, full=True)]
    if cue is not None and cue.form == "closer" and kind == "updated" and len(parts) > 1:
        kind = "published"  # the cue is of the last part
    for part in parts:
        role = part.cue.role if part.cue is not None else "date"
        if role == "source":
            _sources(into, index, part.extent)
        elif role == "byline":
            ground_authors(into, index, part.extent)
        elif part.place:
            into.place(index, part.extent)
        elif role == "date":
            kind = (part.cue.field if part.cue is not None else None) or kind
            into.date(index, part.extent, kind)
            if kind == "updated" and not part.full:
                into.later(index, part.extent)


def _source(into: Grounding, index: int) -> None:
    _sources(into, index, into.value(index))


def _sources(into: Grounding, index: int, extent: Extent) -> None:
    text = into.texts[index]
    signed = is_initials(text) is not None
    for part in _source_parts(text, *extent):
        start, end = trimmed(text, *part.span())
        name = text[start:end]
        day = find_date(text, into.cues, start, end)
        dated = day is not None and day.full
        initials = start >= end or ((signed or is_small(text[start])) and name.lower() not in into.cues.agency_names)
        if not initials and end - start <= _LONGEST_NAME and "://" not in name and not name.isdigit() and not dated:
            into.party(index, (start, end), "sources")


def _tagline(into: Grounding, index: int) -> None:
    text = into.texts[index]
    start, end = 0, len(text)
    while start < end and text[start] in _marks:
        start, end = start + 1, end - (text[end - 1] in _marks)
    _clauses_of(into, index, start, end)


def _clauses_of(into: Grounding, index: int, start: int, end: int) -> None:
    """Who did what, in the clauses between semicolons and bars: ``Reporting by …; Editing by …``."""
    text = into.texts[index]
    while start < end:
        cue = next((cue for cue in into.cues.at_start(text[start:end]) if cue.contributor), None)
        begin = start + (cue.start if cue is not None else 0)
        found = _clause_end(text, begin, end)
        stop, after = found.span() if found is not None else (end, end)
        wrote = cue is not None and cue.contributor in _WRITERS and not into.has_byline
        if cue is not None and cue.contributor is not None:
            for item in listed(text, *trimmed(text, begin, stop), into.cues):
                if (name := name_in(text, *item, into.cues)) is not None:
                    into.party(index, name, "authors" if wrote else "contributors", role=cue.contributor)
        start = after


def _caption(into: Grounding, index: int) -> None:
    credit = into.chosen[index].credit
    if credit is not None:
        _credit_words(into, index, credit.extent)


def _credit(into: Grounding, index: int) -> None:
    candidate = into.chosen[index]
    _credit_words(into, index, candidate.credit.extent if candidate.credit else into.value(index))


def _credit_words(into: Grounding, index: int, extent: Extent) -> None:
    text = into.texts[index]
    start, end = trimmed(text, *extent)
    for mark in ("(c)", "(C)", "c)", "©"):
        if text.startswith(mark, start, end):
            start = trimmed(text, start + len(mark), end)[0]
    start, end = without_aside(text, start, end, into.cues)
    if start >= end:
        return
    into.mark(index, (start, end), "credit", text[start:end])
    position = start
    for part in _credit_parts(text[start:end]):
        position = text.index(part, position)
        _credited(into, index, (position, position + len(part)))
        position += len(part)


def _credited(into: Grounding, index: int, extent: Extent) -> None:
    """One name of a credit: an agency, a photographer, or nothing certain."""
    text, cues = into.texts[index], into.cues
    start, end = trimmed(text, *extent)
    words = text[start:end].split()
    while words and words[-1].lower() in cues.words["photo"] and text[start:end] not in cues.words["agencies"]:
        end = trimmed(text, start, end - len(words.pop()))[1]
    name = text[start:end]
    if not is_name(name, cues):
        return
    if is_organisation(name, cues):
        into.party(index, (start, end), "contributors", role="photo_agency")
    elif len(words) > 1 and words[0].lower() not in cues.words["name_particles"] and words[0].istitle():
        into.party(index, (start, end), "contributors", role="photographer")


def _copyright(into: Grounding, index: int) -> None:
    text = into.texts[index]
    rights = into.metadata.setdefault("rights", {})
    if "notice" in rights:
        return
    rights["notice"] = into.mark(index, (0, len(text)), "rights.notice")
    cue = into.chosen[index].cue
    if cue is None or ("©" not in text and "opyright" not in text and "(c)" not in text.lower()):
        return
    years = _years.match(text, cue.start)
    start = years.end() if years else cue.start
    stop = _holder_end(text, start, start + 80)
    end = stop.start() if stop else min(len(text), start + 80)
    extent = trimmed(text, start, end)
    words = text[slice(*extent)].split()
    if words and words[-1].isdigit():
        extent = trimmed(text, extent[0], extent[1] - len(words[-1]))
    said = next((cue for cue in into.cues.at_start(text[slice(*extent)]) if cue.role == "copyright"), None)
    if said is not None:  # © Copyright ANSA
        extent = extent[0] + said.start, extent[1]
    name = text[slice(*extent)]
    if extent[0] < extent[1] and (is_name(name, into.cues) or name.lower() in into.cues.agency_names):
        form = _legal_form(text, extent[1])
        rights["holder"] = into.mark(index, (extent[0], form.end() if form else extent[1]), "rights.holder")


def _tags(into: Grounding, index: int) -> None:
    text, cue = into.texts[index], into.chosen[index].cue
    if cue is not None and cue.form == "line":
        return  # the heading of a list
    keywords = into.metadata.setdefault("keywords", [])
    for part in _tag_parts(text, *into.value(index)):
        start, end = trimmed(text, *part.span())
        if start < end and into.is_new("keywords", value := into.mark(index, (start, end), "keywords")):
            keywords.append(value)
    if not keywords:
        del into.metadata["keywords"]


def _other(into: Grounding, index: int) -> None:
    found = _address(into.texts[index], into.value(index)[0])
    told = into.chosen[index].cue is not None or all(candidate.role != "headline" for candidate in into.chosen[:index])
    if told and found is not None and "url" not in into.metadata:
        into.metadata["url"] = into.mark(index, found.span(), "url")


def _dateline(into: Grounding, index: int) -> None:
    text = into.texts[index]
    found = stands_alone(text, into.cues) or run_in(text, into.cues, alone=True)
    if found is None and find_date(text, into.cues) is None:
        into.place(index, into.value(index))  # a place alone
    _place_and_day(into, index, found)
    if found is not None and found.agency is not None:
        into.party(index, found.agency, "sources")


def _lead(into: Grounding, index: int, *, first: bool) -> None:
    """The dateline that opens a paragraph; one of another place names only whose report it is."""
    found = run_in(into.texts[index], into.cues)
    if found is None and first:
        found = opening(into.texts[index], into.cues, into.texts)
    if found is None or (found.day is None and found.agency is None and is_dialogue(into.texts)):
        return
    if found.place is None and found.day is not None:
        into.date(index, found.day, "published")
    else:
        _place_and_day(into, index, found)
    if found.agency is not None:
        into.party(index, found.agency, "sources")
    if found.names is not None:
        for name in listed(into.texts[index], *found.names, into.cues):
            into.party(index, name, "authors")


def _place_and_day(into: Grounding, index: int, found: FoundDateline | None) -> None:
    if found is None or "dateline" in into.metadata:
        return
    text = into.texts[index]
    if found.place is not None:
        into.place(index, found.place)
    if found.day is None:
        return
    day = find_date(text, into.cues, *found.day)
    if day is not None and day.value is not None:
        value = day.value[:10]
        into.metadata.setdefault("dateline", {})["date"] = into.mark(index, found.day, "dateline.date", value)
    elif day is not None:
        into.doubts.append((index, f"“{text[slice(*found.day)]}”: {day.doubt}"))


_BY_ROLE: dict[str, Callable[[Grounding, int], None]] = {
    "headline": _headline,
    "byline": ground_byline,
    "date": _date_block,
    "source": _source,
    "tagline": _tagline,
    "caption": _caption,
    "credit": _credit,
    "copyright": _copyright,
    "tags": _tags,
    "other": _other,
    "dateline": _dateline,
}
