"""Datelines: place, day and agency that open a report: ``LISBON, March 4 (AP) —``, ``(ANSA) - ROMA, 4 MAR -``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from corpus_tools.formats.seed.datelines.before_days import before_day, before_words_of_dates
from corpus_tools.formats.seed.datelines.east import FoundDateline, run_in_east
from corpus_tools.formats.seed.datelines.stops import agency_after, reporter_after, run_in_stops
from corpus_tools.formats.seed.dates.find import date_line, find_date
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import find_digit, lowered
from corpus_tools.formats.seed.names.organisations import is_organisation, is_site
from corpus_tools.formats.seed.names.recognise import Extent, is_full_name, is_job, is_name, trimmed
from corpus_tools.formats.seed.names.usual import usual_place

LONGEST = 110
_LONGEST_REGION = 7  # an abbreviation, with its comma and its stop
_LONGEST_ABBREVIATION = 5
_LONGEST_INITIALS = 6
_MOST_WORDS = 3  # of a place before nothing but a dash
_CLOSING = {")", "】", "]"}
DASHES = {"—", "–", "-", "--", "_"}
_OPENING = "\"'“„«‘‚»"
_has_end = re.compile(r"[-—–―:=)\]】/电電讯訊।۔]|\s_\s").search
_may_end = re.compile(r"[()\[\]（）【】/—–―=।۔电電讯訊]").search
_hyphen_apart = re.compile(r"[\s.]-").search
_ends = re.compile(
    r"[\s—–―).\]:=电電讯訊】।۔-]"  # what an end begins with, which is found fast; then what it goes on with
    r"(?:(?<=\s)(?:\s*[—–―]\s*|--?\s*|_\s|(?<=[).]\s)[-:=]\s*|(?<=[\])】]\s)|=\s)"
    r"|(?<=[—–―])\s*|(?<=[)./][-:=])\s*|(?<=[/)]\.)\s|(?<=\.)\s(?![-–—_(/])|(?<=\))\s(?=[^\W\d_])|(?<=:)\s"
    r"|(?<=[电電讯訊])(?=\s|[（(])|(?<=】)|(?<=[।۔])\s)"
).finditer
agency_at_end = re.compile(
    r"[(（【\[/]"  # what one begins with, which is found fast
    r"(?:(?<!/)(?P<agency>[^()（）\[\]【】\n]{2,40})[)）】\]]|(?<=/)(?P<wire>[^/()\n]{2,40})/)[.\s]*$"
).search
_leading = re.compile(r"[(（【\[](?P<agency>[^()（）\[\]【】\n]{2,40})[)）】\]]\s*[-–—]?\s*").match


def run_in(text: str, cues: Cues, *, alone: bool = False) -> FoundDateline | None:
    """The dateline that opens a paragraph, or, `alone`, is a block; None if it is not certain to be one."""
    return _run_in(text[: LONGEST + 2], cues, alone)


@lru_cache(maxsize=16)  # the first blocks of a document are looked at for their roles, and for their metadata
def _run_in(text: str, cues: Cues, alone: bool) -> FoundDateline | None:  # noqa: FBT001
    head = text[:LONGEST]
    if cues.dateline_in_summary and (glued := _glued(head, cues)) is not None:
        return glued
    if (found_east := run_in_east(head, cues)) is not None:
        return found_east
    if (found_parts := run_in_stops(head, cues)) is not None:
        return found_parts
    may_end = _has_end(head) or (". " in head and not head[1:2].islower())
    dated = head[: head.find(". ")][-4:].isdecimal()  # Baena, 3 de noviembre de 2026.
    known = head.partition(", ")[0] in cues.words["places"]  # Lagos, March 12:
    if head[:1] in DASHES or not (dated or ((known or _may_open(head)) and may_end)):
        return None
    nameless: FoundDateline | None = None
    for number, found in enumerate(_ends(head)):
        if number > 5:
            break
        if found.start() > 2 and (alone or found.end() < len(text)) and _is_worth(head, found):
            made = _beside_newsroom(text, *found.span(), cues) if found.group().strip() in DASHES else None
            made = made or _parts(text, found.start(), found.end(), found.group().strip(), cues)
            if made is not None and (made.place is not None or head[0] not in "([（"):
                return _with_agency_after(made, text, cues, alone=alone)
            nameless = nameless or made
    return nameless


def _with_agency_after(line: FoundDateline, text: str, cues: Cues, *, alone: bool) -> FoundDateline:
    """A dateline with the agency, or the reporters, that follow its dash: ``МОСКВА, 22 янв - РИА Новости.``."""
    if text[: line.end].rstrip()[-1] not in DASHES:
        return line
    if line.agency is not None and line.place is not None and _is_credit(text[slice(*line.place)], cues):
        return FoundDateline(line.agency, None, None, line.end)
    if line.agency is not None:
        return line if line.names is not None else reporter_after(line, text, cues)
    if line.day is None and not alone:
        return line
    after = agency_after(text, line.end, cues)
    return line if after is None else replace(line, agency=after.agency, names=after.names, end=after.end)


def _glued(head: str, cues: Cues) -> FoundDateline | None:
    """A known place without a mark before the first word of a summary: ``TP HCMTối thứ hai``."""
    place = next((place for place in cues.glued_places if head.startswith(place)), "")
    after = head[len(place) : len(place) + 2]
    return (
        FoundDateline((0, len(place)), None, None, len(place))
        if place and after.istitle() and after.isalpha()
        else None
    )


def _may_open(head: str) -> bool:
    """Whether a paragraph may open with a dateline: with capitals, or before a mark that ends one after small letters.

    What no capitals begin is a dateline by a day before a mark, by an agency in brackets or slashes, or by a dash.
    """
    if _may_end(head) is not None or ("-" in head and _hyphen_apart(head) is not None):
        return True
    start = head[:3]
    return start == start.upper() and head != head.lower()


def _is_worth(head: str, found: re.Match[str]) -> bool:
    """Whether what stands before a mark is worth a closer look: brackets, digits, capitals, or a word or two."""
    before = head[: found.start()]
    mark = found.group()
    if mark[0] == ".":
        longest = max(map(len, before.replace(".", " ").split()), default=0)  # initials are shorter
        in_capitals = before.isupper() and not find_digit(before) and before.count(" ") < 3 and longest > 2
        if before.rpartition(", ")[2].isupper() and find_digit(before):
            return True  # RĪGA, 12. marts, LETA.
        return before[-1] in "/)" or (before[-4:].isdecimal() and "," in before) or in_capitals
    if mark[0] == ")":
        return True
    if before[-1] in ")）/】]." or head[0] in "(（【[" or find_digit(before) or before.partition(",")[0].isupper():
        return True
    return before.count(" ") <= _MOST_WORDS and found.group()[0].isspace()


def _parts(text: str, stop: int, found_end: int, mark: str, cues: Cues) -> FoundDateline | None:
    """The dateline that ends at `stop`, where `mark` stands."""
    agency, start, stop = _beside_agency(text, stop + (mark in _CLOSING))
    start, stop = trimmed(text, start, stop)
    agency, reporter = beside_reporter(text, agency, cues)
    slash = text.find("/", start, stop) if agency is None else -1
    if slash > start and text[slash + 1 : stop] in cues.words["agencies"]:
        agency, stop = (slash + 1, stop), slash  # LISBON/Reuters -
    comma = text.rfind(", ", start, stop) if agency is None else -1
    if comma > start and text[comma + 2 : stop] in cues.words["agencies"]:
        agency, stop = (comma + 2, stop), comma  # TALLINN, 12. märts, BNS -
    date = find_date(text, cues, start, stop) if start < stop else None
    another = agency is not None and not is_source(text[slice(*agency)], cues)
    if another or (date is not None and date_line(text, cues, date.start, stop) is None):
        return None
    before = before_words_of_dates(text, date.start, cues) if date is not None else stop
    end = trimmed(text, start, before)[1] if date is not None else before_day(text, start, stop, cues)
    dated, stop = end < stop, end
    day = (date.start, date.end) if date is not None else None
    if agency is not None and not _tells_agency(text, (start, stop), agency, mark, cues, dated=date is not None):
        return None
    if start >= stop:
        whole = date is not None and date.full and mark in DASHES
        return FoundDateline(None, day, agency, found_end) if agency or whole else None
    comma = text.rfind(",", start, stop)
    if text[stop : stop + 1] == "." and comma > start and 0 < stop - comma - 2 <= _LONGEST_ABBREVIATION:
        stop += 1  # Ashgrove, Pa.
    if text[stop - 1] == "]" and (region := text.rfind(" [", start, stop)) > start:
        stop = region  # New Delhi [India]
    place = text[start:stop].strip()
    first = text[found_end : found_end + 2].lstrip(_OPENING)[:1]
    told = agency is not None and (mark != ":" or is_organisation(text[slice(*agency)], cues))
    known = place in cues.words["places"]
    begins_sentence = mark in DASHES and first.isupper() and (known or len(place.split()) <= _MOST_WORDS)
    certain = told or (dated and (mark != ":" or known)) or begins_sentence
    placed = is_place(place, cues) and not is_organisation(place, cues)  # The Harbour News Agency (HNA) reports …
    if not _is_in_capitals(place) and not (certain and (placed or _is_credit(place, cues))):
        return None
    if agency is None and not dated and not _may_stand_alone(text, place, mark, cues):
        return None
    agency, names = _who(text, agency, cues)
    return FoundDateline((start, stop), day, agency, found_end, reporter or names)


def beside_reporter(text: str, extent: Extent | None, cues: Cues) -> tuple[Extent | None, Extent | None]:
    """The agency in brackets, and the reporter beside it: ``/Мария Иванова, БТА/``, ``/Корр. ТАСС Иван Петров/``."""
    if extent is None:
        return None, None
    start, end = extent
    office, _, rest = text[start:end].partition(" ")
    wire, _, name = rest.partition(" ")
    if lowered(office).strip(".") in cues.words["jobs"] and wire in cues.words["wires"]:
        at = end - len(rest)
        return (at, at + len(wire)), (end - len(name), end) if is_full_name(name, cues) else None
    comma = text.find(", ", start, end)
    told = comma > 0 and text[comma + 2 : end] in cues.words["agencies"] and is_full_name(text[start:comma], cues)
    return ((comma + 2, end), (start, comma)) if told else (extent, None)


def _is_credit(words: str, cues: Cues) -> bool:
    """Whether a credit stands before brackets, which then hold the place: ``ANA SILVA/AFP(LISBON) --``."""
    agency = words.rpartition("/")[2].rpartition(" via ")[2]
    return agency != words and (agency in cues.words["agencies"] or agency in cues.words["picture_agencies"])


def _may_stand_alone(text: str, place: str, mark: str, cues: Cues) -> bool:
    """Whether words before a mark may be a place, and no kicker: ``UPDATE: …``, ``RÉCIT - …``.

    Capitals before a colon are known, or papers set places so.
    """
    if usual_place(place, cues) in cues.words["places"]:  # which names a rubric, too
        return mark != ":" or not text.isupper()
    told = cues.whole(place)
    if mark != ":":
        return told is None or told.role != "kicker"
    set_so = ":" in cues.place_marks or ":" in cues.doubtful_place_marks
    return set_so and told is None and not text.isupper()


def _beside_agency(text: str, stop: int) -> tuple[Extent | None, int, int]:
    """The agency before `stop`, or else at the beginning, and where what stands beside it begins and ends."""
    if (found := agency_at_end(text, 0, stop)) is not None:
        return found.span("agency" if found["agency"] else "wire"), 0, found.start()
    if (found := _leading(text, 0, stop)) is not None and found.end() < stop:
        return found.span("agency"), found.end(), stop
    return None, 0, stop


def _tells_agency(text: str, place: Extent, agency: Extent, mark: str, cues: Cues, *, dated: bool) -> bool:
    """Whether words in brackets are an agency's, even with no mark after them; else they may be a region."""
    if mark not in _CLOSING and mark:
        return True
    in_capitals = not mark and text[slice(*place)].partition(",")[0].isupper()
    return in_capitals or _signs(text[slice(*agency)], cues, dated=dated)


