"""Values of attributes against what a layer declares."""

from __future__ import annotations

from typing import Any

import pytest

from corpus_tools.layers import AttributeDefinition, LayerDefinition, ListDefinition
from corpus_tools.rules import Context, run_rules

KINDS = ("string", "number", "integer", "boolean", "strings", "uri", "date", "language")
DECLARED = {kind: AttributeDefinition(kind) for kind in KINDS}
DECLARED["closed"] = AttributeDefinition("string", values=("x", "y"))
DECLARED["many"] = AttributeDefinition("strings", values=("x", "y"))
LAYER = LayerDefinition("mine", "", "", annotations=ListDefinition(untyped=True, attributes=DECLARED))


def found_in(attributes: dict[str, Any]) -> list[tuple[str, str]]:
    span = {"block": "b1", "start": 0, "end": 4, "text": "Rain"}
    article: Any = {
        "schema_version": "1.0",
        "id": "a",
        "metadata": {},
        "blocks": [{"id": "b1", "role": "paragraph", "text": "Rain."}],
        "layers": {"mine": {"annotations": [{"id": "m1", "spans": [span], "attributes": attributes}]}},
    }
    return [
        (kind.slug, problem.pointer.rpartition("/")[2])
        for kind, problem in run_rules(article, Context({"mine": LAYER}))
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("string", "a"),
        ("number", 1),
        ("number", 1.5),
        ("integer", 1),
        ("integer", 1.0),
        ("boolean", False),
        ("strings", []),
        ("strings", ["a"]),
        ("uri", "https://example.org/"),
        ("date", "2024-02-29"),
        ("language", "pt-BR"),
        ("closed", "x"),
        ("many", ["y", "x"]),
    ],
)
def test_a_value_as_it_is_declared_is_no_finding(name: str, value: Any) -> None:
    assert found_in({name: value}) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("string", 1),
        ("string", ["a"]),
        ("number", "1"),
        ("number", True),
        ("integer", 1.5),
        ("integer", True),
        ("boolean", 0),
        ("boolean", "true"),
        ("strings", "a"),
        ("uri", 1),
        ("date", 2024),
        ("language", ["pt"]),
        ("closed", "z"),
        ("many", ["x", "z"]),
    ],
)
def test_a_value_of_another_type_or_outside_of_the_list_is_wrong(name: str, value: Any) -> None:
    assert found_in({name: value}) == [("wrong-attribute-value", name)]


@pytest.mark.parametrize(
    ("name", "value", "slug"),
    [
        ("date", "2026-02-30", "impossible-date"),
        ("language", "pt_BR", "malformed-language-tag"),
        ("uri", "a b", "malformed-uri"),
    ],
)
def test_dates_languages_and_uris_of_attributes_are_looked_at(name: str, value: str, slug: str) -> None:
    assert found_in({name: value}) == [(slug, name)]
