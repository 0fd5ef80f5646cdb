"""The exact way through a JSON text: what is wrong with it and where.

The fast parser says only that something is wrong. `scan` goes through the text token by token, without
recursion, and raises the one error that a person can act on, if there is one.
It is slow (about a hundred times the parser), so it runs only on documents that are at fault.
"""

from __future__ import annotations

import json
import re
from typing import NoReturn

from corpus_tools.errors import SourceError
from corpus_tools.formats.json_.slips import Place, Slip, Wanted, number_slip, slip, string_slip
from corpus_tools.model.lines import Lines
from corpus_tools.model.pointers import escape
from corpus_tools.violations import FLATTEN, MAX_DEPTH

INTEGER_RANGE = range(-(2**63), 2**64)
"""Integers that 64 bits hold, with or without sign."""

_BLANKS = re.compile(r"[ \t\n\r]*+")
_STRING = re.compile(r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_WORD = re.compile(r"(?:true|false|null)(?!\w)")
_UNPAIRED = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\."
)
_TOKEN = re.compile(r"\w++|.", re.DOTALL)
_SURROGATE_BYTES = re.compile(rb"\xed[\xa0-\xbf]")
_BRACKETS = frozenset("{}[]:")
_CLOSES = {"{": "}", "[": "]"}
_CLOSED_TOO_EARLY = "a bracket was closed too early, or this one is too many"
_AS_STRING = "write it as a string, if all its digits matter"
_WHOLE = "write both halves, or the character itself"


