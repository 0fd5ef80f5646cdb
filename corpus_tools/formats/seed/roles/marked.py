"""What marks and the form of a block as a whole say: dates, bullets, headings, quotation marks, table cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tools.formats.seed.datelines.alone import is_run_in, stands_alone
from corpus_tools.formats.seed.datelines.beside import beside_agency
from corpus_tools.formats.seed.datelines.run_in import is_place
from corpus_tools.formats.seed.dates.find import date_line, find_date, is_clock_line
from corpus_tools.formats.seed.dates.lines import DatePart, date_parts
from corpus_tools.formats.seed.dates.tokens import may_name_day
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import find_digit, has_no_stops, lowered
from corpus_tools.formats.seed.names.organisations import is_newsroom
from corpus_tools.formats.seed.names.recognise import is_full_name, is_small
from corpus_tools.formats.seed.roles.candidates import Candidate, hint, sure

LONGEST_DATE = 160
_LONGEST_TITLE = 240
_LONGEST_SAID = 100
_SURE_STOPS = "।۔።"  # which no headings have
_CLOSING = '”“»"’'
_LONGEST_HEADING = 90
_LONGEST_WITHOUT_STOPS = 110
_LONGEST_CODE = 80
_LONGEST_COUNT = 6
_LONGEST_TAGS = 1000
_LONGEST_TAG = 30
_MOST_APART = 12
_LONGEST_APART = 6
_LONGEST_PLACE = 30
_LONGEST_SIGNED_END = 40
_AROUND_END = "-–—/()[]*=. "
_LONGEST_PAPER = 40
_LEAST_PAPER = 7  # with its slashes; fewer letters may be initials
_PAIR = 2
_LONGEST_SIGNATURE = 60
_AGENCY_AND_NAMES = hint("tagline", "an agency, and who wrote and edited its report", foot=2.2)
_PAPER = hint("source", "a few words between slashes", head=0.5, foot=2.0)
_LONGEST_CLOCK = 24
_MOST_OF_NEWSROOM = 3  # words
END_MARK = sure("boilerplate", "an end mark")
_clock = re.compile(r"(?<!\d)\d{1,2}[:.h時时]\d{2}(?!\d)").search
_code = re.compile(r"[A-Z\d/.+-]+").fullmatch
_CODES = hint("other", "codes of a wire", above=1.8, head=0.5, foot=1.8)
_NUMBER = hint("other", "a number alone", above=0.5, foot=1.5)
_LONGEST_QUOTED = 30
QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "「": "」", "『": "』", "”": "”", "‹": "›"}
_speaker = re.compile(r"[\"“”»«’」』›](?:\s?[—―]|\s[–-])\s?(?P<name>[^\W\d_][^.!?:()\[\]\n\"“”»«]{2,60})$").search
is_numbered = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s|[①-⑳]\s?|\(\d{1,2}\)\s").match
_spaced_tags = re.compile(r"(?:#\s?[^#\s]+(?:\s[^#\s]+){0,2}\s?){2,20}").fullmatch
_heading = re.compile(r"#{1,6}\s+").match
_numbers = re.compile(r"\d+").findall
_word = re.compile(r"[^\W_]").search
_media = re.compile(
    r"(?:!\[[^\]\n]{0,300}\]\([^)\s]{1,500}\)"
    r"|\[(?:photo|image|video|foto|picture|graphic|audio|map|bild|gambas)[^\]\n]{0,40}\])$",
    re.IGNORECASE,
).match
_MOST_INITIALS = 4
_parts_of_initials = re.compile(r"\w+").findall
_UNIT = r"(?:\w{2,4}|\w\s\w|[\u0900-\u0dff]{2,6})"
_INITIALS = rf"{_UNIT}(?:\s?//?\s?{_UNIT}){{1,4}}"
_loose_initials = re.compile(r"[^\W\d_]{2,4}(?:\s[^\W\d_]{2,4}){1,3}").fullmatch
"""Who wrote and edited a report, as ``jsk mka``."""
_signed = re.compile(r"=+\s?(?:[^\W\d_]{1,3}[./]\s?){1,3}(?:[^\W\d_]{1,3})?").fullmatch
"""Who wrote it, after a line of signs: ``===== م.ع.``."""
is_initials = re.compile(rf"(?:\(\w+\)\s)?(?:[(\[/]?{_INITIALS}\s?/?[/)\]]|{_INITIALS})$").match
_bare_address = re.compile(r"(?:https?://|www\.)\S+$").match
is_issue = re.compile(r"《\s?(?P<paper>[^《》]{2,20}?)\s?》\s?[（(](?P<day>[^（）()]{6,40}版)\s?[）)]$").match
"""Where an article stood in print: ``《 人民日报 》（ 2026年11月20日 06 版）``."""
_strong_line = re.compile(r"(?:\*\*[^*\n]{1,80}[^*\n?:.]\*\*|__[^_\n]{1,80}[^_\n?:.]__)$").match


def is_old_heading(text: str) -> bool:
    """Whether words in capitals have a full stop after them, as headings of old papers do."""
    return text[-1] == "." and " " in text and text.isupper() and len(text) <= _LONGEST_HEADING and text[0] < "\u2e80"


def is_title_like(text: str, cues: Cues) -> bool:
    """Whether a block is one line without the stop of a sentence."""
    if len(text) > _LONGEST_TITLE or is_small(text[0]) or text.count("\n") > 2:
        return False
    last = text[-1]
    if has_no_stops(last) and len(text) > _LONGEST_WITHOUT_STOPS:
        return False  # Thai and Lao have no stops
    if last in "）】" and "。" in text:
        return False  # who signs a report, after its last sentence
    if last in ":;,—–-" or last in cues.stops:
        return last in "?!…？！؟" or text.endswith("...") or is_old_heading(text)
    longest = 0 if text[-2:-1] in _SURE_STOPS else _LONGEST_SAID
    return (
        len(text) <= longest or last not in _CLOSING or text[-2] not in f".,{_SURE_STOPS}"
    )  # who says it stands inside


def by_mark(text: str, cues: Cues) -> Candidate | None:
    """What the first character or the whole of a block shows."""
    if len(text) < LONGEST_DATE and find_digit(text) and (made := _dated(text, cues)) is not None:
        return made
    if len(text) < LONGEST_DATE and "年" in text and not find_digit(text) and date_line(text, cues) is not None:
        return sure("date", "a date alone")
    return _by_whole(text, cues) or _by_first(text, cues)


def _dated(text: str, cues: Cues) -> Candidate | None:
    named = may_name_day(text, cues, 0, len(text))
    if named and _may_name_year(_numbers(text)):
        start, end = 0, len(text)
        if text[0] in "*_([（【":
            start, end = len(text) - len(text.lstrip("*_([（【")), len(text.rstrip("*_)]）】"))
        if (day := date_line(text, cues, start, end)) is not None and day.full:
            return sure("date", "a date alone")
        if any(part.full or _tells_day(text, part, cues) for part in date_parts(text, cues, start, end)):
            return sure("date", "nothing but dates")
        rubric = cues.whole(text.partition(" ")[0])
        if rubric is not None and rubric.role == "kicker" and _is_day(text, text.find(" ") + 1, cues):
            return sure("date", "a rubric and a date")
    if (named and stands_alone(text, cues) is not None) or is_run_in(text, cues):
        return sure("dateline", "a place and a date")
    return _without_year(text, cues, named=named)


def _is_day(text: str, start: int, cues: Cues) -> bool:
    """Whether a day with its year, and nothing else, stands from `start` on."""
    day = date_line(text, cues, start) if 0 < start < len(text) else None
    return day is not None and day.full


def _tells_day(text: str, part: DatePart, cues: Cues) -> bool:
    """Whether a cue of dates begins a part that holds a day, perhaps without its year."""
    told = part.cue is not None and part.cue.role == "date"
    return told and find_date(text, cues, *part.extent) is not None


def _may_name_year(numbers: Sequence[str]) -> bool:
    """Whether some numbers may be a day and a year: three, or two, of which one has four digits or the last two."""
    return len(numbers) > 2 or (len(numbers) == 2 and (max(map(len, numbers)) > 3 or len(numbers[1]) == 2))


def _without_year(text: str, cues: Cues, *, named: bool) -> Candidate | None:
    """A day without its year with a time, a time alone, or a newsroom and a date."""
    if len(text) <= _LONGEST_CLOCK and _clock(text) is not None:
        alone = (named and date_line(text, cues) is not None) or is_clock_line(text, cues, 0, len(text))
        return sure("date", "a time of day") if alone else None
    day = find_date(text, cues) if named else None
    if day is None or not day.full or date_line(text, cues, day.start) is None:
        return None
    newsroom = text[: day.start].rstrip(" ,،-–—|")
    told = 0 < len(newsroom.split()) <= _MOST_OF_NEWSROOM and is_newsroom(newsroom, cues)
    return sure("date", "a newsroom and a date") if told else None


def _by_whole(text: str, cues: Cues) -> Candidate | None:
    if len(text) <= _LONGEST_SIGNED_END and _ends(lowered(text), cues):
        return END_MARK
    if text[-1] in cues.dashes:
        if _between_dashes(text) is not None:
            return sure("subhead", "dashes on both sides")
        if len(text) <= _LONGEST_PLACE and is_place(text.rstrip(" —–-") or "-", cues):
            return sure("dateline", "a place before a dash")
    if len(text) < 120 and _word(text) is None:
        return sure("boilerplate", "marks without words")
    if (text.islower() and _loose_initials(text) is not None) or (text[0] == "=" and _signed(text) is not None):
        return hint("byline", "initials alone", foot=1.4)
    return (_with_slashes(text, cues) if "/" in text else None) or _by_columns(text, cues)


def _ends(low: str, cues: Cues) -> bool:
    """Whether a line in lower case is an end mark, perhaps with codes after a slash: ``انتهای پیام/ ۸۴۰۲۴``."""
    marks = cues.words["end_marks"]
    return low in marks or low.strip(_AROUND_END) in marks or ("/" in low and low.partition("/")[0].strip() in marks)


def signs_with_agencies(text: str, cues: Cues) -> bool:
    """Whether a line is agencies and perhaps the initials of who edited them, between slashes: ``khs/dpa/Reuters``."""
    if len(text) > _LONGEST_SIGNATURE or "/" not in text:
        return False
    parts = [part.strip() for part in text.strip("()[] ").split("/")]
    agencies = [part for part in parts if lowered(part) in cues.agency_names]
    others = (part for part in parts if part not in agencies)
    return bool(agencies) and all(part.islower() and part.isalpha() and len(part) <= _MOST_INITIALS for part in others)


def _with_slashes(text: str, cues: Cues) -> Candidate | None:
    """Initials, with or without an agency, or a paper between slashes: ``/Родопски вестник/``."""
    if is_initials(text):
        if any(part in cues.agency_names for part in _parts_of_initials(lowered(text))):
            return sure("source", "an agency with initials")
        return hint("byline", "initials with slashes", head=0.5, foot=2.0)
    if signs_with_agencies(text, cues):
        return sure("source", "agencies with initials")
    first, *others = [part.strip() for part in text.split("/")]
    if first in cues.words["agencies"] and text.lower() == text.upper() and len(text) <= _LONGEST_SIGNATURE:
        signed = all(is_full_name(each, cues) for each in others) or len(others) > _PAIR
        return _AGENCY_AND_NAMES if signed else None
    between = text[0] == text[-1] == "/" and text.count("/") == _PAIR and len(text) <= _LONGEST_PAPER
    named = between and (len(text) > _LEAST_PAPER or not text.isupper() or lowered(text[1:-1]) in cues.agency_names)
    return _PAPER if named and not is_small(text[1]) else None


def _by_columns(text: str, cues: Cues) -> Candidate | None:
    """A place beside an agency, codes, cells, or words in bold."""
    if beside_agency(text, cues) is not None:
        return sure("dateline", "a place and an agency")
    if len(text) <= _LONGEST_CODE and (coded := _coded(text)) is not None:
        return coded
    if "\t" in text or (text[0] == text[-1] == "|" and text.count("|") > 2):
        return sure("table_row", "cells in a line")
    return sure("subhead", "bold by marks") if text[0] in "*_" and _strong_line(text) else None


def _coded(text: str) -> Candidate | None:
    """Numbers and short words in capitals, as wires put above and below a report: ``FRA0412 4 G 0231 FRA``."""
    if text[0] == "№" or text.startswith(("BC-", "^BC-")):
        return _CODES
    if find_digit(text) is None:
        return None
    words = text.split()
    numbered = [word for word in words if find_digit(word)]
    if len(words) == 1 and 4 <= len(text) <= _LONGEST_COUNT and text.isdecimal():
        return _NUMBER
    if len(numbered) < 2 or 2 * len(numbered) < len(words) or "\t" in text or not all(map(_code, numbered)):
        return None
    if not any(sum(map(str.isdecimal, word)) > 3 for word in numbered):
        return None
    others = [word for word in words if not find_digit(word) and any(map(str.isalpha, word))]
    capitals = [word for word in others if word.isupper() and len(word) <= _LONGEST_COUNT]
    uncased = [word for word in others if word.lower() == word.upper()]
    return _CODES if len(capitals) == len(others) or len(uncased) == len(others) == 1 else None


_between_dashes = re.compile(r"(?P<dash>[-–—]) \S[^\n]{1,70} (?P=dash)").fullmatch
"""A heading as French wires set it."""


def _by_first(text: str, cues: Cues) -> Candidate | None:
    first = text[0]
    if first.isalpha() and first not in "hw" and text[1:2] not in {".", ")"}:
        return None  # most blocks begin with a word
    made: Candidate | None = None
    if first in "![" and _media(text):
        made = sure("media", "a marker of a picture")
    elif first in "hw" and _bare_address(text):
        made = sure("other", "an address alone")
    elif first == "#":
        made = _hashed(text)
    elif first == ">":
        made = sure("quote", "marked as a quotation")
    elif (first in cues.bullets and text[1:2].isspace()) or first in "•▪►" or (first in "・‧" and text[1:2] > "\u2e80"):
        made = sure("list_item", "a bullet")
    elif is_numbered(text):
        made = hint("list_item", "a number", body=0.2, foot=-0.5)
    elif first == "《" and is_issue(text):
        made = sure("source", "a paper and its issue")
    elif _is_quoted(text):
        made = sure("quote", "quotation marks around the whole of it")
    return made


def _hashed(text: str) -> Candidate | None:
    if text.count("#") > 1 and _spaced_tags(text):
        return sure("tags", "hash tags")
    if _heading(text):
        return sure("subhead", "a heading mark")
    if len(text) > _LONGEST_TAGS:
        return None
    parts = [part.strip() for part in text[1:].split("#")]
    phrases = len(parts) > 1 and all(0 < len(part) <= _LONGEST_TAG for part in parts)
    return sure("tags", "hash tags") if phrases or all(word[0] == "#" for word in text.split()) else None


def are_words_apart(text: str) -> bool:
    """Whether a line in a script without blanks between words holds short words apart, as tags: ``老街 古蹟 台南``."""
    if not "\u2e80" <= text[0] < "\uac00" or len(text) > _LONGEST_TAGS or not (" " in text or "\u3000" in text):
        return False
    words = text.split()
    least = 2 if "\u3000" in text else 3
    return least <= len(words) <= _MOST_APART and all(len(word) <= _LONGEST_APART and word.isalnum() for word in words)


def _is_quoted(text: str) -> bool:
    """Whether quotation marks enclose the whole block, but for who said it after a dash, and not several quotations."""
    closing = QUOTES.get(text[0])
    if closing is None or len(text) <= _LONGEST_QUOTED:
        return False
    if text[-1] not in closing:
        said = _speaker(text, 1)
        return said is not None and text[said.start()] in closing and not is_small(said["name"][0])
    first = min((at for mark in closing if (at := text.find(mark, 1, len(text) - 1)) > 0), default=0)
    return first == 0 or text[first - 1].isspace()  # a mark after a blank opens a quotation inside


def heading_level(text: str) -> int:
    """The level of a Markdown heading; 0 if the block is none."""
    marks = len(text) - len(text.lstrip("#"))
    return marks if text[marks : marks + 1].isspace() else 0
