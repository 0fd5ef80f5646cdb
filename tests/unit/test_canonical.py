"""The canonical value of an article, decision by decision."""

from __future__ import annotations

import json

import pytest

from corpus_tools.model.canonical import by_id, canonical, canonical_number, sorted_annotations


def article(**parts):
    return {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [], **parts}


def block(name, **parts):
    return {"id": name, "role": "paragraph", "text": "abcdef", **parts}


def annotation(name, *spans):
    made = {"id": name}
    if spans:
        made["spans"] = [{"block": where, "start": start, "end": end, "text": "?"} for where, start, end in spans]
    return made


def test_annotations_are_ordered_by_place_then_longest_then_natural_id():
    wanted = [
        annotation("z2"),
        annotation("z10"),
        annotation("y", ("b2", 0, 3), ("b1", 9, 9)),
        annotation("b2", ("b2", 0, 2)),
        annotation("b10", ("b2", 0, 2)),
        annotation("x", ("b2", 1, 6)),
        annotation("w", ("b1", 0, 1)),
    ]
    index = {"b2": 0, "b1": 1}
    assert sorted_annotations(wanted, index) == wanted
    assert sorted_annotations(wanted[::-1], index) == wanted


def test_items_are_ordered_by_natural_id():
    assert by_id([{"id": "e10"}, {"id": "e2"}, {"id": "E3"}]) == [{"id": "E3"}, {"id": "e2"}, {"id": "e10"}]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"),
        (-0.0, "0"),
        (0.5, "0.5"),
        (True, "true"),
        (2.0**62, str(2**62)),
        (-(2.0**63) * 1.0, "-9.223372036854776e+18"),
        (2.0**63, "9.223372036854776e+18"),
        (1e22, "1e+22"),
        (2**63 - 1, str(2**63 - 1)),
    ],
)
def test_integral_numbers_of_64_bits_become_integers(value, text):
    assert json.dumps(canonical_number(value)) == text


def test_numbers_are_canonical_wherever_they_stand():
    span = {"block": "b1", "start": 0.0, "end": 2.0, "text": "ab"}
    made = canonical(
        article(
            metadata={"urgency": 3.0, "genres": [{"name": "x", "confidence": 1.0}], "extra": {"n": [-0.0]}},
            blocks=[block("b1", level=2.0, extra=5.0)],
            groups=[{"id": "g", "type": "box", "attributes": {"n": 4.0}}],
            layers={"x": {"annotations": [{"id": "n", "spans": [span], "attributes": {"f": [" 1.0"], "n": 1.0}}]}},
            extra=[1.0, True],
        )
    )
    assert ".0," not in json.dumps(made).replace('" 1.0"', "")
    assert "0.0" not in json.dumps(made)
    assert json.dumps(made["extra"]) == "[1, true]"


def test_keys_of_users_are_sorted_and_layers_by_name():
    made = canonical(
        article(
            layers={
                "b": {"annotations": [{"id": "n", "attributes": {"z": 1, "Z": 2, "a": 3}}]},
                "B": {"relations": []},
            },
            extra={"b": {"é": 1, "z": 2}, "a": 0},
        )
    )
    assert list(made["layers"]) == ["B", "b"]
    assert list(made["layers"]["b"]["annotations"][0]["attributes"]) == ["Z", "a", "z"]
    assert json.dumps(made["extra"], ensure_ascii=False) == '{"a": 0, "b": {"z": 2, "é": 1}}'


def test_a_language_equal_to_the_articles_is_dropped():
    made = canonical(article(language="en", blocks=[block("b1", language="en"), block("b2", language="fr")]))
    assert made["blocks"] == [block("b1"), block("b2", language="fr")]
    assert canonical(article(blocks=[block("b1", language="en")]))["blocks"] == [block("b1", language="en")]


def test_the_separator_is_the_most_frequent_gap_and_the_first_of_a_tie():
    blocks = [block("b1"), block("b2", before="\n"), block("b3", before="\n"), block("b4", before=" ")]
    made = canonical(article(origin={"file": "x"}, blocks=blocks))
    assert made["origin"] == {"file": "x", "separator": "\n"}
    assert made["blocks"] == [block("b1"), block("b2"), block("b3"), block("b4", before=" ")]
    tie = canonical(article(origin={"file": "x", "separator": " "}, blocks=[*blocks[:2], block("b3")]))
    assert tie["origin"] == {"file": "x", "separator": "\n"}
    assert tie["blocks"][2] == block("b3", before=" ")


def test_a_separator_is_dropped_when_it_is_usual_or_there_is_nothing_to_separate():
    usual = article(origin={"file": "x", "separator": "\n\n", "after": ""}, blocks=[block("b1"), block("b2")])
    assert canonical(usual)["origin"] == {"file": "x"}
    alone = article(origin={"file": "x", "separator": "\n", "after": "\n"}, blocks=[block("b1", before="")])
    assert canonical(alone)["origin"] == {"file": "x", "after": "\n"}
    assert canonical(alone)["blocks"] == [block("b1")]


def test_gaps_are_kept_relative_to_the_default_without_origin():
    blocks = [block("b1", before="\n\n"), block("b2", before="\n\n"), block("b3", before="\n")]
    made = canonical(article(blocks=blocks))
    assert "origin" not in made
    assert made["blocks"] == [block("b1", before="\n\n"), block("b2"), block("b3", before="\n")]


def test_an_origin_of_defaults_still_says_that_there_is_no_final_newline():
    assert canonical(article(origin={"separator": "\n\n"}))["origin"] == {"after": ""}
    assert canonical(article(origin={"after": ""}))["origin"] == {"after": ""}
