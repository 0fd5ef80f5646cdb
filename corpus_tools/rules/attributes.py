"""Attributes of annotations and relations against the declarations of their layers.

Several rules ask about the same few attributes: those whose value is not simply of the Python type that
the declaration asks for. They are collected once for each document.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, NamedTuple

from corpus_tools.findings import Problem
from corpus_tools.layers import AttributeDefinition
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context
from corpus_tools.rules.undeclared_type import allows

_NONE: dict[str, Any] = {}


class OddAttribute(NamedTuple):
    """An attribute that needs a closer look; `definition` is None where its layer declares others, the `known` ones."""

    layer: str
    pointer: str
    name: str
    value: Any
    definition: AttributeDefinition | None
    known: Collection[str]


def odd_attributes(index: Index, context: Context) -> list[OddAttribute]:
    """The attributes of known layers that need a closer look, in document order."""
    if not index.attributed:
        return []
    if "odd_attributes" not in index.shared:
        index.shared["odd_attributes"] = _collect(index, context) if _any_odd(index, context) else []
    found: list[OddAttribute] = index.shared["odd_attributes"]
    return found


class Datatype(NamedTuple):
    """Strings that have to be of one datatype: where they stand, how they are tested, what is said of others.

    `keys` are those of the model, `declared` is the type of such attributes in layer files.
    """

    declared: str
    keys: frozenset[str]
    accepts: Callable[[str], bool]
    reason: str
    hint: Callable[[str], str]


def misfits(index: Index, context: Context, datatype: Datatype, column: Iterable[str]) -> Iterable[Problem]:
    """Problems of the strings that are not of `datatype`; `column` holds those of the model's own keys."""
    if all(map(datatype.accepts, column)) and not odd_attributes(index, context):
        return ()
    return _misfits(index, context, datatype)


def _misfits(index: Index, context: Context, datatype: Datatype) -> Iterator[Problem]:
    for pointer, key, value in index.strings():
        if key in datatype.keys and not datatype.accepts(value):
            yield Problem(f"{value!r} {datatype.reason}", pointer, datatype.hint(value))
    for odd in odd_attributes(index, context):
        if odd.definition is None or odd.definition.type != datatype.declared or not isinstance(odd.value, str):
            continue
        if not datatype.accepts(odd.value):
            yield Problem(f"{odd.value!r} {datatype.reason}", odd.pointer, datatype.hint(odd.value))


def has_type(value: Any, declared: str) -> bool:
    """Whether an attribute's value is of a type of the layer files; dates, URIs and languages are strings."""
    if declared == "boolean":
        return isinstance(value, bool)
    if declared == "integer":
        return type(value) is int or (type(value) is float and value.is_integer())
    if declared == "number":
        return type(value) in (int, float)
    if declared == "strings":
        return isinstance(value, list)
    return isinstance(value, str)


def _any_odd(index: Index, context: Context) -> bool:
    for key, items in index.attributed.items():
        if key in context.lists:
            plain = context.lists[key].plain
            for item in items:
                expected = plain.get(item.get("type"), _NONE)
                for name, value in item["attributes"].items():
                    if expected.get(name) is not type(value):
                        return True
    return False


def _collect(index: Index, context: Context) -> list[OddAttribute]:
    found = []
    for item in index.items():
        declared = context.lists.get((item.layer, item.list))
        kind = item.value.get("type")
        if declared is None or "attributes" not in item.value or not allows(declared, kind):
            continue
        definitions = declared.attributes.get(kind, declared.attributes[None])
        plain = declared.plain.get(kind, _NONE)
        for name, value in item.value["attributes"].items():
            if plain.get(name) is type(value) or (name not in definitions and declared.definition.open):
                continue
            place = f"{item.pointer}/attributes/{name}"
            found.append(OddAttribute(item.layer, place, name, value, definitions.get(name), definitions.keys()))
    return found
