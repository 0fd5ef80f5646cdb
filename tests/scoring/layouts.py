"""The same article set out anew: how lines are broken, indented and divided must not change what is read.

The blocks of a document of gold, each as one line, are put together in another layout; its gold moves with them. What
is by chance in a layout comes from the name of the document, so that it is the same each time.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from corpus_tools.formats.seed.unwrap import unwrap

from .gold import Gold

_BODY = {"paragraph", "subhead", "list_item", "table_row"}
_INDENTED = {"paragraph", "quote"}
_NEVER_WRAPPED = {"media", "table_row"}
_wide = re.compile("[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f]").match
_words = re.compile(r"[^ \t]+[ \t]*").findall
_CLOSING = "、。，．！？：；）」』】》〉〕”’％ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…—・"
_OPENING = "（「『【《〈〔“‘"

Change = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the blocks of an article are set out.

    Attributes:
        between: what stands between two blocks.
        width: columns of a line; 0 for lines of any width.
        indent: what stands before the first line of a paragraph.
        hanging: what stands before its other lines.
        head: what stands between two blocks above the body, if that is something else.
        before: what stands before the first block.
        gaps: how each gap is changed at the end.
        whole: how all of the text is changed at the end.
    """

    between: str = "\n\n"
    width: int = 0
    indent: str = ""
    hanging: str = ""
    head: str | None = None
    before: str = ""
    gaps: Change | None = None
    whole: Change | None = None


def _ends(*choices: str) -> Change:
    """Put one of some characters before each line break."""
    return lambda gap, chance: re.sub("\n", lambda _: chance.choice(choices) + "\n", gap)


def _breaks(*choices: str) -> Change:
    """Put one of some line breaks in place of each."""
    return lambda text, chance: re.sub("\n", lambda _: chance.choice(choices), text)


def _composed(form: str) -> Change:
    return lambda text, _: unicodedata.normalize(form, text)  # type: ignore[arg-type]


APART = Layout()
"""Blocks are lines, with blank lines between them."""

TIGHT = Layout("\n")
"""Blocks are lines with nothing between them: what stands close together is not told any more."""

AS_APART: Mapping[str, Layout] = {
    "two blank lines": Layout("\n\n\n"),
    "blank lines with blanks": Layout("\n \n\t\n"),
    "CRLF": Layout(whole=_breaks("\r\n")),
    "CR": Layout(whole=_breaks("\r")),
    "CRLF and LF": Layout(gaps=_breaks("\n", "\r\n")),
    "leading blank lines": Layout(before="\n \n\t\n"),
    "byte order mark": Layout(before="\ufeff"),
    "trailing blanks": Layout(gaps=_ends("", " ", "\t", "\u00a0\u00a0", "\u200b")),
    "ideographic indents": Layout(indent="\u3000\u3000"),
    "no-break indents": Layout(indent="\u00a0\u00a0"),
    "paragraph separators": Layout("\n", whole=_breaks("\u2029")),
    "form feeds": Layout(gaps=lambda gap, chance: gap + chance.choice(["", "\x0c\n"])),
}
"""What must be read just as if the blocks stood apart."""

AS_TIGHT: Mapping[str, Layout] = {
    "tight, CR": Layout("\n", whole=_breaks("\r")),
    "tight, NEL": Layout("\n", whole=_breaks("\x85")),
    "tight, line separators": Layout("\n", whole=_breaks("\u2028")),
    "tight, vertical tabs": Layout("\n", gaps=_breaks("\x0b")),
    "tight, trailing blanks": Layout("\n", gaps=_ends("", " ", "\t", "\u00a0\u00a0", "\u200b")),
}
"""What must be read just as if nothing stood between the blocks."""

