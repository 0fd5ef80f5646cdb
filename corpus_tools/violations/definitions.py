"""The parts of the article schema that errors are about."""

from __future__ import annotations

import re
from typing import Any

from corpus_tools.schemas import ARTICLE_SCHEMA, load_schema


def definition_of(error: Any) -> Any:
    """The part of the schema whose keyword is broken."""
    return at(error.schema_path[:-1])


def at(path: list[str | int]) -> Any:
    """The part of the schema at `path`."""
    part = load_schema(ARTICLE_SCHEMA)
    for step in path:
        part = part[step]
    return part


def resolved(part: Any) -> Any:
    """A part of the schema, or what it refers to."""
    while "$ref" in part:
        part = at(part["$ref"].split("/")[1:])
    return part


def is_required(error: Any) -> bool | None:
    """Whether the key of the value at fault has to be there; None if the schema says so elsewhere."""
    path = error.schema_path
    if len(path) < 3 or path[-3] != "properties":
        return None
    return path[-2] in at(path[:-3]).get("required", ())


def meaning(part: Any, key: str) -> str:
    """What a key says, so that somebody can write it."""
    while "properties" not in part:  # such as a party that needs a role: it is described elsewhere
        part = at(part["$ref"].split("/")[1:])
    return f"{key}: {first_sentence(part['properties'][key]['description'])}"


def first_sentence(text: str) -> str:
    """The first sentence of a description, without its full stop."""
    return re.split(r"(?<=[a-z`)])\. ", text, maxsplit=1)[0].rstrip(".")
