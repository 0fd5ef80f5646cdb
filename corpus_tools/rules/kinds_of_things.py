"""The things of a document that have an id, by the kinds that layer files name."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from corpus_tools.model.index import Index

_LISTS = {"blocks": "a block", "groups": "a group", "entities": "an entity", "agents": "an agent"}
_ITEMS = {"annotations": "an annotation", "relations": "a relation"}


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
        items = [*layer.get("annotations", ()), *layer.get("relations", ())]
        yield from [item["id"] for item in items if not type_ or item.get("type") == type_]


def an(kind: str) -> str:
    """One thing of a list of items, in words: ``annotations`` or ``relations``."""
    return _ITEMS[kind]


def thing_at(pointer: str) -> str:
    """What is at a pointer, in words too, since only who reads JSON knows pointers."""
    *before, kind, _ = pointer.split("/") if pointer else ("", "article", "")
    if kind == "article":
        return "the article"
    layer = f" of the layer {before[-1]!r}" if kind in _ITEMS else ""
    return f"{(_LISTS | _ITEMS)[kind]}{layer} ({pointer})"


def what_is(index: Index, name: str) -> str:
    """What has the id `name`, in words."""
    if "what things are" not in index.shared:
        index.shared["what things are"] = dict(_said(index))
    said: str = index.shared["what things are"][name]
    return said


def _said(index: Index) -> Iterator[tuple[str, str]]:
    yield index.article["id"], "the article"
    for kind, what in _LISTS.items():
        yield from ((thing["id"], what) for thing in index.article.get(kind, ()))
    for item in index.items():
        type_ = item.value.get("type")
        what = f"{_ITEMS[item.list]} of the layer {item.layer!r}"
        yield item.value["id"], what + (f" with the type {type_!r}" if type_ else "")
