"""What of its schema a table breaks, in words that name what is allowed."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import date, time
from typing import Any, cast

from corpus_tools.nearest import nearest
from corpus_tools.schemas import load_schema
from corpus_tools.tables.places import Path

_TYPES = {
    "string": "text in quotes",
    "array": "a list",
    "object": "a table",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
}
_SHOWN = 60  # characters of a value in a message


def faults(content: Any, schema: str) -> Iterator[tuple[Path, str]]:
    """Yield the path of each place at which `content` breaks the schema file `schema`, and what is wrong."""
    import jsonschema_rs  # noqa: PLC0415  heavy, and only needed when there is a table

    strange = list(_strange(content, ()))
    if strange:
        yield from strange
        return
    errors = list(jsonschema_rs.Draft202012Validator(load_schema(schema)).iter_errors(content))
    misspelt = [error.instance_path for error in errors if error.kind.name == "additionalProperties"]
    for error in errors:
        if error.kind.name in ("required", "anyOf") and error.instance_path in misspelt:
            continue  # it is there under another name, most likely
        path, kind = tuple(error.instance_path), cast("Any", error.kind)
        part = _part(load_schema(schema), error.schema_path[:-1])
        if kind.name == "additionalProperties":
            known = list(part["properties"])
            for key in kind.unexpected:
                yield (*path, key), f"unknown key{guess(key, known)}; allowed are {', '.join(known)}"
        elif kind.name == "propertyNames":
            yield (*path, kind.error.instance), f"the key {_reason(kind.error, part)}"
        else:
            yield path, _reason(error, part)


def guess(word: Any, known: list[str]) -> str:
    """A question for what may have been meant, to be put behind a statement; nothing if nothing is near."""
    near = nearest(str(word), known)
    return "" if near is None else f" (did you mean {near}?)"


def shown(value: Any) -> str:
    """A value as it may stand in a message."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _strange(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The values that TOML can hold and JSON cannot: none of them is ever allowed."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _strange(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strange(item, (*path, index))
    elif isinstance(value, (date, time)):
        yield path, f"{value} is a date or time; write it in quotes"
    elif isinstance(value, float) and not math.isfinite(value):
        yield path, f"{value} is not allowed"


def _part(schema: Any, steps: list[str | int]) -> Any:
    for step in steps:
        schema = schema[step]
    return schema


def _reason(error: Any, part: Any) -> str:
    """What is wrong with a value, and what is allowed."""
    told = _TELLING.get(error.kind.name)
    return told(error.instance, part) if told else str(error.message)


def _enum(value: Any, part: Any) -> str:
    return f"{shown(value)} is not known{guess(value, part['enum'])}; allowed are {', '.join(part['enum'])}"


def _type(value: Any, part: Any) -> str:
    kinds = [part["type"]] if isinstance(part["type"], str) else part["type"]
    return f"{shown(value)} should be {' or '.join(_TYPES[kind] for kind in kinds)}{_example(part)}"


def _minimum(value: Any, part: Any) -> str:
    return f"{shown(value)} should be {part['minimum']} or more"


def _maximum(value: Any, part: Any) -> str:
    return f"{shown(value)} should be {part['maximum']} or less"


def _not(value: Any, part: Any) -> str:
    title: str = part["not"]["title"]
    return f"{shown(value)} has {title[0].lower()}{title[1:]}{_example(part)}"


def _any_of(_value: Any, part: Any) -> str:
    return f"one of the keys {', '.join(key for choice in part['anyOf'] for key in choice['required'])} is needed"


def _required(value: Any, part: Any) -> str:
    missing = [key for key in part["required"] if key not in value]
    return (
        f"{'key' if len(missing) == 1 else 'keys'} {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing"
    )


def _pattern(value: Any, part: Any) -> str:
    return f"{shown(value)} is not of the form that is needed{_example(part)}"


def _empty(_value: Any, _part: Any) -> str:
    return "is empty; leave it out"


def _twice(value: Any, _part: Any) -> str:
    return f"{shown(value)} says something twice"


def _example(part: Any) -> str:
    return f", such as {shown(part['examples'][0])}" if "examples" in part else ""


_TELLING = {
    "enum": _enum,
    "type": _type,
    "required": _required,
    "pattern": _pattern,
    "minimum": _minimum,
    "maximum": _maximum,
    "not": _not,
    "anyOf": _any_of,
    "minLength": _empty,
    "minItems": _empty,
    "minProperties": _empty,
    "uniqueItems": _twice,
}
