"""What the tests of ``schema/`` share: where the files lie, and ways to walk a schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


ARTICLE = read(ROOT / "schema" / "article.schema.json")


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


def named(paths: list[Path]) -> Any:
    assert paths, "a folder of schema data is empty"
    return pytest.mark.parametrize("path", paths, ids=[f"{path.parent.name}/{path.stem}" for path in paths])
