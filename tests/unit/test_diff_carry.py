"""Where a boundary of the old text may be in the new one: an edit slides as far as equal text goes."""

from __future__ import annotations

from typing import Any

import pytest

from corpus_tools.diffing.carry import Unit


def unit(old: str, new: str, *edits: tuple[int, int, int, int]) -> Unit:
    def side(text: str, start: int, end: int) -> Any:
        return {"block": "b1", "start": start, "end": end, "text": text[start:end]}

    told = [{"old": side(old, i1, i2), "new": side(new, j1, j2)} for i1, i2, j1, j2 in edits]
    placed: Any = {"index": 0, "block": {"id": "b1"}}
    return Unit({"kinds": ["text"], "old": [placed], "new": [placed], "edits": told}, {"b1": old})  # type: ignore[typeddict-item]


@pytest.mark.parametrize(
    ("old", "new", "may"),
    [(2, 2, True), (2, 5, True), (2, 6, False), (3, 6, True), (1, 4, False), (0, 3, False)],
)
def test_an_insertion_slides_back_to_the_edit_before_it(old: int, new: int, *, may: bool) -> None:
    """`ab ab` with another first word, and `ab ` new: what was `ab` at 0 is gone, though it is equal."""
    assert unit("ab ab", "xy ab ab", (0, 2, 0, 2), (3, 3, 3, 6)).may_lie(old, new) is may


@pytest.mark.parametrize(("old", "new", "may"), [(2, 5, True), (3, 4, True), (4, 5, False), (5, 5, False)])
def test_an_insertion_slides_on_to_the_edit_behind_it(old: int, new: int, *, may: bool) -> None:
    assert unit("ab ab", "ab ab xy", (2, 2, 2, 5), (3, 5, 6, 8)).may_lie(old, new) is may


@pytest.mark.parametrize(
    ("old", "new", "may"),
    [(5, 2, True), (4, 1, True), (6, 3, True), (7, 4, True), (6, 2, False), (5, 1, False), (3, 0, False)],
)
def test_a_deletion_slides_as_far_as_equal_text_goes(old: int, new: int, *, may: bool) -> None:
    """Of two words with two blanks between them one is gone, with the blanks before it or behind it."""
    assert unit("a  b  c", "a  c", (3, 6, 3, 3)).may_lie(old, new) is may
