"""Values in words: what is another value reads otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from corpus_tools.model.wording import in_words, object_in_words


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("Rain in Lisbon", "Rain in Lisbon"),
        ("2026-03-04", "2026-03-04"),
        ("true story", "true story"),
        ("[Update] Rain", "[Update] Rain"),
        ("a;b", "a;b"),
        ("", '""'),
        (" x", '" x"'),
        (1, "1"),
        ("1", '"1"'),
        ("-1.5e3", '"-1.5e3"'),
        (None, "null"),
        ("null", '"null"'),
        (True, "true"),
        ("true", '"true"'),
        ("false", '"false"'),
        ('"1"', '"\\"1\\""'),
        ([], "[]"),
        ("[]", '"[]"'),
        ({}, "{}"),
        ("{}", '"{}"'),
        (["a", "b"], "a, b"),
        (["a, b"], '"a, b"'),
        (["1", "b"], '"1", b'),
        ("a; y: b", '"a; y: b"'),
    ],
)
def test_a_value_reads_like_no_other(value: Any, told: str) -> None:
    assert in_words(value) == told


def test_keys_of_an_object_are_told_from_a_text_that_names_them() -> None:
    assert object_in_words({"x": "a", "y": "b"}) == "x: a; y: b"
    assert object_in_words({"x": "a; y: b"}) == 'x: "a; y: b"'
    assert object_in_words({"name": "Rui", "n": 1}) == "Rui; n: 1"
    assert object_in_words({"name": "Rui; n: 1"}) == '"Rui; n: 1"'
