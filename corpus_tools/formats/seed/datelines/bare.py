"""Datelines of a report's first paragraph that are certain only there: a place with nothing but a mark, or an agency.

``Arusha. Punda mmoja …``, ``لاہور: …``, ``یزد- ایرنا- …``, ``ԵՐԵՎԱՆ, 3 ՀՈՒՆԻՍԻ, ԱՐՄԵՆՊՐԵՍ։ …``.
Which marks may set a place apart so is told for each language (`place_marks` of a cue file); where a mark may as
well follow another short sentence (`doubtful_place_marks`), the report has to name the place again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus_tools.formats.seed.datelines.alone import stands_alone
from corpus_tools.formats.seed.datelines.beside import before_slashes, opens_beside_agency
from corpus_tools.formats.seed.datelines.east import FoundDateline
from corpus_tools.formats.seed.datelines.run_in import is_place, run_in
from corpus_tools.formats.seed.datelines.stops import before_day
from corpus_tools.formats.seed.dates.find import date_line
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import EAST, lowered
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import Extent, is_job, is_name, is_small, trimmed
from corpus_tools.formats.seed.names.usual import usual_place

_LONGEST = 60
_LONGEST_LISTED = 30
_MOST_WORDS = 3
_LEAST_CAPITALS = 4
_QUOTES = "«“„‘\"'"
_in_brackets = re.compile(r"(?P<place>[^\d(（:،,।۔\n]{2,30}?)\s?\((?P<who>[^()\n]{2,40})\)[\s:।۔–-]").match
_with_day = re.compile(r"(?P<line>[^.։:\n]{6,80})[.։:]\s").match
_bracketed_east = re.compile(r"[【［\[(](?P<place>[\u2e80-\ud7ff]{2,10})[】］\])]\s?").match
_before_mark = re.compile(
    r"[(\[]?(?P<place>[\u0e00-\u109f\u1780-\u17ff\u2e80-\ud7ff]{2,16}?)[)\]]?(?:——|\s?[—–-]\s|\s?៖\s|\]\s)"
).match
_bracketed = re.compile(r"\((?P<place>[^()\d\n]{3,40})\)\s(?=\S)").match
_marked = re.compile(r"(?P<place>[^\d.:۔।፡፦៖∙–—\n]{2,60}?)\s?(?P<mark>[.:۔።।፡፦៖∙–—-])[-–—]?\s(?=\S)").match
_dated_place = re.compile(r"(?P<place>[^\d,:।()\n]{2,30}),\s?(?P<day>[^:।()\n]{2,20}?)\s?[:।]\s").match
_short_day = re.compile(r"[^\s\d.]{1,6}\.\s?\d{1,2}").fullmatch
_day_first = re.compile(
    r"(?P<day>\d{1,2}\s[^\s\d,]+),\s?(?P<place>[^\d.,:।–—\n]{2,40}?)\s?(?P<mark>[:।–—-])\s(?=\S)"
).match
_end_of_words = re.compile(r"[.:]\s(?=\S)").search
_clause_end = re.compile("[,،؛:]").search
_word = re.compile(r"\S+").finditer


_speaker = re.compile(r"(?P<name>[^\W\d_][^:：\n]{1,40}?)\s?[:：]\s").match
_DIALOGUE = 3  # blocks


def is_dialogue(texts: Sequence[str]) -> bool:
    """Whether several blocks begin with who speaks, in capitals before a colon."""
    speakers = [found["name"] for text in texts if (found := _speaker(text)) is not None]
    return len([name for name in speakers if name.isupper()]) >= _DIALOGUE


def of_lead(text: str, cues: Cues, document: Sequence[str], *, first: bool) -> FoundDateline | None:
    """The dateline that opens one of the leads of a report; a bare one opens the `first` one alone."""
    found = run_in(text, cues) or reported(text, cues)
    if found is None:
        return opening(text, cues, document) if first else None
    only_agency = found.agency is not None and found.place is found.day is None
    if only_agency and first and (bare := opens_beside_agency(text, cues)) is not None:
        return bare
    return _place_for_agency(found, text, cues, document) if only_agency else found


def _place_for_agency(line: FoundDateline, text: str, cues: Cues, document: Sequence[str]) -> FoundDateline:
    """Words in brackets that open a report as its place, if no agency is called so: ``(ARTVİN) - …``, ``(Beirut) – …``.

    Capitals may be an agency's: either the language sets places apart by a dash, or the report names the place again.
    """
    words = text[slice(*line.agency)] if line.agency is not None else ""
    place = usual_place(words, cues)
    if lowered(words) in cues.agency_names or is_organisation(place, cues) or not is_place(words, cues):
        return line
    named = words.istitle() or "-" in cues.place_marks or any(place in block for block in document)
    if named:
        return FoundDateline(line.agency, None, None, line.end)
    return line


@lru_cache(maxsize=16)  # asked of a paragraph itself, and of all at the top for the one that opens the report
def opens(text: str, cues: Cues) -> bool:
    """Whether a paragraph opens with a bare dateline that the rest of the report does not have to confirm."""
    return opening(text, cues) is not None


def opening(text: str, cues: Cues, document: Sequence[str] = ()) -> FoundDateline | None:
    """The bare dateline that opens the first paragraph of a report, of which `document` has all blocks."""
    if (line := opens_beside_agency(text, cues)) is not None:
        return line
    if (found := _with_day(text)) is not None and (line := stands_alone(found["line"], cues)) is not None:
        return line if line.agency is not None else _before_short_day(text, cues) or before_day(text, cues)
    if (text[0] >= "[" or text[0] == "(") and (known := _known_place(text, cues, document)) is not None:
        return known
    if text[0] == "(" or (text[0].isdecimal() and cues.place_marks):
        return _place_in_brackets(text, cues, document) if text[0] == "(" else _after_day(text, cues)
    if text[:_LEAST_CAPITALS].isupper() and (found_capitals := _before_paper(text, cues, document)) is not None:
        return found_capitals
    alone = before_slashes(text, cues) or _before_short_day(text, cues)
    if alone is None and cues.place_marks:
        alone = _before_office(text, cues) or _name_and_place(text, cues, document)
        alone = alone or _place_alone(text, cues, cues.place_marks)
    return alone or _listed_place(text, cues) or _place_again(text, cues, document)


def _listed_place(text: str, cues: Cues) -> FoundDateline | None:
    """A place that a list of the language has, before a colon or a full stop: ``Москва: …``, ``Zielona Góra. …``."""
    mark = _end_of_words(text, 0, _LONGEST_LISTED)
    if mark is None or text[: mark.start()] not in cues.words["places"] or text[mark.end()] in _QUOTES:
        return None
    told = cues.place_marks + cues.doubtful_place_marks
    if told and text[mark.start()] not in told:
        return None  # Lisbon. Then …, where only a colon may set places apart
    return FoundDateline((0, mark.start()), None, None, mark.end())


def reported(text: str, cues: Cues) -> FoundDateline | None:
    """The agency that brings a report, by its first words, and the place after it.

    ``به گزارش خبرگزاری مهر از تبریز، …``
    """
    opener = next((words for words in cues.words["reported"] if text.startswith(words)), None)
    comma = _clause_end(text, len(opener), _LONGEST) if opener is not None else None
    if opener is None or comma is None:
        return None
    inner = re.compile(rf"\s(?:{'|'.join(sorted(cues.words['in']))})\s").search(text, len(opener), comma.start())
    stop = inner.start() if inner is not None else comma.start()
    words = [found.start() for found in _word(text, len(opener), stop)]
    start = next((at for at in reversed(words) if text[at:stop] in cues.words["wires"]), stop)
    if start == stop:
        return None
    place = trimmed(text, inner.end(), comma.start()) if inner is not None else (0, 0)
    after = text[slice(*place)]
    named = after and after.count(" ") < _MOST_WORDS - 1 and not is_organisation(after, cues) and is_place(after, cues)
    return FoundDateline(place if named else None, None, (start, stop), comma.end())


def _before_office(text: str, cues: Cues) -> FoundDateline | None:
    """A place before brackets that hold an office, or an agency and the day.

    ``کوئٹہ (نمائندہ خصوصی) …``, ``بامیان (پژواک، ۱۲ عقرب ۱۴۰۵): …``
    """
    found = _in_brackets(text)
    if found is None or not is_place(found["place"], cues):
        return None
    if is_job(found["who"], cues):
        return FoundDateline(found.span("place"), None, None, found.end())
    start, end = found.span("who")
    comma = max(text.find(mark, start, end) for mark in ",،")
    if comma < 0 or text[start:comma] not in cues.words["agencies"] or date_line(text, cues, comma + 1, end) is None:
        return None
    return FoundDateline(found.span("place"), trimmed(text, comma + 1, end), (start, comma), found.end())


def _before_short_day(text: str, cues: Cues) -> FoundDateline | None:
    """A place before a day without its year and a colon: ``పుణే, నవంబర్ 3: …``, ``पुणे, ता. ३ : …``, ``ಮೈಸೂರು, ನ.3: …``."""
    found = _dated_place(text) if cues.place_marks else None
    if found is None or not is_place(found["place"], cues) or is_job(found["place"], cues):
        return None
    told = _short_day(found["day"]) is not None or date_line(text, cues, *found.span("day")) is not None
    return FoundDateline(found.span("place"), None, None, found.end()) if told else None


def _before_paper(text: str, cues: Cues, document: Sequence[str]) -> FoundDateline | None:
    """A place in capitals before a paper in brackets, if either is named again: ``LARVIK (Nyhetsposten) …``."""
    found = _in_brackets(text)
    if found is None or not found["place"].isupper() or not is_place(found["place"], cues):
        return None
    paper = found["who"]
    other = " " in paper or not is_name(paper, cues)
    again = not other and any(
        word in block for word in (usual_place(found["place"], cues), paper) for block in document if block is not text
    )
    return FoundDateline(found.span("place"), None, None, found.end()) if again else None


def _after_day(text: str, cues: Cues) -> FoundDateline | None:
    """A place after a day without its year, before a mark: ``१७ कात्तिक, काठमाडौं ।``."""
    found = _day_first(text)
    if found is None or found["mark"] not in cues.place_marks or date_line(text, cues, *found.span("day")) is None:
        return None
    place = found["place"]
    named = place.count(" ") < _MOST_WORDS and not is_job(place, cues) and is_place(place, cues)
    return FoundDateline(found.span("place"), found.span("day"), None, found.end()) if named else None


def _known_place(text: str, cues: Cues, document: Sequence[str]) -> FoundDateline | None:
    """A place in brackets or before a dash that is known, or, in brackets, named again by the report.

    ``【ワシントン】``, ``[서울] …``, ``香港——…``, ``เชียงใหม่ - …``, ``(សៀមរាប)៖ …``.
    """
    if (found := _bracketed_east(text)) is None:
        line = _before_mark(text)
        known = line is not None and line["place"] in cues.words["places"]
        return FoundDateline(line.span("place"), None, None, line.end()) if line is not None and known else None
    place = found["place"]
    again = any(place in block for block in document if block is not text)
    other = is_organisation(place, cues) or is_job(place, cues) or cues.whole(place) is not None
    told = place in cues.words["places"] or (again and not other and is_place(place, cues))
    return FoundDateline(found.span("place"), None, None, found.end()) if told else None


def _place_in_brackets(text: str, cues: Cues, document: Sequence[str]) -> FoundDateline | None:
    """A place in brackets before the first sentence: ``(Rimouski) Elle a …``."""
    if text[1] > EAST:
        return _known_place(text, cues, document)
    found = _bracketed(text)
    if found is None or len(found["place"].split()) > _MOST_WORDS or is_small(text[found.end()]):
        return None
    place = found["place"]
    other = is_organisation(place, cues) or is_job(place, cues) or cues.whole(place) is not None
    if other or not cues.words["photo"].isdisjoint(place.lower().split()) or not is_place(place, cues):
        return None
    return FoundDateline(found.span("place"), None, None, found.end())


def _place_again(text: str, cues: Cues, document: Sequence[str]) -> FoundDateline | None:
    """A place before a mark that the language often sets after other words too: the report names the place again."""
    found = _place_alone(text, cues, cues.doubtful_place_marks) if cues.doubtful_place_marks else None
    if found is None or found.place is None:
        return None
    place = text[slice(*found.place)]
    others = [block for block in document if block is not text]
    return found if names_again(place, others, cues, opening="|^") else None


def names_again(place: str, document: Sequence[str], cues: Cues, *, opening: str = "") -> bool:
    """Whether one of some blocks names a place after a word for where, or after what the pattern `opening` allows."""
    before = "|".join(sorted(map(re.escape, cues.words["in"])))
    again = re.compile(rf"(?:\b(?:{before})\s{opening}){re.escape(place)}\b", re.IGNORECASE).search
    return any(again(block) is not None for block in document)


def _name_and_place(text: str, cues: Cues, document: Sequence[str]) -> FoundDateline | None:
    """A reporter and a place before a mark, without capitals: ``সুমিত মাহাতো, পুরুলিয়া: …``, ``रवि वर्मा, मथुरा। …``.

    The report names the place again, and nobody by that name.
    """
    found = _marked(text)
    if found is None or found["mark"] not in ":।" or text.lower() != text.upper():
        return None
    name, comma, place = found["place"].partition(", ")
    told = comma and name.count(" ") in {1, 2} and " " not in place and is_name(name, cues) and is_place(place, cues)
    if not told or is_organisation(name, cues) or is_job(name, cues):
        return None
    others = [block for block in document if block is not text]
    if any(name in block for block in others) or not any(place in block for block in (*others, text[found.end() :])):
        return None
    stop = len(name)
    return FoundDateline((stop + 2, stop + 2 + len(place)), None, None, found.end(), (0, stop))


def _place_alone(text: str, cues: Cues, marks: str) -> FoundDateline | None:
    """A place before one of some marks, perhaps after the newsroom: ``जागरण संवाददाता, मथुरा।``."""
    found = _marked(text)
    if found is None or found["mark"] not in marks or found.end() > _LONGEST:
        return None
    if found["mark"] == ":" and text[found.end()] in _QUOTES:
        return None  # who speaks
    start, end = _without_newsroom(text, *found.span("place"), cues)
    place = text[start:end]
    if not place or len(place.split()) > _MOST_WORDS or is_job(place, cues) or not is_place(place, cues):
        return None
    if place.lower() == place.upper():
        first, comma, _ = place.partition(", ")
        if (comma and " " in first) or not cues.function_words.isdisjoint(place.split()):
            return None  # perhaps who writes, and then the place; or words of a sentence
    return FoundDateline((start, end), None, None, found.end())


def _without_newsroom(text: str, start: int, end: int, cues: Cues) -> Extent:
    """The part before or after a comma, a semicolon or a slash, if people of a newsroom stand on its other side."""
    at = max(text.rfind(mark, start, end) for mark in ",،;؛/")
    if at <= start:
        return start, end
    first, second = trimmed(text, start, at), trimmed(text, at + 1, end)
    if _is_newsroom(text[slice(*first)], cues):
        return second
    return first if _is_newsroom(text[slice(*second)], cues) else (start, end)


def _is_newsroom(words: str, cues: Cues) -> bool:
    """Whether words are people of a newsroom, or a paper that is known."""
    return is_job(words, cues) or words in cues.words["agencies"]
