"""Ids: the grammar, the natural order, new ids."""

from __future__ import annotations

from itertools import islice

import pytest

from corpus_tools.model.ids import fresh_ids, is_id, legal_id, natural_key


@pytest.mark.parametrize("text", ["a", "_", "b1", "lisbon-2026-03-04", "a.b_c-d", "x" * 200])
def test_legal_ids_are_ids(text):
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "1a", "-a", ".a", "a b", "a:b", "é", "a\n", "x" * 201, "a/b"])
def test_other_texts_are_no_ids(text):
    assert not is_id(text)


def test_digit_runs_are_ordered_as_numbers_and_ties_by_code_point():
    ids = ["b10", "b2", "b02", "b1a2", "B3", "b1", "_1", "a"]
    assert sorted(ids, key=natural_key) == ["B3", "_1", "a", "b1", "b1a2", "b02", "b2", "b10"]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("storm", "storm"),
        ("2026-storm", "_2026-storm"),
        ("a b/c", "a_b_c"),
        ("größe", "gr__e"),
        ("新聞", "__"),
        ("", "article"),
        ("-x", "_-x"),
        ("x" * 300, "x" * 200),
        ("1" * 300, "_" + "1" * 199),
    ],
)
def test_a_file_name_becomes_a_legal_id(name, made):
    assert legal_id(name) == made
    assert is_id(made)


def test_fresh_ids_leave_out_those_that_are_taken():
    assert list(islice(fresh_ids("b", {"b1", "b3"}), 3)) == ["b2", "b4", "b5"]
