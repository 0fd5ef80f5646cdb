"""A comparison for programs: the delta itself, as ``schema/delta.schema.json`` describes it."""

from __future__ import annotations

import json

from corpus_tools.delta import DELTA_VERSION, CorpusDelta, DocumentChange
from corpus_tools.reporters.base import encodable
from corpus_tools.reporters.deltas.base import Comparison, Pair


def report(comparison: Comparison) -> str:
    """The delta of a pair of articles, or of two collections the documents that differ, as indented JSON."""
    if comparison.of_corpora:
        documents = [_document(pair) for pair in comparison.differing]
        made = CorpusDelta(delta_version=DELTA_VERSION, documents=documents)
        if comparison.unread:
            made["not_compared"] = [encodable(name) for name in comparison.unread]
        return delta_text(made)
    return "".join(delta_text(pair.delta) for pair in comparison.pairs if pair.delta is not None)


def _document(pair: Pair) -> DocumentChange:
    change: DocumentChange = {"kinds": list(pair.kinds)}
    if pair.old_file is not None:
        change["old"] = encodable(pair.old_file)
    if pair.new_file is not None:
        change["new"] = encodable(pair.new_file)
    if pair.delta is not None and "changed" in pair.kinds:
        change["delta"] = pair.delta
    return change


def delta_text(value: object) -> str:
    """A delta as JSON, indented so that people can read it too."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