HARD: Mapping[str, Layout] = {
    "tight": TIGHT,
    "tight, tabs": Layout("\n", indent="\t"),
    **{f"wrapped at {width}, blank lines": Layout(width=width) for width in (60, 72, 100)},
    "wrapped at 72, indented": Layout(width=72, indent="    ", hanging="    "),
    "wrapped at 72, blanks at ends": Layout(width=72, whole=_breaks(" \n")),
    "wrapped at 72, head tight": Layout(width=72, head="\n"),
    "wrapped at 60, indents alone": Layout("\n", 60, "   "),
    "wrapped at 72, indents alone": Layout("\n", 72, "   "),
    "wrapped at 72, nothing between": Layout("\n", 72),
    "decomposed (NFD)": Layout(whole=_composed("NFD")),
}
"""Layouts in which something is hard to tell, or not told at all: where a last line is full, nothing says that it is
the last, if neither a blank line nor an indent follows."""


def laid_out(gold: Gold, layout: Layout) -> Gold:
    """The document `gold` in another layout, as UTF-8."""
    chance = random.Random(gold.id)
    change = layout.whole or (lambda text, _: text)
    text, blocks = layout.before, []
    for index, block in enumerate(gold.blocks):
        text += change(_gap(gold, index, layout, chance), chance)
        line = change(_lines(gold, block, layout), chance)
        blocks.append({**block, "start": len(text), "end": len(text) + len(line), "text": line})
        text += line
    if text.startswith("\ufeff"):
        blocks = [{**block, "start": block["start"] - 1, "end": block["end"] - 1} for block in blocks]
    data = (text + change("\n", chance)).encode()
    return replace(gold, encoding="utf-8", metadata=_changed(gold.metadata, change, chance), blocks=blocks, data=data)


def _gap(gold: Gold, index: int, layout: Layout, chance: random.Random) -> str:
    """What stands before a block; blocks that share a line still do."""
    indent = layout.indent if gold.blocks[index]["role"] in _INDENTED else ""
    if index == 0:
        return indent
    gap = gold.text[gold.blocks[index - 1]["end"] : gold.blocks[index]["start"]]
    if "\n" not in gap and "\r" not in gap:
        return gap
    below_head = any(block["role"] in _BODY for block in gold.blocks[: index + 1])
    between = layout.between if below_head or layout.head is None else layout.head
    return (between if layout.gaps is None else layout.gaps(between, chance)) + indent


def _lines(gold: Gold, block: Mapping[str, Any], layout: Layout) -> str:
    """The text of a block, as one line or wrapped."""
    line = unwrap(gold.text[block["start"] : block["end"]]).text
    if not layout.width or block["role"] in _NEVER_WRAPPED:
        return line
    indented = block["role"] in _INDENTED
    lines = wrapped(line, layout.width, (len(layout.indent) * indented, len(layout.hanging) * indented))
    return ("\n" + layout.hanging * indented).join(lines)


def _changed(value: Any, change: Change, chance: random.Random) -> Any:
    """Metadata that are changed as the text is."""
    if isinstance(value, str):
        return change(value, chance)
    if isinstance(value, Mapping):
        return {key: _changed(each, change, chance) for key, each in value.items()}
    return [_changed(each, change, chance) for each in value]


def wrapped(text: str, width: int, indents: tuple[int, int] = (0, 0)) -> list[str]:
    """Lines of at most so many columns, as editors and mail programs break them; the first has an indent of its own."""
    lines, room = [""], width - indents[0]
    for piece in _pieces(text):
        if lines[-1] and _columns(lines[-1]) + _columns(piece.rstrip(" ")) > room:
            lines[-1] = lines[-1].rstrip(" ")
            lines.append("")
            room = width - indents[1]
        lines[-1] += piece
    return [line.rstrip(" ") for line in lines]


def _pieces(text: str) -> list[str]:
    """What is never broken: words with the blanks after them, Han and kana with the marks that cling to them."""
    pieces: list[str] = []
    for word in _words(text):
        begins = True
        for character in word:
            clings = character in _CLOSING + " \t" or (pieces and pieces[-1][-1] in _OPENING)
            apart = _wide(character) or (pieces and _wide(pieces[-1][-1]))
            if begins or (apart and not clings and not unicodedata.combining(character)):
                pieces.append(character)
            else:
                pieces[-1] += character
            begins = False
    return pieces


def _columns(text: str) -> int:
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
