"""The value of an attribute is not of the type that its layer declares.

## What it does
Compares the values of attributes with the layer file: string, number, integer, boolean, list of strings,
and closed lists of values.

## Why it matters
A number written as text is sorted as text; a value outside of a closed list is a typing error.

## Invalid
```json
{
  "metadata": {"authors": [{"name": "Ana"}]},
  "layers": {"field": {"annotations": [{"id": "f1", "type": "authors", "attributes": {"value": 7}}]}}
}
```

## Valid
```json
{
  "metadata": {"dateline": {"place": "7"}},
  "layers": {
    "field": {
      "annotations": [
        {
          "id": "f1",
          "type": "dateline.place",
          "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}],
          "attributes": {"value": "7"}
        }
      ]
    }
  }
}
```

## Source
Layer files: `attributes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.mending import in_type, shown
from corpus_tools.model.index import Index
from corpus_tools.rules.attributes import has_type, odd_attributes
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.suggestions import allowed, meant

_IN_JSON = {"boolean": ("boolean",), "integer": ("integer",), "number": ("number",), "strings": ("array",)}
"""The types of JSON that values of the types of layer files have; all others are strings."""


def _check(index: Index, context: Context) -> Iterable[Problem]:
    return _wrong(index, context) if odd_attributes(index, context) else ()


def _wrong(index: Index, context: Context) -> Iterator[Problem]:
    for odd in odd_attributes(index, context):
        declared = odd.definition
        if declared is None:
            continue
        if not has_type(odd.value, declared.type):
            value = repr(odd.value) if isinstance(odd.value, str) else shown(odd.value)
            message = f"{value} is not of the type {declared.type} that {odd.name!r} has"
            hint = in_type(odd.value, _IN_JSON.get(declared.type, ("string",)))
            yield Problem(message, odd.pointer, hint or f"write a value of that type: {declared.description}")
        elif declared.values is not None:
            values = odd.value if isinstance(odd.value, list) else [odd.value]
            for value in values:
                if value not in declared.values:
                    question = meant(str(value), declared.values)
                    message = f"{value!r} is not a value that {odd.name!r} may have{question}"
                    yield Problem(message, odd.pointer, allowed(declared.values, "leave it out"))


RULE = rule("A113", "wrong-attribute-value", Level.ANNOTATION, __doc__, _check)
