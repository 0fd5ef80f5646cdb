"""The texts of a document all at once, for the rules that look for a few characters in them."""

from __future__ import annotations

from corpus_tools.model.index import Index


def whole_text(index: Index) -> str:
    """The texts of all blocks, one after the other with a newline between; made once for all rules."""
    if "whole_text" not in index.shared:
        index.shared["whole_text"] = "\n".join(index.texts.values())
    text: str = index.shared["whole_text"]
    return text
