"""The files of ``schema/``: where they lie, and the article schema compiled for use.

`schema_path` is the only place that knows where the data lies: beside the package in a checkout (also an
editable install), inside the package in an installed wheel.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from corpus_tools.errors import SchemaDataError

if TYPE_CHECKING:
    import jsonschema_rs

ARTICLE_SCHEMA = "article.schema.json"


def schema_path(name: str) -> Path:
    """Path of the file `name` of ``schema/``, such as ``layers/entity.json``."""
    package = Path(__file__).parent
    installed = package / "_schema"
    return (installed if installed.is_dir() else package.parent / "schema") / name


def schema_files() -> list[str]:
    """Names of all files of ``schema/`` that are data, sorted: what `schema_path` takes."""
    top = schema_path("")
    return sorted(
        path.relative_to(top).as_posix() for path in top.rglob("*") if path.suffix in {".json", ".rng", ".odd"}
    )


@cache
def load_schema(name: str) -> Any:
    """Content of the JSON file `name` of ``schema/``; shared, so do not change it.

    Raises:
        SchemaDataError: there is no such file, or it is not JSON.
    """
    try:
        return msgspec.json.decode(schema_path(name).read_bytes())
    except OSError as error:
        raise SchemaDataError(f"there is no schema file {name}") from error
    except msgspec.DecodeError as error:
        raise SchemaDataError(f"schema file {name} is not JSON: {error}") from error


@cache
def article_validator() -> jsonschema_rs.Draft202012Validator:
    """The article schema, compiled by the fast validator."""
    import jsonschema_rs  # noqa: PLC0415  heavy, and only needed when something is validated

    return jsonschema_rs.Draft202012Validator(load_schema(ARTICLE_SCHEMA))
