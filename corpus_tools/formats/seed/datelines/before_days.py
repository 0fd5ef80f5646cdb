"""Where the place of a dateline ends before its day, a weekday, or the small words that belong to a day."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import is_unspaced, lowered
from corpus_tools.formats.seed.names.recognise import trimmed

_day_in_numbers = re.compile(r"\d{1,2}[./-]\d{1,2}").fullmatch


def before_words_of_dates(text: str, first: int, cues: Cues) -> int:
    """Where the words that stand before a day and belong to it begin, after a comma: ``સુરત, તા. 3 …``."""
    comma = text.rfind(",", 0, first)
    word = lowered(text[comma + 1 : first]).strip()
    if comma < 0 and first and is_unspaced(text[0]):
        comma = text.rfind(" ", 0, first)
        word = text[comma + 1 : first]  # វ៉ាស៊ីនតោន ថ្ងៃទី១២
    return comma if comma > 0 and word in cues.words["date"] else first


def before_day(text: str, start: int, stop: int, cues: Cues) -> int:
    """Where a place ends that a weekday, or a day in numbers, follows: ``BALLARAT, Tuesday.—``, ``TP.HCM, 26/2 —``."""
    comma = text.rfind(",", start, stop)
    last = lowered(text[comma + 1 : stop]).strip(" .")
    word, _, day = last.partition(" ")
    last = day if word in cues.words["date"] else last  # ngày 12/3
    named = comma > start and (last in cues.weekdays or _day_in_numbers(last) is not None)
    return trimmed(text, start, comma)[1] if named else stop
