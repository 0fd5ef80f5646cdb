"""A field annotation does not give the value of its metadata.

## What it does
Compares `attributes.value`, or else the quoted words, with the metadata at the annotation's type: exactly,
and for lists with the `name`, `value`, `uri` or `text` of one member. `attributes.value` stands exactly
where it differs from the quoted words, and always with several spans.

## Why it matters
A field annotation is the evidence for a metadata value; if they differ, one of them is wrong.

## Invalid
```json
{
  "metadata": {"dateline": {"place": "Porto"}},
  "layers": {
    "field": {
      "annotations": [
        {
          "id": "f1",
          "type": "dateline.place",
          "spans": [
            {
              "block": "b1",
              "start": 8,
              "end": 14,
              "text": "Lisbon"
            }
          ]
        }
      ]
    }
  }
}
```

```json
{
  "metadata": {"dateline": {"place": "Lisbon"}},
  "layers": {
    "field": {
      "annotations": [
        {
          "id": "f1",
          "type": "dateline.place",
          "spans": [
            {
              "block": "b1",
              "start": 8,
              "end": 14,
              "text": "Lisbon"
            }
          ],
          "attributes": {"value": "Lisbon"}
        }
      ]
    }
  }
}
```

## Valid
```json
{
  "metadata": {"dateline": {"place": "Lisbon"}},
  "layers": {
    "field": {
      "annotations": [
        {
          "id": "f1",
          "type": "dateline.place",
          "spans": [
            {
              "block": "b1",
              "start": 8,
              "end": 14,
              "text": "Lisbon"
            }
          ]
        }
      ]
    }
  }
}
```

## Source
The layer file of `field`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from corpus_tools.findings import Problem
from corpus_tools.model.datatypes import is_date
from corpus_tools.model.index import DATE_KEYS, Index
from corpus_tools.rules.base import Context, ItemList, Level, rule
from corpus_tools.rules.suggestions import nearest_of
from corpus_tools.rules.undeclared_type import allows

_MEMBER = {"identifiers": "value", "links": "uri", "alternative_titles": "text"}
"""The key of a list's members that is compared, where it is not `name`."""

_DATES = DATE_KEYS | {"date"}
_NAMED = 3  # values of the metadata that a message names
_COMPARED = 100  # values that are looked through for the one that was meant


def _check(index: Index, context: Context) -> Iterable[Problem]:
    return _mismatches(index, context) if ("field", "annotations") in index.types else ()


def _mismatches(index: Index, context: Context) -> Iterator[Problem]:
    metadata = index.article["metadata"]
    declared = context.lists.get(("field", "annotations"))
    known: dict[str | None, set[str] | None] = {None: None, "credit": None}
    for number, annotation in enumerate(index.layers["field"]["annotations"]):
        path = annotation.get("type")
        if path not in known:
            known[path] = _judged(metadata, path) if declared is None or allows(declared, path) else None
        values = known[path]
        if values is None or (declared is not None and _has_foreign_attributes(annotation, declared)):
            continue
        fault = _fault(annotation, values, path)
        if fault is not None:
            key, message, hint = fault
            yield Problem(message, f"/layers/field/annotations/{number}{key}", hint)


def _judged(metadata: dict[str, Any], path: str) -> set[str] | None:
    """The values that a field annotation may give; None where one is no date that exists, which is told by itself."""
    values = values_at(metadata, path)
    return values if path.rpartition(".")[2] not in _DATES or all(map(is_date, values)) else None


def _has_foreign_attributes(annotation: dict[str, Any], declared: ItemList) -> bool:
    """Whether an attribute is not declared, which is told by itself: it may be `value`, misspelt."""
    attributes = annotation.get("attributes", {})
    definitions = declared.attributes.get(annotation["type"], declared.attributes[None])
    return "value" not in attributes and not attributes.keys() <= definitions.keys()


def _fault(annotation: dict[str, Any], values: set[str], path: str) -> tuple[str, str, str | None] | None:
    """What is wrong with one field annotation: key, message, hint."""
    spans = annotation.get("spans", ())
    quote = spans[0]["text"] if len(spans) == 1 else None
    value = annotation["attributes"].get("value") if "attributes" in annotation else None
    if value is None:
        if quote is None:
            return (
                "",
                "words in several places, or none, need `attributes.value`",
                "add it, as the metadata say it",
            )
        if quote not in values:
            more = ", or say in `attributes.value` which value of the metadata these words give" if values else ""
            return "", _differs(quote, values, path), f"{_either(values, path)}{more}"
    elif isinstance(value, str):  # another type is a finding of its own
        if value == quote:
            return "/attributes/value", "`attributes.value` repeats the quoted words", "remove it"
        if value not in values:
            return "/attributes/value", _differs(value, values, path), _either(values, path)
    return None


def _differs(value: str, values: set[str], path: str) -> str:
    """The message that a value is none of those of the metadata, with some of them."""
    if len(values) <= _COMPARED and (near := nearest_of(value, sorted(values))):
        return f"{value!r} is no value of metadata {path}, did you mean {near!r}?"
    some = ", ".join(map(repr, sorted(values)[:_NAMED])) + (", …" if len(values) > _NAMED else "")
    there = f"which {'is' if len(values) == 1 else 'are'} {some}" if values else "which is not there"
    return f"{value!r} is no value of metadata {path}, {there}"


def _either(values: set[str], path: str) -> str:
    return "correct one of them" if values else f"add {path} to the metadata, or remove the annotation"


def values_at(metadata: dict[str, Any], path: str) -> set[str]:
    """The values of the metadata that a field annotation of type `path` may give."""
    head, _, leaf = path.partition(".")
    value = metadata.get(head)
    if isinstance(value, str) and not leaf:
        return {value}
    key = leaf or _MEMBER.get(head, "name")
    members = value if isinstance(value, list) else [value]
    found = [member.get(key) if isinstance(member, dict) else None if leaf else member for member in members]
    written = (int(member) if isinstance(member, float) else member for member in found if member is not None)
    return {str(member) for member in written}  # 3.0 is the integer 3


RULE = rule("A111", "field-value-mismatch", Level.ANNOTATION, __doc__, _check)
