"""A small article with layers, and what single rules say of it."""

from __future__ import annotations

from typing import Any

from corpus_tools.findings import Problem
from corpus_tools.layers import Constraints, LayerDefinition, ListDefinition, builtin_layers
from corpus_tools.model.index import Index
from corpus_tools.rules import Context
from corpus_tools.rules.lints import LINTS

TEXT = "Storm shuts Lisbon harbour and the old town."
LAYERS = builtin_layers()


def span(words: str, text: str = TEXT, block: str = "b1") -> dict[str, Any]:
    start = text.index(words)
    return {"block": block, "start": start, "end": start + len(words), "text": words}


def article(**layers: Any) -> Any:
    blocks = [{"id": "b1", "role": "paragraph", "text": TEXT}, {"id": "b2", "role": "paragraph", "text": "Rain."}]
    return {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": blocks, "layers": layers}


def annotations(*items: Any, **more: Any) -> dict[str, Any]:
    """A layer of annotations: pairs of id and words, or whole annotations."""
    made = [item if isinstance(item, dict) else {"id": item[0], "spans": [span(item[1])]} for item in items]
    return {"annotations": made, **more}


def relations(*items: tuple[str, str, str, str]) -> dict[str, Any]:
    keys = ("id", "type", "source", "target")
    return {"relations": [dict(zip(keys, item, strict=True)) for item in items]}


def found(code: str, document: Any, **layers: LayerDefinition) -> list[Problem]:
    return list(LINTS[code].check(Index(document), Context({**LAYERS, **layers})))


def own(**constraints: Any) -> LayerDefinition:
    return LayerDefinition("own", "Own", "Own.", constraints=Constraints(**constraints), annotations=ListDefinition())
