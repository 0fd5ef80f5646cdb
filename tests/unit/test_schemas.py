"""Schema files that are not there, or are not JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus_tools import schemas
from corpus_tools.errors import SchemaDataError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_schema_file_that_is_not_there_is_named() -> None:
    with pytest.raises(SchemaDataError, match=r"there is no schema file nothing\.json"):
        schemas.load_schema("nothing.json")


def test_a_schema_file_that_is_not_json_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.json").write_text("{")
    monkeypatch.setattr(schemas, "schema_path", tmp_path.joinpath)
    with pytest.raises(SchemaDataError, match=r"schema file broken\.json is not JSON"):
        schemas.load_schema("broken.json")
