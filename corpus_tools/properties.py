"""The properties of an article, as the article schema describes them.

Each is named by its JSON Pointer, with ``*`` for any item of a list and any key of a map:
``/metadata/authors/*/name``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from corpus_tools.schemas import ARTICLE_SCHEMA, load_schema


class Property(NamedTuple):
    """One property.

    Attributes:
        owner: pointer of the object that has it; empty for the article.
        name: its key.
        schema: what the schema says about it, with that of the definition it refers to.
        required: whether the object cannot be without it.
        definition: name of the definition that describes its value, or the items of its value, if there is one.
        has_properties: whether its value, or an item of it, has properties of its own.
    """

    owner: str
    name: str
    schema: dict[str, Any]
    required: bool
    definition: str | None
    has_properties: bool


@cache
def article_properties() -> dict[str, Property]:
    """All properties by pointer, in the order of the schema, each before what is below it; do not change it."""
    return dict(_below(load_schema(ARTICLE_SCHEMA), ""))


def _below(schema: dict[str, Any], owner: str) -> Iterator[tuple[str, Property]]:
    """The properties of an object that `schema` describes, and all below them."""
    for name, own in schema["properties"].items():
        pointer = f"{owner}/{name}"
        whole = _resolved(own)
        inner, step = whole, ""
        for key in ("items", "additionalProperties"):
            if isinstance(inner.get(key), dict):
                inner, step = inner[key], f"{step}/*"
        definition = _definition_name(own) or _definition_name(inner)
        inner = _resolved(inner)
        below = dict(_below(inner, pointer + step)) if "properties" in inner else {}
        yield pointer, Property(owner, name, whole, name in schema.get("required", ()), definition, bool(below))
        yield from below.items()


def _definition_name(schema: dict[str, Any]) -> str | None:
    reference = schema.get("$ref")
    return reference.removeprefix("#/$defs/") if isinstance(reference, str) else None


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """`schema` with the keywords of what it refers to; its own ones win, and all that is required is."""
    name = _definition_name(schema)
    if name is None:
        return schema
    found = load_schema(ARTICLE_SCHEMA)["$defs"][name]
    required = [*found.get("required", ()), *schema.get("required", ())]
    return {**found, **schema, **({"required": required} if required else {})}
