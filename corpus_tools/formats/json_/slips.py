"""Slips: what people write that is no JSON, each by its name, at its place, and with what to write instead.

A parser stops where it cannot go on. The fault often lies before that: a comma that is missing is noticed at the next
value, a quotation mark that is missing at the next one. What is told here is what a person has to mend.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final, NamedTuple


class Wanted(StrEnum):
    """What a text should go on with, in the words of a message."""

    VALUE = "a value"
    KEY = "a key in double quotes"
    COLON = "':' after a key"
    MEMBER = "',' or '}'"
    ITEM = "',' or ']'"


class Place(NamedTuple):
    """Where a text does not go on as it should.

    Attributes:
        text: the whole text.
        offset: where something else stands, in code points; the text does not end there.
        wanted: what should stand there.
        string: where the last string began; -1 if there is none.
        end: where what is before `offset` ends, without blanks.
    """

    text: str
    offset: int
    wanted: Wanted
    string: int
    end: int

    @property
    def follows_string(self) -> bool:
        """Whether a string stands before it, and what may go on after one is wanted."""
        return self.wanted in _AFTER and self.text[self.end - 1 : self.end] == '"'


class Slip(NamedTuple):
    """A slip: where it is, in code points, what is wrong, and what to do about it."""

    offset: int
    reason: str
    hint: str


_AFTER = (Wanted.COLON, Wanted.MEMBER, Wanted.ITEM)
_SHOWN: Final = 40  # characters of a text in a message
_CONFLICT = re.compile(r"(?<![^\r\n])(?:<{7}|\|{7}|={7}|>{7})(?![^ \r\n])")
_COMMENT = re.compile(r"//|/\*|#|<!--")
_QUOTES = re.compile(r"(['`])((?:[^'`\\\r\n]|\\[^\r\n])*+)\1|[“”„‟«»‹›‘’‚‛「『＂'`]([^“”„‟«»‹›‘’‚‛」』＂'`\"\r\n]*+)")
_CLOSED_BY_OTHER = re.compile(r"([^“”„‟«»‹›‘’‚‛「」『』＂]*+)[”“»›’」』＂][ \t]*+[,:}\]]")
_BARE = re.compile(r"[^\W\d][^\"'\r\n,:{}\[\]]*+")
_WORD = re.compile(r"\w[\w-]*+")
_BARE_NUMBER = re.compile(r"[+-]?[\w.][\w.:+-]*+")
_NUMBER_GOES_ON = re.compile(r"[\w.+:-]")
_TEXT_AFTER_NUMBER = re.compile(r"[\w.:+-]*+\"(?=[ \t]*+(?:[,}\]\r\n]|\Z))|[ \t]++[^\W\d][^\"\r\n:]*+\"(?!\s*+:)")
_WITHIN = re.compile(r"[^\s\"{}\[\]:,;=/][^\"\r\n]*+\"")
_WITHIN_AFTER_BLANKS = re.compile(r"(?!(?:true|false|null|-?[0-9])[\w.+-]*+\s*+[,}\]])\w[^\"\r\n]*+\"(?!\s*+:)")
_INTO_NEXT = re.compile(r".*[:,][ \t\[{]*", re.DOTALL)
_INTO_KEY = re.compile(r".*[,{][ \t\[{]*", re.DOTALL)
_NEXT_KEY = re.compile(r"\w+\"\s*+:")
_BEGINS_KEY = re.compile(r"[\"“”„'`]|[^\W\d]\w*+\"?\s*+:")
_BEGINS_VALUE = re.compile(r"[\"{\[\w“”„'`-]")
_GOES_ON = re.compile(r"\s*+(?:[\"{}\[\],]|\Z)")
_ENDS = re.compile(r"\"[ \t]*+(?:[,}\]\r\n]|\Z)")
_NO_END = "this string has no end", "write a quotation mark where it ends"
_CONSTANTS = {"true": "true", "false": "false"} | dict.fromkeys(("null", "none", "nil", "undefined"), "null")
_NO_NUMBERS = re.compile(r"[+-]?(?:nan|inf(?:inity)?)", re.IGNORECASE)


def slip(place: Place) -> Slip | None:
    """The slip by which something stands at `place` that should not; None if it has no name."""
    for look in _LOOKS:
        if found := look(place):
            return found
    return None


def number_slip(text: str, start: int, end: int) -> Slip | None:
    """What is wrong with the number from `start` to `end`: it goes on with what is no number, or begins a text."""
    if found := _TEXT_AFTER_NUMBER.match(text, end):
        return Slip(start, "text stands without quotes", f"write {_quoted(text[start : found.end() - 1])}")
    found = _BARE_NUMBER.match(text, start)
    if found is None or not _NUMBER_GOES_ON.match(text, end):
        return None
    token = found[0]
    for pattern, meant in _NUMBERS if len(token) <= _SHOWN else ():
        if match := re.fullmatch(pattern, token):
            return Slip(start, f"{token} is no number of JSON", meant(match))
    return Slip(start, f"{_cut(token)} stands without quotes", f"write {_quoted(token)}")


def string_slip(text: str, start: int, offset: int) -> Slip | None:
    """Why the string that begins at `start` has a line break at `offset`, if it has."""
    if text[offset] not in "\r\n":
        return None
    if _GOES_ON.match(text, offset):
        return Slip(start, *_NO_END)
    return Slip(offset, "a line break stands in a string", r"write it as \n, or take it away")


def _conflict(place: Place) -> Slip | None:
    if _CONFLICT.match(place.text, place.offset):
        return Slip(place.offset, "a merge conflict stands here", "keep what is right of both sides")
    return None


def _comment(place: Place) -> Slip | None:
    if _COMMENT.match(place.text, place.offset):
        hint = "take it away; what is to be kept may stand in extra"
        return Slip(place.offset, "a comment stands here, which JSON does not have", hint)
    return None


def _quotation_mark(place: Place) -> Slip | None:
    """A quotation mark ended a string too early: it belongs to the text, or the end of the string is missing."""
    text, offset, _, string, end = place
    if not place.follows_string:
        return None
    content = text[string + 1 : end - 1]
    if other := _CLOSED_BY_OTHER.match(content):
        at = string + 1 + other.end(1)
        return Slip(at, f"a string ends with {text[at]}", 'write " in its place')
    if offset == end and _ENDS.match(text, offset):
        return Slip(offset, "a quotation mark is too many here", r"take it away, or write it as \"")
    within = _WITHIN if offset == end else _WITHIN_AFTER_BLANKS
    if not within.match(text, offset) or re.search(r"[\r\n]", text[end:offset]):
        return None
    if _has_no_end(place, content):
        return Slip(string, *_NO_END)
    return Slip(end - 1, "a quotation mark stands unescaped in a string", r"write it as \"")


def _has_no_end(place: Place, content: str) -> bool:
    """Whether a string with this content went on to where the next one begins."""
    if place.wanted is Wanted.COLON:
        return _INTO_NEXT.fullmatch(content) is not None
    follows = place.wanted is Wanted.ITEM or _NEXT_KEY.match(place.text, place.offset)
    return bool(follows) and _INTO_KEY.fullmatch(content) is not None


def _comma(place: Place) -> Slip | None:
    """A comma is missing, or is one too many."""
    text, offset, wanted, _, end = place
    found, before = text[offset], text[end - 1 : end]
    if wanted in (Wanted.MEMBER, Wanted.ITEM) and found == ";":
        return Slip(offset, "';' stands in the place of a comma", "write ',' in its place")
    begins = {Wanted.MEMBER: _BEGINS_KEY, Wanted.ITEM: _BEGINS_VALUE}.get(wanted)
    if begins is not None and begins.match(text, offset):
        return Slip(end, "a comma is missing", "write ',' between this value and the next one")
    if wanted not in (Wanted.VALUE, Wanted.KEY) or before == ":":
        return None
    if found == ",":
        return Slip(offset, "a comma is too many here", "take it away")
    if found in "}]" and before == ",":
        return Slip(end - 1, f"a comma stands before '{found}'", "take it away")
    return None


def _colon(place: Place) -> Slip | None:
    """The colon between key and value is missing, or the value after it."""
    text, offset, wanted, _, end = place
    found = text[offset]
    if wanted is Wanted.VALUE and found in ",}]" and text[end - 1 : end] == ":":
        return Slip(end, "a value is missing", "write one, or take the key away")
    if wanted is not Wanted.COLON:
        return None
    if found in ",}":
        return Slip(end, "this key has no value", "write ':' and a value, or take the key away")
    if found == "=":
        return Slip(offset, "'=' stands between a key and its value", "write ':' in its place")
    if _BEGINS_VALUE.match(text, offset):
        return Slip(end, "a colon is missing", "write ':' between a key and its value")
    return None


def _other_quotes(place: Place) -> Slip | None:
    if place.wanted in _AFTER or not (found := _QUOTES.match(place.text, place.offset)):
        return None
    mark, content = found[0][0], found[2] or found[3] or ""
    kind = "single quotes" if mark == "'" else f"quotes that JSON does not have ({mark})"
    return Slip(place.offset, f"a string stands in {kind}", f"write {_quoted(content)} in double quotes")


def _constant(place: Place) -> Slip | None:
    """A constant of another language."""
    if place.wanted is not Wanted.VALUE:
        return None
    if found := _NO_NUMBERS.match(place.text, place.offset):
        return Slip(place.offset, f"{found[0]} is no number of JSON", "leave the key out, or write it in quotes")
    if (word := _WORD.match(place.text, place.offset)) and (meant := _CONSTANTS.get(word[0].lower())):
        or_not = ", or leave the key out where nothing is known" if meant == "null" else ""
        return Slip(place.offset, f"{word[0]} is no value of JSON", f"write {meant}{or_not}")
    return None


def _bare(place: Place) -> Slip | None:
    """Text without quotes."""
    if place.wanted is Wanted.VALUE and place.text[place.offset] in "+.":
        return number_slip(place.text, place.offset, place.offset)
    pattern = {Wanted.KEY: _WORD, Wanted.VALUE: _BARE}.get(place.wanted)
    if pattern is None or not (found := pattern.match(place.text, place.offset)):
        return None
    what = "a key" if place.wanted is Wanted.KEY else "text"
    return Slip(place.offset, f"{what} stands without quotes", f"write {_quoted(found[0].rstrip())}")


_LOOKS: tuple[Callable[[Place], Slip | None], ...] = (
    _conflict,
    _comment,
    _quotation_mark,
    _comma,
    _colon,
    _other_quotes,
    _constant,
    _bare,
)


def _write(number: str) -> str:
    return f"write {_cut(number)}"


_NUMBERS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(-?)0+([0-9]+)", lambda match: f"{_write(match[1] + match[2])}, or {_quoted(match[0])} if all digits matter"),
    (r"\+([0-9]+(?:\.[0-9]+)?)", lambda match: _write(match[1])),
    (r"\+?(\.[0-9]+)", lambda match: _write(f"0{match[1]}")),
    (r"(-?[0-9]+)\.", lambda match: _write(match[1])),
    (r"0[xX]([0-9a-fA-F]{1,16})", lambda match: _write(str(int(match[1], 16)))),
    (r"[0-9]+(?:_[0-9]+)+", lambda match: _write(match[0].replace("_", ""))),
)
"""What is no number of JSON but looks like one, and what to write instead."""


def _quoted(text: str) -> str:
    return json.dumps(_cut(text), ensure_ascii=False)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
