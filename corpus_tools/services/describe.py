"""The documentation of schema, layers and TEI mapping, for people who build a corpus; made from the data alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from typing import Any

from corpus_tools.layers import LayerDefinition, builtin_layers
from corpus_tools.mapping import Mapping, tei_mapping
from corpus_tools.properties import Property, article_properties
from corpus_tools.schemas import ARTICLE_SCHEMA, load_schema
from corpus_tools.services.describe_layers import layer_lines
from corpus_tools.services.describe_tei import mapping_lines, vocabulary_lines
from corpus_tools.tei_places import Place, tei_places

_INTRODUCTION = """\
# The schema

An article is one JSON object, or one TEI document that says the same.
This page shows every key of the one with its place in the other.
It is made from the files of `schema/` by `corpus-tools schema docs`; do not edit it.

A JSON Pointer says where a key stands; `*` is any item of a list, or any name in a map.
A TEI place is an XPath without prefixes; `(a|b)` is either element.
Keys are optional unless they are called required; what is not known is absent."""


def schema_docs(mapping: Mapping | None = None, layers: MappingOf[str, LayerDefinition] | None = None) -> str:
    """The documentation as Markdown; of the mapping and the layers of the package if none are given.

    Raises:
        SchemaDataError: the mapping names something that is no property of an article.
    """
    mapping = mapping or tei_mapping()
    layers = builtin_layers() if layers is None else layers
    places = tei_places(mapping, layers)
    lines = [
        _INTRODUCTION,
        *_contents(),
        *(line for title, members in _objects().items() for line in _object_lines(title, members, places)),
        *_value_lines(),
        *vocabulary_lines(mapping),
        *layer_lines(layers, mapping),
        *mapping_lines(mapping),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _contents() -> list[str]:
    titles = [*_objects(), "Values", "Roles", "Groups", "Layers", "TEI"]
    return ["", "Contents: " + ", ".join(f"[{title}](#{anchor(title)})" for title in titles) + "."]


def anchor(title: str) -> str:
    """The name that renderers of Markdown give to a heading."""
    return title.lower().replace(" ", "-")


Members = dict[str, list[tuple[str, Property]]]
"""The properties of one kind of object by key, each with the pointers at which it stands."""


def _objects() -> dict[str, Members]:
    """The kinds of objects by title, in the order in which the schema comes to them."""
    found: dict[str, Members] = {}
    for pointer, described in article_properties().items():
        title = _object_schema(described.owner).get("title", "")
        found.setdefault(title, {}).setdefault(described.name, []).append((pointer, described))
    return found


def _object_schema(owner: str) -> dict[str, Any]:
    """What the schema says about the object at a pointer."""
    schema: dict[str, Any] = load_schema(ARTICLE_SCHEMA)
    if not owner:
        return schema
    described = article_properties()[owner.removesuffix("/*")]
    if described.definition is not None:
        found: dict[str, Any] = schema["$defs"][described.definition]
        return found
    return described.schema.get("items", described.schema) if owner.endswith("/*") else described.schema


def _object_lines(title: str, members: Members, places: MappingOf[str, tuple[Place, ...]]) -> Iterator[str]:
    (_, first), *_ = next(iter(members.values()))
    yield from ("", f"## {title}", "", _object_schema(first.owner)["description"])
    for name, standing in members.items():
        _, described = standing[0]
        yield from ("", f"### {title}: `{name}`", "", described.schema["description"], "")
        yield f"- Value: {_value(described)}{_required(standing)}"
        yield from (f"  - `{value}`: {meaning}" for value, meaning in described.schema.get("x-values", {}).items())
        for pointer, _ in standing:
            yield f"- JSON Pointer: `{pointer}`"
            yield from (f"  - TEI: {shown(place)}" for place in places[pointer])
        yield f"- Example: `{_json(described.schema['examples'][-1])}`"


def shown(place: Place) -> str:
    """A place as Markdown."""
    return f"`{place.xpath}`" + (f" ({place.how})" if place.how else "")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _required(standing: Iterable[tuple[str, Property]]) -> str:
    required = {pointer.rpartition("/")[0]: described.required for pointer, described in standing}
    if all(required.values()):
        return ", required"
    some = [f"`{owner}`" for owner, needed in required.items() if needed]
    return f", required in {' and '.join(some)}" if some else ""


def _value(described: Property) -> str:
    """What kind of value a property has."""
    schema = described.schema
    kind = f"[{described.definition}](#{anchor(_title(described.definition))})" if described.definition else ""
    if "x-values" in schema:
        return "one of"
    if schema.get("type") == "array":
        return f"list of {kind or schema['items'].get('type', 'any')}"
    if "properties" not in schema and isinstance(schema.get("additionalProperties"), dict) and described.has_properties:
        return f"map of {kind}"
    limits = [f"{word} {schema[key]}" for key, word in (("minimum", "from"), ("maximum", "to")) if key in schema]
    return kind or " ".join([schema.get("type", "any JSON"), *limits])


def _title(definition: str | None) -> str:
    schema = load_schema(ARTICLE_SCHEMA)["$defs"][definition]
    is_object = schema.get("type") == "object" and "properties" in schema
    return str(schema["title"]) if is_object else "Values"


def _value_lines() -> Iterator[str]:
    """The definitions that are no objects with keys of their own."""
    yield from ("", "## Values", "", "| value | meaning | examples |", "|---|---|---|")
    for name, schema in load_schema(ARTICLE_SCHEMA)["$defs"].items():
        if "properties" not in schema:
            examples = ", ".join(f"`{_json(example)}`" for example in schema["examples"])
            yield f"| {name} | {schema['description']} | {examples} |"
