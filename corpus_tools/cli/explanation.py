"""Explanations of seeds for people: one row for each block, as wide as the terminal.

The text of a block comes last in its row, so that text written from right to left disturbs no other column; widths
are counted in cells, of which East Asian letters have two and combining marks none.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click
from rich.cells import cell_len, set_cell_size

from corpus_tools.cli.output import visible

if TYPE_CHECKING:
    from corpus_tools.formats.seed.explain import ExplainedBlock, Explanation, Field

LOW = 0.65
"""A confidence below which a block is marked: of those, more than a third has another role."""

_LEAST_CHANCE = 0.05
"""Below it, another role is not worth a line."""

_NARROWEST = 60
_LEAST_EVIDENCE = 24
_MOST_LANGUAGES = 6
_NEWLINES = {"lf": "LF", "crlf": "CRLF", "cr": "CR", "mixed": "mixed line breaks"}
_TOLD_BY = {"bytes": "as the bytes say", "user": "as you said", "detector": "detected"}
_CUES = {"text": "the text seems to be in them", "user": "the first one as you said", "style": "by the house style"}
_LAYOUTS = {
    "blank-line": "blank lines set blocks apart",
    "line": "every line is a block",
    "wrapped": "lines are wrapped: full ones go on in the next",
}


def lines_of(told: Explanation, width: int, level: int = 0) -> Iterator[str]:
    """The lines that show an explanation, styled.

    Args:
        told: the explanation.
        width: cells that a line may have.
        level: below 0 only blocks in doubt, above 0 also all other roles that each block could have.
    """
    width = max(width, _NARROWEST)
    yield click.style(shorten(told["file"], width), bold=True)
    yield from (shorten(f"  {name:<8}  {what}", width) for name, what in _head(told))
    yield ""
    shown = [block for block in told["blocks"] if level >= 0 or is_doubtful(block)]
    yield from _table(shown, width, every_role=level > 0)
    if marked := sum(block["confidence"] < LOW for block in told["blocks"]):
        yield ""
        yield f"{marked} of {len(told['blocks'])} blocks may be something else (?); --seed-style can say what they are"


def is_doubtful(block: ExplainedBlock) -> bool:
    """Whether a user should look at a block."""
    return block["confidence"] < LOW or bool(block["doubts"])


def _head(told: Explanation) -> Iterator[tuple[str, str]]:
    encoding = told["encoding"]
    breaks = f"; {_NEWLINES[told['newline']]}" if "newline" in told else ""
    yield "encoding", f"{encoding['name']}, {_TOLD_BY[encoding['told_by']]}{breaks}"
    language = told.get("language")
    sure = f"{language['tag']}, {_percent(language['confidence'])}: {language['evidence']}" if language else "not told"
    yield "language", sure
    languages = told["cues"]["languages"]
    more = f" and {len(languages) - _MOST_LANGUAGES} more" if len(languages) > _MOST_LANGUAGES else ""
    yield "cues", f"{', '.join(languages[:_MOST_LANGUAGES])}{more}: {_CUES[told['cues']['told_by']]}"
    layout = told["layout"]
    forced = ", as the house style says" if layout["told_by"] == "style" else ""
    yield "layout", f"{_LAYOUTS[layout['kind']]}{forced}; {layout['lines']} lines, {layout['blocks']} blocks"


def _table(blocks: Sequence[ExplainedBlock], width: int, *, every_role: bool) -> Iterator[str]:
    """A row for each block, and what belongs to it below."""
    number = max([4, *(len(str(block["line"])) for block in blocks)])
    role = max([4, *(len(block["role"]) for block in blocks)])
    left = number + role + 12  # cells before the evidence, with the gaps between columns
    free = width - left - 2
    longest = max([7, *(cell_len(visible(block["evidence"]["text"])) for block in blocks)])
    evidence = min(longest, max(_LEAST_EVIDENCE, free * 2 // 5))
    heading = f"{'line':>{number}}  {'role':<{role}}  {'sure':>6}  {'because':<{evidence}}  text"
    yield click.style(heading, dim=True)
    for block in blocks:
        low = block["confidence"] < LOW
        sure = f"{_percent(block['confidence']):>5}{'?' if low else ' '}"
        because, *rest = wrap(visible(block["evidence"]["text"]), evidence)
        text = shorten(block["text"], free - evidence)
        row = f"{block['line']:>{number}}  {block['role']:<{role}}  {sure}  {set_cell_size(because, evidence)}  {text}"
        yield click.style(row, fg="yellow") if low else row
        for line in rest:
            yield " " * left + line
        indent = " " * (number + 4)
        for line in _below(block, every_role=every_role):
            yield click.style(shorten(f"{indent}{line}", width), dim=True)


def _below(block: ExplainedBlock, *, every_role: bool) -> Iterator[str]:
    """What is told below the row of a block."""
    for name, fields in groupby(block["fields"], key=lambda field: field["type"]):
        yield f"{name}: {'; '.join(_value(field, block['text']) for field in fields)}"
    for doubt in block["doubts"]:
        yield f"not taken: {doubt}"
    for other in block["alternatives"]:
        chance = 1 / (1 + math.exp(other["margin"]))
        if every_role or (block["confidence"] < LOW and chance >= _LEAST_CHANCE):
            yield f"or {other['role']}, {_percent(chance)}: {other['evidence']}"


def _value(field: Field, whole: str) -> str:
    """The value of a field, with the words that say it where they are others."""
    folded = " ".join(field["text"].split())
    if field["value"] != folded:
        return f"{field['value']}, from “{folded}”"
    return "all of it" if field["text"] == whole else folded


def _percent(confidence: float) -> str:
    return f"{confidence * 100:.0f} %"


def shorten(text: str, width: int) -> str:
    """`text` on one line of at most `width` cells, safe to show, with an ellipsis where something is left out."""
    start = visible(text[: 4 * width].replace("\r\n", " ").replace("\n", " ").replace("\t", " "))
    if len(text) <= 4 * width and cell_len(start) <= width:
        return start
    return f"{set_cell_size(start, width - 1).rstrip()}…"


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells; a word that is longer is shortened."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if cell_len(longer) <= width:
            lines[-1] = longer
        elif lines[-1]:
            lines.append(shorten(word, width))
        else:
            lines[-1] = shorten(word, width)
    return lines
