"""Which document of one collection is which of another."""

from __future__ import annotations

import pytest

from corpus_tools.services.pairing import Named, paired

STORM = "A storm shut the harbour of Lisbon on Tuesday and no ferry left before noon"
CALM = "Voters in Porto chose a new mayor after three rounds of counting on Sunday"


def pairs(old: list[tuple[str, str, str]], new: list[tuple[str, str, str]]):
    """The partners of documents with id, path and text."""

    def names(side):
        return [Named(*one[:2]) for one in side]

    return paired(names(old), names(new), lambda index: old[index][2], lambda index: new[index][2])


def never(index: int) -> str:
    raise AssertionError("no text is needed")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([("a", "x.json", "")], [("b", "y.json", ""), ("a", "z.json", "")], [(None, 0), (0, 1)]),
        ([("a", "x.json", "")], [("b", "x.xml", "")], [(0, 0)]),
        ([("a", "x.json", STORM)], [("b", "y.json", f"{STORM} or so")], [(0, 0)]),
        ([("a", "x.json", STORM)], [("b", "y.json", CALM)], [(None, 0), (0, None)]),
        ([("a", "x.json", "")], [("b", "y.json", "")], [(None, 0), (0, None)]),
        (
            [("a", "x.json", STORM), ("b", "y.json", CALM)],
            [("c", "1.json", f"{CALM} night"), ("d", "2.json", STORM)],
            [(1, 0), (0, 1)],
        ),
        (
            [("a", "x.json", STORM), ("a2", "x2.json", f"{STORM} now")],
            [("b", "1.json", f"{STORM} now")],
            [(0, None), (1, 0)],
        ),
        (
            [("a", "x.json", ""), ("a", "x.xml", "")],
            [("a", "x.json", ""), ("a", "x.xml", "")],
            [(0, 0), (1, 1)],
        ),
        (
            [("a", "a", ""), ("g", "g", ""), ("b", "b", ""), ("h", "h", "")],
            [("a", "a", ""), ("n", "n", ""), ("b", "b", "")],
            [(0, 0), (None, 1), (1, None), (2, 2), (3, None)],
        ),
    ],
)
def test_documents_find_each_other(old, new, expected) -> None:
    assert pairs(old, new) == expected


def test_an_id_goes_before_a_place_and_a_place_before_words() -> None:
    old = [("a", "x.json", STORM), ("b", "y.json", CALM)]
    assert pairs(old, [("b", "x.json", STORM), ("c", "z.json", CALM)]) == [(0, None), (1, 0), (None, 1)]
    assert pairs(old, [("c", "x.json", CALM), ("d", "z.json", STORM)]) == [(0, 0), (None, 1), (1, None)]


def test_texts_are_asked_for_only_where_nothing_else_tells() -> None:
    names = [Named("a", "x"), Named("b", "y")]
    assert paired(names, names[::-1], never, never) == [(1, 0), (0, 1)]
    assert paired(names, names[:1], never, never) == [(0, 0), (1, None)]


def test_words_that_all_documents_have_are_no_reason_to_compare() -> None:
    many = [(f"n{number}", f"{number}.json", f"{STORM} {number}") for number in range(50)]
    assert pairs([("a", "x.json", f"{STORM} 7")], many)[7] == (0, 7)
