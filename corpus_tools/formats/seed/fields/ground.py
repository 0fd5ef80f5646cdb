"""Metadata that the text of a seed states, each value with the words it stands in.

Every value becomes metadata and an annotation of layer ``field`` whose type is the metadata path. Nothing
is guessed: the day of a dateline without its year is in neither, because no date of the model can hold it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus_tools.formats.seed.datelines.beside import beside_agency
from corpus_tools.formats.seed.dates.find import find_date
from corpus_tools.formats.seed.dates.lines import DatePart, date_parts
from corpus_tools.formats.seed.fields.beside_authors import is_desk
from corpus_tools.formats.seed.fields.bylines import ground_authors, ground_byline
from corpus_tools.formats.seed.fields.credits import ground_caption, ground_credit
from corpus_tools.formats.seed.fields.datelines import ground_dateline, ground_lead
from corpus_tools.formats.seed.fields.grounding import Grounding
from corpus_tools.formats.seed.fields.rights import ground_copyright
from corpus_tools.formats.seed.lexicon.cues import Cue, Cues
from corpus_tools.formats.seed.names.organisations import is_organisation, is_small_name, names_organisation, unquoted
from corpus_tools.formats.seed.names.recognise import Extent, is_full_name, is_name, is_small, listed, name_in, trimmed
from corpus_tools.formats.seed.names.signatures import signed_at_end
from corpus_tools.formats.seed.roles.candidates import Candidate
from corpus_tools.formats.seed.roles.marked import are_words_apart, is_initials, is_issue, signs_with_agencies
from corpus_tools.formats.seed.unwrap import Unwrapped

_LONGEST_NAME = 120
_LEADS = 3  # a dateline may follow a summary
_OPENS = {"paragraph", "standfirst"}
_heading = re.compile(r"#{1,6}\s+").match
_tag_parts = re.compile(r"(?:[^,،、，;|#\n·•/\u3000]|(?<! )/|/(?! ))+").finditer
_words = re.compile(r"\S+").finditer
_source_parts = re.compile(r"(?:[^,،、，;|/\n\s]|\s(?!\s))+").finditer
_menu = re.compile(r"\s").search
_in_brackets_at_end = re.compile(r"[（(](?P<clauses>[^（）()\n]{3,120})[）)]\d{0,8}$").search
_signed_by = re.compile(
    r"[.!?…”»\"。।]\s?[(\[/（](?P<agency>[^\s()（）\[\]/][^()（）\[\]/\n]{0,22})[)\]/）]\.?$"
).search
"""An agency after its last sentence."""
_clause_end = re.compile(r"\s*[;；|\n]\s*").search
_stop = re.compile(r"\.\s+").finditer
_address = re.compile(r"(?:https?://|www\.)\S+").search
_LAST = 3  # paragraphs; lines of the page may follow that one is signed
_SHORTEST_NAME = 2  # of a signature in Han characters
_WRITERS = {"reporter", "writer"}  # the authors of an article without a byline
_marks = "[](){}（）【】*_–—- "


def ground(lines: Sequence[Unwrapped], chosen: Sequence[Candidate], cues: Cues) -> Grounding:
    """The metadata of the blocks `lines`, each read as what was chosen for it."""
    into = Grounding(lines, chosen, cues)
    texts = into.texts
    leads = [index for index, candidate in enumerate(chosen) if candidate.role in _OPENS][:_LEADS]
    first = next((index for index in leads if chosen[index].role == "paragraph"), None)
    for index, candidate in enumerate(chosen):
        if (ground_role := _BY_ROLE.get(candidate.role)) is not None:
            ground_role(into, index)
        elif index in leads:
            ground_lead(into, index, first=index in {leads[0], first})
    last = max((index for index, candidate in enumerate(chosen) if candidate.role == "paragraph"), default=-1)
    closed = last > 0 and not texts[last].rstrip(".")[-1:].isalpha()  # by a bracket, perhaps with a number after it
    if closed and (closing := _in_brackets_at_end(texts[last])) is not None:
        _clauses_of(into, last, *closing.span("clauses"))
    if closed and (by := _signed_by(texts[last])) is not None and by["agency"] in cues.words["wires"]:
        into.party(last, by.span("agency"), "sources")
    paragraphs = [at for at, candidate in enumerate(chosen) if candidate.role in _OPENS and at]
    for index in dict.fromkeys([*paragraphs[:1], *paragraphs[-_LAST:]]):
        if (signed := signed_at_end(texts[index], cues)) is not None:
            _sign(into, index, signed)
    return into


def _sign(into: Grounding, index: int, signed: Extent) -> None:
    """The agency or the author who signs a report after one of its last sentences."""
    agency = into.texts[index][slice(*signed)] in into.cues.words["agencies"]
    if agency or (signed[1] - signed[0] > _SHORTEST_NAME and not into.metadata.get("authors")):
        into.party(index, signed, "sources" if agency else "authors")


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
    """The dates of a line; a part without a cue of its own is of the kind of the part, or the label, before it."""
    text = into.texts[index]
    cue = into.chosen[index].cue or _label_above(into, index)
    kind = cue.field if cue is not None and cue.field else "published"
    start, end = into.value(index)
    if start >= end:
        return  # the label of the next line
    parts = date_parts(text, into.cues, start, end) or [DatePart((start, end), None, full=True)]
    _parts_of_dates(into, index, parts, kind, cue)


def _parts_of_dates(into: Grounding, index: int, parts: Sequence[DatePart], kind: str, cue: Cue | None = None) -> None:
    """What each part of a line of dates says; a date without a cue of its own is of the kind of the one before."""
    text = into.texts[index]
    last = parts[-1] if cue is not None and cue.form == "closer" and kind == "updated" and len(parts) > 1 else None
    kind = kind if last is None else "published"  # the cue is of the last part
    for part in parts:
        kind = "updated" if part is last else kind
        role = part.cue.role if part.cue is not None else "date"
        if role == "source":
            _sources(into, index, part.extent)
        elif role == "byline":
            ground_authors(into, index, part.extent)
        elif part.place:
            into.place(index, part.extent)
        elif part.cue is None and not part.full and part.extent[0] == 0 and ", " in text[: part.extent[1]]:
            ground_authors(into, index, part.extent)  # Ana Silva, Associated Press Updated: …
        elif part.cue is None and _brings_report(text[slice(*part.extent)], into.cues):
            into.party(index, part.extent, "sources")
        elif role == "date":
            kind = (part.cue.field if part.cue is not None else None) or kind
            into.date(index, part.extent, kind)
            if kind == "updated" and not part.full and ("T" in into.metadata.get("published", "") or parts[0].full):
                into.later(index, part.extent)


def _brings_report(words: str, cues: Cues) -> bool:
    """Whether words beside dates name whose report it is: an agency, or a paper by its words."""
    if words in cues.words["wires"]:
        return True
    return " " in words and is_name(words, cues) and names_organisation(words, cues)


def _label_above(into: Grounding, index: int) -> Cue | None:
    """The cue of a date that is all of the line above: ``Updated``."""
    above = into.chosen[index - 1] if index else None
    alone = above is not None and above.role == "date" and above.cue is not None and above.cue.start >= above.cue.end
    return above.cue if above is not None and alone else None


def _source(into: Grounding, index: int) -> None:
    if (issue := is_issue(into.texts[index])) is not None:
        into.party(index, issue.span("paper"), "sources")
        into.date(index, issue.span("day"), "published")
        return
    text = into.texts[index]
    parts = date_parts(text, into.cues, 0, len(text)) if text[-1].isdigit() else ()
    if len(parts) > 1:
        _parts_of_dates(into, index, parts, "published")  # 来源：新华社 作者：王芳 发布：2026-03-08 16:07
    else:
        _sources(into, index, into.value(index))


def _without_place(into: Grounding, index: int, extent: Extent) -> Extent:
    """The agency alone where a source names its place beside it: ``دبي - الإمارات اليوم``."""
    line = beside_agency(into.texts[index][slice(*extent)], into.cues)
    if line is None or line.place is None or line.agency is None or line.names is not None:
        return extent
    into.place(index, (extent[0] + line.place[0], extent[0] + line.place[1]))
    return extent[0] + line.agency[0], extent[0] + line.agency[1]


def _sources(into: Grounding, index: int, extent: Extent) -> None:
    text = into.texts[index]
    signed = is_initials(text) is not None or signs_with_agencies(text, into.cues)
    address = _address(text, *extent)
    extent = _without_place(into, index, (extent[0], extent[1] if address is None else address.start()))
    whole = find_date(text, into.cues, *extent)
    if whole is not None and whole.full and whole.start > extent[0]:
        into.date(index, (whole.start, extent[1]), "published")
        extent = trimmed(text, extent[0], whole.start)
    before: str | None = None
    for part in _source_parts(text, *extent):
        start, end = unquoted(text, *trimmed(text, *part.span()))
        if text[start : start + 1] > "\u2e80" and (blank := _menu(text, start, end)) is not None:
            told = into.cues.whole(text[blank.end() : end])
            end = blank.start() if told is not None and told.role == "boilerplate" else end  # 新华网 打印本页
        name = text[start:end]
        day = find_date(text, into.cues, start, end)
        dated = day is not None and day.full
        small = start < end and is_small(text[start]) and not is_small_name(name)
        is_number = name.isdigit() and name not in into.cues.words["agencies"]
        initials = start >= end or ((signed or small) and name.lower() not in into.cues.agency_names)
        if not initials and end - start <= _LONGEST_NAME and "://" not in name and not is_number and not dated:
            reporter = before is not None and text[start - 2 : start] == "/ " and _is_person(name, before, into.cues)
            into.party(index, (start, end), "authors" if reporter else "sources")
            before = name


def _is_person(name: str, before: str, cues: Cues) -> bool:
    """Whether a full name after that of an agency is its reporter's: ``Anadolu Ajansı / Ayşe Demir``."""
    full = is_full_name(name, cues) and not is_organisation(name, cues)
    return full and is_organisation(before, cues)


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
        stop, after = _sentence_end(into, index, begin, stop) or (stop, after)
        if cue is not None and cue.contributor is not None:
            for first, last in listed(text, *trimmed(text, begin, stop), into.cues):
                # Reporter Ana Silva, editor Rui Costa
                other = next((each for each in into.cues.at_start(text[first:last]) if _says_who(each)), cue)
                start = first + other.start if other is not cue else first
                role = other.contributor or "writer"
                if (name := name_in(text, start, last, into.cues)) is not None and not is_desk(into, index, name):
                    wrote = role in _WRITERS and not into.has_byline
                    into.party(index, name, "authors" if wrote else "contributors", role=role)
        start = after


