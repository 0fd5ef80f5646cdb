"""The built-in layer files are complete, agree with the article schema, and can be told apart in TEI."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from schema_files import ARTICLE, ROOT, named, read

from corpus_tools.errors import ConfigError
from corpus_tools.layers import LayerDefinition, all_layers, builtin_layers, load_layer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAYERS = sorted((ROOT / "schema" / "layers").glob("*.json"))
BUILT_IN = "coreference correction dependency entity field markup page quotation sentence speech token"


@named(LAYERS)
def test_layer_file_is_valid_and_named_after_its_layer(path: Path) -> None:
    assert load_layer(str(path)).name == path.stem


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


def test_a_layer_of_a_user_has_no_elements_of_its_own(tmp_path: Path) -> None:
    frame = ROOT / "fixtures" / "annotated" / "layers" / "frame.json"
    assert all_layers([str(frame)]).keys() - builtin_layers().keys() == {"frame"}
    own = tmp_path / "frame.json"
    own.write_text(json.dumps({**read(frame), "tei": {"annotations": {"*": [{"element": "persName"}]}}}))
    with pytest.raises(ConfigError, match=r"frame\.json:1:\d+: tei\.annotations: only .* elements of their own"):
        all_layers([str(own)])


def test_a_layer_file_may_be_named_twice_and_a_layer_may_not(tmp_path: Path) -> None:
    frame = ROOT / "fixtures" / "annotated" / "layers" / "frame.json"
    assert len(all_layers([str(frame), f"{frame.parent}/./frame.json"])) == len(builtin_layers()) + 1
    for name, whose in (("frame", f"that of {frame}"), ("entity", "which comes with the program")):
        (tmp_path / "again").write_text("{\n" + json.dumps({"name": name, **read(frame)} | {"name": name})[1:])
        with pytest.raises(ConfigError) as caught:
            all_layers([str(frame), str(tmp_path / "again")])
        assert str(caught.value) == f"{tmp_path}/again:2:1: name: there is already a layer {name}, {whose}"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"constraints": {"overlaps": False}}, "constraints.overlaps: unknown key (did you mean overlap?)"),
        ({"constraints": {"overlap": "no"}}, '"no" should be true or false, such as false'),
        ({"constraints": {"tiles": "block"}}, '"block" is not of the form that is needed, such as "blocks"'),
        ({"constraints": {}}, "constraints: is empty; leave it out"),
        ({"name": None}, ":1:1: key name is missing"),
        ({"name": "my layer"}, '"my layer" has a character that the name of a layer cannot have, such as "entity"'),
        ({"annotations": None}, ":1:1: one of the keys annotations, relations is needed"),
        (
            {"relations": {"source": ["layr:token"]}},
            'relations.source[0]: "layr:token" is not of the form that is needed, such as "layer:token"',
        ),
        (
            {"annotations": {"types": {"ok": {}, "a b": {}}}},
            'annotations.types."a b": the key "a b" has a character that',
        ),
        (
            {"annotations": {"types": {"9": {}}}},
            'annotations.types.9: the key "9" is not of the form that is needed, such as "person"',
        ),
        ({"tei": {"priority": 5000}}, "5000 should be 1000 or less"),
    ],
)
def test_what_is_wrong_with_a_layer_file_is_said_in_words(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    right = {"name": "scene", "title": "Scenes", "description": "Parts of a story.", "annotations": {"untyped": True}}
    content = {key: value for key, value in {**right, **change}.items() if value is not None}
    (tmp_path / "scene.json").write_text(json.dumps(content))
    with pytest.raises(ConfigError) as caught:
        load_layer(str(tmp_path / "scene.json"))
    assert caught.value.line == 1
    assert reason in str(caught.value)
