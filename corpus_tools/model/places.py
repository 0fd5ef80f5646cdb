"""Values of an article together with their JSON Pointers.

Made for documents in which something was found; clean ones are told by the columns of `Index`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple


class Item(NamedTuple):
    """An annotation or relation and where it stands: layer, ``annotations`` or ``relations``, JSON Pointer."""

    layer: str
    list: str
    pointer: str
    value: dict[str, Any]


class Place(NamedTuple):
    """A string of the document: its JSON Pointer, the key it stands under, itself.

    A member of a list has the key of the list. Below ``attributes`` and ``extra``, where keys mean nothing
    to the model, the key is that of the whole.
    """

    pointer: str
    key: str
    value: str


def items(layers: dict[str, dict[str, Any]]) -> Iterator[Item]:
    """Every annotation and relation of `layers`."""
    for name, layer in layers.items():
        for kind in ("annotations", "relations"):
            for number, value in enumerate(layer.get(kind, ())):
                yield Item(name, kind, f"/layers/{name}/{kind}/{number}", value)


def attributes(article: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """JSON Pointer and value of every attributes object."""
    for item in items(article.get("layers", {})):
        if "attributes" in item.value:
            yield f"{item.pointer}/attributes", item.value["attributes"]
    for kind in ("groups", "entities"):
        for number, thing in enumerate(article.get(kind, ())):
            if "attributes" in thing:
                yield f"/{kind}/{number}/attributes", thing["attributes"]


def strings(article: dict[str, Any]) -> Iterator[Place]:
    """Every string outside of `extra`."""
    return _strings(article, "", "")


def extras(article: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """JSON Pointer and value of every `extra`."""
    return _extras(article, "")


def _strings(value: Any, pointer: str, key: str) -> Iterator[Place]:
    if isinstance(value, str):
        yield Place(pointer, key, value)
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield from _strings(member, f"{pointer}/{number}", key)
    elif isinstance(value, dict):
        for name, member in value.items():
            if pointer == "/layers":  # names of layers are no keys of the model
                yield from _strings(member, f"/layers/{name}", "")
            elif key == "attributes":
                yield from _strings(member, f"{pointer}/{name}", key)
            elif name != "extra":
                yield from _strings(member, f"{pointer}/{name}", name)


def _extras(value: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        for number, member in enumerate(value):
            yield from _extras(member, f"{pointer}/{number}")
    elif isinstance(value, dict):
        for name, member in value.items():
            if name == "extra" and pointer != "/layers":
                yield f"{pointer}/extra", member
            elif name != "attributes" or pointer == "/layers":
                yield from _extras(member, f"{pointer}/{name}")
