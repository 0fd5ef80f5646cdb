"""Names in text: what looks like one, and how a list of them is split."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import is_unspaced, lowered
from corpus_tools.formats.seed.names.east import are_clause, divided_by_blanks, divided_by_wide_blanks, without_office

Extent = tuple[int, int]
"""Half-open offsets in the text of a block."""

_DOTS = {"ja": "|(?<![ァ-ヿ])・|・(?![ァ-ヿ])", "ko": "|(?<=[가-힣])·|·(?=[가-힣])"}
"""Dots that divide names; others join the parts of a foreign one."""
_LONGEST_LIST = 240
_MOST_WORDS = 5
_SHORTEST_TAIL = 3  # letters; "In" and "On" are names in Korea
_LONGEST_ELISION = 6  # and the capital after it: dell'Acqua
_FULL_NAME = 2  # words that one has at least
_bar = re.compile(r"[|•·]").search
_dash_apart = re.compile(r"\s[/–—-]").search
_comma = re.compile(r"[,،፣、，;；؛/／＆・·&وו]").search
_segments = re.compile(
    r"\s?(?:[|•]|(?<![가-힣])·(?![\u3400-\u9fff가-힣]))\s?|\s[/–—-]{1,2}\s"
)  # 玛丽亚·费尔南德斯 is one name
_words = re.compile(r"\S+").finditer
_not_in_name = re.compile(
    r"[\d?!:;()\[\]{}<>“”„«»=*#@_|。、，：；！？（）「」【】]|(?<!\b[\u1200-\u137f])[\\/]|\"(?![א-ת])"
).search
_TITLES = (
    "Jr|Sr|ml|Dr|Mr|Mrs|Ms|Prof|St|Ft|Mt|Rev|Fr|Hon|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Mohd|Md|Ma"
    "|Hj|Drs|Ir|Ing|Mgr|Bc|ifj|id|mag|Др|Проф"
)
_LETTERS = "Lj|Nj|Dž|Dz|Ch|Sz|Cs|Gy|Zs|Ny|Th|Ph|Yu|Дж"  # that are one letter, or sound
is_initial = re.compile(rf"(?:\w\.-?)+|(?:{_TITLES}|{_LETTERS})\.", re.IGNORECASE).fullmatch

_initials = re.compile(r"(?:[^\W\d_]\.-?\s?){2,4}").fullmatch

_WORD = r"(?:[^\W\d_]{2,}|[\u0900-\u0dff]{4,})"  # in Indian scripts a letter of a name may have two signs
sentence_end = re.compile(rf"(?<![^\W\d_])(?!(?:{_TITLES}|{_LETTERS})\.){_WORD}[.!?]\s").search
"""Finds where a sentence ends and text follows: a stop after a word, which no initial or number is."""


@cache
def _joiner(cues: Cues) -> re.Pattern[str]:
    """What stands between the names of a list; a word for "and" that is joined to a name stands before a full one."""
    known = sorted(cues.words["and"], key=lambda word: (-len(word), word))
    words = "|".join(re.escape(word) for word in known if is_word(word))
    signs = "".join(re.escape(word) for word in known if len(word) == 1 and not is_word(word))
    comma = rf"\s?(?:[,،፣、，;；؛]|(?<!\b[\u1200-\u137f])/)\s?(?:(?:{words})\s)?"
    forms = [
        comma,
        rf"\s(?:{words}|[{signs}])\s",
        f"[／＆]{_DOTS.get(cues.languages[0], '')}",
        r"(?<=[^\W\d_])\s?[&]\s?",
    ]
    if joined := cues.words["and_joined"]:
        begin, other = "|".join(sorted(joined)), "|".join(sorted(cues.words["names_like_and"]))
        forms.append(rf"\s(?!(?:{other})(?!\w))(?:{begin})(?=\S+\s\S)")
    return re.compile("|".join(forms), re.IGNORECASE)


def segments(text: str, start: int, end: int) -> list[Extent]:
    """The parts of a byline between bars, bullets and dashes."""
    if _bar(text, start, end) is None and _dash_apart(text, start, end) is None:
        return _whole(text, start, end)
    return _split(_segments, text, start, end)


def may_be_divided(text: str, cues: Cues) -> bool:
    """Whether something stands in a text that could divide it into parts, or into the items of a list."""
    marks = _comma(text) or _bar(text) or _dash_apart(text)
    return marks is not None or "\u3000" in text or not cues.words["and"].isdisjoint(text.lower().split())


def listed(text: str, start: int, end: int, cues: Cues) -> list[Extent]:
    """The items of a list with commas and "and"; nothing if it is too long to be one of names."""
    if end - start > _LONGEST_LIST:
        return []
    if cues.blanks_divide_names and (found := divided_by_blanks(text, start, end, cues)):
        return found
    if "\u3000" in text[start:end] and (found := divided_by_wide_blanks(text, start, end)):
        return found
    if _comma(text, start, end) is None:
        words = text[start:end].split()
        if len(words) == 1 and end - start <= 12 and words[0].isalpha():
            return [trimmed(text, start, end)]
        if cues.words["and"].isdisjoint(map(str.lower, words)):
            return _whole(text, start, end)
    return _with_second_surnames(text, _split(_joiner(cues), text, start, end), cues)


def _with_second_surnames(text: str, items: list[Extent], cues: Cues) -> list[Extent]:
    """The items, a full name as one with the single word after "and", where names hold that: ``Ana Soto y Luna``."""
    inside = cues.words["and"] & cues.words["name_particles"]
    found: list[Extent] = []
    for start, end in items:
        words, _, rest = text[start:end].partition(" ")
        joined = bool(found) and text[found[-1][1] : start].strip().lower() in inside and " " in text[slice(*found[-1])]
        single = joined and words.isalpha() and (not rest or rest[0] in "(<[" or "@" in rest)
        if single and not is_small(words[0]) and words not in cues.words["agencies"] and not is_job(words, cues):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _whole(text: str, start: int, end: int) -> list[Extent]:
    """The extent without blanks as the only one of a list, or nothing if it is blank."""
    extent = trimmed(text, start, end)
    return [extent] if extent[0] < extent[1] else []


def _split(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Extent]:
    found: list[Extent] = []
    for match in pattern.finditer(text, start, end):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, end))
    return [extent for item in found if (extent := trimmed(text, *item))[0] < extent[1]]


def trimmed(text: str, start: int, end: int) -> Extent:
    """The extent without blanks at its edges, and without a full stop that ends a sentence and no abbreviation."""
    while start < end and (text[start].isspace() or text[start] in "*_"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_,،፣၊、，;؛；"):
        end -= 1
    if end > start and text[end - 1] in ".。۔।" and not is_initial(text[start:end].rsplit(None, 1)[-1]):
        end = start + len(text[start : end - 1].rstrip())
    return start, end


@lru_cache(maxsize=32)  # names are read to tell what a line is, what stands beside it, and whom it names
def name_in(text: str, start: int, end: int, cues: Cues) -> Extent | None:
    """The name at the beginning of an item such as ``Ana Silva in Lisbon``; None if it is not one."""
    last = text[start:end].rsplit(None, 1)[-1:]
    if last and last[0] in cues.words["jobs"] and last[0].upper() == last[0].lower() and len(last[0]) < end - start:
        end = trimmed(text, start, end - len(last[0]))[1]  # 홍길동 기자
        if text[start] < "\u2e80" and " " not in text[start:end]:
            return None  # সুনামগঞ্জ প্রতিনিধি: a place
    if is_unspaced(text[start]) or is_unspaced(text[end - 1]):
        start, end = without_office(text, start, end, cues)
    whole = start, end
    start, end = without_job(text, start, end, cues)
    end = _before_place(text, start, end, cues)
    if is_name(text[start:end], cues) and not _holds_tail(text[start:end], cues):
        return start, end
    words = list(_words(text, start, end))
    jobs, where = cues.words["jobs"], cues.words["in"]
    inside = (
        after.start() for word, after in pairwise(words[1:]) if word.group() in jobs and after.group() not in where
    )
    start = next(inside, start)
    start, end = without_job(text, start, _before_tail(text, start, end, cues), cues)
    return (start, end) if (start, end) != whole and is_name(text[start:end], cues) else None


def _holds_tail(name: str, cues: Cues) -> bool:
    """Whether a word stands in what could be a name, capitalised as it, that no name holds: ``Ana Silva For …``."""
    return any(word[0].isupper() and _is_tail(word, cues) for word in name.split()[1:])


def _is_tail(word: str, cues: Cues) -> bool:
    """Whether a word such as "in" ends a name; a longer one may be capitalised as in headings."""
    low = word.lower()
    capitalised = word != low and len(word) >= _SHORTEST_TAIL and low not in cues.words["name_particles"]
    return (low if capitalised else word) in cues.words["in"]


def _before_place(text: str, start: int, end: int, cues: Cues) -> int:
    """Where a full name ends that a word for "in" follows: ``منى صالح في بيروت``, ``Siti Aminah di Jakarta``.

    The word is of a script without capitals, or a known place follows it.
    """
    for found in list(_words(text, start, end))[_FULL_NAME:-1]:
        word = found.group()
        if len(word) < 2 or word not in cues.words["in"]:
            continue
        caseless = word not in cues.words["name_particles"] and word.lower() == word.upper()
        if caseless or text[found.end() : end].strip() in cues.words["places"]:
            return trimmed(text, start, found.start())[1]
    return end


def _before_tail(text: str, start: int, end: int, cues: Cues) -> int:
    """Where a name ends that a bracket or a word such as "in" follows; one that names hold, if there is no other."""
    later = [word for word in _words(text, start, end) if word.start() > start]
    found = [word for word in later if _is_tail(word.group(), cues) or word.group()[0] in "(（["]
    first = next((word for word in found if word.group() not in cues.words["name_particles"]), None)
    first = first or next(iter(found), None)
    return end if first is None else trimmed(text, start, first.start())[1]


def without_job(text: str, start: int, end: int, cues: Cues) -> Extent:
    """A full name without the office right before or after it: ``Ana Silva`` in ``Ana Silva Health correspondent``."""
    jobs, beats = cues.words["jobs"], cues.words["beats"]
    found = list(_words(text, start, end))
    low = [lowered(word.group()) for word in found]
    first, last = 0, len(found)
    while first < last and low[first] in jobs:
        first += 1
    if first and last - first >= _FULL_NAME and not is_small(found[first].group()[0]):
        return found[first].start(), end
    while last and low[last - 1] in jobs:
        last -= 1
    papers = cues.words["organisations"]  # Ana Silva Times Staff Writer
    while _FULL_NAME < last < len(found) and (
        low[last - 1] in beats or low[last - 1] in papers or low[last - 1] == found[last - 1].group()
    ):
        last -= 1
    told = _FULL_NAME <= last < len(found)
    return start, trimmed(text, start, found[last - 1].end())[1] if told else end


def is_name(text: str, cues: Cues) -> bool:
    """Whether `text` could be the name of a person or a newsroom: few words, each capitalised or a particle."""
    if not text or len(text) > 80 or _not_in_name(text):
        return False
    words = text.split()
    if not words:
        return False
    particles = cues.words["name_particles"]
    proper = [word for word in words if word.lower() not in particles]
    low = words[0].lower()
    if not proper or len(proper) > _MOST_WORDS or (len(words) == 1 and (low in cues.weekdays or low in cues.months)):
        return False
    if text[0] >= "\u1000" and is_unspaced(text[0]) and are_clause(words):
        return False
    if words[-1][-1] in ".。" and not is_initial(words[-1]):
        return False
    return not is_small(proper[0][0]) and _are_in_name(proper, cues)


def is_full_name(text: str, cues: Cues) -> bool:
    """Whether `text` could be a name of more than one word."""
    return " " in text and is_name(text, cues)


def _are_in_name(words: list[str], cues: Cues) -> bool:
    """Whether each of some words is one that names hold: capitalised, or an office."""
    for word in words:
        first = word[0]
        if is_small(first):
            elided = any(letter.isupper() for letter in word[1:_LONGEST_ELISION])
            if not elided and word.lower() not in cues.words["jobs"]:
                return False
        elif not (first.isalpha() or (len(word) > 1 and word[1].isupper())):
            return False
    return True


def is_small(letter: str) -> bool:
    """Whether a letter is a small one of a script that has capitals; everyday Georgian has none."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


