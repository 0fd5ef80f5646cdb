"""Where and when a report was written, and whose it is: what datelines state."""

from __future__ import annotations

from corpus_tools.formats.seed.datelines.alone import stands_alone
from corpus_tools.formats.seed.datelines.bare import is_dialogue, of_lead
from corpus_tools.formats.seed.datelines.beside import beside_agency
from corpus_tools.formats.seed.datelines.east import FoundDateline
from corpus_tools.formats.seed.datelines.run_in import run_in
from corpus_tools.formats.seed.datelines.stops import reporters
from corpus_tools.formats.seed.dates.find import find_date
from corpus_tools.formats.seed.fields.grounding import Grounding
from corpus_tools.formats.seed.names.recognise import Extent, listed, segments, trimmed

_LONGEST_DESK = 5

_LEAST_OF_REPORT = 30


def ground_dateline(into: Grounding, index: int) -> None:
    """A dateline that stands alone, or after its label."""
    text, cue = into.texts[index], into.chosen[index].cue
    if cue is not None and cue.form == "label" and cue.role == "dateline":
        day = find_date(text, into.cues, cue.start)
        into.place(index, trimmed(text, cue.start, len(text) if day is None else day.start))
        return
    found = stands_alone(text, into.cues) or beside_agency(text, into.cues) or run_in(text, into.cues, alone=True)
    if found is None and find_date(text, into.cues) is None:
        _ground_place(into, index)
    _place_and_day(into, index, found)
    if found is not None:
        _people(into, index, found)
    day = find_date(text, into.cues) if found is not None and found.day is not None else None
    if day is not None and "T" in (day.value or ""):
        into.date(index, (day.start, len(text)), "published")  # a time of day is that of the page


def _ground_place(into: Grounding, index: int) -> None:
    """A place alone, or before agencies."""
    text, extent, cues = into.texts[index], into.value(index), into.cues
    items = [item for part in segments(text, *extent) for item in listed(text, *part, cues)]
    agencies = [item for item in items[1:] if text[slice(*item)] in cues.words["agencies"]]
    into.place(index, items[0] if agencies and len(agencies) == len(items) - 1 else extent)
    for agency in agencies:
        into.party(index, agency, "sources")


def ground_lead(into: Grounding, index: int, *, first: bool) -> None:
    """The dateline that opens a paragraph; one of another place names only whose report it is."""
    found = of_lead(into.texts[index], into.cues, into.texts, first=first)
    if found is None:
        return
    bare = found.day is None and found.agency is None
    if bare and (len(into.texts[index]) < _LEAST_OF_REPORT or is_dialogue(into.texts)):
        return
    if found.place is None and found.day is not None:
        into.date(index, found.day, "published")
    else:
        _place_and_day(into, index, found)
    _people(into, index, found)


def _people(into: Grounding, index: int, found: FoundDateline) -> None:
    """Whose report it is: the agency, and the reporters."""
    if found.agency is not None:
        into.party(index, _without_desk(into, index, found.agency), "sources")
    if found.names is not None:
        for name in reporters(into.texts[index], *found.names, into.cues):
            into.party(index, name, "authors")


def _without_desk(into: Grounding, index: int, agency: Extent) -> Extent:
    """An agency without the small letters of its desk after a slash: ``dpa`` in ``dpa/lhe``."""
    name, slash, desk = into.texts[index][slice(*agency)].partition("/")
    known = slash and name.lower() in into.cues.agency_names
    return (agency[0], agency[0] + len(name)) if known and desk.islower() and len(desk) < _LONGEST_DESK else agency


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
