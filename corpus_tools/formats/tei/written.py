"""How a TEI document is written: where its tags and its characters stand in the file, which a parsed tree does not say.

A second parser, expat, goes over the text and tells where each thing begins. Elements are known by their number in
document order, which is the same for all parsers.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterable
from typing import NamedTuple
from xml.parsers import expat

from corpus_tools.model.offsets import Offsets, Piece

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UNMARKED = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"))
_declared = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)").match
_tag = re.compile(rb"<[^>\"']*+(?:\"[^\"]*+\"[^>\"']*+|'[^']*+'[^>\"']*+)*+>").match


def decode(data: bytes) -> str:
    """The text of an XML file, with its byte order mark and its line breaks as they are.

    Bytes that are not in the encoding that the file has, or names, become U+FFFD.
    """
    try:
        return data.decode(_encoding_of(data), "replace")
    except (LookupError, UnicodeError):
        return data.decode("utf-8", "replace")


def undecodable(data: bytes) -> tuple[int, str] | None:
    """The first bytes that are not in the encoding of the file: their offset in code points, and what they are."""
    encoding = _encoding_of(data)
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        shown = data[error.start : error.end].hex(" ").upper()
        return len(data[: error.start].decode(encoding)), f"{shown} here is not {encoding.upper()}"
    except (LookupError, UnicodeError):
        return None
    return None


def _encoding_of(data: bytes) -> str:
    """The encoding that a file has by its first bytes, or names, which may be none."""
    for mark, name in (*_MARKS, *_UNMARKED):
        if data.startswith(mark):
            return name
    declared = _declared(data)
    name = declared[1].decode().lower() if declared else "utf-8"
    # what has been read as ASCII is in no encoding of two or four bytes
    return "utf-8" if name.startswith(("utf-16", "utf-32", "ucs")) else name


class Written(NamedTuple):
    """Where elements stand in a file, by their numbers; all offsets are in code points.

    Attributes:
        tags: where the start tag of an element begins and ends.
        texts: where the characters of an element's text stand.
        loose: where the first text begins and ends that stands directly in an element and is more than blanks.
    """

    tags: dict[int, tuple[int, int]]
    texts: dict[int, Offsets]
    loose: dict[int, tuple[int, int]]


def written(
    text: str, tags: Collection[int], texts: Collection[int], inner: Collection[int], loose: Collection[int] = ()
) -> Written:
    """Find elements in the text of a well-formed document without a document type.

    Args:
        text: the text of the file.
        tags: numbers of the elements whose start tags are sought.
        texts: numbers of the elements whose characters are sought; they do not lie in one another.
        inner: those of `texts` whose text is only what their children hold, as that of a row is in its cells.
        loose: numbers of the elements of which a text is sought that stands directly in them.

    Raises:
        expat.ExpatError: expat does not take the document.
    """
    walk = _Walk(text.encode("utf-8", "replace"), {*tags, *texts}, texts, inner, loose)
    walk.run()
    ends = {number: _end_of_tag(walk.data, start) for number, start in walk.starts.items()}
    edges = [edge for run in walk.loose.values() for edge in run]
    runs = [run[0] for runs in walk.runs.values() for run in runs]
    chars = _code_points(walk.data, [*walk.starts.values(), *ends.values(), *runs, *edges])
    found = {number: (chars[start], chars[ends[number]]) for number, start in walk.starts.items()}
    return Written(
        found,
        {
            number: Offsets((Piece(chars[start], long, length) for start, long, length in runs), found[number][1])
            for number, runs in walk.runs.items()
        },
        {number: (chars[start], chars[end]) for number, (start, end) in walk.loose.items()},
    )


def _end_of_tag(data: bytes, start: int) -> int:
    return _tag(data, start).end()  # type: ignore[union-attr]  # the document is well-formed


def _code_points(data: bytes, offsets: Iterable[int]) -> dict[int, int]:
    """Offsets in UTF-8 as offsets in code points."""
    found: dict[int, int] = {}
    at = count = 0
    for offset in sorted(set(offsets)):
        count += len(data[at:offset].decode())
        found[offset] = count
        at = offset
    return found


class _Walk:
    """Goes over a document, and notes where the sought elements and their characters begin.

    `runs` holds by number runs of characters: their first byte, how long they are in the file, and how many they are;
    `loose` the bytes at which a text directly in an element begins and ends.
    """

    def __init__(
        self,
        data: bytes,
        sought: set[int],
        texts: Collection[int],
        inner: Collection[int],
        loose: Collection[int],
    ) -> None:
        self.data = data
        self.loose: dict[int, tuple[int, int]] = {}
        self._wanted = set(loose)
        self._around: list[int] = []
        self.starts: dict[int, int] = {}
        self.runs: dict[int, list[tuple[int, int, int]]] = {}
        self._sought, self._texts, self._inner = sought, texts, inner
        self._number = -1
        self._current: list[tuple[int, int, int]] | None = None
        self._depth = self._least = 0
        self._literal = False

    def run(self) -> None:
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartCdataSectionHandler = self._begin_literal
        self._parser.EndCdataSectionHandler = self._end_literal
        self._parser.Parse(self.data, True)  # noqa: FBT003  it takes no names

    def _start(self, _name: str, _attributes: dict[str, str]) -> None:
        self._number += 1
        self._depth += 1
        if self._wanted:
            self._around.append(self._number)
        if self._number in self._sought:
            self.starts[self._number] = self._parser.CurrentByteIndex
        if self._number in self._texts:
            self._current = self.runs[self._number] = []
            self._least = self._depth + (self._number in self._inner)
            self._outside = self._depth - 1

    def _end(self, _name: str) -> None:
        self._depth -= 1
        if self._around:
            self._around.pop()
        if self._current is not None and self._depth == self._outside:
            self._current = None

    def _begin_literal(self) -> None:
        self._literal = True

    def _end_literal(self) -> None:
        self._literal = False

    def _characters(self, characters: str) -> None:
        if self._around and self._around[-1] in self._wanted and characters.strip():
            self._note_loose(characters)
        if self._current is None or self._depth < self._least:
            return
        start = self._parser.CurrentByteIndex
        first = self.data[start : start + 1]
        long = len(characters)
        if first == b"\r":
            long = 2 if self.data[start + 1 : start + 2] == b"\n" else 1
        elif first == b"&" and not self._literal:
            long = self.data.index(b";", start) + 1 - start
        self._current.append((start, long, len(characters)))

    def _note_loose(self, characters: str) -> None:
        number = self._around[-1]
        self._wanted.discard(number)
        start = self._parser.CurrentByteIndex
        start += len(characters[: len(characters) - len(characters.lstrip())].encode())
        end = start + len(characters.strip().encode())
        if self.data[start : start + 1] == b"&":  # what a reference stands for is shorter than it
            end = self.data.index(b";", start) + 1
        self.loose[number] = (start, end)
