"""Values that have a name: fields of metadata and origin, keys of `extra`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from corpus_tools.delta import ValueChange
from corpus_tools.diffing.exact import same
from corpus_tools.model import article as model

ABSENT: Any = object()
"""Stands for a value that is not there."""

_TYPES = (
    *(model.Block, model.Annotation, model.Relation, model.Entity, model.Group, model.Agent, model.Revision),
    *(model.Origin, model.Metadata, model.Party, model.Publication, model.Dateline, model.Rights),
)
_ORDER = {key: place for place, key in enumerate(dict.fromkeys(chain(*(each.__annotations__ for each in _TYPES))))}

_ORDER["extra"] = len(_ORDER)  # it is the last one everywhere


def keys_of(*objects: Mapping[str, Any]) -> list[str]:
    """The keys of some objects, in the order of the model, those that it does not know by name at the end."""
    return sorted({*chain(*objects)}, key=lambda key: (_ORDER.get(key, len(_ORDER)), key))


def value_change(old: Any, new: Any, field: str | None = None) -> list[ValueChange]:
    """The change from one value to another; none if they are the same."""
    if old is ABSENT and new is ABSENT:
        return []
    if old is not ABSENT and new is not ABSENT and same(old, new):
        return []
    kind = "added" if old is ABSENT else "removed" if new is ABSENT else "changed"
    made: ValueChange = {"kinds": [kind]}
    if field is not None:
        made["field"] = field
    if old is not ABSENT:
        made["old"] = old
    if new is not ABSENT:
        made["new"] = new
    return [made]


def key_changes(old: Any, new: Any) -> list[ValueChange]:
    """The changes between two values: by key if both are objects, else as a whole."""
    if isinstance(old, dict) and same(old, new):
        return []
    if not isinstance(old, dict) or not isinstance(new, dict) or "" in old or "" in new:
        return value_change(old, new)
    return [
        change for key in keys_of(old, new) for change in value_change(old.get(key, ABSENT), new.get(key, ABSENT), key)
    ]


def field_changes(old: dict[str, Any], new: dict[str, Any]) -> list[ValueChange]:
    """The changes between two objects by field; those of a value that is an object itself by its own keys."""
    made: list[ValueChange] = []
    if same(old, new):
        return made
    for key in keys_of(old, new):
        x, y = old.get(key, ABSENT), new.get(key, ABSENT)
        if key != "extra" and isinstance(x, dict) and isinstance(y, dict):
            made += [{**change, "field": f"{key}.{change['field']}"} for change in key_changes(x, y)]
        else:
            made += value_change(x, y, key)
    return made


def with_values(old: Any, changes: Iterable[ValueChange], *, nested: bool = False) -> Any:
    """The value `old`, or `ABSENT`, after `changes`; with `nested` a dot in a field parts keys."""
    made = {**old} if isinstance(old, dict) else old
    for change in changes:
        new = change.get("new", ABSENT)
        if "field" not in change:
            made = new
            continue
        key, _, inner = change["field"].partition(".") if nested else (change["field"], "", "")
        target = made
        if inner:
            target = made[key] = {**made[key]}
            key = inner
        if new is ABSENT:
            del target[key]
        else:
            target[key] = new
    return made
