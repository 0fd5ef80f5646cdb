"""An annotation or relation has an attribute that its layer does not declare.

## What it does
Compares the names of attributes with the layer file: those of the list and those of the item's type. Lists
that the file calls open may have any.

## Why it matters
A misspelt attribute is lost to everyone who reads the right one.

## Invalid
```json
{
  "metadata": {"authors": [{"name": "Ana"}]},
  "layers": {
    "field": {
      "annotations": [
        {
          "id": "f1",
          "type": "authors",
          "attributes": {"value": "Ana", "valeu": "Ana"}
        }
      ]
    }
  }
}
```

## Valid
```json
{
  "metadata": {"dateline": {"place": "Lisboa"}},
  "layers": {
    "field": {
      "annotations": [
        {
          "id": "f1",
          "type": "dateline.place",
          "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}],
          "attributes": {"value": "Lisboa"}
        }
      ]
    }
  }
}
```

## Source
Layer files: `attributes`, `open`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.findings import Problem
from corpus_tools.model.index import Index
from corpus_tools.rules.attributes import odd_attributes
from corpus_tools.rules.base import Context, Level, rule
from corpus_tools.rules.suggestions import allowed, meant


def _check(index: Index, context: Context) -> Iterable[Problem]:
    return _undeclared(index, context) if odd_attributes(index, context) else ()


def _undeclared(index: Index, context: Context) -> Iterator[Problem]:
    for odd in odd_attributes(index, context):
        if odd.definition is None:
            message = f"the layer {odd.layer!r} declares no attribute {odd.name!r} here{meant(odd.name, odd.known)}"
            yield Problem(message, odd.pointer, allowed(odd.known, "no attributes are declared here"), of_key=True)


RULE = rule("A109", "undeclared-attribute", Level.ANNOTATION, __doc__, _check)
