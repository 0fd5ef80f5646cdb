"""Edits as people read them: whole words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tools.reporters.deltas.words import Change, apart, pieces


def shown(old: str, new: str, *edits: tuple[int, int, int, int]) -> str:
    """The pieces of two texts, the edited ones as people see them."""
    found = pieces(old, new, [Change(*edit) for edit in edits])
    return "".join(f"[{piece.old}|{piece.new}]" if piece.is_edited else piece.new for piece in found)


@pytest.mark.parametrize(
    ("old", "new", "edits", "expected"),
    [
        ("a lifebaot.", "a lifeboat.", [(7, 9, 7, 9)], "a [lifebaot|lifeboat]."),
        ("the Line, will", "the Lines, will", [(8, 8, 8, 9)], "the [Line|Lines], will"),
        ("The ferry", "In calm seas, the ferry", [(0, 1, 0, 15)], "[The|In calm seas, the] ferry"),
        ("no comma here", "no, comma here", [(2, 2, 2, 3)], "no[|,] comma here"),
        ("a b c", "a c", [(2, 4, 2, 2)], "a [b |]c"),
        ("修缮两年", "修缮近三年", [(2, 3, 2, 4)], "修缮[两|近三]年"),
        ("ขนมปัง", "ขนมหวาน", [(3, 6, 3, 7)], "ขนม[ปัง|หวาน]"),
        ("حديثة", "جديثة", [(0, 1, 0, 1)], "[حديثة|جديثة]"),
        ("e\u0301a", "e\u0301b", [(2, 3, 2, 3)], "[e\u0301a|e\u0301b]"),
        ("one two three", "uno dos three", [(0, 3, 0, 3), (4, 7, 4, 7)], "[one two|uno dos] three"),
        ("abc", "aXbYc", [(1, 1, 1, 2), (2, 2, 3, 4)], "[abc|aXbYc]"),
        ("said “no” then", "said “nos” then", [(8, 8, 8, 9)], "said “[no|nos]” then"),
        ("same", "same", [], "same"),
        ("", "new", [(0, 0, 0, 3)], "[|new]"),
    ],
)
def test_an_edit_takes_the_rest_of_its_words_along(old, new, edits, expected) -> None:
    assert shown(old, new, *edits) == expected


def test_what_exactly_differs_is_kept() -> None:
    found = pieces("a lifebaot.", "a lifeboat.", [Change(7, 9, 7, 9)])
    assert [piece.exact for piece in found] == [(), (Change(7, 9, 7, 9),), ()]


def test_a_word_of_no_end_is_not_taken_along_whole() -> None:
    found = pieces("x" * 500, "x" * 250 + "y" + "x" * 250, [Change(250, 250, 250, 251)])
    assert [len(piece.old) for piece in found] == [210, 80, 210]


@given(st.text(alphabet="ab ü,中", max_size=12), st.text(alphabet="ab ü,中", max_size=12))
def test_pieces_hold_both_texts(old: str, new: str) -> None:
    found = apart(old, new)
    assert "".join(piece.old for piece in found) == old
    assert "".join(piece.new for piece in found) == new
    assert all(piece.old == piece.new for piece in found if not piece.is_edited)
    assert [piece.place[:2] for piece in found] == spans_of([piece.old for piece in found])
    assert [piece.place[2:] for piece in found] == spans_of([piece.new for piece in found])
    assert any(piece.is_edited for piece in found) == (old != new)


def spans_of(texts: list[str]) -> list[tuple[int, int]]:
    """Where each of `texts` begins and ends when they stand one after the other."""
    ends = [sum(map(len, texts[: index + 1])) for index in range(len(texts))]
    return [(end - len(text), end) for end, text in zip(ends, texts, strict=True)]
