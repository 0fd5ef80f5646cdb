"""Lines of a seed: what ends them, and what shows in them.

Blank edges of a line (indents, trailing blanks, control and format characters) belong to the gap between blocks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
"""What ends a line: LF, CR and CRLF, and what word processors write for a break in a paragraph, of a page, and for a
new paragraph."""
_lines_with_breaks = re.compile(f"[^{BREAKS}]*(?:\r\n|[{BREAKS}])?").findall
PARAGRAPH = "\u2029"
_DIVIDING = (PARAGRAPH, "\x0b", "\x0c")
"""Breaks that no block goes on beyond: XML cannot hold the others."""
_JOINERS = "\u200c\u200d"


class Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        start: offset of its text without blank edges.
        end: offset of the end of that.
        run: counts the runs of adjacent lines.
        text: its text without blank edges.
        column: how far it reaches, its indent being part of that.
    """

    start: int
    end: int
    run: int
    text: str
    column: int


def fold_newlines(text: str) -> tuple[str, str | None]:
    """Make every break LF if all are CRLF or all are CR; the second value is ``crlf``, ``cr`` or None."""
    if "\r" not in text:
        return text, None
    for name, newline in (("crlf", "\r\n"), ("cr", "\r")):
        folded = text.replace(newline, "\n")
        if "\r" not in folded and folded.replace("\n", newline) == text:
            return folded, name
    return text, None


def expand_newlines(text: str, newline: str | None) -> str:
    """The inverse of `fold_newlines`."""
    return text.replace("\n", {"crlf": "\r\n", "cr": "\r"}[newline]) if newline in {"crlf", "cr"} else text


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank; after some breaks a new run begins without a blank line."""
    found: list[Line] = []
    start = run = 0
    blank = True
    mixed = has_breaks(text, BREAKS[1:])
    for raw in _lines_with_breaks(text) if mixed else text.split("\n"):
        first, last = 0, len(raw)
        if raw and (is_blank(raw[0]) or is_blank(raw[-1])):
            first, last = _edges(raw)
        if first < last:
            run += blank
            found.append(Line(start + first, start + last, run, raw[first:last], last))
        blank = first >= last or (mixed and raw.endswith(_DIVIDING))
        start += len(raw) + (not mixed)
    return found


def has_breaks(text: str, breaks: str = BREAKS) -> bool:
    """Whether a text holds one of the characters that end lines."""
    for each in breaks:  # noqa: SIM110  `any` takes twice as long
        if each in text:
            return True
    return False


def _edges(line: str) -> tuple[int, int]:
    """Where the text of a line begins and ends; equal if it is blank."""
    stripped = line.strip()
    if not stripped:
        return 0, 0
    first = line.index(stripped[0]) if stripped is not line else 0
    last = first + len(stripped)
    while first < last and is_blank(line[first]):
        first += 1
    while first < last and is_blank(line[last - 1]) and not _shapes_letter(line, last - 1):
        last -= 1
    return first, last


@lru_cache(maxsize=1024)  # few characters stand at the edges of most lines
def is_blank(character: str) -> bool:
    """Whether a character shows nothing: white space, control, or format character.

    Some format characters show: signs that enclose the digits after them, and the tags of a flag.
    """
    if character.isspace():
        return True
    category = unicodedata.category(character)
    if category != "Cf":
        return category == "Cc"
    return not (unicodedata.bidirectional(character) in {"AN", "AL", "L"} or "\U000e0020" <= character <= "\U000e007f")


def _shapes_letter(line: str, index: int) -> bool:
    """Whether a joiner belongs to the letter before it, as in Malayalam or Sinhala."""
    return line[index] in _JOINERS and index > 0 and unicodedata.category(line[index - 1]).startswith("M")