def _who(text: str, extent: Extent | None, cues: Cues) -> tuple[Extent | None, Extent | None]:
    """The agency in brackets, or, in a script without capitals, the reporter; an office is neither."""
    words = text[slice(*extent)] if extent is not None else ""
    of_picture = cues.words["photo"].issuperset(lowered(words).split())  # /FOTO/
    known = lowered(words).partition("/")[0].strip() in cues.agency_names
    if known or (is_organisation(words, cues) and not of_picture):
        return extent, None
    if of_picture or is_job(words, cues):
        return None, None
    full = words.lower() == words.upper() and all(len(word) > 1 for word in words.split())  # no initials
    return (None, extent) if full and " " in words else (extent, None)


def _beside_newsroom(text: str, stop: int, found_end: int, cues: Cues) -> FoundDateline | None:
    """A newsroom, alone or with a place beside it: ``JAKARTA, Kompas.com -``, ``Liputan6.com, Jakarta -``."""
    if text[slice(*(whole := trimmed(text, 0, stop)))] in cues.words["agencies"]:
        return FoundDateline(None, None, whole, found_end)
    comma = max(text.find(mark, 0, stop) for mark in ",،")
    first, second = trimmed(text, 0, max(0, comma)), trimmed(text, comma + 1, stop)
    if comma < 0 or first[0] >= first[1] or second[0] >= second[1]:
        return None
    for place, newsroom in ((first, second), (second, first)):
        words = text[slice(*newsroom)]
        if (is_site(words) or words in cues.words["agencies"]) and is_place(text[slice(*place)], cues):
            return FoundDateline(place, None, newsroom, found_end)
    return None


