"""Datelines of a report's first paragraph that are certain only there: a place with nothing but a mark, or an agency.

``Arusha. Punda mmoja …``, ``لاہور: …``, ``یزد- ایرنا- …``, ``ԵՐԵՎԱՆ, 3 ՀՈՒՆԻՍԻ, ԱՐՄԵՆՊՐԵՍ։ …``.
Which marks may set a place apart so is told for each language (`place_marks` of a cue file); where a mark may as
well follow another short sentence (`doubtful_place_marks`), the report has to name the place again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tools.formats.seed.datelines.alone import stands_alone
from corpus_tools.formats.seed.datelines.east import FoundDateline
from corpus_tools.formats.seed.datelines.run_in import is_place, run_in
from corpus_tools.formats.seed.dates.find import date_line, find_date
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.east import is_name_alone
from corpus_tools.formats.seed.names.organisations import is_organisation, names_organisation
from corpus_tools.formats.seed.names.recognise import Extent, is_job, is_name, is_small, trimmed
from corpus_tools.formats.seed.names.usual import usual_place

_LONGEST = 60
_MOST_WORDS = 3
_LEAST_CAPITALS = 4
_between_dashes = re.compile(
    r"(?P<first>[^-–—/:.,\n]{2,30}?)\s?[-–—]\s?(?P<second>[^-–—/:.,\n]{2,30}?)\s?[-–—:]\s"
).match
_joined = re.compile(
    r"(?P<first>[^\s\d/–-]{2,20}(?:\s[^\s\d/–-]{2,12})?)(?:\s?/\s?|[–-])(?P<second>[^\s\d/:.,–-]{2,20})\s"
).match
_before_bar = re.compile(r"(?P<first>[^\W\d_][^\d|.:,\n]{1,30}?)\s(?P<second>[^\s|]{2,20})\s\|\s").match
_between_marks = re.compile(r"[^\s/–-](?:[^/–-]*[^\s/–-])?").finditer
_QUOTES = "«“„‘\"'"
_next_word = re.compile(r"\w{2,12}").match
_in_brackets = re.compile(r"(?P<place>[^\d(（:،,।۔\n]{2,30}?)\s?\((?P<who>[^()\n]{2,40})\)[\s:।۔–-]").match
_with_day = re.compile(r"(?P<line>[^.։:\n]{6,80})[.։:]\s").match
_bracketed = re.compile(r"\((?P<place>[^()\d\n]{3,40})\)\s(?=\S)").match
_marked = re.compile(r"(?P<place>[^\d.:।፡፦៖∙–—\n]{2,60}?)\s?(?P<mark>[.:።।፡፦៖∙–—-])[-–—]?\s(?=\S)").match
_slashed = re.compile(r"(?P<line>[^/\n]{2,50}?)\s?/\s?(?P<agency>[^/\s][^/\n]{0,20}?)\s?/\s").match
_day_first = re.compile(
    r"(?P<day>\d{1,2}\s[^\s\d,]+),\s?(?P<place>[^\d.,:।–—\n]{2,40}?)\s?(?P<mark>[:।–—-])\s(?=\S)"
).match
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
    if only_agency and first and (bare := _beside_agency(text, cues)) is not None:
        return bare
    return _place_for_agency(found, text, cues, document) if only_agency else found


def _place_for_agency(line: FoundDateline, text: str, cues: Cues, document: Sequence[str]) -> FoundDateline:
    """Capitals in brackets that open a report as its place, if no agency is called so: ``(ARTVİN) - …``.

    Either the language sets places apart by a dash, or the report names the place again.
    """
    words = text[slice(*line.agency)] if line.agency is not None else ""
    place = usual_place(words, cues)
    if not words.isupper() or lowered(words) in cues.agency_names or names_organisation(place, cues):
        return line
    if "-" in cues.place_marks or any(place in block for block in document):
        return FoundDateline(line.agency, None, None, line.end)
    return line


def opening(text: str, cues: Cues, document: Sequence[str] = ()) -> FoundDateline | None:
    """The bare dateline that opens the first paragraph of a report, of which `document` has all blocks."""
    if (line := _beside_agency(text, cues)) is not None:
        return line
    if (found := _with_day(text)) is not None and (line := stands_alone(found["line"], cues)) is not None:
        return line if line.agency is not None else None
    if text[0] == "(" or (text[0].isdecimal() and cues.place_marks):
        return _place_in_brackets(text, cues) if text[0] == "(" else _after_day(text, cues)
    if text[:_LEAST_CAPITALS].isupper() and (found_capitals := _before_paper(text, cues, document)) is not None:
        return found_capitals
    alone = _before_slashes(text, cues)
    if alone is None and cues.place_marks:
        alone = _before_office(text, cues) or _name_and_place(text, cues, document)
        alone = alone or _place_alone(text, cues, cues.place_marks)
    return alone or _place_again(text, cues, document)


def _beside_agency(text: str, cues: Cues) -> FoundDateline | None:
    """A place and the agency beside it, in either order: ``یزد- ایرنا- …``, ``وطنية - صور - …``, ``دمشق-سانا …``."""
    for form in (_between_dashes, _joined, _before_bar):
        if (found := form(text)) is None:
            continue
        for agency, place in (("second", "first"), ("first", "second")):
            if agency == "first" and form is _joined and text[found.start(place)].isupper():
                continue  # TTO - Cứ 22h: the first word of a sentence
            if found[agency] in cues.words["agencies"] and is_place(found[place], cues):
                start, end = found.span(place)
                return FoundDateline((start, _with_tail(text, end, cues)), None, found.span(agency), found.end())
    return None


def beside_agency(text: str, cues: Cues) -> FoundDateline | None:
    """A line of a place and its agency, in either order, perhaps with the reporter between, without capitals.

    ``شفق نيوز- البصرة``, ``إسطنبول / محمد الصاوي / الأناضول``, ``صفاقس - الشروق أونلاين - سنية الهمامي``
    """
    if len(text) > _LONGEST or text.lower() != text.upper():
        return None
    parts = [found.span() for found in _between_marks(text)]
    words = [text[slice(*part)] for part in parts]
    likely = (len(parts) - 1, *range(len(parts) - 1)) if parts else ()
    agency = next((at for at in likely if words[at] in cues.words["agencies"]), None)
    if agency is None or not 2 <= len(parts) <= _MOST_WORDS:
        return None
    others = [part for at, part in enumerate(parts) if at != agency]
    place = text[slice(*others[0])]
    name = place[0] >= "가" and is_name_alone(place)
    name = name or cues.whole(place) is not None
    if " " in place or name or not is_place(place, cues) or is_job(place, cues):
        return None
    return FoundDateline(others[0], None, parts[agency], len(text), others[1] if others[1:] else None)


def _with_tail(text: str, end: int, cues: Cues) -> int:
    """Where a place ends that another word belongs to: ``ایسنا/خراسان رضوی …``."""
    after = _next_word(text, end + 1) if text[end : end + 1] == " " else None
    return after.end() if after is not None and after.group() in cues.words["place_tails"] else end


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


def _before_slashes(text: str, cues: Cues) -> FoundDateline | None:
    """A place, perhaps with a day, before an agency between slashes: ``الشارقة في 3 نوفمبر / وام / أطلقت …``."""
    found = _slashed(text)
    if found is None or found["agency"] not in cues.words["agencies"]:
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
    return FoundDateline((start, stop), days, found.span("agency"), found.end())


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


def _place_in_brackets(text: str, cues: Cues) -> FoundDateline | None:
    """A place in brackets before the first sentence: ``(Rimouski) Elle a …``."""
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
    """A reporter and a place before a colon, without capitals: ``সুমিত মাহাতো, পুরুলিয়া: …``.

    The report names the place again, and nobody by that name.
    """
    found = _marked(text)
    if found is None or found["mark"] != ":" or text.lower() != text.upper():
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
    if place.lower() == place.upper() and not cues.function_words.isdisjoint(place.split()):
        return None  # words of a sentence
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
