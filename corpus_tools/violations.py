"""What of the article schema a document breaks, in words: one problem for each fault.

A message names the value found and what is allowed in its place; the hint says what was meant, where that can be told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from corpus_tools.findings import Problem
from corpus_tools.model.article import Article
from corpus_tools.model.pointers import escape
from corpus_tools.nearest import nearest
from corpus_tools.schemas import ARTICLE_SCHEMA, article_validator, load_schema

MAX_VIOLATIONS = 100
"""How many problems of one document are told."""

MAX_DEPTH = 200
"""How deep arrays and objects may be nested, the outermost one counted."""

FLATTEN = "make it flatter; parts may name each other by id"
"""What to do about a document that is nested deeper."""

_MARKS = frozenset({"schema_version", "blocks"})  # what tells that an object is meant to be an article
_NAMED = 5  # unknown keys in the message that it is none
_SHOWN = 60  # characters of a value in a message

_EMPTY = "is empty; leave the key out where nothing is known"
_TELLING: dict[str, Callable[[Any], str]] = {
    "minLength": lambda _: _EMPTY,
    "minItems": lambda _: _EMPTY,
    "minProperties": lambda _: _EMPTY,
    "maxLength": lambda kind: f"is longer than {kind.limit} characters",
    "minimum": lambda kind: f"is too small; the least that is allowed is {kind.limit}",
    "maximum": lambda kind: f"is too large; the most that is allowed is {kind.limit}",
}
_NAMES = {
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "string": "a string",
    "array": "an array",
    "object": "an object",
    "null": "null",
}
"""The types of values in words, in the order of a message: versions of the validator differ in theirs."""
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def violations(article: Article) -> list[Problem]:
    """The first `MAX_VIOLATIONS` problems of a document that the schema refuses, at most one for each place.

    Of several errors at one place the first is told: the others mostly follow from it. So does a missing key of
    which there is a misspelt form.
    """
    errors: list[Any] = []
    misspelt: dict[str, set[str]] = {}
    problems: dict[str, Problem] = {}
    found: Iterable[Any] = article_validator().iter_errors(article)
    for error in found:
        errors.append(error)
        if error.kind.name == "additionalProperties":
            meant = {nearest(key, _keys(error)) for key in error.kind.unexpected[:MAX_VIOLATIONS]}
            misspelt[_pointer(error)] = {key for key in meant if key is not None} - error.instance.keys()
        if len(errors) >= MAX_VIOLATIONS:
            break
    for error in errors:
        for problem in _problems(error, misspelt.get(_pointer(error), set())):
            problems.setdefault(problem.pointer, problem)
    return list(problems.values())[:MAX_VIOLATIONS]


def no_article(document: Article) -> Problem | None:
    """The problem of an object that is something else than an article; None if it is meant to be one.

    An article that somebody broke still has its version or its blocks, perhaps misspelt. What has neither, or one of
    them among keys that are mostly unknown, would be told as a flood of unknown keys.
    """
    if document.keys() >= _MARKS:
        return None
    known = load_schema(ARTICLE_SCHEMA)["properties"]
    keys = list(islice(document, MAX_VIOLATIONS))
    meant = [key if key in known else nearest(key, known) for key in keys]
    unknown = [key for key, like in zip(keys, meant, strict=True) if like is None]
    if not unknown or (_MARKS & {*meant} and 2 * len(unknown) <= len(keys)):
        return None
    lacking = " nor ".join(map(_shown, sorted(_MARKS - {*meant}, reverse=True)))
    shown = ", ".join(map(_shown, unknown[:_NAMED])) + (", …" if len(unknown) > _NAMED else "")
    return Problem(
        f"the object is no article: it has {'neither' if ' nor ' in lacking else 'no'} {lacking}, but {shown}",
        "",
        "leave the file out of the documents, as by exclude in corpus-tools.toml, or write it as an article",
    )


def too_deep(article: Article) -> Problem:
    """The problem of a document that is nested deeper than `MAX_DEPTH`: at the first place that is."""
    waiting: list[tuple[Any, str, int]] = [(article, "", 1)]
    pointer = ""
    while waiting:
        value, pointer, depth = waiting.pop()
        if depth > MAX_DEPTH:
            break
        members = value.items() if isinstance(value, dict) else enumerate(value)
        inner = [(member, f"{pointer}/{escape(str(key))}", depth + 1) for key, member in members]
        waiting += [each for each in reversed(inner) if isinstance(each[0], dict | list)]
    return Problem(f"arrays and objects are nested deeper than {MAX_DEPTH}", pointer, FLATTEN)


def _pointer(error: Any) -> str:
    return "".join(f"/{escape(str(part))}" for part in error.instance_path)


def _keys(error: Any) -> list[str]:
    """The keys that the object of an error may have."""
    return list(_definition(error.schema_path[:-1]).get("properties", ()))


def _problems(error: Any, misspelt: set[str]) -> Iterator[Problem]:
    """Problems of one error of the validator; an object has one for each key that it may not have."""
    pointer, name = _pointer(error), error.kind.name
    if name == "additionalProperties":
        for key in error.kind.unexpected[:MAX_VIOLATIONS]:
            yield _unknown_key(key, error, f"{pointer}/{escape(key)}")
    elif name == "propertyNames":
        key = str(error.kind.error.instance)
        message = f"key {_shown(key)} cannot stand here: {_reason(error.kind.error)}"
        yield Problem(message, f"{pointer}/{escape(key)}", of_key=True)
    elif name in ("required", "anyOf"):
        yield from _missing(error, pointer, misspelt)
    else:
        yield Problem(_reason(error), pointer, _hint(error))


def _unknown_key(key: str, error: Any, pointer: str) -> Problem:
    allowed = _keys(error)
    meant = nearest(key, allowed)
    hint = "own data belongs in extra"
    if meant is not None and meant not in error.instance:
        hint = f"write {_shown(meant)}, or put data of your own into extra"
    elif not error.instance_path and key in load_schema(ARTICLE_SCHEMA)["$defs"]["metadata"]["properties"]:
        hint = f"{key} is a key of metadata"
    question = "" if meant is None else f", did you mean {_shown(meant)}?"
    return Problem(
        f"key {_shown(key)} is not known here{question}{_allowed(allowed, question)}", pointer, hint, of_key=True
    )


def _allowed(values: Iterable[Any], question: str) -> str:
    return f"{' Allowed' if question else '; allowed'} are {', '.join(map(str, values))}"


def _missing(error: Any, pointer: str, misspelt: set[str]) -> Iterator[Problem]:
    """The problem of keys that are missing, unless they are there by another name."""
    part = _definition(error.schema_path[:-1])
    if error.kind.name == "anyOf":
        keys = [key for branch in part["anyOf"] for key in branch["required"]]
        if not misspelt.intersection(keys):
            yield Problem(f"one of the keys {', '.join(map(_shown, keys))} is needed", pointer)
        return
    keys = [key for key in part["required"] if key not in error.instance and key not in misspelt]
    if keys:
        shown = ", ".join(map(_shown, keys))
        message = f"key {shown} is missing" if len(keys) == 1 else f"keys {shown} are missing"
        yield Problem(message, pointer, _meaning(part, keys[0]))


def _meaning(part: Any, key: str) -> str:
    """What a key says, so that somebody can write it."""
    while "properties" not in part:  # such as a party that needs a role: it is described elsewhere
        part = _definition(part["$ref"].split("/")[1:])
    described = part["properties"][key]
    while "description" not in described:
        described = _definition(described["$ref"].split("/")[1:])
    return f"{key}: {_first_sentence(described['description'])}"


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[a-z`)])\. ", text, maxsplit=1)[0].rstrip(".")


def _reason(error: Any) -> str:
    """What is wrong with a value, and what is allowed."""
    name, shown, part = error.kind.name, _shown(error.instance), _definition(error.schema_path[:-1])
    if name == "enum":
        meant = _meant(error)
        question = "" if meant is None else f", did you mean {_shown(meant)}?"
        return f"{shown} is not allowed here{question}{_allowed(error.kind.options, question)}"
    if name == "type":
        needed = [words for kind, words in _NAMES.items() if kind in error.kind.types]
        return f"{shown} is {_name(error.instance)}; {_one_of(needed)} is needed"
    if name in ("pattern", "not"):
        return f"{shown} is no {_in_a_sentence(part['title'])}, such as {', '.join(map(_shown, part['examples']))}"
    told = _TELLING.get(name)
    return f"{shown} {told(error.kind)}" if told else str(error.message)


def _hint(error: Any) -> str | None:
    """What to write instead, where that can be told."""
    value = error.instance
    if error.kind.name == "enum":
        meant = _meant(error)
        return None if meant is None else f"write {_shown(meant)}"
    if error.kind.name != "type":
        return None
    if isinstance(value, str) and _NUMBER.fullmatch(value) and {"integer", "number"} & {*error.kind.types}:
        return f"write {value} without quotes"
    if type(value) in (int, float) and "string" in error.kind.types:
        return f'write "{_shown(value)}" in quotes'
    if value is None:
        return "write a value, or leave the key out if it may be missing"
    return None


def _meant(error: Any) -> str | None:
    value = error.instance
    return nearest(value, map(str, error.kind.options)) if isinstance(value, str) else None


def _name(value: Any) -> str:
    """What a value is, in words."""
    if isinstance(value, bool):
        return "a truth value"
    names = {str: "a string", int: "a number", float: "a number", list: "an array", dict: "an object"}
    return names.get(type(value), "no value")


def _in_a_sentence(title: str) -> str:
    """A title as it stands in a sentence: ``Schema version`` begins small, ``ISSN`` does not."""
    return title if title[:2].isupper() else f"{title[:1].lower()}{title[1:]}"


def _one_of(words: list[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    return " or ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _definition(path: list[str | int]) -> Any:
    """The part of the schema at `path`."""
    part = load_schema(ARTICLE_SCHEMA)
    for step in path:
        part = part[step]
    return part


def _shown(value: Any) -> str:
    """A value as it stands in a message: not longer than a line, and nothing in it unseen."""
    text = json.dumps(value, ensure_ascii=False)
    if not text.isprintable():
        text = "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