def _signs(words: str, cues: Cues, *, dated: bool) -> bool:
    """Whether words in brackets, with no dash after them, are an agency's: a known one, or capitals after a day."""
    in_capitals = words.isupper() and words.isalpha() and 2 < len(words) <= _LONGEST_INITIALS
    return lowered(words) in cues.agency_names or (dated and in_capitals)


def is_source(words: str, cues: Cues) -> bool:
    """Whether words may name who brings a report: an agency, an organisation, or a name in a script that shows one."""
    return (
        lowered(words).partition("/")[0].strip() in cues.agency_names
        or words in cues.words["agencies"]
        or is_organisation(words, cues)
        or (words[0] < "\u2e80" and is_name(words, cues))  # a script without blanks shows no names
    )


def is_place(place: str, cues: Cues) -> bool:
    """Whether words may name a place: a known one, or as names do, with a region after a comma or in brackets."""
    if place in cues.words["places"]:
        return True
    if place[-1] == ")":
        place = place.partition("(")[0].rstrip()
    if "," in place and len(place) - place.rindex(",") <= _LONGEST_REGION:
        place = place.rstrip(".")  # Tuxpan, Ver.
    if not place:
        return False
    if place in cues.words["agencies"] or len(place.split()) > 6 or is_site(place.partition(",")[0]):
        return False
    if not cues.words["place_particles"].isdisjoint(words := place.split()):
        place = " ".join([words[0], *(word for word in words[1:] if word not in cues.words["place_particles"])])
    return is_name(place.replace(",", " ").replace("/", " ").replace("،", " "), cues)


def _is_in_capitals(place: str) -> bool:
    city = place.partition(",")[0]
    return (
        city.isupper() and len(city) > 2 and len(city.split()) <= 4 and not any(c in '0123456789()[]!?"' for c in city)
    )
