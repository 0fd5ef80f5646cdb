"""What to write in place of a value of a wrong type or form: it is right, and says the same."""

from __future__ import annotations

from typing import Any

import pytest

from corpus_tools.mending import in_form, in_type, shown
from corpus_tools.model.datatypes import is_date
from corpus_tools.model.ids import is_id

DATES = [
    ("2026-3-4", "2026-03-04"),
    ("2026/03/04", "2026-03-04"),
    ("2026.3.14", "2026-03-14"),
    ("20260304", "2026-03-04"),
    ("20260304T18:00Z", "2026-03-04T18:00:00Z"),
    ("202611", None),  # November, or the first of January
    ("2026/3", "2026-03"),
    (" 2026", "2026"),
    ("25.03.2026", "2026-03-25"),
    ("03/25/2026", "2026-03-25"),
    ("3.3.2026", "2026-03-03"),
    ("2026-03-04 18:00", "2026-03-04T18:00:00"),
    ("2026-03-04T8:05:06.5Z", "2026-03-04T08:05:06.5Z"),
    ("2026-03-04 18:00:00 Z", "2026-03-04T18:00:00Z"),
    ("2026-03-04T18:00:00+1:00", "2026-03-04T18:00:00+01:00"),
    ("2026-03-04T18:00-0230", "2026-03-04T18:00:00-02:30"),
    ("2026-03-04T18:00:00+01", "2026-03-04T18:00:00+01:00"),
    ("04.03.2026", None),  # the fourth of March, or the third of April
    ("4 March 2026", None),
    ("26-03-04", None),
    ("2026-02-30", None),
    ("2026-03/04", None),
    ("31.31.2026", None),
    ("2026-03-04", None),
]


@pytest.mark.parametrize(("text", "meant"), DATES)
def test_a_date_that_can_mean_one_day_only_is_put_into_its_form(text: str, meant: str | None) -> None:
    assert in_form(text, is_date) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [("b 1", "b_1"), ("#b1", "_b1"), ("1b", "_1b"), ("a/b:c", "a_b_c"), ("größe", None), ("", "_")],
)
def test_a_name_is_put_into_its_form(text: str, meant: str | None) -> None:
    assert in_form(text, is_id) == meant


@pytest.mark.parametrize(
    ("value", "wanted", "hint"),
    [
        (None, ["string"], None),
        ("12", ["integer"], "write 12 without quotes"),
        ("-1.5", ["number"], "write -1.5 without quotes"),
        ("1.5", ["integer"], None),
        ("007", ["integer"], None),
        ("x", ["integer"], None),
        ("True", ["boolean"], "write true without quotes"),
        ("yes", ["boolean"], None),
        ('a "b"', ["array"], r'put it into brackets: ["a \"b\""]'),
        (7, ["string"], 'write "7" in quotes'),
        (7.5, ["string", "boolean"], 'write "7.5" in quotes'),
        (True, ["string"], None),
        (7, ["array"], None),
        ({"a": 1}, ["array"], "put it into brackets: [ … ]"),
        ({"a": {}, "b": {}}, ["array"], "write its values as an array: [ … ]"),
        ({"a": {}}, ["array"], "put it into brackets: [ … ]"),
        ({"a": {}, "b": 1}, ["array"], "put it into brackets: [ … ]"),
        ({"a": 1}, ["array", "string"], None),
        ({"a": 1}, ["string"], None),
        (["a"], ["string"], "write it without the brackets [ ]"),
        ([{}], ["object"], "write it without the brackets [ ]"),
        ([1], ["string"], None),
        ([None], ["string"], None),
        (["a", "b"], ["string"], None),
    ],
)
def test_what_to_do_about_a_value_of_a_wrong_type(value: Any, wanted: list[str], hint: str | None) -> None:
    assert in_type(value, wanted) == hint


def test_a_value_is_shown_on_one_line() -> None:
    assert shown({"a": [True, None, "é\u202e\n"]}) == r'{"a": [true, null, "é\u202e\n"]}'
    assert shown("x" * 100) == '"' + "x" * 58 + "…"
