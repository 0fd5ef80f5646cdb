"""Why the article schema refuses a value, in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from corpus_tools.mending import shown
from corpus_tools.nearest import nearest
from corpus_tools.violations.definitions import definition_of

_TELLING: dict[str, Callable[[Any], str]] = {
    "minLength": lambda _: "is empty",
    "minItems": lambda _: "is empty",
    "minProperties": lambda _: "is empty",
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


def reason(error: Any) -> str:
    """What is wrong with a value, and what is allowed."""
    name, value, part = error.kind.name, shown(error.instance), definition_of(error)
    if name == "enum":
        near = nearest(error.instance, map(str, error.kind.options)) if isinstance(error.instance, str) else None
        question = "" if near is None else f", did you mean {shown(near)}?"
        return f"{value} is not allowed here{question}{allowed(error.kind.options, question)}"
    if name == "type":
        needed = [words for kind, words in _NAMES.items() if kind in error.kind.types]
        return f"{value} is {_name(error.instance)}; {_one_of(needed)} is needed"
    if name in ("pattern", "not"):
        examples = ", ".join(map(shown, part["examples"]))
        return f"{value} is no {_in_a_sentence(part['title'])}, such as {examples}{_foreign(error, part)}"
    told = _TELLING.get(name)
    return f"{value} {told(error.kind)}" if told else str(error.message)


def allowed(values: Iterable[Any], question: str) -> str:
    """The values or keys that may stand here, as the end of a message that asks a `question`, or none."""
    return f"{' Allowed' if question else '; allowed'} are {', '.join(map(str, values))}"


def _foreign(error: Any, part: Any) -> str:
    """The first character that a name cannot have."""
    if error.kind.name != "not":
        return ""
    character = re.search(part["not"]["pattern"], error.instance)[0]  # type: ignore[index]  # or it would be allowed
    named = f"U+{ord(character):04X}" if unicodedata.combining(character) else character
    return f"; {shown(named)} cannot stand in one"


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