def decode(data: bytes) -> str:
    """The text of a JSON file.

    Raises:
        SourceError: it is not UTF-8, or begins with a byte order mark.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:2]:
        raise SourceError(
            "the file is UTF-16 or UTF-32",
            kind="undecodable",
            line=1,
            column=1,
            hint="JSON is always UTF-8: convert the file",
        )
    if data.startswith(b"\xef\xbb\xbf"):
        raise SourceError(
            "the file begins with a byte order mark, which JSON does not allow",
            kind="not-well-formed",
            line=1,
            column=1,
            hint="save it as UTF-8 without a byte order mark",
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = Lines(before).place(len(before))
        if _SURROGATE_BYTES.match(data, error.start):
            raise SourceError(
                "one half of a surrogate pair stands here, encoded by itself",
                kind="lone-surrogate",
                hint="JSON is always UTF-8: convert the file",
                line=line,
                column=column,
            ) from error
        raise SourceError(
            f"byte 0x{data[error.start]:02X} is not UTF-8",
            kind="undecodable",
            line=line,
            column=column,
            hint="JSON is always UTF-8: convert the file",
        ) from error


def scan(text: str) -> None:
    """Look for what is wrong with a JSON text.

    Raises:
        SourceError: the text is not JSON, or has a key twice, a number that 64 bits do not hold, half a
            surrogate pair, or too much nesting.
    """
    _Scanner(text).run()


class _Frame:
    """An array or object that is open: its bracket, where that stands, its keys, and how many values began in it."""

    __slots__ = ("bracket", "count", "key", "keys", "offset")

    def __init__(self, bracket: str, offset: int) -> None:
        self.bracket = bracket
        self.offset = offset
        self.count = 0
        self.key: str | None = None  # none while one is read
        self.keys: dict[str, int] = {}  # and where they stand


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.offset = 0
        self.last_string = -1  # where it begins
        self.frames: list[_Frame] = []

    def run(self) -> None:
        if not self.skip():
            self.fail("the file is empty", kind="empty-file")
        self.value()
        while self.frames:
            self.member(self.frames[-1])
        if more := self.skip():
            hint = _CLOSED_TOO_EARLY if more in "]}" else "one file holds one article"
            self.fail("there is more after the end of the document", hint=hint)

    def skip(self) -> str:
        """Go over white space; the next character, or nothing at the end."""
        self.offset = _BLANKS.match(self.text, self.offset).end()  # type: ignore[union-attr]  # it may match nothing
        return self.text[self.offset : self.offset + 1]

    def member(self, frame: _Frame) -> None:
        """The next member of the innermost open array or object, or its end."""
        close = _CLOSES[frame.bracket]
        found = self.skip()
        if found == close:
            self.offset += 1
            self.frames.pop()
            return
        if frame.count:
            self.expect(",", Wanted.MEMBER if close == "}" else Wanted.ITEM)
            if self.skip() == close:
                self.unexpected(Wanted.VALUE)
        if frame.bracket == "{":
            self.key(frame)
        else:
            frame.key = str(frame.count)
        frame.count += 1
        self.skip()
        self.value()

    def key(self, frame: _Frame) -> None:
        """Read a key and its colon."""
        start, frame.key = self.offset, None
        if not self.text.startswith('"', start):
            self.unexpected(Wanted.KEY)
        key = frame.key = self.string()
        if key in frame.keys:
            self.offset = start
            shown = json.dumps(key[:40], ensure_ascii=False)
            hint = f"keep one of them; the first stands in {self.at(frame.keys[key])}"
            self.fail(f"key {shown} stands twice in an object", kind="duplicate-key", hint=hint)
        frame.keys[key] = start
        self.skip()
        self.expect(":", Wanted.COLON)

    def expect(self, character: str, wanted: Wanted) -> None:
        if not self.text.startswith(character, self.offset):
            self.unexpected(wanted)
        self.offset += 1

    def value(self) -> None:
        """Read a value, or the bracket that opens it."""
        first = self.text[self.offset : self.offset + 1]
        if first in _CLOSES:
            self.open(first)
        elif first == '"':
            self.string()
        elif match := _NUMBER.match(self.text, self.offset):
            self.number(match[0])
        elif match := _WORD.match(self.text, self.offset):
            self.offset = match.end()
        else:
            self.unexpected(Wanted.VALUE)

    def open(self, bracket: str) -> None:
        if len(self.frames) == MAX_DEPTH:
            self.fail(f"arrays and objects are nested deeper than {MAX_DEPTH}", kind="too-deep", hint=FLATTEN)
        self.frames.append(_Frame(bracket, self.offset))
        self.offset += 1

    def number(self, token: str) -> None:
        integral = token.lstrip("-").isdigit()
        shown = token if len(token) <= 30 else f"{token[:27]}…"
        if integral and (len(token) > 20 or int(token) not in INTEGER_RANGE):
            self.fail(f"integer {shown} does not fit 64 bits", kind="number-out-of-range", hint=_AS_STRING)
        if not integral and float(token) in (float("inf"), float("-inf")):
            self.fail(f"number {shown} does not fit a double", kind="number-out-of-range", hint=_AS_STRING)
        end = self.offset + len(token)
        if found := number_slip(self.text, self.offset, end):
            self.refuse(found)
        self.offset = end

    def string(self) -> str:
        match = _STRING.match(self.text, self.offset)
        if match is None:
            self.bad_string()
        for found in _UNPAIRED.finditer(match[0]) if "\\u" in match[0] else ():
            if found["lone"]:
                self.offset += found.start()
                self.fail(f"{found['lone']} is one half of a surrogate pair", kind="lone-surrogate", hint=_WHOLE)
        self.last_string, self.offset = self.offset, match.end()
        return json.loads(match[0]) if "\\" in match[0] else match[0][1:-1]

    def bad_string(self) -> NoReturn:
        """Say why there is no string at the offset, where a quotation mark stands."""
        good = re.compile(_STRING.pattern[:-1]).match(self.text, self.offset)
        start, self.offset = self.offset, good.end() if good else self.offset
        found = self.text[self.offset : self.offset + 1]
        if not found:
            self.offset = start
            self.fail("this string has no end", hint="write a quotation mark where it ends")
        if broken := string_slip(self.text, start, self.offset):
            self.refuse(broken)
        if found == "\\":
            self.bad_escape(self.text[self.offset + 1 : self.offset + 2])
        shown = "a tab" if found == "\t" else f"character U+{ord(found):04X}"
        self.fail(f"{shown} stands unescaped in a string", hint=f"write it as {json.dumps(found)[1:-1]}")

    def bad_escape(self, escaped: str) -> NoReturn:
        """Say what is wrong with the escape at the offset, of the character `escaped`."""
        if escaped == "u":
            self.fail("an escape lacks digits", hint=r"after \u stand four hexadecimal digits, as in \u00e9")
        hint = r"a backslash in a text is written \\" if escaped.isalnum() else f"write {escaped} without the backslash"
        self.fail(f"\\{escaped} is no escape of JSON", hint=hint)

    def unexpected(self, wanted: Wanted) -> NoReturn:
        """Say what stands where `wanted` should."""
        if self.offset == len(self.text):
            self.fail(f"the file ends where {wanted} should stand", hint=self.still_open())
        end = len(self.text[: self.offset].rstrip(" \t\n\r"))
        if found := slip(Place(self.text, self.offset, wanted, self.last_string, end)):
            if wanted is Wanted.COLON and found.offset == self.last_string:
                self.frames[-1].key = None  # it goes beyond the key
            self.refuse(found)
        token = _TOKEN.match(self.text, self.offset)[0]  # type: ignore[index]  # it matches anything
        shown = token if token.isprintable() else f"U+{ord(token[0]):04X}"
        hint = self.still_open() if token in _BRACKETS else None
        self.fail(f"'{shown[:40]}' stands where {wanted} should stand", hint=hint)

    def still_open(self) -> str | None:
        """A hint at the innermost bracket that is open."""
        if not self.frames:
            return None
        bracket = self.frames[-1].bracket
        return f"the '{bracket}' of {self.at(self.frames[-1].offset)} has no '{_CLOSES[bracket]}' yet"

    def at(self, offset: int) -> str:
        """A place in the text, in words."""
        line, column = Lines(self.text).place(offset)
        return f"line {line}, column {column}"

    def refuse(self, found: Slip) -> NoReturn:
        self.offset = found.offset
        self.fail(found.reason, hint=found.hint)

    def fail(self, reason: str, *, kind: str = "not-well-formed", hint: str | None = None) -> NoReturn:
        """Raise the error `reason`, which stands at the offset, in the member that is being read."""
        line, column = Lines(self.text).place(self.offset)
        pointer = "".join(f"/{escape(frame.key)}" for frame in self.frames if frame.key is not None)
        raise SourceError(reason, kind=kind, line=line, column=column, pointer=pointer, hint=hint)
