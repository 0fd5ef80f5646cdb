"""What of the article schema a document breaks, in words: one problem for each fault.

A message names the value found and what is allowed in its place; the hint says what was meant, where that can be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from corpus_tools.findings import Problem
from corpus_tools.mending import shown
from corpus_tools.model.article import Article
from corpus_tools.model.pointers import escape
from corpus_tools.nearest import nearest
from corpus_tools.schemas import ARTICLE_SCHEMA, article_validator, load_schema
from corpus_tools.violations.definitions import definition_of, meaning
from corpus_tools.violations.hints import hint_for_key, hint_for_value, home_of
from corpus_tools.violations.reasons import allowed, reason

MAX_VIOLATIONS = 100
"""How many problems of one document are told."""

MAX_DEPTH = 200
"""How deep arrays and objects may be nested, the outermost one counted."""

FLATTEN = "make it flatter; parts may name each other by id"
"""What to do about a document that is nested deeper."""

_MARKS = frozenset({"schema_version", "blocks"})  # what tells that an object is meant to be an article
_NAMED = 5  # unknown keys in the message that it is none


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
    lacking = " nor ".join(map(shown, sorted(_MARKS - {*meant}, reverse=True)))
    named = ", ".join(map(shown, unknown[:_NAMED])) + (", …" if len(unknown) > _NAMED else "")
    return Problem(
        f"the object is no article: it has {'neither' if ' nor ' in lacking else 'no'} {lacking}, but {named}",
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
    return list(definition_of(error).get("properties", ()))


def _problems(error: Any, misspelt: set[str]) -> Iterator[Problem]:
    """Problems of one error of the validator; an object has one for each key that it may not have."""
    pointer, name = _pointer(error), error.kind.name
    if name == "additionalProperties":
        for key in error.kind.unexpected[:MAX_VIOLATIONS]:
            yield _unknown_key(key, error, f"{pointer}/{escape(key)}")
    elif name == "propertyNames":
        key = str(error.kind.error.instance)
        message = f"key {shown(key)} cannot stand here: {reason(error.kind.error)}"
        yield Problem(message, f"{pointer}/{escape(key)}", hint_for_value(error.kind.error), of_key=True)
    elif name in ("required", "anyOf"):
        yield from _missing(error, pointer, misspelt)
    else:
        yield Problem(reason(error), pointer, hint_for_value(error))


def _unknown_key(key: str, error: Any, pointer: str) -> Problem:
    known = _keys(error)
    meant = nearest(key, known)
    is_needed = meant in definition_of(error).get("required", ()) and meant not in error.instance
    home = None if is_needed else home_of(key, error)
    meant = None if home else meant
    question = "" if meant is None else f", did you mean {shown(meant)}?"
    message = f"key {shown(key)} is not known here{question}{allowed(known, question)}"
    return Problem(message, pointer, home or hint_for_key(key, meant, error), of_key=True)


def _missing(error: Any, pointer: str, misspelt: set[str]) -> Iterator[Problem]:
    """The problem of keys that are missing, unless they are there by another name."""
    part = definition_of(error)
    if error.kind.name == "anyOf":
        keys = [key for branch in part["anyOf"] for key in branch["required"]]
        if not misspelt.intersection(keys):
            message = f"one of the keys {', '.join(map(shown, keys))} is needed"
            yield Problem(message, pointer, meaning(part, keys[0]))
        return
    keys = [key for key in part["required"] if key not in error.instance and key not in misspelt]
    if keys:
        named = ", ".join(map(shown, keys))
        message = f"key {named} is missing" if len(keys) == 1 else f"keys {named} are missing"
        yield Problem(message, pointer, meaning(part, keys[0]))
