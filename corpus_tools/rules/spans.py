"""Spans of a document with their places, for the rules that look at them closely."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus_tools.model.index import Index


def spans(index: Index) -> Iterator[tuple[str, dict[str, Any]]]:
    """JSON Pointer and value of every span."""
    for item in index.items():
        for number, span in enumerate(item.value.get("spans", ())):
            yield f"{item.pointer}/spans/{number}", span


def is_odd(index: Index, span: dict[str, Any]) -> bool:
    """Whether a span does not lie in its block, or quotes something else than its offsets cut out."""
    text = index.texts[span["block"]]
    return is_outside(index, span) or text[int(span["start"]) : int(span["end"])] != span["text"]


def is_outside(index: Index, span: dict[str, Any]) -> bool:
    """Whether a span ends before it starts, or beyond its block."""
    return not span["start"] <= span["end"] <= len(index.texts[span["block"]])
