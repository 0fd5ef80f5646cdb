"""What stands beside the names of authors in a byline and is no name: a place, an office, a newsroom."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.datelines.run_in import run_in
from corpus_tools.formats.seed.dates.clocks import before_clock
from corpus_tools.formats.seed.dates.find import find_date
from corpus_tools.formats.seed.fields.grounding import Grounding
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import EAST, is_unspaced, lowered
from corpus_tools.formats.seed.names.addresses import address_in, handle_in
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import (
    Extent,
    is_full_name,
    is_job,
    is_small,
    is_word,
    trimmed,
)
from corpus_tools.formats.seed.names.usual import usual_place

_comma = re.compile("[,،、]").split
_word = re.compile(r"(?<=\s)\w").finditer
_LEADS = 5  # blocks below a byline that the report may open with


def ground_beside_author(into: Grounding, index: int, extent: Extent, first: int) -> bool:
    """Ground an item after a name that is no other name: a place, an office, a newsroom."""
    words, cues = into.texts[index][slice(*extent)], into.cues
    if words not in cues.words["agencies"] and _reported_from(into, index, words):
        if words.isupper():
            into.place(index, extent)
    elif is_job(words, cues) and not (words[0] > EAST and " " in words):  # 이서연 기자 is another name
        into.metadata["authors"][-1].setdefault("role", " ".join(words.split()))
        _agency_of_office(into, index, extent, first)
    elif is_organisation(words, cues) or _is_paper_in_capitals(into, index, extent):
        affiliate(into, index, extent, first)
    else:
        return False
    return True


def _is_paper_in_capitals(into: Grounding, index: int, extent: Extent) -> bool:
    """Whether words in capitals follow a name that is not: ``Ana Silva, USA TODAY``."""
    text = into.texts[index]
    words, before = text[slice(*extent)], text[: extent[0]]
    return words.isupper() and words.isascii() and " " in words and any(map(str.islower, before[-8:]))


def _reported_from(into: Grounding, index: int, words: str) -> bool:
    """Whether an item after a name is the place that the report opens with, or, in capitals, one that it names."""
    place = usual_place(words, into.cues)
    if place != words:
        return any(place in text for at, text in enumerate(into.texts) if at != index)
    if " " not in words:
        return False
    before = [f" {word} {place}" for word in into.cues.words["in"]]
    leads = into.texts[index + 1 : index + _LEADS]
    lines = [(text, line) for text in leads if (line := run_in(text, into.cues)) is not None and line.place]
    opens = any(usual_place(text[slice(*line.place)], into.cues) == place for text, line in lines if line.place)
    others = [text for at, text in enumerate(into.texts) if at != index]  # "in" joins names in Slovene
    return opens or any(phrase in text for text in others for phrase in before)


def _agency_of_office(into: Grounding, index: int, extent: Extent, first: int) -> None:
    """The agency whose office it is: ``PA Transport Correspondent``."""
    agency = into.texts[index][slice(*extent)].partition(" ")[0]
    if agency in into.cues.words["wires"]:
        affiliate(into, index, (extent[0], extent[0] + len(agency)), first)


def affiliate(into: Grounding, index: int, extent: Extent, first: int) -> None:
    """The newsroom of the authors from number `first` on; a news agency is a source of the article, too."""
    words = " ".join(into.texts[index][slice(*extent)].split()).strip("()")
    for author in into.metadata.get("authors", [])[first:]:
        author.setdefault("affiliation", words)
    if words in into.cues.words["wires"]:
        into.party(index, extent, "sources")


def without_office(into: Grounding, index: int, items: list[Extent]) -> list[Extent]:
    """The items of a list without desks, and without an office and its place: ``Kontributor Mataram, Ana Silva``."""
    items = [item for item in items if not is_desk(into, index, item) and not _is_chrome(into, index, item)]
    if len(items) < 2 or " " not in into.texts[index][slice(*items[1])]:
        return items
    return items[1:] if _is_office_of_place(into, index, into.texts[index][slice(*items[0])]) else items


def after_opener(into: Grounding, index: int, start: int, end: int) -> int:
    """Where the names of a part of a byline begin, after a word for by: ``4 March 2026|By Ana Silva``."""
    openers = (cue for cue in into.cues.at_start(into.texts[index][start:end]) if cue.role == "byline")
    return start + next((cue.start for cue in openers if cue.form == "opener"), 0)


def beside_day(into: Grounding, index: int, part: Extent) -> Extent:
    """The names beside a day, which is grounded: ``Ana Silva on June 3, 2013``, ``Ana Silva, Updated …``."""
    text = into.texts[index]
    day = find_date(text, into.cues, *part)
    if day is None:
        return part
    begins = [word.start() for word in _word(text, part[0] + 1, day.start)]
    told = ((at, field) for at in begins if (field := _field_at(into, text[at : part[1]])) is not None)
    stop, field = next(told, (None, "published"))
    if day.full:
        into.date(index, (day.start, part[1]), field)
    comma = text.find(",", day.end, part[1]) + 1
    if day.full and comma and (later := _field_at(into, text[comma : part[1]].lstrip())) is not None:
        into.date(index, (comma, part[1]), later)
    after = trimmed(text, day.end, part[1])
    if day.start == part[0] and is_full_name(text[slice(*after)], into.cues):
        return after
    return trimmed(text, part[0], before_clock(text, part[0], day.start) if stop is None else stop)


def _field_at(into: Grounding, words: str) -> str | None:
    """The field of the day that some words begin with a cue for."""
    return next((cue.field for cue in into.cues.at_start(words) if cue.role == "date" and cue.field), None)


def _is_chrome(into: Grounding, index: int, item: Extent) -> bool:
    """Whether an item is a button of the page, which stands behind the names: ``作者：苏晚晴　打印``."""
    cue = into.cues.whole(into.texts[index][slice(*item)])
    return cue is not None and cue.role == "boilerplate"


def is_desk(into: Grounding, index: int, item: Extent) -> bool:
    """Whether an item is a desk of a newsroom, perhaps of an agency: ``Express Web Desk``, ``Reuters Staff``."""
    words = into.texts[index][slice(*item)]
    name, _, last = words.rpartition(" ")
    if not name or lowered(last) not in into.cues.words["desks"]:
        return False
    if name in into.cues.words["agencies"]:
        into.party(index, (item[0], item[0] + len(name)), "sources")
    return True


def _is_office_of_place(into: Grounding, index: int, words: str) -> bool:
    """Whether an item is the place of the office that the cue before it is, or the office and its place."""
    cue, jobs = into.chosen[index].cue, into.cues.words["jobs"]
    if " " not in words:
        return words.istitle() and cue is not None and cue.phrase in jobs
    office, _, place = words.partition(" ")
    return " " not in place and place.istitle() and lowered(office) in jobs


def is_place_after(words: str, name: str, cues: Cues) -> bool:
    """Whether words after a full name are a place, not a person: ``Lisbon``, ``New York``, ``de Lisboa``."""
    first, _, rest = words.partition(" ")
    if " " not in name or is_unspaced(words[0]):
        return False
    placed = rest[:1].isupper() and is_small(first[0]) and first in cues.words["in"]
    return placed or words in cues.words["places"] or (is_word(words.replace("-", "")) and words[0].isalpha())


def without_address(text: str, start: int, end: int) -> Extent:
    """An item of a list without the e-mail address and the handle in it."""
    if (address := address_in(text, start, end)) is not None:
        end = trimmed(text, start, address[0][0])[1]
    if (handle := handle_in(text, start, end)) is not None:
        end = trimmed(text, start, handle[0])[1]
    return start, max(start, end)


def after_cue(text: str, item: Extent, cues: Cues) -> Extent:
    """An item without words of bylines before the name: ``geschrieben von Ana Silva``."""
    others = cues.at_start(text[slice(*item)])
    return item[0] + next((cue.start for cue in others if cue.role == "byline" and " " in cue.phrase), 0), item[1]


def newsroom_of(text: str, start: int, end: int, cues: Cues) -> Extent | None:
    """The organisation that words under a byline begin with, perhaps before its place; None if they do not."""
    first = _comma(text[start:end], maxsplit=1)[0].strip()
    at = text.find(first, start)
    return (at, at + len(first)) if is_organisation(first, cues) else None
