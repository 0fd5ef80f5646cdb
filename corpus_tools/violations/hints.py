"""What to write instead of what the article schema refuses."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from corpus_tools.mending import in_form, in_type, shown
from corpus_tools.nearest import nearest
from corpus_tools.violations.definitions import at, definition_of, first_sentence, is_required, resolved


def hint_for_value(error: Any) -> str | None:
    """What to do about a value; None where nobody can say."""
    find = _hint_for_nothing if error.instance is None else _HINTS.get(error.kind.name)
    return find(error) if find else None


def hint_for_key(key: str, meant: str | None, error: Any) -> str:
    """What to do about a key that is not known, for which perhaps another was `meant`."""
    keys = definition_of(error).get("properties", {})
    own = "data of your own" if "extra" in keys else ""
    if meant is not None and meant not in error.instance:
        return f"write {shown(meant)}" + (f", or put {own} into extra" if own else "")
    if key in _keys_of_items(keys):
        return f"{key} is a key of each of {_keys_of_items(keys)[key]}"
    if "attributes" in keys:
        return f"put it into attributes, or {own} into extra"
    return "own data belongs in extra" if own else "take it away; own data belongs in the extra of a thing with an id"


def home_of(key: str, error: Any) -> str | None:
    """Where a key belongs that stands too far outside, or too far inside, as a hint; None if nobody can say."""
    keys, value = definition_of(error).get("properties", {}), error.instance[key]
    for name, part in keys.items():
        if key in resolved(part).get("properties", ()):
            return f"{key} is a key of {name}"
    if "layers" in keys and isinstance(value, dict) and not value.keys().isdisjoint({"annotations", "relations"}):
        return f"{key} is a layer: it stands in layers"
    outer = at([])["properties"]
    return f"{key} is a key of the article, not of what is in it" if key in outer and keys is not outer else None


def _keys_of_items(keys: dict[str, Any]) -> dict[str, str]:
    """The lists of an object by the keys of their items; of several with one key, the first."""
    lists = {name: resolved(resolved(part).get("items", {})) for name, part in keys.items()}
    return {key: name for name, item in reversed(lists.items()) for key in item.get("properties", ())}


def _hint_for_nothing(error: Any) -> str:
    """What to do where nothing empty may stand."""
    required = is_required(error)
    if required is None:
        return "write a value, or leave the key out if it may be missing"
    return "write a value" if required else "write a value, or leave the key out where nothing is known"


def _hint_for_choice(error: Any) -> str | None:
    """Which of the values that may stand here was meant."""
    value, options = error.instance, error.kind.options
    if isinstance(value, list) and len(value) == 1 and value[0] in options:
        return f"write {shown(value[0])} without the brackets [ ]"
    meant = nearest(value, map(str, options)) if isinstance(value, str) else None
    return None if meant is None else f"write {shown(meant)}"


def _hint_for_type(error: Any) -> str | None:
    """The same value in the right type, or else what an object or number has to be there."""
    if meant := in_type(error.instance, error.kind.types):
        return meant
    part = definition_of(error)
    if "properties" in part:
        return f"write an object with {', '.join(part.get('required', part['properties']))}"
    return _hint_for_range(error) if "minimum" in part else None


def _hint_for_form(error: Any) -> str | None:
    """The same value in the right form, or what that form is."""
    part = definition_of(error)
    if meant := in_form(error.instance, partial(_has_form, part)):
        return f"write {shown(meant)}"
    is_datatype = error.schema_path[:-2] == ["$defs"] and "not" not in part  # a form that many keys have
    return first_sentence(part["description"]) if is_datatype else None


def _hint_for_range(error: Any) -> str:
    return first_sentence(definition_of(error)["description"])


def _has_form(part: dict[str, Any], text: str) -> bool:
    """Whether a text has the form that a definition asks for."""
    if "not" in part and re.search(part["not"]["pattern"], text):
        return False
    return re.search(part["pattern"], text) is not None and len(text) <= part.get("maxLength", len(text))


_HINTS: dict[str, Callable[[Any], str | None]] = {
    "minLength": _hint_for_nothing,
    "minItems": _hint_for_nothing,
    "minProperties": _hint_for_nothing,
    "enum": _hint_for_choice,
    "type": _hint_for_type,
    "pattern": _hint_for_form,
    "not": _hint_for_form,
    "minimum": _hint_for_range,
    "maximum": _hint_for_range,
}
"""Hints by keywords of the schema."""
