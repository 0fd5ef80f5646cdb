"""The fixtures say what the article schema takes and refuses, and both validators agree on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema_rs
import pytest
from schema_files import ARTICLE, ROOT, named, objects, read

from corpus_tools.model.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASS = sorted((ROOT / "fixtures" / "schema" / "pass").glob("*.json"))
FAIL = sorted((ROOT / "fixtures" / "schema" / "fail").glob("*.json"))
HISTORY = sorted((ROOT / "fixtures" / "history").glob("*/*.json"))
EXPECTED = read(ROOT / "fixtures" / "schema" / "fail.json")
REFERENCE = jsonschema.Draft202012Validator(ARTICLE)
FAST = jsonschema_rs.Draft202012Validator(ARTICLE)


def pointer(path: Any) -> str:
    return "".join(f"/{part}" for part in path)


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
