"""The files of ``schema/`` keep their conventions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NotRequired, get_origin, get_type_hints

import jsonschema
import jsonschema_rs
import pytest
from schema_files import ARTICLE, ROOT, named, objects, properties, read

from corpus_tools.model import article as model

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS = sorted((ROOT / "schema").rglob("*.schema.json"))
PORTABLE_END = r"(?![\s\S])"


def validator_of(schema: Any, part: dict[str, Any]) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({"$defs": schema.get("$defs", {}), **part})


@named(SCHEMAS)
def test_schema_is_valid_draft_2020_12(path: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(read(path))
    assert jsonschema_rs.meta.is_valid(read(path))
    assert read(path)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@named(SCHEMAS)
def test_schema_id_is_its_path(path: Path) -> None:
    assert read(path)["$id"] == path.relative_to(ROOT).as_posix()


@named(SCHEMAS)
def test_references_stay_in_the_file_and_resolve(path: Path) -> None:
    schema = read(path)
    for place, part in objects(schema):
        if isinstance(reference := part.get("$ref"), str):
            assert reference.startswith("#/$defs/"), place
            assert reference.removeprefix("#/$defs/") in schema["$defs"], place


@named(SCHEMAS)
def test_no_definition_is_unused(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [name for name in read(path).get("$defs", {}) if f'"#/$defs/{name}"' not in text] == []


@named(SCHEMAS)
def test_keywords_that_validators_disagree_on_are_not_used(path: Path) -> None:
    forbidden = {"oneOf", "unevaluatedProperties", "unevaluatedItems", "format", "$dynamicRef", "patternProperties"}
    for place, part in objects(read(path)):
        if not place.endswith(("/properties", "/$defs")):
            assert not forbidden & part.keys(), place


@named(SCHEMAS)
def test_patterns_mean_the_same_to_every_validator(path: Path) -> None:
    for place, part in objects(read(path)):
        if isinstance(pattern := part.get("pattern"), str):
            bare = pattern.removesuffix(PORTABLE_END)
            assert "$" not in bare.replace(r"\$", ""), f"{place}: $ allows a final line feed"
            assert not re.search(r"\\[dDwWsSbB]", bare), f"{place}: classes differ beyond ASCII"
            assert pattern.isascii(), place
            if not place.endswith("/not"):
                whole = pattern != bare
                assert whole or "not" in part, f"{place}: nothing limits the end of the string"


@named(SCHEMAS)
def test_every_object_is_closed(path: Path) -> None:
    for place, part in objects(read(path)):
        if "properties" in part and not place.endswith("/properties"):
            assert part["additionalProperties"] is False, place
    schema = read(path)
    for place, part in objects(schema):
        if part.get("type") == "object" and "properties" not in part:
            assert {"propertyNames", "additionalProperties"} <= part.keys(), place


@named(SCHEMAS)
def test_every_property_has_title_and_description(path: Path) -> None:
    described = list(properties(read(path)))
    assert described
    for place, part in [*described, *((f"/$defs/{n}", p) for n, p in read(path)["$defs"].items())]:
        assert part.get("title"), place
        assert part.get("description", "").endswith((".", ")")), place


@named(SCHEMAS)
def test_every_property_has_examples_and_they_are_valid(path: Path) -> None:
    schema = read(path)
    for place, part in properties(schema):
        assert part["examples"], place
        for example in part["examples"]:
            errors = [error.message for error in validator_of(schema, part).iter_errors(example)]
            assert errors == [], place
    for example in schema["examples"]:
        jsonschema.validate(example, schema)


@named(SCHEMAS)
def test_every_value_of_an_enum_is_explained(path: Path) -> None:
    for place, part in objects(read(path)):
        if isinstance(values := part.get("enum"), list):
            assert list(part["x-values"]) == values, place
            assert all(text.endswith(".") for text in part["x-values"].values()), place


def test_deck_and_standfirst_are_told_apart() -> None:
    roles = ARTICLE["$defs"]["block"]["properties"]["role"]["x-values"]
    assert "line" in roles["deck"]
    assert "summary" in roles["standfirst"]


def test_schema_and_python_types_have_the_same_keys_in_the_same_order() -> None:
    table = {
        name: getattr(model, name.title().replace("_", ""))
        for name in ARTICLE["$defs"]
        if "properties" in ARTICLE["$defs"][name]
    }
    metadata = ARTICLE["$defs"]["metadata"]["properties"]
    inline = {
        model.AlternativeTitle: metadata["alternative_titles"]["items"],
        model.Identifier: metadata["identifiers"]["items"],
        model.Dateline: metadata["dateline"],
        model.Rights: metadata["rights"],
        model.Link: metadata["links"]["items"],
        model.Article: ARTICLE,
    }
    pairs = [(typed, ARTICLE["$defs"][name]) for name, typed in table.items()] + list(inline.items())
    for typed, schema in pairs:
        assert list(typed.__annotations__) == list(schema["properties"]), typed
        assert _required(typed) == set(schema.get("required", ())), typed


def _required(typed: Any) -> set[str]:
    hints = get_type_hints(typed, include_extras=True)
    return {name for name, hint in hints.items() if typed.__total__ and get_origin(hint) is not NotRequired}


def _report(**finding: Any) -> dict[str, Any]:
    whole = {"code": "T101", "slug": "span-text", "severity": "error", "message": "m", "file": "-", **finding}
    return {
        "report_version": "1.1",
        "tool_version": "0.1.0",
        "files": 1,
        "summary": {"error": 1, "warning": 0, "info": 0},
        "statistics": [{"code": "T101", "slug": "span-text", "severity": "error", "findings": 1}],
        "hidden": 0,
        "findings": [whole],
        "suppressed": [],
    }


@pytest.mark.parametrize(
    ("finding", "legal"),
    [
        ({}, True),
        ({"pointer": "", "line": 1, "column": 1, "block": "b1", "start": 0, "end": 0, "hint": "h"}, True),
        ({"pointer": "/blocks/0/a~1b"}, True),
        ({"xpath": "/TEI"}, True),
        ({"xpath": "/TEI", "pointer": ""}, False),
        ({"pointer": "blocks"}, False),
        ({"code": "Z101"}, False),
        ({"code": "T101\n"}, False),
        ({"line": 0}, False),
        ({"severity": "fatal"}, False),
        ({"hint": None}, False),
    ],
)
def test_report_schema_takes_what_it_describes(finding: dict[str, Any], legal: bool) -> None:
    schema = read(ROOT / "schema" / "report.schema.json")
    assert jsonschema.Draft202012Validator(schema).is_valid(_report(**finding)) is legal
    assert jsonschema_rs.Draft202012Validator(schema).is_valid(_report(**finding)) is legal
