"""The files of ``schema/`` keep their conventions; the fixtures say what the article schema takes and refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NotRequired, get_origin, get_type_hints

import jsonschema
import jsonschema_rs
import pytest

from corpus_tools.layers import LayerDefinition, builtin_layers, load_layer
from corpus_tools.model import article as model
from corpus_tools.model.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
SCHEMAS = sorted((ROOT / "schema").glob("*.schema.json"))
LAYERS = sorted((ROOT / "schema" / "layers").glob("*.json"))
PASS = sorted((ROOT / "fixtures" / "schema" / "pass").glob("*.json"))
FAIL = sorted((ROOT / "fixtures" / "schema" / "fail").glob("*.json"))
HISTORY = sorted((ROOT / "fixtures" / "history").glob("*/*.json"))
PORTABLE_END = r"(?![\s\S])"
OPEN_OBJECTS = {"/$defs/attributes", "/properties/layers"}
BUILT_IN = "coreference correction dependency entity field markup page quotation sentence speech token"


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


ARTICLE = read(ROOT / "schema" / "article.schema.json")
EXPECTED = read(ROOT / "fixtures" / "schema" / "fail.json")
REFERENCE = jsonschema.Draft202012Validator(ARTICLE)
FAST = jsonschema_rs.Draft202012Validator(ARTICLE)


def pointer(path: Any) -> str:
    return "".join(f"/{part}" for part in path)


def objects(schema: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every JSON object of a schema that is not an example or a table of meanings, with its JSON Pointer."""
    if isinstance(schema, dict):
        yield place, schema
        for key, value in schema.items():
            if key not in {"examples", "x-values", "const", "enum"}:
                yield from objects(value, f"{place}/{key}")
    elif isinstance(schema, list):
        for index, value in enumerate(schema):
            yield from objects(value, f"{place}/{index}")


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property that a schema describes, with its JSON Pointer."""
    for place, part in objects(schema):
        if not place.endswith("/properties"):
            for name, described in part.get("properties", {}).items():
                yield f"{place}/properties/{name}", described


def validator_of(schema: Any, part: dict[str, Any]) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({"$defs": schema.get("$defs", {}), **part})


def named(paths: list[Path]) -> Any:
    assert paths, "a folder of schema data is empty"
    return pytest.mark.parametrize("path", paths, ids=[f"{path.parent.name}/{path.stem}" for path in paths])


# --- the schemas themselves ---------------------------------------------------------------------------------------


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


# --- documents ----------------------------------------------------------------------------------------------------


@named(PASS + HISTORY)
def test_document_is_accepted_by_both_validators(path: Path) -> None:
    assert [pointer(error.absolute_path) + ": " + error.message for error in REFERENCE.iter_errors(read(path))] == []
    assert FAST.is_valid(read(path))


@named(FAIL)
def test_document_is_refused_at_the_place_that_is_wrong(path: Path) -> None:
    document = read(path)
    slow = [[pointer(error.absolute_path), error.validator] for error in REFERENCE.iter_errors(document)]
    fast = [[pointer(error.instance_path), error.schema_path[-1]] for error in FAST.iter_errors(document)]
    assert slow == fast == [EXPECTED[path.stem]]


def test_table_of_refused_documents_names_each_file() -> None:
    assert sorted(EXPECTED) == sorted(path.stem for path in FAIL)


def test_accepted_documents_use_every_key() -> None:
    used: set[str] = set()
    for path in PASS:
        used |= _keys(ARTICLE, read(path))
    described = {f"{id_}.{name}" for id_, part in _tables() for name in part["properties"]}
    assert described - used == set()


def _tables() -> Iterator[tuple[str, dict[str, Any]]]:
    for _, part in objects(ARTICLE):
        if isinstance(part.get("title"), str) and "properties" in part:
            yield part["title"], part


def _keys(schema: dict[str, Any], value: Any) -> set[str]:
    """Every ``Title.key`` of the schema's closed objects that occurs in `value`."""
    if "$ref" in schema:
        schema = ARTICLE["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    found: set[str] = set()
    if isinstance(value, list):
        for item in value:
            found |= _keys(schema.get("items", {}), item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in schema.get("properties", {}):
                found |= {f"{schema['title']}.{key}"} | _keys(schema["properties"][key], item)
            elif isinstance(schema.get("additionalProperties"), dict):
                found |= _keys(schema["additionalProperties"], item)
    return found


@named(PASS)
def test_spans_of_accepted_documents_quote_their_text(path: Path) -> None:
    document = read(path)
    texts = {block["id"]: block["text"] for block in document["blocks"]}
    for layer in document.get("layers", {}).values():
        for annotation in layer.get("annotations", ()):
            for span in annotation.get("spans", ()):
                assert texts[span["block"]][int(span["start"]) : int(span["end"])] == span["text"], annotation["id"]


@pytest.mark.parametrize(
    "text", ["a", "_", "a.b-c_d", "A" * 200, "A" * 201, "", "1", "-a", "a b", "a\n", "é", "a:b", "a\u2028", "a\r"]
)
def test_schema_and_code_agree_on_ids(text: str) -> None:
    document = {"schema_version": "1.0", "id": text, "metadata": {}, "blocks": []}
    assert REFERENCE.is_valid(document) == FAST.is_valid(document) == is_id(text)


@named(HISTORY)
def test_historical_document_follows_the_version_of_its_folder(path: Path) -> None:
    assert read(path)["schema_version"] == path.parent.name


# --- layers -------------------------------------------------------------------------------------------------------


@named(LAYERS)
def test_layer_file_is_valid_and_named_after_its_layer(path: Path) -> None:
    assert load_layer(path).name == path.stem


def test_built_in_layers_are_all_there() -> None:
    assert sorted(builtin_layers()) == BUILT_IN.split()


@named(LAYERS)
def test_layer_types_have_label_description_and_example(path: Path) -> None:
    layer = builtin_layers()[path.stem]
    for listed in (layer.annotations, layer.relations):
        for name, declared in (listed.types if listed else {}).items():
            assert declared.label, name
            assert declared.description, name
            assert declared.example, name
            for attribute in declared.attributes.values():
                assert attribute.label, name
        for name, attribute in (listed.attributes if listed else {}).items():
            assert attribute.label, name
            assert attribute.description, name


@named(LAYERS)
def test_layer_names_what_exists(path: Path) -> None:
    layers = builtin_layers()
    layer = layers[path.stem]
    declared = [kind for listed in (layer.annotations, layer.relations) if listed for kind in listed.types.values()]
    for end in [end for kind in declared for end in (kind.source or ()) + (kind.target or ())]:
        assert not end.startswith("layer:") or end.removeprefix("layer:").split("/")[0] in layers, end
    entity_types = layers["entity"].annotations
    assert entity_types is not None
    assert {name for kind in declared for name in kind.entity_types or ()} <= set(entity_types.types)


@named(LAYERS)
def test_tei_candidates_are_for_declared_types_and_attributes(path: Path) -> None:
    layer = builtin_layers()[path.stem]
    for name, candidates in layer.tei.annotations.items():
        assert layer.annotations is not None
        assert name == "*" or name in layer.annotations.types or (name == "" and layer.annotations.untyped), name
        known = set(layer.annotations.attributes)
        known |= set(layer.annotations.types[name].attributes) if name in layer.annotations.types else set()
        for candidate in candidates:
            for value in candidate.attributes.values():
                assert isinstance(value, str) or value.get("type") or value["attribute"] in known, name


def _marks(layer: LayerDefinition) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Element and discriminating @type or @rend of each candidate, and the layer and type it stands for."""
    assert layer.annotations is not None
    for name, candidates in layer.tei.annotations.items():
        for candidate in candidates:
            fixed = [value for value in candidate.attributes.values() if isinstance(value, str)]
            names = [name]
            if {"type": True} in candidate.attributes.values():
                names = (
                    [other for other in layer.annotations.types if other not in layer.tei.annotations]
                    if name == "*"
                    else [name]
                )
                fixed = []
            for each in names:
                mark = fixed or ([each] if {"type": True} in candidate.attributes.values() else [""])
                yield (candidate.element, " ".join(mark)), (layer.name, each)


def test_element_with_its_fixed_attributes_stands_for_one_type() -> None:
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    owner: dict[str, str] = {}
    for layer in builtin_layers().values():
        for mark, meaning in _marks(layer) if layer.annotations else ():
            assert seen.setdefault(mark, meaning) == meaning, mark
            assert owner.setdefault(mark[0], layer.name) == layer.name, f"{mark[0]} belongs to two layers"
    assert ("persName", "") in seen


def test_priorities_of_the_layers_that_cross_most_are_as_designed() -> None:
    layers = builtin_layers()
    by_priority = sorted(layers, key=lambda name: layers[name].tei.priority)
    assert by_priority[:5] == ["sentence", "token", "entity", "quotation", "field"]
    by_nesting = sorted(layers, key=lambda name: layers[name].tei.nesting)
    assert by_nesting[:5] == ["quotation", "speech", "sentence", "field", "entity"]
    assert by_nesting[-1] == "token"
    assert len({layer.tei.priority for layer in layers.values()}) == len(layers)


def test_field_types_are_metadata_paths_or_credit() -> None:
    fields = builtin_layers()["field"].annotations
    assert fields is not None
    for path in set(fields.types) - {"credit"}:
        part = ARTICLE["$defs"]["metadata"]
        for name in path.split("."):
            part = ARTICLE["$defs"][part["$ref"].removeprefix("#/$defs/")] if "$ref" in part else part
            part = part["properties"][name]


def test_every_metadata_field_has_a_field_type() -> None:
    fields = builtin_layers()["field"].annotations
    assert fields is not None
    heads = {path.split(".")[0] for path in fields.types}
    assert set(ARTICLE["$defs"]["metadata"]["properties"]) - {"extra"} == heads - {"credit"}


def test_the_whole_example_uses_built_in_layers_as_they_are_declared() -> None:
    layers = builtin_layers()
    document = read(ROOT / "fixtures" / "schema" / "pass" / "everything.json")
    assert set(document["layers"]) & set(layers)
    for name in set(document["layers"]) & set(layers):
        for key, listed in (("annotations", layers[name].annotations), ("relations", layers[name].relations)):
            for item in document["layers"][name].get(key, ()):
                assert listed is not None, name
                assert listed.untyped if "type" not in item else item["type"] in listed.types, item["id"]
                kind = listed.types.get(item.get("type", ""))
                known = set(listed.attributes) | set(kind.attributes if kind else ())
                assert set(item.get("attributes", ())) <= known, item["id"]


# --- the report ---------------------------------------------------------------------------------------------------


def _report(**finding: Any) -> dict[str, Any]:
    whole = {"code": "T101", "slug": "span-text", "severity": "error", "message": "m", "file": "-", **finding}
    return {"report_version": "1.0", "files": 1, "summary": {"error": 1, "warning": 0, "info": 0}, "findings": [whole]}


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
