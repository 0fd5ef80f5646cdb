"""The things of a document that have an id, by the kinds that layer files name."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from corpus_tools.model.index import Index

_LISTS = ("blocks", "groups", "entities", "agents")


def ids_of(index: Index, kind: str) -> Collection[str]:
    """The ids of one kind: ``article``, a list of the article, ``layer:NAME`` or ``layer:NAME/TYPE``."""
    key = f"ids of {kind}"
    if key not in index.shared:
        index.shared[key] = frozenset(_ids(index, kind))
    found: Collection[str] = index.shared[key]
    return found


def _ids(index: Index, kind: str) -> Iterator[str]:
    if kind == "article":
        yield index.article["id"]
    elif kind in _LISTS:
        yield from (thing["id"] for thing in index.article.get(kind, ()))
    else:
        name, _, type_ = kind.removeprefix("layer:").partition("/")
        layer = index.layers.get(name, {})
        for each in (layer.get("annotations", ()), layer.get("relations", ())):
            yield from (item["id"] for item in each if not type_ or item.get("type") == type_)


def what_is(index: Index, name: str) -> str:
    """What has the id `name`, in words."""
    if name == index.article["id"]:
        return "the article"
    for kind in _LISTS:
        if name in ids_of(index, kind):
            return {"blocks": "a block", "groups": "a group", "entities": "an entity", "agents": "an agent"}[kind]
    item = next(item for item in index.items() if item.value["id"] == name)
    type_ = item.value.get("type")
    what = "an annotation" if item.list == "annotations" else "a relation"
    return f"{what} of the layer {item.layer!r}" + (f" with the type {type_!r}" if type_ else "")
