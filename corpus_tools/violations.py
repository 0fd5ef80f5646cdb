"""What of the article schema a document breaks, in words: one problem for each place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from corpus_tools.findings import Problem
from corpus_tools.model.article import Article
from corpus_tools.model.pointers import escape
from corpus_tools.schemas import ARTICLE_SCHEMA, article_validator, load_schema

MAX_VIOLATIONS = 100
"""How many problems of one document are told."""

_SHOWN = 60  # characters of a value in a message

_EMPTY = "is empty: what is not known is left out"
_TELLING: dict[str, Callable[[Any], str]] = {
    "enum": lambda kind: f"is not one of {', '.join(map(str, kind.options))}",
    "type": lambda kind: f"is not of type {' or '.join(kind.types)}",
    "minLength": lambda _: _EMPTY,
    "minItems": lambda _: _EMPTY,
    "minProperties": lambda _: _EMPTY,
    "maxLength": lambda kind: f"is longer than {kind.limit} characters",
    "minimum": lambda kind: f"is less than {kind.limit}",
    "maximum": lambda kind: f"is more than {kind.limit}",
}


def violations(article: Article) -> list[Problem]:
    """The first `MAX_VIOLATIONS` problems of a document that the schema refuses, at most one for each place.

    Of several errors at one place the first is told: the others mostly follow from it.
    """
    problems: dict[str, Problem] = {}
    for error in article_validator().iter_errors(article):
        for problem in _problems(error):
            problems.setdefault(problem.pointer, problem)
        if len(problems) >= MAX_VIOLATIONS:
            break
    return list(problems.values())[:MAX_VIOLATIONS]


def _problems(error: Any) -> Iterator[Problem]:
    """Problems of one error of the validator; an object has one for each key it may not have."""
    pointer = "".join(f"/{escape(str(part))}" for part in error.instance_path)
    if error.kind.name == "additionalProperties":
        allowed = ", ".join(_definition(error.schema_path[:-1]).get("properties", ()))
        for key in error.kind.unexpected[:MAX_VIOLATIONS]:
            yield Problem(
                f"key {_shown(key)} is not known here; allowed are {allowed}",
                f"{pointer}/{escape(key)}",
                "own data belongs in extra",
            )
    elif error.kind.name == "propertyNames":
        key = str(error.kind.error.instance)
        yield Problem(f"{_shown(key)} cannot be a key here: {_reason(error.kind.error)}", f"{pointer}/{escape(key)}")
    else:
        yield Problem(_reason(error), pointer)


def _reason(error: Any) -> str:
    """What is wrong with a value, and what is allowed."""
    name, shown, part = error.kind.name, _shown(error.instance), _definition(error.schema_path[:-1])
    if name == "required":
        missing = [key for key in part["required"] if key not in error.instance]
        return f"key {', '.join(missing)} is missing" if len(missing) == 1 else f"keys {', '.join(missing)} are missing"
    if name == "anyOf":
        return f"one of the keys {', '.join(key for branch in part['anyOf'] for key in branch['required'])} is needed"
    if name in ("pattern", "not"):
        return f"{shown} does not fit {part['title']!r}, which is such as {', '.join(map(_shown, part['examples']))}"
    told = _TELLING.get(name)
    return f"{shown} {told(error.kind)}" if told else str(error.message)


def _definition(path: list[str | int]) -> Any:
    """The part of the schema at `path`."""
    part = load_schema(ARTICLE_SCHEMA)
    for step in path:
        part = part[step]
    return part


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
