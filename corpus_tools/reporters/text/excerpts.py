"""Excerpts for a terminal: a line of the file, and under it carets that mark what is at fault.

Carets are set by the columns that a terminal shows characters in: wide ones of East Asian scripts take two, combining
ones none. Tabs stay as they are, in both lines, so that both stop at the same columns.
"""

from __future__ import annotations

from rich.cells import get_character_cell_size

from corpus_tools.findings import Excerpt
from corpus_tools.reporters.base import visible

INDENT = "    "
"""What stands before both lines."""

_TAB_STOP = 8


def drawn(excerpt: Excerpt) -> list[str]:
    """The line and its carets, without the blanks that indent the line; nothing if the line is empty.

    A place between two characters has one caret, under the second of them.
    """
    blanks = len(excerpt.text) - len(excerpt.text.lstrip(" \t"))
    first = min(blanks, excerpt.start)
    end = max(excerpt.start, excerpt.end)
    before, marked = excerpt.text[first : excerpt.start], excerpt.text[excerpt.start : end]
    line = _shown(before) + _shown(marked) + _shown(excerpt.text[end:].rstrip())
    if not line:
        return []
    padding = "".join("\t" if character == "\t" else " " * _width(character) for character in before)
    column = len(INDENT)
    for character in before:
        column += _advance(character, column)
    carets = 0
    for character in marked:
        carets += _advance(character, column + carets)
    return [f"{INDENT}{line}", f"{INDENT}{padding}{'^' * max(carets, 1)}"]


def _shown(text: str) -> str:
    return "\t".join(map(visible, text.split("\t")))


def _advance(character: str, column: int) -> int:
    """How many columns a character takes that stands at `column`."""
    return _TAB_STOP - column % _TAB_STOP if character == "\t" else _width(character)


def _width(character: str) -> int:
    """How many columns a character takes that is no tab, written as `visible` writes it."""
    if " " <= character <= "~":
        return 1
    shown = visible(character)
    return get_character_cell_size(character) if shown == character else len(shown)
