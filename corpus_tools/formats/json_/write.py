"""Write JSON: the one canonical text of an article.

One item a line, so that a version control system shows what changed: objects and lists that hold items are
opened up, items are compact. Keys stand in the order of the article schema, whose properties are the only
place where that order is said; keys of users (attributes, layers, `extra`) in the order of code points.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from corpus_tools.formats.base import WriteOptions, Written
from corpus_tools.model.article import Article
from corpus_tools.model.canonical import canonical
from corpus_tools.schemas import ARTICLE_SCHEMA, load_schema

_compact = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
_ITEM_LISTS = frozenset({"blocks", "groups", "entities", "agents", "revisions"})
_LAYER_LISTS = frozenset({"annotations", "relations"})
_NO_CHARACTERS = str.maketrans({code: f"\\u{code:04x}" for code in (0xFFFE, 0xFFFF)})
_Order = Callable[[Any], Any]


def write(article: Article, options: WriteOptions) -> Written:  # noqa: ARG001  JSON has one form only
    """The canonical JSON text of a valid article; nothing is ever lost."""
    ordered = _article_order()(canonical(article))
    text = "{\n" + ",\n".join(f'"{key}": {_top(key, value)}' for key, value in ordered.items()) + "}\n"
    return Written(text.translate(_NO_CHARACTERS).encode() if "\ufffe" in text or "\uffff" in text else text.encode())


def _top(key: str, value: Any) -> str:
    """A value of the article: opened up if it holds items."""
    if key in _ITEM_LISTS:
        return _opened("[", map(_compact, value), "]")
    if key == "metadata":
        return _opened("{", (f'"{name}": {_compact(member)}' for name, member in value.items()), "}")
    if key == "layers":
        return _opened("{", (f'"{name}": {_layer(layer)}' for name, layer in value.items()), "}")
    return _compact(value)


def _layer(layer: dict[str, Any]) -> str:
    text = ""
    for key, value in layer.items():
        listed = key in _LAYER_LISTS
        shown = _opened("[", map(_compact, value), "]", "    ") if listed else _compact(value)
        between = "" if not text else ",\n    " if text.endswith("]") else ", "
        text += f'{between}"{key}": {shown}'
    return f"{{{text}}}"


def _opened(opening: str, members: Iterable[str], closing: str, indent: str = "  ") -> str:
    """A list or object with one member a line; empty ones stay on their line."""
    body = f",\n{indent}".join(members)
    return f"{opening}\n{indent}{body}{closing}" if body else opening + closing


@cache
def _article_order() -> _Order:
    """A function that puts the keys of an article into the order of the schema."""
    schema = load_schema(ARTICLE_SCHEMA)
    order = _order(schema, schema["$defs"])
    assert order is not None, "the article has properties"
    return order


def _order(schema: dict[str, Any], definitions: dict[str, Any]) -> _Order | None:
    """What orders the keys of a value of `schema`; None if there is nothing to order."""
    if "$ref" in schema:
        return _order(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "properties" in schema:
        children = {key: _order(part, definitions) for key, part in schema["properties"].items()}
        return _object_order(children)
    if "items" in schema:
        item = _order(schema["items"], definitions)
        return item and (lambda value: [item(member) for member in value])
    if isinstance(schema.get("additionalProperties"), dict):
        member = _order(schema["additionalProperties"], definitions)
        return member and (lambda value: {key: member(value[key]) for key in value})
    return None


def _object_order(children: dict[str, _Order | None]) -> _Order:
    rank = {key: number for number, key in enumerate(children)}.__getitem__
    nested = [(key, order) for key, order in children.items() if order is not None]

    def ordered(value: dict[str, Any]) -> dict[str, Any]:
        made = {key: value[key] for key in sorted(value, key=rank)}
        for key, order in nested:
            if key in made:
                made[key] = order(made[key])
        return made

    return ordered
