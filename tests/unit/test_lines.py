"""Lines, columns and offsets of texts that were written otherwise."""

from __future__ import annotations

import pytest

from corpus_tools.model.lines import Lines
from corpus_tools.model.offsets import Offsets, Piece


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_places_and_offsets_are_inverse(newline: str) -> None:
    text = f"ab{newline}{newline}c\u2028\x85\x0cd😀e"
    lines = Lines(text)
    at = text.index("e")
    assert lines.place(0) == (1, 1)
    assert lines.place(at) == (3, 7)
    assert lines.offset(3, 7) == at
    assert [text[slice(*lines.bounds(line))] for line in (1, 2, 3)] == ["ab", "", "c\u2028\x85\x0cd😀e"]


def test_a_byte_order_mark_has_no_column() -> None:
    lines = Lines("\ufeffa\nb")
    assert (lines.place(0), lines.place(1), lines.place(3)) == ((1, 1), (1, 1), (2, 1))
    assert (lines.offset(1, 1), lines.bounds(1)) == (1, (1, 2))


def test_there_is_no_offset_beyond_a_line_or_the_text() -> None:
    lines = Lines("ab\nc")
    assert lines.offset(1, 3) == 2
    assert [lines.offset(*place) for place in ((1, 4), (3, 1), (0, 1), (1, 0))] == [None] * 4


def test_a_part_of_a_text_is_found_across_markup() -> None:
    offsets = Offsets([Piece(10, 3, 3), Piece(20, 5, 1), Piece(30, 2, 2), Piece(40, 0, 0)], 7)
    assert offsets.range(1, 2) == (11, 12)
    assert offsets.range(2, 4) == (12, 25)
    assert offsets.range(3, 6) == (20, 32)
    assert offsets.range(3, 3) == (20, 20)
    assert offsets.range(6, 6) == (32, 32)
    assert offsets.range(9, 12) == (32, 32)
    assert Offsets([], 7).range(0, 3) == (7, 7)
