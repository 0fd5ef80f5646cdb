"""The delta schema: its types in Python, and the deltas among the fixtures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema_rs
import pytest
from schema_files import ROOT, named, read

from corpus_tools import delta

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = read(ROOT / "schema" / "delta.schema.json")
DELTAS = sorted((ROOT / "fixtures" / "deltas").glob("*/delta.json"))
TYPES = {
    "article": delta.Delta,
    "corpus": delta.CorpusDelta,
    "side": delta.Side,
    "value": delta.ValueChange,
    "block_change": delta.BlockChange,
    "placed_block": delta.PlacedBlock,
    "edit": delta.Edit,
    "stretch": delta.Stretch,
    "thing_change": delta.ThingChange,
    "layer_change": delta.LayerChange,
    "revision_change": delta.RevisionChange,
    "placed_revision": delta.PlacedRevision,
    "document_change": delta.DocumentChange,
}
WHOLE: dict[str, Any] = SCHEMA["examples"][0]


def test_schema_and_python_types_have_the_same_keys_in_the_same_order() -> None:
    assert TYPES.keys() == {name for name, part in SCHEMA["$defs"].items() if "properties" in part}
    for name, typed in TYPES.items():
        assert list(typed.__annotations__) == list(SCHEMA["$defs"][name]["properties"]), name
        needed = {key for key, hint in typed.__annotations__.items() if "NotRequired" not in str(hint)}
        assert needed == set(SCHEMA["$defs"][name]["required"]), name


def test_parts_are_the_keys_of_a_delta_that_list_changes() -> None:
    article = read(ROOT / "schema" / "article.schema.json")["properties"]
    assert list(delta.PARTS) == list(article)
    assert set(delta.PARTS) == SCHEMA["$defs"]["article"]["properties"].keys() - {"delta_version", "old", "new", "ids"}


@named(DELTAS)
def test_the_deltas_of_the_fixtures_meet_the_schema(path: Path) -> None:
    jsonschema.validate(read(path), SCHEMA)
    assert jsonschema_rs.Draft202012Validator(SCHEMA).is_valid(read(path))


@pytest.mark.parametrize(
    "change",
    [
        {"blocks": [{"kinds": ["text"], "old": [], "new": []}]},
        {"blocks": [{"kinds": [], "old": [], "new": [], "edits": []}]},
        {"layers": [{"layer": "entity", "kinds": ["moved"]}]},
        {"layers": [{"layer": "entity", "kinds": ["type", "type"]}]},
        {"ids": {"b 1": "b2"}},
        {"title": []},
        {"documents": []},
    ],
)
def test_the_schema_refuses_what_is_no_delta(change: dict[str, Any]) -> None:
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid({**WHOLE, **change})
    assert not jsonschema_rs.Draft202012Validator(SCHEMA).is_valid({**WHOLE, **change})


def test_a_delta_is_empty_if_no_part_lists_a_change() -> None:
    same: Any = {**WHOLE, **{part: [] for part in delta.PARTS}}
    assert delta.is_empty(same)
    assert delta.is_empty({**same, "ids": {"b1": "b2"}})
    for part in delta.PARTS:
        assert not delta.is_empty({**same, part: [{"kinds": ["added"]}]})
