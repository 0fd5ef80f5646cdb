"""Text to the tokens that dates are made of: numbers, names of months and weekdays, small words, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered

EAST_YEAR, EAST_MONTH, EAST_DAY = "年년", "月월", "日號号일"
_MARKS = r"!-/:-@\[-`{-~«»“”„‘’—–…।॥၊။،؛؟、。「」（）【】・：，；．／‧·\u200b\u200e\u200f"
HALVES = {"a", "p"}
"""What the halves of a day begin with in ``a.m.`` and ``p.m.``."""
_OF_HALVES = {*HALVES, "m"}
_in_half = re.compile(r"[ap]\.\s?m\b|(?<=[ap]\.)m\b|(?<=[ap]\.\s)m\b").match
_LONGEST_MONTH = 5  # words of the name of a month
_words = re.compile(rf"[^\s\d{_MARKS}]+").findall
_of_numbers = re.compile(
    r"\d\s*(?:[年년]|[/.．／-]\s*\d+\s*[/.．／-]\s*\d|/\d{1,2}(?:[(（]\w[)）]|\s\d{1,2}:|\s20\d\d)|\.\d{1,2}\.,?\s[a-z])"
).search
# a number or a word may have the letters of an ending in brackets: 2026(e)ko
_tokens = re.compile(rf"\d+|(?<=\w)\([^\W\d_]{{1,2}}\)|[^\s\d{_MARKS}]+(?:['’][^\s\d{_MARKS}]+)?|[{_MARKS}]").finditer


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at ``start:end``.

    Attributes:
        value: its ISO form, None if it is ambiguous or no calendar day.
        full: whether it names the year.
        doubt: why there is no value.
        in_year: month and day of one that lacks nothing but its year.
    """

    start: int
    end: int
    value: str | None
    full: bool = True
    doubt: str = ""
    in_year: tuple[int, int] | None = None


@dataclass(slots=True)
class Token:
    """One token; `value` is that of a number, or the number of a month."""

    kind: str  # n number, m month, w weekday, f filler, p mark, x other
    text: str
    start: int
    end: int
    value: int = 0


def read_tokens(text: str, cues: Cues, start: int, stop: int) -> Iterator[Token]:
    """The tokens of ``text[start:stop]``, in lower case, with their offsets in `text`."""
    words = cues.words
    fillers, months, weekdays = words["date"], cues.months, cues.weekdays
    beginnings = _month_beginnings(cues)
    low = lowered(text[start:stop])
    skip = 0
    for found in _tokens(low):
        word, at = found.group(), found.start()
        if at < skip:
            continue
        first = word[0]
        end = found.end()
        if word.isdecimal():  # raised and circled digits are no numbers
            kind, value = "n", int(word) if len(word) < 10 else 0
        elif not first.isalpha():
            kind, value = "p", 0
        elif word in beginnings and (phrase := _month_of_words(low, at, cues)) is not None:
            kind, value, end = "m", months[phrase], at + len(phrase)
            skip = end
        elif word in months:
            kind, value = "m", months[word]
        else:
            value = 0
            kind = (
                "w"
                if word in weekdays
                else "f"
                if word in fillers or word in words["am"] or word in words["pm"]
                else "x"
            )
            if kind == "x" and (_is_eastern(word) or (word in _OF_HALVES and _in_half(low, at) is not None)):
                kind = "f"
        yield Token(kind, word if kind != "m" else low[at:end], at + start, end + start, value)


def _is_eastern(word: str) -> bool:
    """Whether a word is a sign of years, months or days."""
    return all(letter in EAST_YEAR + EAST_MONTH + EAST_DAY for letter in word)


def may_name_day(text: str, cues: Cues, start: int, stop: int) -> bool:
    """Whether ``text[start:stop]`` has what every date has: the first word of a month, or numbers with its marks."""
    if _of_numbers(text, start, stop) is not None:
        return True
    return not _month_words(cues).isdisjoint(_words(lowered(text[start:stop])))


@cache
def _month_words(cues: Cues) -> frozenset[str]:
    """The first words of the names of months, in both forms that a sigma may have."""
    first = [words[0] for name in cues.months if (words := _words(name))]
    return frozenset(form for word in first for form in (word, word.replace("ς", "σ")))


@cache
def _month_beginnings(cues: Cues) -> frozenset[str]:
    """The tokens that names of months begin with that are more than one token."""
    first = {name: found.group() for name in cues.months if (found := next(_tokens(name), None)) is not None}
    return frozenset(word for name, word in first.items() if word != name)


def _month_of_words(low: str, at: int, cues: Cues) -> str | None:
    """The name of a month at `at` that is more than the letters of one word."""
    for length in range(_LONGEST_MONTH, 0, -1):
        phrase = " ".join(low[at : at + 40].split(" ")[:length]).rstrip(",.")
        if phrase in cues.months:
            return phrase
    return None
