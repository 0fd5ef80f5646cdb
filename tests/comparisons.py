"""Comparisons for tests of views: two versions of an article in a few strokes, and what lies between them."""

from __future__ import annotations

import json
from typing import Any

from schema_files import ROOT

from corpus_tools.diffing.compute import diff_articles
from corpus_tools.layers import builtin_layers
from corpus_tools.reporters.deltas.base import Comparison, LayerLook, Pair

FERRY = ROOT / "fixtures/deltas/en-ferry-engine"
LOOKS = {name: LayerLook(layer.title, layer.colour) for name, layer in builtin_layers().items()}


def article(*texts: str, **parts: Any) -> dict[str, Any]:
    """An article with a paragraph for each of `texts`, and other `parts`."""
    blocks = [{"id": f"b{number}", "role": "paragraph", "text": text} for number, text in enumerate(texts, 1)]
    return {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": blocks, **parts}


def mark(name: str, words: str, text: str, block: str = "b1", **keys: Any) -> dict[str, Any]:
    """An annotation on the first place of `words` in `text`."""
    start = text.index(words)
    span = {"block": block, "start": start, "end": start + len(words), "text": words}
    return {"id": name, "type": "person", "spans": [span], **keys}


def entities(*annotations: dict[str, Any], relations: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """A layer of entities."""
    layer: dict[str, Any] = {"annotations": list(annotations)}
    return {"entity": {**layer, "relations": relations} if relations is not None else layer}


def pair(old: Any, new: Any) -> Pair:
    """Two articles and what lies between them."""
    return Pair(("changed",), "a.json", "a.json", old, new, diff_articles(old, new))


def comparison(old: Any, new: Any) -> Comparison:
    """The comparison of two articles."""
    return Comparison([pair(old, new)], layers=LOOKS, version="1.2.3")


def ferry() -> Comparison:
    """The comparison that the fixtures have."""
    old, new = (json.loads((FERRY / f"{side}.json").read_bytes()) for side in ("old", "new"))
    return comparison(old, new)


def collections() -> Comparison:
    """Two collections: documents that changed, were renamed, added and removed."""
    return Comparison(
        [
            *ferry().pairs,
            Pair(("renamed",), "x/old.json", "x/new.json"),
            Pair(("added",), None, "added.json"),
            Pair(("removed",), "removed.json", None),
            Pair((), "same.json", "same.json"),
        ],
        of_corpora=True,
        layers=LOOKS,
    )


def rich() -> Comparison:
    """A comparison in which something of nearly every part changed."""
    text = "Marta and Rui and Ana"
    people = [mark(name, name, text) for name in ("Marta", "Rui", "Ana")]
    knows = {"id": "r1", "type": "knows", "source": "Marta", "target": "Rui"}
    agents = [{"id": "g1", "type": "person", "name": "Eva"}]
    old = article(text, layers=entities(*people, relations=[knows]), agents=agents)
    new = article(text, layers=entities(*people, relations=[{**knows, "target": "Ana"}]), agents=agents)
    new["layers"]["entity"]["agent"] = "g1"
    new["layers"]["summary"] = {"annotations": [{"id": "s1", "attributes": {"text": "short"}}]}
    new["blocks"][0]["language"] = "pt"
    new["revisions"] = [{"when": "2026-03-05", "what": "Corrected."}]
    new["extra"] = {"desk": "night"}
    new["language"] = "en"
    return comparison(old, new)