def is_word(word: str) -> bool:
    """Whether a word has letters and their signs alone; initials with full stops are words too."""
    return all(
        letter.isalpha() or letter in ".'’\u200c-־׳״" or unicodedata.category(letter)[0] == "M" for letter in word
    )


def is_job(text: str, cues: Cues) -> bool:
    """Whether `text` names an office rather than a person: one of its words is one of a newsroom."""
    jobs = cues.words["jobs"]
    low = lowered(text)
    words = low.split()
    led = len(words) > _FULL_NAME and " ".join(words[:2]) in jobs  # phóng viên kinh tế
    if led or low in jobs or not jobs.isdisjoint(words) or (low.endswith(cues.job_endings) and words[-1].isalpha()):
        return True
    return ("," in low or "." in low) and any(word.strip(",.") in jobs for word in words)


def is_office_in_city(text: str, cues: Cues) -> bool:
    """Whether an office and one more word after a comma, the place, are all of a text: ``নিজস্ব প্রতিবেদক, খুলনা``."""
    office, _, place = text.partition(",")
    jobs = cues.words["jobs"]
    told = office in jobs or (office.lower() == office.upper() and office.rpartition(" ")[2] in jobs)
    return told and bool(place) and " " not in place.strip()


def is_initials_of_name(text: str) -> bool:
    """Whether a name is nothing but initials: ``C.A.``."""
    return _initials(text) is not None
