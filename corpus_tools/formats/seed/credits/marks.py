"""Credits that nothing but a mark sets apart from their caption: a slash, a dash, a bar, or the end of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tools.formats.seed.credits.words import FoundCredit, is_name_but_for_numbers, label_length, names_picture
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import EAST, find_digit, is_unspaced, lowered
from corpus_tools.formats.seed.names.east import ends_in_office, is_name_alone
from corpus_tools.formats.seed.names.organisations import is_organisation, is_site
from corpus_tools.formats.seed.names.recognise import is_full_name, is_initial, is_job, is_name, is_small, trimmed

SIGNED = "a name after a full stop"
REPORTED = "a reporter after a full stop"
_DASHES = {"–", "—", "-"}
_day_of_picture = re.compile(r"\s[-–—]\s\d{1,2}\.(?:[^\W\d_]{3,4}|\d{1,2})\.(?:20)?\d{2}$").search
_PAIR = 2
_PLAIN = {"＝": "/", "／": "/", "ⓒ": "©", "(c)": "©", "(C)": "©"}
"""Marks as those that say the same."""
_MOST_OF_PAPER = 3  # words
_LONGEST_DAY = 16
_LONGEST_AGENCY = 30
_LONGEST_ABBREVIATION = 8
_LONGEST_INITIALS = 3
_LONG_DASHES = {"—", "–"}
_LEAST_OF_CLAUSE = 3  # words, but for one
_LEAST_OF_UNSPACED = 5  # characters, in a script without blanks
_MOST_OF_NAME = 4
_parts = re.compile(r"[/|]").split
_dated = re.compile(r"\d{3}|\d[.:,]\d|\d$").search
_LONGEST_SIGNED = 240  # longer ones are quotations
_MOST_OF_SIGNATURE = 3  # words
_LENGTHS_OF_INITIALS = range(2, 5)
_LONGEST_NAME = (8, 12)
"""Words of a credit after a mark, and of one in capitals."""
_MARKS = (
    r"[\s|/©–—•]"  # what a mark begins with, which is found fast; then what it goes on with
    r"(?:(?<=\s)(?:[|/©–—•]\s|-\s|©|(?<=[.!?…»”\"。।۔؟]\s)\s*)|(?<=[|/©–—])\s|(?<=[\s.。]/)|(?<=©))"
)
_marks = re.compile(_MARKS).finditer
_EAST_MARKS = "＝／。ⓒ"
_marks_east = re.compile(rf"{_MARKS}|(?<=。)|[＝／]|ⓒ\s?|\s\([cC]\)\s?").finditer
"""With those of East Asia, and ``(c)`` after a blank."""


def after_mark(text: str, cues: Cues) -> FoundCredit | None:
    """The name after a slash, a dash, a bar or a full stop near the end of a short block, if it credits for sure."""
    if len(text) > 400:
        return None
    if "/" in text[-_LONGEST_AGENCY:] and (dated := _of_day(text, cues)) is not None:
        return dated
    first = max(1, len(text) - 80)
    eastern = max(text[0], text[2:3]) > EAST and (
        any(mark in text for mark in _EAST_MARKS) or text.find("(c)", first) > 0
    )
    for found in _marks_east(text, first) if eastern or "。" in text else _marks(text, first):
        start, stop = trimmed(text, found.end(), len(text))
        mark = _PLAIN.get(found.group().strip(), found.group().strip())
        while start < stop and text[start] in "|/–— ":
            mark, start = mark or text[start].strip(), start + 1
        start += label_length(text[start:stop], cues)
        if text[stop - 1] in "发發" and text[start : stop - 1] in cues.words["agencies"]:
            stop -= 1  # 新华社发
        words = text[start:stop]
        if (
            not words
            or len(words.split()) > _LONGEST_NAME[words.isupper()]
            or (_dated(words) and words not in cues.words["agencies"])
            or (mark == "" and is_small(words[0]) and lowered(words).partition("/")[0] not in cues.agency_names)
            or "#" in words
            or "://" in words
            or _is_initial(text, found.start(), cues)
            or (words[0].isdigit() and text[: found.start()].rstrip()[-1:].isdigit())  # 1 / 4
            or (mark == "|" and is_job(words, cues))  # Ana Silva | Reporter
            or (mark == "•" and "/" not in words)  # which divides much else
            or (mark == "/" and words[-1] > EAST and ends_in_office(words, cues))  # 張梓嘉／金門報導
            or (mark == "" and words.isupper() and text.isupper())  # a sentence among others in capitals
        ):
            continue
        after_stop = len(text) <= _LONGEST_SIGNED and text[: found.start()].rstrip()[-1:] in cues.stops
        certainty, reason = _credits(words, mark, cues, after_stop=after_stop)
        if not certainty and mark in _LONG_DASHES and _may_be_caption(text[: found.start()].rstrip()):
            certainty, reason = _after_dash(words, cues)
        if certainty:
            start += words.find("=") + 1 if reason == REPORTED else 0  # 통영=이서현 기자
            return FoundCredit((start, stop), certainty, reason)
    return None


def _may_be_caption(clause: str) -> bool:
    """Whether what stands before a dash is a clause of several words, and no quotation, which its speaker follows."""
    if is_unspaced(clause[:1]):
        return len(clause) >= _LEAST_OF_UNSPACED
    return clause[-1:].isalnum() and clause.count(" ") >= _LEAST_OF_CLAUSE


def _after_dash(words: str, cues: Cues) -> tuple[float, str]:
    """The same of a full name after a long dash, which a heading may have too."""
    full = 0 < words.count(" ") < _MOST_OF_NAME or ("가" <= words[0] <= "힣" and is_name_alone(words))
    full = full and is_name(words, cues) and not is_job(words, cues)
    return (0.55, "a full name after a dash at the end") if full else (0.0, "")


def _of_day(text: str, cues: Cues) -> FoundCredit | None:
    """A photographer, the day of the picture, and the agency: ``Ana Silva - 3.out.24/Folhapress``."""
    slash = text.rfind("/")
    day = _day_of_picture(text, max(0, slash - _LONGEST_DAY), slash) if text[slash - 1].isdecimal() else None
    if day is None:
        return None
    start = max(text.rfind(mark, 0, day.start()) + len(mark) for mark in (" - ", " – ", " — ", ". ", "| ", "("))
    start = 0 if start <= 2 and text[0] != "(" else start
    name = text[start : day.start()]
    told = is_full_name(name, cues)
    return FoundCredit((start, len(text)), 0.9, "a name, a day and an agency at the end") if told else None


def _is_initial(text: str, at: int, cues: Cues) -> bool:
    """Whether the full stop before `at` is that of an initial, a title or a word before authors.

    ``T. Morel``, ``St. Clair``, ``oprac. Anna Kowalska``
    """
    if text[at - 1] != ".":
        return False
    word = text[max(0, at - _LONGEST_ABBREVIATION) : at].rsplit(None, 1)[-1]
    return is_initial(word) is not None or any(
        cue.phrase[-1] == "." and cue.role == "byline" for cue in cues.at_start(f"{word} ")
    )


def _credits(words: str, mark: str, cues: Cues, *, after_stop: bool) -> tuple[float, str]:
    """How sure it is that the words after `mark` credit a picture, and why; 0 if they do not."""
    agencies = cues.words["agencies"]
    if mark == "/" and after_stop and _names_reporter(words, cues):
        return 0.8, "a reporter after “/” at the end"  # …다./홍길동 기자
    name = is_name(words, cues)
    agency = words in agencies or any(part.strip() in agencies for part in _parts(words))
    if agency and (mark != "" or "/" in words or is_organisation(words, cues)):
        return (0.7 if mark == "-" else 0.9), "an agency at the end"
    return _by_name(words, mark, cues, name=name, after_stop=after_stop)


def _by_name(words: str, mark: str, cues: Cues, *, name: bool, after_stop: bool) -> tuple[float, str]:
    """The same of words that name no known agency; `name` says whether they may be a name."""
    capitals = mark == "|" and words.isupper() and words.replace("-", "").isalpha()
    if mark in {"/", "|"} and (capitals or names_picture(words, cues)):
        return 0.8, "words of pictures at the end"
    full = " " in words or is_name_alone(words)
    if mark == "©" or (mark in {"/", "|"} and name and full):
        return 0.9 if mark == "©" else 0.7, f"a name after “{mark}” at the end"
    signed = words.partition(",")[0].isupper() and words.find(",") in _LENGTHS_OF_INITIALS  # FRJ, The Courier
    organisation = mark in _DASHES and is_organisation(words, cues)
    if mark in _DASHES and after_stop and not signed and (name or organisation):
        return 0.8, f"a name after a full stop and “{mark}”"
    parts = _parts(words) if "/" in words or after_stop else []
    sure_names = words.lower() != words.upper() or all(" " in part.strip() for part in parts)
    if len(parts) > 1 and sure_names and _are_names(parts, cues, after_stop=after_stop):
        return 0.8, "two names with a slash at the end"
    if after_stop:
        return _signs(words, mark, cues, name=name)
    return 0.65 * (organisation and words.isupper() and " " in words), "an organisation in capitals after a dash"


def _are_names(parts: Sequence[str], cues: Cues, *, after_stop: bool) -> bool:
    """Whether words between slashes are names, or, after a full stop, somebody and a paper."""
    if all(is_name_but_for_numbers(part, cues) for part in parts):
        return True
    person, paper = parts[0], parts[-1]
    return after_stop and len(parts) == _PAIR and is_full_name(person, cues) and _may_be_paper(paper)


def _may_be_paper(words: str) -> bool:
    """Whether words may name a paper of which only the first word is capitalised: ``Северные вести``."""
    return is_site(words) is not None or (
        words[:1].isupper() and words.count(" ") < _MOST_OF_PAPER and not find_digit(words)
    )


def _names_reporter(words: str, cues: Cues) -> bool:
    """Whether Korean words are a name and an office: ``홍길동 기자``."""
    name, _, office = words.rpartition(" ")
    if not "가" <= words[-1] <= "힣" or office not in cues.words["jobs"]:
        return False
    return name.count(" ") < _MOST_OF_SIGNATURE and is_name(name.rpartition("=")[2], cues)


def _signs(words: str, mark: str, cues: Cues, *, name: bool) -> tuple[float, str]:
    """The same of words after a full stop and no mark, or another: ``ANA SILVA``, or a full name alone."""
    first, _, rest = words.partition(" ")
    if mark == "" and _names_reporter(words, cues):
        return 0.8, REPORTED  # 홍길동 기자
    if not rest or not words[0].isupper() or lowered(first) in {*cues.words["and"], *cues.words["in"]}:
        return 0.0, ""
    if words.isupper() and not find_digit(words):
        if first in cues.words["wires"] and all(len(word) <= _LONGEST_INITIALS for word in rest.split()):
            return 0.0, ""  # an agency signs its report with initials: PTI KDS MNB
        return 0.8, "a name in capitals after a full stop"
    alone = mark == "" and name and words.count(" ") < _MOST_OF_SIGNATURE and not is_job(words, cues)
    return (0.6, SIGNED) if alone else (0.0, "")
