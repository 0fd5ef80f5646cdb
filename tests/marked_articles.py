"""Articles of one text with what is marked in it, and what a comparison of two of them tells."""

from __future__ import annotations

from typing import Any

from corpus_tools.diffing import apply_delta, diff_articles, invert_delta
from corpus_tools.model.canonical import canonical

TEXT = "The ferry Saint Brendan lost power near Corran Point, said harbour master Ewan Tulloch on Tuesday."


def mark(
    name: str, words: str, kind: str = "person", text: str = TEXT, block: str = "b1", **more: Any
) -> dict[str, Any]:
    """An annotation of the first place of `words` in `text`."""
    start = text.index(words)
    span = {"block": block, "start": start, "end": start + len(words), "text": words}
    return {"id": name, "type": kind, "spans": [span], **more}


def article(*annotations: Any, text: str = TEXT, relations: Any = (), entities: Any = (), **more: Any) -> Any:
    made: dict[str, Any] = {"schema_version": "1.0", "id": "a", "metadata": {}}
    made["blocks"] = [{"id": "b1", "role": "paragraph", "text": text}]
    made["layers"] = {"entity": {"annotations": list(annotations)}}
    if relations:
        made["layers"]["entity"]["relations"] = list(relations)
    if entities:
        made["entities"] = list(entities)
    return {**made, **more}


def told(old: Any, new: Any) -> list[tuple[str, str, str]]:
    """What happened in the layers: kinds, old ids, new ids; the laws hold by the way."""
    delta = diff_articles(old, new)
    assert apply_delta(old, delta) == canonical(new)
    assert apply_delta(new, invert_delta(delta)) == canonical(old)
    return [
        (" ".join(change["kinds"]), change.get("old", {}).get("id", ""), change.get("new", {}).get("id", ""))
        for change in delta["layers"]
    ]


MASTER = mark("m1", "harbour master Ewan Tulloch")
