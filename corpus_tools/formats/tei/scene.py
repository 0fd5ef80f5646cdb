"""Where a text stops being XML, as two parsers see it.

libxml2 tells which law of XML is broken, but only where it gave up: behind the tag or the entity at fault. So expat,
which tells where a thing begins, goes over the text again, and notes which elements are open there.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from corpus_tools.model.lines import Lines

_SHOWN = 60  # characters of a name in a message
_tag_name = re.compile(rb"<([^\s/>]*)").match
_name = re.compile(r"[^\s<>/=\"'&;]*")


class Open:
    """An element that is open: where its start tag begins in the bytes of the file, and the first of its name in it."""

    __slots__ = ("first", "name", "start")

    def __init__(self, name: str, start: int) -> None:
        self.name = name
        self.start = start
        self.first: int | None = None


class Scene(NamedTuple):
    """Where a text stops being XML.

    Attributes:
        text: the text of the file.
        at: offset in code points of what is wrong.
        stopped: offset at which libxml2 gave up.
        data: the text in UTF-8.
        open: the elements that are open there, outermost first.
        told: the words of libxml2.
    """

    text: str
    at: int
    stopped: int
    data: bytes
    open: list[Open]
    told: str

    def back_to(self, mark: str) -> Scene:
        """The same, at the last `mark` that begins no later."""
        found = self.text.rfind(mark, 0, self.at + len(mark))
        return self if found < 0 else self._replace(at=found)

    def name(self, skipped: int = 0) -> str:
        """The name that stands there, `skipped` characters further."""
        return cut(_name.match(self.text, self.at + skipped)[0])  # type: ignore[index]  # it matches everywhere

    @property
    def ended(self) -> bool:
        """Whether libxml2 came to the end of the file."""
        return self.stopped >= len(self.text)

    def names(self) -> list[str]:
        """The names of the elements that are open, outermost first."""
        return [cut(_tag_name(self.data, each.start)[1].decode()) for each in self.open]  # type: ignore[index]  # a tag

    def place(self, start: int) -> str:
        """Line and column of a byte of the file, in words."""
        line, column = Lines(self.text).place(len(self.data[:start].decode()))
        return f"line {line}, column {column}"


def scene_of(text: str, known: int, lines: Lines, told: str) -> Scene:
    """Where expat finds what libxml2 found at the offset `known`; there itself if expat finds nothing so early."""
    data = text.encode("utf-8", "replace")
    parser = expat.ParserCreate("utf-8", " ")
    around: list[Open] = []

    def begin(name: str, _attributes: dict[str, str]) -> None:
        start = parser.CurrentByteIndex
        if around and around[-1].name == name and around[-1].first is None:
            around[-1].first = start
        around.append(Open(name, start))

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda _name: around.pop()
    try:
        parser.Parse(data, True)  # noqa: FBT003  it takes no names
    except expat.ExpatError:
        at = len(data[: parser.ErrorByteIndex].decode("utf-8", "ignore"))
        if lines.place(at)[0] <= lines.place(known)[0]:
            return Scene(text, at, known, data, around, told)
    return Scene(text, known, known, data, [], told)


def cut(name: str) -> str:
    """A name as it is shown, not longer than a message can bear."""
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