def _sentence_end(into: Grounding, index: int, start: int, stop: int) -> Extent | None:
    """Where a sentence ends before one that says who did something else: ``Reporte de …. Editado por …``."""
    text = into.texts[index]
    for found in _stop(text, start, stop):
        if any(cue.contributor for cue in into.cues.at_start(text[found.end() : stop])):
            return found.span()
    return None


def _says_who(cue: Cue) -> bool:
    """Whether words inside a clause say what the next person did: ``Bericht von …, geschrieben von …``."""
    return cue.contributor is not None or (cue.role == "byline" and cue.form == "opener" and " " in cue.phrase)


def _tags(into: Grounding, index: int) -> None:
    text, cue = into.texts[index], into.chosen[index].cue
    if cue is not None and cue.form == "line":
        return  # the heading of a list
    keywords = into.metadata.setdefault("keywords", [])
    extent = into.value(index)
    divided = _words if are_words_apart(text[slice(*extent)]) else _tag_parts
    for part in divided(text, *extent):
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


_BY_ROLE: dict[str, Callable[[Grounding, int], None]] = {
    "headline": _headline,
    "byline": ground_byline,
    "date": _date_block,
    "source": _source,
    "tagline": _tagline,
    "caption": ground_caption,
    "credit": ground_credit,
    "copyright": ground_copyright,
    "tags": _tags,
    "other": _other,
    "dateline": ground_dateline,
}
