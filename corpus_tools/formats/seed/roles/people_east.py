"""Names in Han or Hangul characters that stand alone on a line, or in brackets with an office."""

from __future__ import annotations

from corpus_tools.formats.seed.dates.find import date_line, find_date
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import find_digit
from corpus_tools.formats.seed.names.east import (
    are_han_names,
    are_people,
    divided_by_wide_blanks,
    ends_in_office,
    is_han,
    names_reporter,
)
from corpus_tools.formats.seed.names.organisations import is_organisation, names_organisation
from corpus_tools.formats.seed.names.signatures import OPENING, are_signed, name_after_office, signs_alone
from corpus_tools.formats.seed.roles.candidates import Candidate, hint

_SYLLABLES = 3
_MOST_OF_NAME = 2  # words
_LONGEST_WORD = 6
ALONE = "names alone"
NAME_WITH_NEWSROOM = hint("byline", "a name with a newsroom", head=1.6, body=-1.0, foot=1.5)
_NAMES_LISTED = hint("byline", "a list of names", head=1.8, body=-1.5, foot=0.8)
_NAMES_ALONE = hint("byline", ALONE, head=1.0, body=-1.5, foot=0.2)
_FULL_NAME = hint("byline", ALONE, head=1.4, body=-1.5, foot=0.4)
_NAME_WITH_DAY = hint("byline", "a name with a day", above=0.5, head=2.2, body=-1.0, foot=1.8)
_SIGNED = hint("byline", "an office and a name in brackets", head=1.6, body=-0.5, foot=2.6)


def is_hangul_name(text: str) -> bool:
    """Whether `text` may be a Korean name alone, which nearly always has three syllables."""
    return len(text) == _SYLLABLES and all("가" <= letter <= "힣" for letter in text)


def in_east_asia(text: str, cues: Cues) -> Candidate | None:
    """Names in Han characters, a reporter with the paper, a name after its office in brackets, or a Korean name."""
    if text[0] in OPENING:
        return _SIGNED if signs_alone(text, cues) or names_reporter(text[1:-1]) else None
    if find_digit(text) is not None:
        return _NAME_WITH_DAY if _stands_before_day(text, cues) else None
    if is_han(text) and names_reporter(text):
        return NAME_WITH_NEWSROOM
    if not are_han_names(text):
        return _NAMES_ALONE if is_hangul_name(text) else _foreign(text, cues)
    people = not names_organisation(text, cues) and cues.whole(text) is None
    if people and ("、" in text or divided_by_wide_blanks(text, 0, len(text))):
        return _NAMES_LISTED
    return _NAMES_ALONE if people else None


def _stands_before_day(text: str, cues: Cues) -> bool:
    """Whether a line is names and the day, perhaps with the time: ``山田太郎 2026年3月4日 5時00分``."""
    day = find_date(text, cues)
    if day is None or not day.full or date_line(text, cues, day.start) is None:
        return False
    names = text[: day.start].rstrip(" \u3000|｜")
    other = is_organisation(names, cues) or cues.whole(names) is not None
    named = are_people(names) or (are_han_names(names) and names.count(" ") < _MOST_OF_NAME)
    return named and not other


def _stands_before_agency(text: str, cues: Cues) -> bool:
    """Whether a line is a name of a word or two before a known agency: ``周杰 BBC中文``, ``존 스미스 BBC 코리아``."""
    words = text.split(" ")
    most = min(_MOST_OF_NAME, len(words) - 1)
    lengths = [count for count in range(1, most + 1) if " ".join(words[count:]) in cues.words["agencies"]]
    name = words[: lengths[0]] if lengths else []
    return bool(name) and all(word.isalpha() and len(word) <= _LONGEST_WORD for word in name)


def _foreign(text: str, cues: Cues) -> Candidate | None:
    """Names in full, foreign ones or with kana too, alone or beside a place, an office or a paper."""
    if (" " in text and _stands_before_agency(text, cues)) or name_after_office(text, 0, len(text), cues) is not None:
        return NAME_WITH_NEWSROOM
    bare = text
    if text[-1] == "）":
        bare, _, office = text[:-1].partition("（")
        if not (ends_in_office(office, cues) or is_organisation(office, cues)):
            return None
    if bare[-1:] in cues.stops or not are_signed(bare, cues):
        return None
    if bare is not text or not are_people(text):
        return NAME_WITH_NEWSROOM
    return _NAMES_LISTED if "、" in text else _FULL_NAME
